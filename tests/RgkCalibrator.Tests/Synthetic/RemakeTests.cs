using System.Diagnostics;
using System.Globalization;
using RgkCalibrator.Synthetic;
using Xunit.Abstractions;

namespace RgkCalibrator.Tests.Synthetic;

/// <summary>
/// Remakes data/synthetic when asked: RGK_REMAKE_SYNTHETIC=constants or =truth. Else it does nothing.
/// </summary>
public sealed class RemakeTests(ITestOutputHelper output)
{
    /// <summary>Forty regions, of another seed than any region that is made by default.</summary>
    internal static readonly SyntheticSettings Sample = new(40 * SyntheticSettings.Default.Children, 1729);

    private static readonly string? Wish = Environment.GetEnvironmentVariable("RGK_REMAKE_SYNTHETIC");

    [Fact]
    public void The_constants_are_fitted_anew_when_asked()
    {
        if (Wish != "constants")
            return;
        var rough = RegionCalibration.Fit(RegionModel.Load(), Sample with { Children = Sample.Children / 8 }, 5, 0);
        var model = RegionCalibration.Fit(rough, Sample, 3, 3);
        File.WriteAllText(PublishedLine.Repository("data/synthetic/lines.csv"), RegionCalibration.Csv(model));
    }

    [Fact]
    public void The_truth_is_measured_anew_when_asked()
    {
        if (Wish != "truth")
            return;
        var clock = Stopwatch.StartNew();
        var tables = new RegionTables(RegionModel.Load());
        var sample = TruthSample.Draw(Sample, tables);
        var drawn = clock.Elapsed.TotalSeconds;
        File.WriteAllText(
            PublishedLine.Repository("data/synthetic/truth.csv"), TruthTable.Csv(TruthTable.Of(sample, tables)));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{drawn:0.0} s to draw, {clock.Elapsed.TotalSeconds:0.0} s in all"));
    }
}
