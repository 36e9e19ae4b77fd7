using System.Globalization;
using RgkCalibrator.Output.Formats.Pptx;
using RgkCalibrator.Output.Presentation;
using RgkCalibrator.Tests.Output.Charts;

namespace RgkCalibrator.Tests.Output.Presentation;

/// <summary>The charts of a presentation have the bars, points and lines of the pictures.</summary>
public sealed class NativeChartTests
{
    private const double Width = 438;
    private const double Height = 240;

    public static TheoryData<string> Histograms { get; } = [.. Samples.Histograms.Keys];

    [Theory]
    [MemberData(nameof(Histograms))]
    public void A_histogram_has_the_bars_of_its_model(string name)
    {
        var model = Samples.Histograms[name];

        var chart = NativeHistogram.Of(model, Width, Height);

        var kinds = model.Bins.Select(bin => bin.Side).Distinct().Order().ToList();
        Assert.Equal(1 + kinds.Count, chart.Columns.Count);
        var (places, factor) = (chart.Columns[0].Numbers, FactorOf(chart));
        foreach (var (i, bin) in model.Bins.Index())
        {
            double?[] edges = [bin.From, bin.From, model.EndOf(bin), model.EndOf(bin)];
            foreach (var (corner, edge) in edges.Index())
            {
                // An open bar may end up to one place later.
                var place = places[(4 * i) + corner]!.Value / factor;
                Assert.InRange(place, edge!.Value - 1e-9, edge.Value + (bin.To is null && corner > 1 ? 1 : 1e-9));
            }

            foreach (var (kind, column) in kinds.Zip(chart.Columns.Skip(1)))
            {
                var height = kind == bin.Side ? model.HeightOf(bin) : 0;
                var drawn = column.Numbers.Skip(4 * i).Take(4).ToList();
                Assert.All(new[] { 0, height, height, 0 }.Zip(drawn), pair =>
                    Assert.Equal(pair.First, pair.Second!.Value, 0.0001));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Histograms))]
    public void A_histogram_has_the_lines_and_names_of_its_markers_at_their_places(string name)
    {
        var model = Samples.Histograms[name];

        var chart = NativeHistogram.Of(model, Width, Height);

        var lines = chart.Marks.OfType<ChartLine>().Where(line => line.To.Y == chart.Plot.Bottom).ToList();
        Assert.Equal(2 * model.Markers.Count, lines.Count);
        foreach (var marker in model.Markers)
        {
            var share = ((marker.Value * FactorOf(chart)) - chart.XAxis.Min) / (chart.XAxis.Max - chart.XAxis.Min);
            var x = chart.Plot.Left + (share * chart.Plot.Width);
            Assert.Equal(
                2 * model.Markers.Count(other => other.Value == marker.Value),
                lines.Count(line => Math.Abs(line.From.X - x) < 1e-6 && line.From.X == line.To.X));
        }

        if (model.Markers.Count <= 2)
            Assert.All(model.Markers, marker => Assert.Contains(TextsOf(chart), text => text == marker.Label));
    }

    [Theory]
    [InlineData(40, 60)]
    [InlineData(60, 40)]
    public void A_change_is_an_arrow_from_the_line_in_force_to_the_proposal(double from, double to)
    {
        var model = Samples.Volume() with { Change = new(from, to, "20 uur (50%)") };

        var chart = NativeHistogram.Of(model, Width, Height);

        var arrow = Assert.Single(chart.Marks.OfType<ChartLine>(), line => line.IsArrow);
        Assert.Equal(to > from, arrow.To.X > arrow.From.X);
        Assert.True(arrow.From.Y < chart.Plot.Top && arrow.From.Y == arrow.To.Y);
        Assert.Contains("20 uur (50%)", TextsOf(chart));
    }

    [Fact]
    public void The_workbook_of_a_histogram_holds_its_classes_and_counts_and_nothing_else()
    {
        var model = Samples.Volume();

        var table = NativeHistogram.Of(model, Width, Height).Numbers;

        Assert.Equal(
            model.Bins.Select(bin => (bin.Label, Numbers.Exact(bin.Count))),
            table.Rows.Select(row => (row[0].Plain, row[1].Number!.Value)));
        Assert.Equal(3, table.Columns.Count);
    }

