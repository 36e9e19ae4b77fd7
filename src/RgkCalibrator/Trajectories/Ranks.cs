using System.Text;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Trajectories;

/// <summary>
/// Products and providers in the order of their codes. They were numbered as they were met, which depends on files and threads; by rank, nothing does.
/// </summary>
internal sealed class Ranks
{
    private readonly UnitConversion[] _conversions;
    private readonly ushort[] _products;

    internal Ranks(IReadOnlyList<DeclaredKind> kinds, IReadOnlyList<string> providers, NoteTables notes)
    {
        Products = InOrder([.. kinds.Select(kind => kind.Product).Distinct()], product => $"{product.Code}\0{product.Unit.Name()}\0{(product.IsKnown ? "known" : "unknown")}");
        var products = Products.Index().ToDictionary(pair => pair.Item, pair => (ushort)pair.Index);
        _products = [.. kinds.Select(kind => products[kind.Product])];
        _conversions = [.. kinds.Select(kind => kind.Conversion)];
        Providers = new ValueRanks(providers);
        Locations = new ValueRanks(notes.Locations.Values);
        Interventions = new ValueRanks(notes.Interventions.Values);
        Municipalities = new ValueRanks(notes.Municipalities.Values);
        IsConverting = Array.Exists(_conversions, conversion => conversion != UnitConversion.None);
    }

    /// <summary>Whether some kind is declared in another unit than it is carried in.</summary>
    internal bool IsConverting { get; }

    /// <summary>The products by rank: by the bytes of their code, then the name of their unit.</summary>
    internal IReadOnlyList<MetProduct> Products { get; }

    internal ValueRanks Providers { get; }

    internal ValueRanks Locations { get; }

    internal ValueRanks Interventions { get; }

    internal ValueRanks Municipalities { get; }

    /// <summary>The rank of the product of a line's kind, which counts from 1.</summary>
    internal ushort Product(ushort kind) => _products[kind - 1];

    /// <summary>From a line's unit to its product's.</summary>
    internal UnitConversion Conversion(ushort kind) => _conversions[kind - 1];

    // By bytes, as the file is sorted: a comparison of UTF-16 would put some letters elsewhere.
    internal static List<T> InOrder<T>(IReadOnlyList<T> items, Func<T, string> text)
    {
        var keyed = items.Select(item => (Item: item, Key: Encoding.UTF8.GetBytes(text(item)))).ToList();
        keyed.Sort((x, y) => x.Key.AsSpan().SequenceCompareTo(y.Key));
        return [.. keyed.Select(pair => pair.Item)];
    }
}

/// <summary>The values of a column in the order of their bytes.</summary>
internal sealed class ValueRanks
{
    private readonly ushort[] _ranks;

    internal ValueRanks(IReadOnlyList<string> values)
    {
        Values = Ranks.InOrder(values, value => value);
        var ranks = Values.Index().ToDictionary(pair => pair.Item, pair => (ushort)pair.Index, StringComparer.Ordinal);
        _ranks = [.. values.Select(value => ranks[value])];
    }

    /// <summary>By rank.</summary>
    internal IReadOnlyList<string> Values { get; }

    /// <summary>The rank of a value, by its number in lines.</summary>
    internal ushort Of(ushort number) => _ranks[number];
}
