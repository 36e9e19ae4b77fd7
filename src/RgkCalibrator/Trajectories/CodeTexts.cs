using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>
/// The texts that many trajectories share, made once; in Parquet most are written by number, which spares hashing each
/// of them.
/// </summary>
internal sealed class CodeTexts
{
    private static readonly CareUnit[] KnownUnits = Enum.GetValues<CareUnit>();
    private static readonly CareOrder[] KnownOrders = [CareOrder.First, CareOrder.FollowUp];

    private readonly TrajectorySet _set;
    private readonly KeptText[] _products;
    private readonly KeptText[] _units;
    private readonly KeptText[] _providers;
    private readonly KeptText[] _orders;
    private readonly List<string> _codes;
    private readonly byte[] _productCodes;
    private readonly byte[] _unitCodes;
    private readonly KeptText _none = new(string.Empty);

    internal CodeTexts(TrajectorySet set)
    {
        _set = set;
        _products = [.. set.Products.Select(product => new KeptText(product.Code))];
        _units = [.. set.Products.Select(product => new KeptText(product.Unit.Name()))];
        _providers = [.. set.Providers.Select(provider => new KeptText(provider))];
        _orders = [.. Enum.GetValues<CareOrder>().Select(order => new KeptText(order.Name()))];
        _unitCodes = [.. set.Products.Select(product => (byte)Array.IndexOf(KnownUnits, product.Unit))];
        // A product that the catalogue does not have is met once for each unit: two products can share a code.
        _codes = [.. set.Products.Select(product => product.Code).Distinct(StringComparer.Ordinal)];
        // Texts by number are handed over with a zero at their end, so a code that holds one is written as it stands.
        HasFewProducts = _codes.Count is > 0 and < LogicalType.TooManyTexts
            && !_codes.Exists(code => code.Contains('\0', StringComparison.Ordinal));
        _productCodes = HasFewProducts ? [.. set.Products.Select(product => (byte)_codes.IndexOf(product.Code))] : [];
    }

    /// <summary>Whether codes of products are written by number.</summary>
    internal bool HasFewProducts { get; }

    /// <summary>The number of a product's code, where there are few.</summary>
    internal byte ProductCode(int product) => _productCodes[product];

    internal KeptText Product(int product) => _products[product];

    internal KeptText Unit(int product) => _units[product];

    /// <summary>The number of a product's unit.</summary>
    internal byte UnitCode(int product) => _unitCodes[product];

    internal KeptText Order(CareOrder order) => _orders[(int)order];

    /// <summary>The number of a known order.</summary>
    internal static byte OrderCode(CareOrder order) => (byte)(order - CareOrder.First);

    /// <summary>Nothing where trajectories are not split by provider.</summary>
    internal KeptText Provider(int provider) => _set.Settings.SplitByProvider ? _providers[provider] : _none;

    /// <summary>A column with the type that it is written by.</summary>
    internal ParquetColumn Coded(ParquetColumn column) => column.Name switch
    {
        "product_code" when HasFewProducts => column with { Type = LogicalType.OneOf(_codes) },
        "unit" => column with { Type = LogicalType.OneOf([.. KnownUnits.Select(unit => unit.Name())]) },
        "order" => column with { Type = LogicalType.OneOf([.. KnownOrders.Select(order => order.Name())]) },
        _ => column,
    };
}
