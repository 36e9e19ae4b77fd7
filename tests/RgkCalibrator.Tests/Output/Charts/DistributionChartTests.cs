using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Tests.Output.Charts;

/// <summary>Cumulative curves and subgroups side by side, as they are painted.</summary>
public sealed class DistributionChartTests
{
    public static TheoryData<string> Curves => [.. DistributionSamples.Curves.Keys];

    public static TheoryData<string> Subgroups => [.. DistributionSamples.Subgroups.Keys];

    [Theory]
    [MemberData(nameof(Curves))]
    public void Texts_of_a_curve_are_legible_and_keep_clear_of_each_other(string name) =>
        Painted.Legible(new Drawing(CurvePainter.Paint(DistributionSamples.Curves[name])));

    [Theory]
    [MemberData(nameof(Subgroups))]
    public void Texts_of_subgroups_are_legible_and_keep_clear_of_each_other(string name) =>
        Painted.Legible(new Drawing(BoxPainter.Paint(DistributionSamples.Subgroups[name])));

    [Theory]
    [MemberData(nameof(Curves))]
    public void A_curve_is_as_accepted(string name) =>
        Golden.Verify($"curve-{name}.svg", CurvePainter.Paint(DistributionSamples.Curves[name]));

    [Theory]
    [MemberData(nameof(Subgroups))]
    public void Subgroups_are_as_accepted(string name) =>
        Golden.Verify($"{name}.svg", BoxPainter.Paint(DistributionSamples.Subgroups[name]));

    [Fact]
    public void A_listener_hears_every_point_of_a_curve_and_the_line()
    {
        var chart = DistributionSamples.Curves["volume"];
        var heard = new Drawing(CurvePainter.Paint(chart)).Element("desc").Split('\n');

        Assert.All(
            chart.Points,
            point => Assert.Contains(
                heard,
                line => line.StartsWith(point.Label + ": ", StringComparison.Ordinal)
                    && line.Contains(point.ShareLabel, StringComparison.Ordinal)));
        Assert.All(chart.Markers, marker => Assert.Contains(marker.Label + ".", heard));
        Assert.Equal(["P75", "P80"], chart.Levels.Select(level => level.Label));
    }

    [Fact]
    public void A_subgroup_that_is_not_shown_is_counted_in_a_sentence() => Assert.Contains(
        new Drawing(BoxPainter.Paint(DistributionSamples.Subgroups["subgroups"])).Element("desc").Split('\n'),
        line => line.EndsWith(" 1 subgroep is niet te tonen.", StringComparison.Ordinal));

    [Fact]
    public void Volumes_per_care_year_are_named_so_on_the_axis()
    {
        var product = RgkCalibrator.Tests.Groups.Care.Usual;
        var subgroups = DistributionSamples.Parts(product, ("a", 300, 1), ("b", 400, 2)).Subgroups.Single();
        var perYear = new SafeSubgroups(subgroups.Whole with { IsPerCareYear = true }, subgroups.Members);

        Assert.Equal(
            "Volume per zorgjaar, in uur", SubgroupCharts.Volume(perYear, DistributionSamples.Dutch).Single().XTitle);
        Assert.Equal(
            "Volume binnen de voorgestelde duur van elke subgroep, in uur",
            SubgroupCharts.Volume(subgroups, DistributionSamples.Dutch).Single().XTitle);
    }

    [Fact]
    public void A_curve_that_does_not_ascend_is_refused()
    {
        var chart = DistributionSamples.Curves["volume"];

        Assert.Throws<ArgumentException>(() => chart with { Points = [.. chart.Points.Reverse()] });
        Assert.Throws<ArgumentException>(() => chart with { Points = [chart.Points[0]] });
    }

    [Fact]
    public void More_subgroups_than_fit_go_over_sheets()
    {
        var many = Enumerable.Range(1, 11).Select(i => ("Groep " + Numbers.Whole(i), 60, 1)).ToArray();
        var context = new ChartContext(Language.English, new("", ""), new("", ""), new("", ""), 10);

        var sheets = SubgroupCharts.Volume(
            DistributionSamples.Parts(RgkCalibrator.Tests.Groups.Care.Usual, many).Subgroups.Single(), context);

        Assert.Equal([6, 5], sheets.Select(sheet => sheet.Rows.Count));
        Assert.Equal(["subgroepen-45C02-1", "subgroepen-45C02-2"], sheets.Select(sheet => sheet.Caption.Id));
    }

    [Fact]
    public void One_subgroup_that_may_be_shown_is_not_set_beside_itself() =>
        Assert.Empty(
            DistributionSamples.Parts(RgkCalibrator.Tests.Groups.Care.Usual, ("a", 90, 1), ("b", 20, 1)).Subgroups);
}
