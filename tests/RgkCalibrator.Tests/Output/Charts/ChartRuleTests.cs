using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Packets;

namespace RgkCalibrator.Tests.Output.Charts;

/// <summary>What holds of every chart of any draft.</summary>
public sealed class ChartRuleTests
{
    private const double MostBeyondData = 1.3;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Texts_are_large_enough_stand_on_the_sheet_and_keep_clear_of_each_other(int seed) =>
        AssertLegible(RandomDrafts.Of(seed), ContextOf(seed));

    [Fact]
    public void So_do_those_of_the_charts_of_the_demo() => AssertLegible(DemoDraft.Safe, DemoDraft.Context);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Axes_end_where_the_data_do(int seed) => AssertAxesEnd(RandomDrafts.Of(seed), ContextOf(seed));

    [Fact]
    public void So_do_those_of_the_demo() => AssertAxesEnd(DemoDraft.Safe, DemoDraft.Context);

    [Fact]
    public void Random_drafts_have_every_kind_of_chart()
    {
        var kinds = Enumerable.Range(1, 20).SelectMany(seed => ChartFiles.For(RandomDrafts.Of(seed), ContextOf(1)))
            .Select(chart => chart.File.Name.Split('/')[^1].Split('-', '.')[0]).ToHashSet();

        string[] all =
        [
            "volume", "duur", "verdeling", "samen", "verloop", "jaren", "jaarpercentiel", "aanbieders", "subgroepen",
            "marges", "vergelijking", "kader",
        ];
        Assert.Empty(all.Except(kinds));
    }

    [Fact]
    public void Years_are_joined_in_their_order_and_other_years_together_are_not()
    {
        var charts = Enumerable.Range(1, 20).SelectMany(seed => RandomDrafts.Of(seed).Distributions)
            .Where(shown => shown.Years is not null)
            .Select(shown => PartCharts.Years(shown.Line, shown.Years!, DistributionSamples.Dutch)).ToList();

        Assert.Contains(charts, chart => chart.Points[^1].Name == "andere jaren");
        Assert.All(charts, chart => Assert.Equal(
            chart.Points.Count(point => point.Name != "andere jaren"), chart.Joined));
        Assert.All(charts, chart => Assert.Equal(
            chart.Points.Take(chart.Joined).Select(point => point.Name).Order(StringComparer.Ordinal),
            chart.Points.Take(chart.Joined).Select(point => point.Name)));
    }

    private static ChartContext ContextOf(int seed) =>
        DistributionSamples.Dutch with { Language = seed % 2 == 0 ? Language.Dutch : Language.English };

    private static void AssertLegible(SafeDraft draft, ChartContext context) => Assert.All(
        ChartFiles.For(draft, context).Select(chart => (chart.File.Name, Drawing: new Drawing(chart.Painted))),
        chart => Painted.Legible(chart.Drawing));

    private static void AssertAxesEnd(SafeDraft draft, ChartContext context)
    {
        foreach (var shown in draft.Distributions)
        {
            if (shown.Volume is { } volume)
                AssertEnds(HistogramCharts.Volume(volume, shown.VolumeClassWidth, context));
            if (shown.Duration is { } duration)
                AssertEnds(HistogramCharts.Duration(duration, context));
            if (shown.VolumeCurve is { } volumes)
                AssertEnds(CurveCharts.Volume(volumes, context));
            if (shown.DurationCurve is { } durations)
                AssertEnds(CurveCharts.Duration(durations, context));
        }

        foreach (var chart in draft.Subgroups.SelectMany(one => SubgroupCharts.Volume(one, context)))
        {
            var (layout, largest) = (new BoxLayout(chart), chart.Largest);
            Assert.InRange(layout.Area.X.To, largest, MostBeyondData * largest);
            Assert.True(chart.XAxis.Max >= largest, chart.Caption.Title);
        }
    }

    private static void AssertEnds(HistogramChart chart)
    {
        var layout = new HistogramLayout(chart);
        var largest = chart.Markers.Select(marker => marker.Value).Append(chart.EndOf(chart.Bins[^1])).Max();
        Assert.InRange(layout.Area.X.To, largest, MostBeyondData * largest);
        var highest = chart.Bins.Max(chart.HeightOf);
        Assert.InRange(layout.Area.Y.To, highest, MostBeyondData * highest);
    }

    private static void AssertEnds(CurveChart chart)
    {
        var largest = chart.Markers.Select(marker => marker.Value).Append(chart.Points[^1].Value).Max();
        Assert.InRange(new CurveLayout(chart).Area.X.To, largest, MostBeyondData * largest);
    }
}
