using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Output.Plots;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Survival;
using ScottPlot;
using ScottPlot.Plottables;

namespace RgkCalibrator.Tests.Output.Plots;

/// <summary>What is drawn, read back from ScottPlot's own series, is what the statistics say.</summary>
public sealed class PlotSeriesTests
{
    private const double Tolerance = 1e-12;

    public static TheoryData<Estimator, PlotMeasure> Measures { get; } = new()
    {
        { Estimator.Corrected, PlotMeasure.Volume },
        { Estimator.Corrected, PlotMeasure.Duration },
        { Estimator.Completed, PlotMeasure.Volume },
        { Estimator.Completed, PlotMeasure.Duration },
    };

    [Theory]
    [MemberData(nameof(Measures))]
    public void The_bars_hold_every_trajectory_once_and_the_lines_stand_at_the_estimates(
        Estimator estimator, PlotMeasure measure)
    {
        var group = PlotSamples.Skewed(3000);
        var picture = Assert.IsType<HistogramModel>(
            PlotSamples.Model(group, new(PlotKind.Histogram, measure), estimator));
        using var plot = PlotPainter.Build(picture, PlotSize.Usual);

        var bars = plot.GetPlottables<BarPlot>().ToList();

        Assert.Equal(group.Count, bars[0].Bars.Sum(bar => bar.Value - bar.ValueBase));
        Assert.Equal(group.Cohort - group.Count, bars[1].Bars.Sum(bar => bar.Value - bar.ValueBase));
        Assert.All(bars[0].Bars.Zip(bars[1].Bars), pair => Assert.Equal(pair.First.Value, pair.Second.ValueBase));
        Assert.Equal(
            EstimatesOf(group, measure, estimator),
            plot.GetPlottables<VerticalLine>().Select(line => line.X).Distinct().Order());
    }

    [Fact]
    public void The_survival_curve_and_its_band_are_those_of_Kaplan_Meier()
    {
        var group = PlotSamples.Skewed(90);
        var picture = Assert.IsType<CurveModel>(PlotSamples.Model(group, new(PlotKind.Survival)));
        using var plot = PlotPainter.Build(picture, PlotSize.Usual);
        var curve = new KaplanMeier(Observed.Durations(group, Estimator.Corrected).SurvivalSample())
            .Curve(Estimation.Limits, 0.95)
            .Where(step => step.Time <= picture.X.End).ToList();
        var limited = curve.Where(step => step is { Lower: not null, Upper: not null }).ToList();

        var drawn = plot.GetPlottables<Scatter>().Select(PointsOf).ToList();

        Same([(0, 1), .. curve.Select(step => (step.Time, step.Survival))], drawn[2]);
        Same([.. limited.Select(step => (step.Time, step.Upper!.Value))], drawn[0]);
        Same([.. limited.Select(step => (step.Time, step.Lower!.Value))], drawn[1]);
        Assert.All(
            plot.GetPlottables<Scatter>(), scatter => Assert.Equal(ConnectStyle.StepHorizontal, scatter.ConnectStyle));
    }

    [Fact]
    public void The_cumulative_curve_is_that_of_the_weights()
    {
        var group = PlotSamples.Skewed(200);
        var picture = Assert.IsType<CurveModel>(PlotSamples.Model(group, new(PlotKind.Cumulative)));
        using var plot = PlotPainter.Build(picture, PlotSize.Usual);
        var weights = new Ipcw(Observed.Volumes(group, Estimator.Corrected).VolumeSample());
        var volumes = group.Volume.ToArray().Distinct().Order()
            .Where(ticks => Ticks.ToUnits(ticks) <= picture.X.End).ToList();
        var shares = volumes.ConvertAll(ticks => weights.ShareAt(ticks, Estimation.Limits, 0.95));

        var drawn = plot.GetPlottables<Scatter>().Select(PointsOf).ToList();

        Same([(0, 0), .. volumes.Zip(shares, (ticks, share) => (Ticks.ToUnits(ticks), share.Share))], drawn[2]);
        Same([.. volumes.Zip(shares, (ticks, share) => (Ticks.ToUnits(ticks), share.Lower))], drawn[0]);
        Same([.. volumes.Zip(shares, (ticks, share) => (Ticks.ToUnits(ticks), share.Upper))], drawn[1]);
    }

