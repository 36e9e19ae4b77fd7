using RgkCalibrator.Disclosure;

namespace RgkCalibrator.Output.Packets;

/// <summary>
/// The lines on which the working group is asked to decide. A product keeps its lines unasked where each has so few
/// trajectories that their number is not told, and a current line: none of them can be lost or made.
/// </summary>
/// <param name="Asked">The lines to decide on.</param>
/// <param name="Left">The lines that stay as they are.</param>
internal sealed record PresentedLines(IReadOnlyList<SafeLine> Asked, IReadOnlyList<SafeLine> Left)
{
    /// <summary>Parts the lines of a draft, by what is shown of them.</summary>
    internal static PresentedLines Of(IReadOnlyList<SafeLine> lines)
    {
        var asked = lines.Where(IsToDecide).Select(line => line.Product.Code).ToHashSet(StringComparer.Ordinal);
        var parted = lines.ToLookup(line => asked.Contains(line.Product.Code));
        return new([.. parted[true]], [.. parted[false]]);
    }

    /// <summary>How many lines are left, for above the table; nothing where none are.</summary>
    internal IEnumerable<Wording> Sentence()
    {
        if (Left.Count == 0)
            yield break;
        var (lines, products, smallest) = (
            Numbers.Whole(Left.Count), Numbers.Whole(Products.Count), Numbers.Whole(Left[0].Trajectories.Smallest));
        yield return new(
            $"Niet voorgelegd, bestaand blijft: {Counted(Left.Count, lines, "lijn", "lijnen")} van "
                + $"{Counted(Products.Count, products, "product", "producten")}. Er zijn minder dan {smallest} "
                + "trajecten, of geen. De leeswijzer noemt ze.",
            $"Not presented, the current lines stay: {Counted(Left.Count, lines, "line", "lines")} of "
                + $"{Counted(Products.Count, products, "product", "products")}. There are fewer than {smallest} "
                + "trajectories, or none. The reading guide names them.");
    }

    /// <summary>Which lines are left, a product each.</summary>
    internal IEnumerable<Wording> Names() => Products.Select(product => Wording.Same($"{product.Code} {product.Name}"));

    /// <summary>The same in one sentence, for a text; nothing where none are left.</summary>
    internal IEnumerable<Wording> List()
    {
        if (Left.Count == 0)
            yield break;
        var names = string.Join("; ", Products.Select(product => $"{product.Code} {product.Name}"));
        yield return new($"Niet voorgelegd: {names}.", $"Not presented: {names}.");
    }

    private List<Catalogue.Product> Products => [.. Left.Select(line => line.Product).Distinct()];

    private static bool IsToDecide(SafeLine line) =>
        line.Trajectories.Value is not null || line.Proposed.Volume is not null || line.Current is null;

    private static string Counted(int count, string number, string one, string more) =>
        $"{number} {(count == 1 ? one : more)}";
}