    [Fact]
    public void Names_below_a_histogram_keep_clear_of_each_other()
    {
        foreach (var model in Samples.Histograms.Values.Where(model => model.XTitle.Length < 100))
        {
            var texts = NativeHistogram.Of(model, Width, Height).Marks.OfType<ChartText>().ToList();
            foreach (var row in texts.GroupBy(text => text.Frame.Top))
            {
                var ascending = row.OrderBy(text => text.Frame.Left).ToList();
                Assert.All(ascending.Zip(ascending.Skip(1)), pair => Assert.True(
                    pair.First.Frame.Left + WidthOf(pair.First) <= pair.Second.Frame.Left + 0.5,
                    $"{pair.First.Paragraph.Text} | {pair.Second.Paragraph.Text}"));
            }
        }
    }

    [Theory]
    [InlineData("AllProducts")]
    [InlineData("Downward")]
    public void Two_percentiles_have_their_points_with_their_values_on_as_many_slides_as_they_need(string name)
    {
        var model = name == "Downward" ? Samples.Downward : Samples.AllProducts;

        var pages = NativeDumbbell.Pages(model, 888, 412).ToList();

        Assert.Equal(
            model.Panels.SelectMany(panel => panel.Rows), pages.SelectMany(page => page.Panel.Rows));
        foreach (var (panel, chart) in pages)
        {
            Assert.True(chart.Size.Height <= 412.5);
            Assert.Equal(
                panel.Rows.Select(row => (double?)row.Compared.Value),
                chart.Columns[2].Numbers.Take(panel.Rows.Count));
            Assert.Equal(
                panel.Rows.Select(row => (double?)row.Chosen.Value),
                chart.Columns[4].Numbers.Take(panel.Rows.Count));
            var told = chart.Series.SelectMany(series => series.Labels ?? []).Select(label => label.Text).ToList();
            Assert.All(panel.Rows, row => Assert.Contains(row.Chosen.Label, told));
            var both = panel.Rows
                .SelectMany(row => new double?[] { row.Compared.Value, row.Chosen.Value, null }).ToList();
            Assert.Equal(both, chart.Columns[0].Numbers.Take(both.Count));
        }
    }

    [Fact]
    public void Subgroups_have_their_boxes_whiskers_and_proposals()
    {
        var model = DistributionSamples.Subgroups["subgroups"];
        string[][] beside = [.. model.Rows.Select(row => new[] { $"P80: {row.ProposalLabel}", "nu: geen lijn" })];

        var chart = NativeBoxes.Of(model, beside, 888, 412);

        Assert.Equal(
            model.Rows.SelectMany(row =>
                new[] { row.Box?.LowerQuartile, row.Box?.UpperQuartile ?? row.Box?.Median, null }),
            chart.Columns[2].Numbers.Take(3 * model.Rows.Count));
        Assert.Equal(
            model.Rows.SelectMany(row => new[] { row.Box?.Low, row.Box?.High }).OfType<double>(),
            chart.Columns[0].Numbers.Chunk(6).SelectMany(row => new[] { row[0], row[4] }).OfType<double>());
        Assert.Equal(
            model.Rows.Select(row => row.Box?.Median).OfType<double>(),
            chart.Columns[4].Numbers.OfType<double>().Where((_, i) => i % 2 == 0));
        Assert.Equal(model.Rows.Select(row => row.Proposal), chart.Columns[6].Numbers.Take(model.Rows.Count));
        Assert.All(beside.SelectMany(lines => lines), line => Assert.Contains(line, TextsOf(chart)));
        Assert.Contains(model.Markers.Single().Label, TextsOf(chart));
    }

    private static IEnumerable<string> TextsOf(NativeChart chart) =>
        chart.Marks.OfType<ChartText>().Select(text => text.Paragraph.Text);

    private static double WidthOf(ChartText text) =>
        (text.Paragraph.IsBold ? SlideRoom.Strong : SlideRoom.Text).WidthOf(text.Paragraph.Text);

    private static int FactorOf(NativeChart chart) =>
        chart.Columns[0].Heading.Split(" × ") is [_, var factor]
            ? int.Parse(factor, CultureInfo.InvariantCulture)
            : 1;
}
