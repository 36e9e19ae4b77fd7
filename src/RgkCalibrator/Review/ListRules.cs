using RgkCalibrator.Catalogue;

namespace RgkCalibrator.Review;

/// <summary>What can be wrong between the list of products (annex 1) and the lines (annexes 2 and 3).</summary>
internal static class ListRules
{
    internal static IEnumerable<LintFinding> CodeTwice(PublishedFramework framework) =>
        framework.Products.GroupBy(product => product.Code).Where(same => same.Count() > 1)
            .Select(same => new LintFinding("code-twice", same.Key, string.Empty, new(
                $"De code {same.Key} staat {Numbers.Whole(same.Count())} keer in de lijst van producten.",
                $"The code {same.Key} stands {Numbers.Whole(same.Count())} times in the list of products.")));

    internal static IEnumerable<LintFinding> NoLine(PublishedFramework framework)
    {
        var withLines = framework.Lines.Select(line => line.Code).ToHashSet();
        return framework.Products
            .Where(product => product.Framework != FrameworkKind.None && !withLines.Contains(product.Code))
            .DistinctBy(product => product.Code)
            .Select(product => new LintFinding("no-line", product.Code, string.Empty, new(
                $"{product.Code} is aangekondigd in het {Name(product.Framework).Dutch}, maar heeft daar geen regel.",
                $"{product.Code} is announced in the {Name(product.Framework).English}, but has no line there.")));
    }

    internal static IEnumerable<LintFinding> NotAnnounced(PublishedFramework framework)
    {
        var listed = framework.Products.Select(product => product.Code).ToHashSet();
        return ProductsOfLines(framework).Where(line => !listed.Contains(line.Code))
            .Select(line => new LintFinding("not-announced", line.Code, string.Empty, new(
                $"{line.Code} heeft een regel, maar staat niet in de lijst van producten.",
                $"{line.Code} has a line, but is not in the list of products.")));
    }

    internal static IEnumerable<LintFinding> OtherKind(PublishedFramework framework)
    {
        var kinds = framework.Products.ToLookup(product => product.Code, product => product.Framework);
        return framework.Lines.DistinctBy(line => (line.Code, line.Kind))
            .Where(line => kinds.Contains(line.Code) && !kinds[line.Code].Contains(line.Kind))
            .Select(line => new LintFinding("other-kind", line.Code, string.Empty, new(
                $"{line.Code} staat in het {Name(line.Kind).Dutch}, maar is daar niet voor aangekondigd.",
                $"{line.Code} stands in the {Name(line.Kind).English}, but is not announced for it.")));
    }

    internal static IEnumerable<LintFinding> OtherName(PublishedFramework framework)
    {
        var names = framework.Products.ToLookup(product => product.Code, product => Letters(product.Name));
        return ProductsOfLines(framework)
            .Where(line => names.Contains(line.Code) && !names[line.Code].Contains(Letters(line.Product)))
            .Select(line => new LintFinding("other-name", line.Code, string.Empty, new(
                $"{line.Code} heet in de lijst van producten anders dan bij de regel.",
                $"{line.Code} has another name in the list of products than at its line.")));
    }

    private static IEnumerable<PublishedLine> ProductsOfLines(PublishedFramework framework) =>
        framework.Products.Count == 0 ? [] : framework.Lines.DistinctBy(line => line.Code);

    // Case, spaces and hyphens make no other name.
    private static string Letters(string name) =>
        new([.. name.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);

    private static Wording Name(FrameworkKind kind) => kind == FrameworkKind.Rgk
        ? new("richtinggevend kader", "guiding framework")
        : new("normenkader", "limiting framework");
}
