using System.Text;
using RgkCalibrator.Intake;

namespace RgkCalibrator.Trajectories;

/// <summary>
/// Products and providers in the order of their codes. They were numbered as they were met, which depends on files and threads; by rank, nothing does.
/// </summary>
internal sealed class Ranks
{
    private readonly UnitConversion[] _conversions;
    private readonly ushort[] _products;
    private readonly ushort[] _providers;

    internal Ranks(IReadOnlyList<DeclaredKind> kinds, IReadOnlyList<string> providers)
    {
        Products = InOrder([.. kinds.Select(kind => kind.Product).Distinct()], product => $"{product.Code}\0{product.Unit.Name()}\0{(product.IsKnown ? "known" : "unknown")}");
        Providers = InOrder(providers, provider => provider);
        var products = Products.Index().ToDictionary(pair => pair.Item, pair => (ushort)pair.Index);
        var ranks = Providers.Index().ToDictionary(pair => pair.Item, pair => (ushort)pair.Index, StringComparer.Ordinal);
        _products = [.. kinds.Select(kind => products[kind.Product])];
        _providers = [.. providers.Select(provider => ranks[provider])];
        _conversions = [.. kinds.Select(kind => kind.Conversion)];
        IsConverting = Array.Exists(_conversions, conversion => conversion != UnitConversion.None);
    }

    /// <summary>Whether some kind is declared in another unit than it is carried in.</summary>
    internal bool IsConverting { get; }

    /// <summary>The products by rank: by the bytes of their code, then the name of their unit.</summary>
    internal IReadOnlyList<MetProduct> Products { get; }

    /// <summary>The providers by rank.</summary>
    internal IReadOnlyList<string> Providers { get; }

    /// <summary>The rank of the product of a line's kind, which counts from 1.</summary>
    internal ushort Product(ushort kind) => _products[kind - 1];

    /// <summary>From a line's unit to its product's.</summary>
    internal UnitConversion Conversion(ushort kind) => _conversions[kind - 1];

    /// <summary>The rank of a line's provider.</summary>
    internal ushort Provider(ushort number) => _providers[number];

    // By bytes, as the file is sorted: a comparison of UTF-16 would put some letters elsewhere.
    private static List<T> InOrder<T>(IReadOnlyList<T> items, Func<T, string> text)
    {
        var keyed = items.Select(item => (Item: item, Key: Encoding.UTF8.GetBytes(text(item)))).ToList();
        keyed.Sort((x, y) => x.Key.AsSpan().SequenceCompareTo(y.Key));
        return [.. keyed.Select(pair => pair.Item)];
    }
}
