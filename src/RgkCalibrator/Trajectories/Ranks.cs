using System.Text;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>
/// Products and values of columns by their ranks. They were numbered as they were met, which depends on files and
/// threads; their ranks depend on nothing.
/// </summary>
internal sealed class Ranks
{
    private readonly UnitConversion[] _conversions;
    private readonly RankedValues<DeclaredProduct> _products;

    /// <summary>Ranks what lines were met with.</summary>
    /// <param name="dictionaries">The values by the numbers that lines have.</param>
    /// <param name="countedAs">The code that a product counts as, by its own; null: each counts by itself.</param>
    internal Ranks(LineDictionaries dictionaries, IReadOnlyDictionary<string, string>? countedAs = null)
    {
        var kinds = dictionaries.Kinds.Values;
        _conversions = [.. kinds.Select(kind => kind.Conversion)];
        _products = new RankedValues<DeclaredProduct>([.. kinds.Select(kind => Counted(kind.Product))], KeyOf);
        Providers = Rank(dictionaries.Providers);
        Locations = Rank(dictionaries.Locations);
        Interventions = Rank(dictionaries.Interventions);
        Municipalities = Rank(dictionaries.Municipalities);
        IsConverting = Array.Exists(_conversions, conversion => conversion != UnitConversion.None);

        DeclaredProduct Counted(DeclaredProduct product) =>
            countedAs?.GetValueOrDefault(product.Code) is { } code ? product with { Code = code } : product;
    }

    /// <summary>Whether some kind is declared in another unit than it is carried in.</summary>
    internal bool IsConverting { get; }

    /// <summary>The products by rank: by the bytes of their code, then the name of their unit.</summary>
    internal IReadOnlyList<DeclaredProduct> Products => _products.Values;

    internal RankedValues<string> Providers { get; }

    internal RankedValues<string> Locations { get; }

    internal RankedValues<string> Interventions { get; }

    internal RankedValues<string> Municipalities { get; }

    /// <summary>The rank of the product of a line's kind, which counts from 1.</summary>
    internal ushort Product(ushort kind) => _products.RankOf((ushort)(kind - 1));

    /// <summary>From a line's unit to its product's.</summary>
    internal UnitConversion Conversion(ushort kind) => _conversions[kind - 1];

    private static RankedValues<string> Rank(ValueDictionary<string> values) => new(values.Values, value => value);

    private static string KeyOf(DeclaredProduct product) =>
        $"{product.Code}\0{product.Unit.Name()}\0{(product.IsKnown ? "known" : "unknown")}";
}

/// <summary>Different values in the order of the UTF-8 bytes of their keys, in which files are sorted.</summary>
internal sealed class RankedValues<T> where T : notnull
{
    private readonly ushort[] _ranks;

    /// <summary>Ranks values.</summary>
    /// <param name="values">By the numbers that lines have; equal values share a rank.</param>
    /// <param name="key">Equal for equal values only.</param>
    internal RankedValues(IReadOnlyList<T> values, Func<T, string> key)
    {
        // A comparison of UTF-16 would put some letters elsewhere.
        T[] ranked = [.. values.Distinct()];
        Array.Sort(Array.ConvertAll(ranked, value => Encoding.UTF8.GetBytes(key(value))), ranked, ByteOrder);
        var ranks = new Dictionary<T, ushort>();
        foreach (var value in ranked)
            ranks.Add(value, (ushort)ranks.Count);
        _ranks = [.. values.Select(value => ranks[value])];
        Values = ranked;
    }

    /// <summary>The values by rank.</summary>
    internal IReadOnlyList<T> Values { get; }

    /// <summary>The rank of a value, by its number.</summary>
    internal ushort RankOf(ushort number) => _ranks[number];

    private static Comparer<byte[]> ByteOrder { get; } =
        Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other));
}
