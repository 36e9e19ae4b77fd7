using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>The texts that the trajectories of a set share, made once.</summary>
internal sealed class CodeTexts
{
    private static readonly CareUnit[] KnownUnits = Enum.GetValues<CareUnit>();
    private static readonly CareOrder[] KnownOrders = [CareOrder.First, CareOrder.FollowUp];

    private readonly int[] _products;
    private readonly int[] _units;

    internal CodeTexts(TrajectorySet set)
    {
        Set = set;
        // A product that the catalogue does not have is met once for each unit: two products can share a code.
        List<string> codes = [.. set.Products.Select(product => product.Code).Distinct(StringComparer.Ordinal)];
        _products = [.. set.Products.Select(product => codes.IndexOf(product.Code))];
        _units = [.. set.Products.Select(product => Array.IndexOf(KnownUnits, product.Unit))];
        Products = new SharedTexts(codes, byNumber: true);
        Units = new SharedTexts([.. KnownUnits.Select(unit => unit.Name())], byNumber: true);
        Orders = new SharedTexts([.. KnownOrders.Select(order => order.Name())], byNumber: true);
        Providers = new SharedTexts(set.Settings.SplitByProvider ? set.Providers : [], byNumber: false);
    }

    internal TrajectorySet Set { get; }

    internal SharedTexts Products { get; }

    internal SharedTexts Units { get; }

    internal SharedTexts Orders { get; }

    /// <summary>The providers; none where trajectories are not split by them.</summary>
    internal SharedTexts Providers { get; }

    /// <summary>The number of a product's code.</summary>
    internal int CodeOf(int product) => _products[product];

    /// <summary>The number of a product's unit.</summary>
    internal int UnitOf(int product) => _units[product];

    /// <summary>The number of an order; below 0 for one that is not known.</summary>
    internal static int NumberOf(CareOrder order) => order - CareOrder.First;
}

/// <summary>
/// Texts by number. Parquet takes few of them by number too, which spares hashing the text of each row.
/// </summary>
internal sealed class SharedTexts
{
    private readonly KeptText[] _texts;

    internal SharedTexts(IReadOnlyList<string> texts, bool byNumber)
    {
        _texts = [.. texts.Select(text => new KeptText(text))];
        // Texts by number are handed over with a zero at their end, so a code that holds one is written as it stands.
        IsByNumber = byNumber && texts.Count is > 0 and < LogicalType.TooManyTexts
            && !texts.Any(text => text.Contains('\0', StringComparison.Ordinal));
        Type = IsByNumber ? LogicalType.OneOf(texts) : LogicalType.Varchar;
    }

    internal bool IsByNumber { get; }

    internal bool IsEmpty => _texts.Length == 0;

    /// <summary>The type of a column of them.</summary>
    internal LogicalType Type { get; }

    internal KeptText this[int number] => _texts[number];
}
