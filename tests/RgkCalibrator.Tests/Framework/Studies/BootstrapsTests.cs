using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Tests.Groups;

namespace RgkCalibrator.Tests.Framework.Studies;

public sealed class BootstrapsTests
{
    private static readonly FrameworkSettings Settings = new() { Bootstraps = 199, Seed = 1729 };

    [Fact]
    public void A_line_has_the_intervals_of_both_clusters_at_both_percentiles_and_the_smooth_estimate()
    {
        var rows = Bootstraps.OfLine(Line(Estimator.Corrected), Settings).ToList();

        Assert.Equal(["duration_months", "volume_within_12m"], rows.Select(row => row.Measure).Distinct());
        Assert.Equal(
            [
                (Method.BootstrapClient, "all", "P75"),
                (Method.BootstrapClient, "all", "P80"),
                (Method.BootstrapProvider, "all", "P75"),
                (Method.BootstrapProvider, "all", "P80"),
                (Method.HarrellDavis, "completed", "P75"), (Method.HarrellDavis, "completed", "P80"),
            ],
            rows.Take(6).Select(row => (row.Estimate.Method, row.Population, row.Estimate.Percentage.ToString())));
        Assert.All(
            rows.Where(row => row.Estimate.Method != Method.HarrellDavis), row => Assert.Null(row.Estimate.Value));
    }

    [Theory]
    [InlineData(Estimator.Corrected)]
    [InlineData(Estimator.Completed)]
    public void The_limits_hold_the_estimate_that_they_are_about(Estimator estimator)
    {
        var line = Line(estimator);

        var rows = Bootstraps.OfLine(line, Settings)
            .Where(row =>
                row.Estimate.Method == Method.BootstrapClient
                    && row.Estimate.Percentage == Settings.Percentage).ToList();

        var (duration, volume) = (
            line.Chosen.Duration!.Estimate.Value ?? double.PositiveInfinity, line.Chosen.Volume!.Estimate.Value!.Value);
        Assert.InRange(duration, rows[0].Estimate.Lower!.Value, rows[0].Estimate.Upper ?? double.PositiveInfinity);
        Assert.InRange(volume, rows[1].Estimate.Lower!.Value, rows[1].Estimate.Upper!.Value);
        Assert.True(rows[1].Estimate.Lower < rows[1].Estimate.Upper);
        Assert.Equal(estimator == Estimator.Completed ? line.Group.Count : line.Group.Cohort, rows[1].Estimate.N);
    }

    [Fact]
    public void The_same_seed_draws_the_same_and_another_one_others()
    {
        var line = Line(Estimator.Corrected);

        var limits = Limits(Settings);

        Assert.Equal(limits, Limits(Settings));
        Assert.NotEqual(limits, Limits(Settings with { Seed = 1730 }));

        List<(double?, double?)> Limits(FrameworkSettings settings) =>
        [
            .. Bootstraps.OfLine(line, settings).Select(row => (row.Estimate.Lower, row.Estimate.Upper)),
        ];
    }

    [Fact]
    public void One_provider_has_no_limits_and_too_few_trajectories_no_rows()
    {
        var alone = Proposals.ForGroup(
            Care.Group(Care.Usual, Enumerable.Range(0, 50).Select(child => Care.Of(child, child % 3, 20 + child))),
            Settings);

        Assert.All(
            Bootstraps.OfLine(alone, Settings).Where(row => row.Estimate.Method == Method.BootstrapProvider),
            row => Assert.Equal((null, null, false), (row.Estimate.Lower, row.Estimate.Upper, row.Estimate.Reached)));
        Assert.Empty(Bootstraps.OfLine(Proposals.ForGroup(Care.Group(Care.Usual, []), Settings), Settings));
    }

    private static DraftLine Line(Estimator estimator) =>
        Proposals.ForGroup(
            Care.Group(Care.Usual, Enumerable.Range(0, 200).Select(Any)), Settings with { Estimator = estimator });

    private static Care Any(int child)
    {
        var care = child % 4 == 0
            ? Care.Running(child, 2 + (child % 29), 30 + (child % 41))
            : Care.Of(child, child % 4, 20 + (child % 61)) with { Months = 3 * (1 + (child % 4)) };
        return care with { Covariates = Followed.By(child % 7) };
    }
}
