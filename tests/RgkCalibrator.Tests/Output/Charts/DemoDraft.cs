using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Tests.Output.Charts;

/// <summary>What may be shown of the region of <c>rgk demo</c>; derived once for all tests.</summary>
internal static class DemoDraft
{
    private static readonly CalibrationSettings Settings = new(CatalogueFile.Haaglanden2025())
    {
        Png = new PngSettings { Charts = PngCharts.None },
    };

    private static readonly Lazy<SafeDraft> Derived = new(Derive);

    internal static SafeDraft Safe => Derived.Value;

    internal static ChartContext Context { get; } = new DraftNotes(
        Settings.Catalogue.Trajectories, Settings.Framework, Settings.Disclosure, IsSynthetic: true, Settings.Language)
        .ChartContext;

    private static SafeDraft Derive()
    {
        using var folder = new TemporaryFolder();
        var region = SyntheticSettings.Default with { Dirt = DirtRates.Default, Format = RegionFormat.Mixed };
        var made = SyntheticRegion.Write(folder["invoer"], region);
        return Calibration.Derive(
            [.. made.Declarations.Select(name => folder["invoer/" + name])], folder["kader"], Settings,
            RunSettings.Default).Draft.Safe;
    }
}
