using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Benchmarks;

/// <summary>Our side of the race for percentiles: the library, in a process of its own.</summary>
internal static class OurPercentiles
{
    internal const string Verb = "run-percentiles";

    private static readonly Percentage[] Asked = [Percentage.Of(75), Percentage.Of(80)];

    /// <summary>Writes what percentiles.sql writes: a row for each product that has completed trajectories.</summary>
    internal static void Write(string input, string output, int threads)
    {
        var catalogue = AsAsked(CatalogueFile.Haaglanden2025());
        var run = RunSettings.Default with { Threads = threads };
        var trajectories = Calibration.Trajectories([input], new CalibrationSettings(catalogue), run);
        var rows = Grouping.Of(trajectories, catalogue)
            .Where(group => group.Count > 0)
            .OrderBy(group => group.Product.Code, StringComparer.Ordinal)
            .AsParallel().AsOrdered().WithDegreeOfParallelism(threads)
            .Select(Row);
        File.WriteAllLines(output, rows.Prepend("product_code,n,volume_p75,volume_p80,days_p75,days_p80"));
    }

    /// <summary>
    /// The same catalogue, asked for what the SQL is asked for: every product gets a line for all of its uncut
    /// trajectories, and no volumes within allowed durations are wanted.
    /// </summary>
    private static ProductCatalogue AsAsked(ProductCatalogue catalogue) => new(
        catalogue.Name,
        catalogue.Trajectories,
        [.. catalogue.Products.Select(AsAsked)]);

    private static Product AsAsked(Product product) => product with
    {
        Framework = FrameworkKind.Rgk,
        AllowedDurations = [],
        Part = PartRule.None,
        Observation = Observation.Trajectory,
        Subgroups = [],
    };

    private static string Row(Group group)
    {
        var volume = new Sample(group.Volume.ToArray().Select(ticks => (double)ticks));
        var days = new Sample(group.Days.ToArray().Select(day => (double)day));
        return string.Join(
            ',',
            [
                group.Product.Code,
                Numbers.Whole(group.Count),
                .. Percentiles(volume, Ticks.PerUnit),
                .. Percentiles(days, 1),
            ]);
    }

    private static IEnumerable<string> Percentiles(Sample sample, double scale) =>
        Asked.Select(percentage => Numbers.Exact(Quantile.Of(sample, percentage, QuantileType.Type7)!.Value / scale));
}
