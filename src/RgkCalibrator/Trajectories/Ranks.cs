using System.Text;
using RgkCalibrator.Intake;

namespace RgkCalibrator.Trajectories;

/// <summary>
/// Products and providers in the order of their codes. They were numbered as they were met, which depends on files and threads; by rank, nothing does.
/// </summary>
internal sealed class Ranks
{
    private readonly ushort[] _products;
    private readonly ushort[] _providers;

    internal Ranks(IReadOnlyList<MetProduct> products, IReadOnlyList<string> providers)
    {
        var productOrder = Order(products, product => product.Code + "\0" + product.Unit.Name());
        var providerOrder = Order(providers, provider => provider);
        Products = [.. productOrder.Select(i => products[i])];
        Providers = [.. providerOrder.Select(i => providers[i])];
        _products = Inverse(productOrder);
        _providers = Inverse(providerOrder);
    }

    /// <summary>The products by rank: by the bytes of their code, then the name of their unit.</summary>
    internal IReadOnlyList<MetProduct> Products { get; }

    /// <summary>The providers by rank.</summary>
    internal IReadOnlyList<string> Providers { get; }

    /// <summary>The rank of a line's product, which counts from 1.</summary>
    internal ushort Product(ushort number) => _products[number - 1];

    /// <summary>The rank of a line's provider.</summary>
    internal ushort Provider(ushort number) => _providers[number];

    private static int[] Order<T>(IReadOnlyList<T> items, Func<T, string> text)
    {
        var keys = items.Select(item => Encoding.UTF8.GetBytes(text(item))).ToArray();
        var order = Enumerable.Range(0, items.Count).ToArray();
        Array.Sort(order, (x, y) => keys[x].AsSpan().SequenceCompareTo(keys[y]));
        return order;
    }

    private static ushort[] Inverse(int[] order)
    {
        var ranks = new ushort[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
            ranks[order[rank]] = (ushort)rank;
        return ranks;
    }
}
