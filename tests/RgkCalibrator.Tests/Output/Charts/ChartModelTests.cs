using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Tests.Output.Charts;

public sealed class ChartModelTests
{
    [Fact]
    public void A_bar_of_the_common_width_is_as_high_as_its_count_and_a_merged_one_lower()
    {
        var chart = Samples.Volume();

        Assert.Equal(95, chart.HeightOf(chart.Bins[0]), 12);
        Assert.Equal(7.5, chart.HeightOf(chart.Bins[^2]), 12);
    }

    [Fact]
    public void An_open_bar_is_no_higher_than_the_one_before_unless_that_would_take_over_the_axis()
    {
        var chart = Samples.Volume();
        var small = chart with { Bins = [.. chart.Bins.SkipLast(1), new(120, null, 400, "", "", LineSide.Outside)] };

        Assert.Equal(chart.HeightOf(chart.Bins[^2]), chart.HeightOf(chart.Bins[^1]), 9);
        Assert.Equal(180, small.EndOf(small.Bins[^1]));
    }

    [Fact]
    public void An_open_bar_reaches_beyond_every_marker()
    {
        var chart = Samples.Volume() with { Markers = [new(500, "", MarkerKind.Compared)] };

        Assert.Equal(505, chart.EndOf(chart.Bins[^1]));
    }

    [Fact]
    public void The_counts_of_the_table_sum_to_n()
    {
        var counts = Samples.Volume().Table.Rows
            .Sum(row => int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(635, counts);
    }

    [Fact]
    public void Bins_that_overlap_or_go_on_after_an_open_one_are_refused()
    {
        var bins = Samples.Volume().Bins;

        Assert.Throws<ArgumentException>(() => Samples.Volume() with { Bins = [] });
        Assert.Throws<ArgumentException>(() => Samples.Volume() with { Bins = [bins[1], bins[0]] });
        Assert.Throws<ArgumentException>(() => Samples.Volume() with { Bins = [bins[^1], bins[^1]] });
        Assert.Throws<ArgumentException>(() => new HistogramBin(3, 3, 1, "", "", LineSide.Inside));
        Assert.Throws<ArgumentException>(() => new HistogramBin(3, 4, -1, "", "", LineSide.Inside));
        Assert.Throws<ArgumentException>(() => new HistogramBin(3, 4, double.NaN, "", "", LineSide.Inside));
        Assert.Throws<ArgumentOutOfRangeException>(() => Samples.Volume() with { DensityWidth = 0 });
    }

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("a\"b")]
    public void An_id_that_would_not_do_in_a_file_name_or_a_page_is_refused(string id) =>
        Assert.Throws<ArgumentException>(() => Samples.Volume().Caption with { Id = id });

    [Fact]
    public void A_seventh_note_is_refused() =>
        Assert.Throws<ArgumentException>(() => Samples.Volume().Caption with { Notes = [.. Enumerable.Repeat("", 7)] });

    [Fact]
    public void A_panel_without_rows_is_refused() => Assert.Throws<ArgumentException>(
        () => new DumbbellPanel("", "", largest => Axis.Nice(0, largest, 5, Language.Dutch), []));

    [Fact]
    public void Pages_hold_every_row_once_in_order_and_are_numbered()
    {
        var pages = Samples.AllProducts.Pages();

        Assert.Equal(Rows(Samples.AllProducts), pages.SelectMany(Rows));
        Assert.Equal(["p75-p80-1", "p75-p80-2", "p75-p80-3"], pages.Select(page => page.Caption.Id));
        Assert.EndsWith("(2 van 3)", pages[1].Caption.Title, StringComparison.Ordinal);
        Assert.Equal(30, pages.Sum(page => Rows(page).Count()));
    }

    [Fact]
    public void A_long_panel_is_cut_in_equal_parts_of_which_each_axis_ends_with_its_own_values()
    {
        var pages = Samples.AllProducts.Pages();

        Assert.Equal([10, 11, 9], pages.Select(page => Rows(page).Count()));
        Assert.All(
            pages.SelectMany(page => page.Panels),
            panel => Assert.Equal(panel.Rows.Max(row => row.Chosen.Value), panel.Largest));
    }

    [Fact]
    public void The_title_of_a_page_is_of_its_own_rows()
    {
        var chart = Samples.AllProducts with { TitleOf = rows => rows[0].Label };

        Assert.All(
            chart.Pages(),
            page => Assert.StartsWith(Rows(page).First().Label + " (", page.Caption.Title, StringComparison.Ordinal));
    }

    [Fact]
    public void The_pages_of_a_page_are_that_page()
    {
        Assert.Same(Samples.OnePage, Assert.Single(Samples.OnePage.Pages()));
        Assert.All(Samples.AllProducts.Pages(), page => Assert.Same(page, Assert.Single(page.Pages())));
    }

    private static IEnumerable<DumbbellRow> Rows(DumbbellChart chart) => chart.Panels.SelectMany(panel => panel.Rows);
}
