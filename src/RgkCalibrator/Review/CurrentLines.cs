using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;

namespace RgkCalibrator.Review;

/// <summary>The lines that a catalogue tells as now in force.</summary>
internal static class CurrentLines
{
    /// <summary>
    /// Whether a framework is the one that the catalogue tells as now in force: for each of its lines the catalogue
    /// has a current line with the same volume and duration.
    /// </summary>
    internal static bool AreThoseOf(GivenFramework framework, ProductCatalogue catalogue) =>
        framework.Published.Lines.Count > 0
            && framework.Published.Lines.All(line => catalogue.Products.Any(product => product.Code == line.Code
                && Of(product, line.Place.Subgroup) is { } current
                && current.Volume == line.Volume && current.Duration.IsAlsoCalled(line.Duration)));

    // What is in no subgroup has no name in a published framework.
    private static CurrentLine? Of(Product product, string subgroup) => product.CurrentOf(
        subgroup.Length == 0 && product.Subgroups.Count > 0 ? Subgroup.RestId : subgroup);
}