    [Fact]
    public void The_curve_of_complete_trajectories_counts_them()
    {
        var sample = new PlotSample(
            PlotSamples.Skewed(500), PlotMeasure.Volume, new FrameworkSettings { Estimator = Estimator.Completed });
        var complete = sample.Complete.ToArray();

        Assert.All(
            sample.Curve(1e9, 5000),
            point => Assert.Equal(
                (double)complete.Count(value => value <= point.At) / complete.Length, point.Share, Tolerance));
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void A_curve_of_many_points_is_thinned_and_not_moved(Estimator estimator, PlotMeasure measure)
    {
        var sample = new PlotSample(PlotSamples.Skewed(3000), measure, new FrameworkSettings { Estimator = estimator });

        var (all, some) = (sample.Curve(60, int.MaxValue), sample.Curve(60, 50));

        Assert.InRange(some.Count, 25, 51);
        Assert.Equal(all[^1], some[^1]);
        Assert.All(some, point => Assert.Contains(point, all));
    }

    [Theory]
    [InlineData(PlotMeasure.Volume)]
    [InlineData(PlotMeasure.Duration)]
    public void The_correction_shows_the_percentile_of_both_estimators(PlotMeasure measure)
    {
        var group = PlotSamples.Skewed(800);
        using var plot = PlotPainter.Build(PlotSamples.Model(group, new(PlotKind.Correction, measure)), PlotSize.Usual);

        var lines = plot.GetPlottables<VerticalLine>().Select(line => line.X).Distinct().Order();

        Assert.Equal(
            Enum.GetValues<Estimator>().Select(estimator => EstimatesOf(group, measure, estimator)[^1]).Order(), lines);
        Assert.Equal(4, plot.GetPlottables<Scatter>().Count());
    }

    [Theory]
    [InlineData(Estimator.Corrected)]
    [InlineData(Estimator.Completed)]
    public void The_cells_hold_the_complete_trajectories_and_the_title_the_coverage(Estimator estimator)
    {
        var group = PlotSamples.Skewed(700);
        var picture = PlotSamples.Model(group, new(PlotKind.Heatmap), estimator);
        using var plot = PlotPainter.Build(picture, PlotSize.Usual);
        var (settings, step) = (new FrameworkSettings { Estimator = estimator }, 3);
        var volumes = Observed.VolumesWithin(group, estimator, step);
        var coverage = new GroupEstimates(group, estimator, settings).Coverage(step, volumes, 61);

        var cells = plot.GetPlottables<Heatmap>().Single().Intensities.Cast<double>().Where(double.IsFinite).ToList();
        var frame = plot.GetPlottables<ScottPlot.Plottables.Rectangle>().Single();

        Assert.Equal(group.Count, cells.Sum());
        Assert.Equal((0, 12, 0, 61), (frame.X1, frame.X2, frame.Y1, frame.Y2));
        Assert.Contains(
            Numbers.Share(coverage.Both / coverage.All, 1, Language.Dutch) + " van de trajecten",
            picture.Caption.Title,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PlotParts.Provider)]
    [InlineData(PlotParts.Year)]
    [InlineData(PlotParts.Age)]
    [InlineData(PlotParts.Order)]
    public void A_box_has_the_percentiles_of_its_part(PlotParts parts)
    {
        var group = PlotSamples.Skewed(600);
        var picture = Assert.IsType<BoxModel>(PlotSamples.Model(group, new(PlotKind.Box, PlotMeasure.Volume, parts)));
        using var plot = PlotPainter.Build(picture, PlotSize.Usual);

        var boxes = plot.GetPlottables<ScottPlot.Plottables.Rectangle>().Select(box => (box.X1, box.X2)).ToList();
        var expected = picture.Rows.Select(
            row => (PercentileOf(row.Sample.Group, 25), PercentileOf(row.Sample.Group, 75)));

        Assert.Equal(expected, boxes);
        Assert.Equal(group.Cohort, picture.Rows.Sum(row => row.Sample.Group.Cohort));
        Assert.Equal(
            picture.Rows.Select(row => PercentileOf(row.Sample.Group, 80)),
            plot.GetPlottables<Scatter>().Select(dots => dots.Data.GetScatterPoints()[0].X));
    }

    [Fact]
    public void Few_trajectories_stand_as_dots_and_not_as_a_box()
    {
        using var plot = PlotPainter.Build(PlotSamples.Model(PlotSamples.Skewed(5), new(PlotKind.Box)), PlotSize.Usual);

        Assert.Empty(plot.GetPlottables<ScottPlot.Plottables.Rectangle>());
        Assert.Equal(5, plot.GetPlottables<Scatter>().Sum(dots => dots.Data.GetScatterPoints().Count));
    }

    [Fact]
    public void A_percentile_that_is_not_reached_has_no_line_and_the_title_says_so()
    {
        var picture = PlotSamples.Model(PlotSamples.AllRunning(60), new(PlotKind.Histogram));
        using var plot = PlotPainter.Build(picture, PlotSize.Usual);

        Assert.Empty(plot.GetPlottables<VerticalLine>());
        Assert.Contains("niet bereikt", picture.Caption.Title, StringComparison.Ordinal);
    }

    private static double PercentileOf(Group group, int percent) =>
        new Ipcw(Observed.Volumes(group, Estimator.Corrected).VolumeSample())
            .Percentile(Percentage.Of(percent), Estimation.Limits, 0.95).Value!.Value / Ticks.PerUnit;

    /// <summary>P75 and P80 in <c>intern/estimates.csv</c>.</summary>
    private static List<double> EstimatesOf(Group group, PlotMeasure measure, Estimator estimator)
    {
        var settings = new FrameworkSettings { Estimator = estimator };
        var name = measure == PlotMeasure.Volume ? "volume" : "duration_months";
        var population = estimator == Estimator.Corrected ? Estimation.All : Estimation.Completed;
        return [.. Estimation.Of(group, settings)
            .Where(row => row.Measure == name && row.Population == population
                && row.Estimate.Method is Method.Type2 or Method.Km or Method.Ipcw)
            .Select(row => row.Estimate.Value!.Value).Distinct().Order()];
    }

    private static List<(double X, double Y)> PointsOf(Scatter scatter) =>
        [.. scatter.Data.GetScatterPoints().Select(point => (point.X, point.Y))];

    private static void Same(List<(double X, double Y)> expected, List<(double X, double Y)> drawn)
    {
        // A curve that has come to its end goes on to the edge.
        Assert.InRange(drawn.Count, expected.Count, expected.Count + 1);
        Assert.All(expected.Zip(drawn), pair =>
        {
            Assert.Equal(pair.First.X, pair.Second.X);
            Assert.Equal(pair.First.Y, pair.Second.Y, Tolerance);
        });
    }
}
