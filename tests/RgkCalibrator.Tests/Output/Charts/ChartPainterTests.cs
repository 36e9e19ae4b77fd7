using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Tests.Output.Charts;

public sealed class ChartPainterTests
{
    private static readonly string[] Forbidden = ["http", "href", "style", "script", "@import", "\r"];

    public static TheoryData<string> Histograms => [.. Samples.Histograms.Keys];

    [Theory]
    [MemberData(nameof(Histograms))]
    public void Texts_of_a_histogram_are_legible_and_keep_clear_of_each_other(string name) => Legible(Histogram(name));

    [Fact]
    public void Texts_of_dumbbell_pages_are_legible_and_keep_clear_of_each_other() =>
        Assert.All(
            new[] { Samples.AllProducts, Samples.OnePage, Samples.Endlessly, Samples.Downward }
                .SelectMany(DumbbellPainter.Paint),
            page => Legible(new(page)));

    [Fact]
    public void A_value_is_written_outside_its_dumbbell_whichever_percentile_is_higher()
    {
        var pages = DumbbellPainter.Paint(Samples.AllProducts).Zip(DumbbellPainter.Paint(Samples.Downward));
        foreach (var (upward, downward) in pages)
        {
            // The same rows: all values stand where they did, and the names of the percentiles are others.
            var values = new Drawing(upward).Texts.Where(text => char.IsAsciiDigit(text.Text[0])).ToList();
            Assert.True(values.Count > 20);
            Assert.All(values, value => Assert.Contains(value, new Drawing(downward).Texts));
            Assert.Contains(new Drawing(downward).Texts, text => text.Text == "P82,5");
        }
    }

    [Theory]
    [MemberData(nameof(Histograms))]
    public void The_area_of_a_bar_is_its_count(string name)
    {
        var bars = Histogram(name).Bars;

        var scale = bars.Sum(bar => bar.Area) / bars.Sum(bar => bar.Count);
        // Coordinates have two decimals; a bar is some hundreds of pixels high and wide.
        Assert.All(bars, bar => Assert.Equal(bar.Count, bar.Area / scale, 0.05));
        Assert.Equal(Samples.Histograms[name].Bins.Sum(bin => bin.Count), bars.Sum(bar => bar.Count));
    }

    [Theory]
    [MemberData(nameof(Histograms))]
    public void No_line_of_a_marker_runs_through_a_count(string name)
    {
        var drawing = Histogram(name);
        var counts = Samples.Histograms[name].Bins.Select(bin => bin.CountLabel).ToHashSet();

        // Below the axis stand its own numbers.
        var bottom = new HistogramLayout(Samples.Histograms[name]).Area.Bottom;
        var painted = drawing.Texts.Where(text => text.Baseline < bottom && counts.Contains(text.Text));
        Assert.All(
            painted,
            text => Assert.All(drawing.MarkerLines, line => Assert.False(text.Left < line && line < text.Right)));
    }

    [Fact]
    public void Every_marker_stands_at_its_value_with_its_label_above()
    {
        var layout = new HistogramLayout(Samples.Volume());
        var drawing = Histogram("volume-45C02");

        Assert.Equal(layout.Markers.Select(marker => Math.Round(marker.X, 2)), drawing.MarkerLines);
        Assert.Equal(layout.Area.X.At(52), layout.Markers[0].X);
        Assert.Equal(["P75: 52 uur", "P80: 61 uur"], layout.Markers.Select(marker => marker.Label));
        // The bar of 50 to 61 ends where P80 stands: the framework line is an edge.
        Assert.Equal(layout.Bars[5].Right, layout.Markers[1].X);
    }

    [Fact]
    public void A_listener_hears_title_description_markers_numbers_and_notes()
    {
        var drawing = Histogram("volume-45C02");
        var chart = Samples.Volume();

        Assert.Equal(chart.Caption.Title, drawing.Element("title"));
        var lines = drawing.Element("desc").Split('\n');
        Assert.Equal(chart.Caption.Description, lines[0]);
        Assert.Contains("P80: 61 uur.", lines);
        Assert.Contains("50 t/m 61 uur: trajecten 40, binnen het voorstel van 61 uur.", lines);
        Assert.Equal([chart.Caption.Footer, .. chart.Caption.Notes], lines[^3..]);
        Assert.Equal("img", drawing.Root.Attribute("role")?.Value);
        Assert.Equal("volume-45C02-title", drawing.Root.Attribute("aria-labelledby")?.Value);
        Assert.Equal("nl", drawing.Root.Attribute("lang")?.Value);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("R&D \"kader\" 'x' < 3 > 2 &amp; ]]>")]
    [InlineData("stuur\u0001teken\u0000\uFFFE")]
    [InlineData("\uD800 half")]
    public void Any_text_is_well_formed_and_stays_text(string text)
    {
        var caption = Samples.Volume().Caption with { Title = text, Footer = text, Notes = [text] };
        var marker = new ChartMarker(10, text, MarkerKind.Chosen);
        var chart = Samples.Volume() with { Caption = caption, XTitle = text, Markers = [marker] };

        var drawing = new Drawing(HistogramPainter.Paint(chart));

        var readable = string.Concat(
            text.Select(letter => letter is < ' ' or '\uFFFE' or '\uD800' ? '\uFFFD' : letter));
        Assert.Equal(readable, drawing.Element("title"));
        Assert.Contains(readable, drawing.Texts.Select(painted => painted.Text));
        Assert.DoesNotContain(drawing.Root.Descendants(), element => element.Name.LocalName == "script");
    }

    [Fact]
    public void A_drawing_refers_to_nothing_outside_and_has_no_style_or_script()
    {
        var svg = HistogramPainter.Paint(Samples.Volume()).Text
            .Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal);

        Assert.All(Forbidden, word => Assert.DoesNotContain(word, svg, StringComparison.Ordinal));
    }

    [Fact]
    public void A_chart_without_bins_outside_has_no_word_for_them() => Assert.DoesNotContain(
        "erboven", HistogramPainter.Paint(Samples.Histograms["one-bin"]), StringComparison.Ordinal);

    [Fact]
    public void Counts_are_written_above_all_bars_or_none()
    {
        var bins = Enumerable.Range(0, 80)
            .Select(i => new HistogramBin(i, i + 1, 1000 + i, "", Numbers.Whole(1000 + i), LineSide.Inside));
        var drawing = new Drawing(HistogramPainter.Paint(Samples.Volume() with { Bins = [.. bins] }));

        Assert.Equal(80, drawing.Bars.Count);
        Assert.DoesNotContain(
            drawing.Texts, text => text.Text.StartsWith("10", StringComparison.Ordinal) && text.Text.Length == 4);
    }

    [Theory]
    [InlineData(Palette.Inside)]
    [InlineData(Palette.Outside)]
    [InlineData(Palette.Line)]
    public void Marks_have_a_contrast_of_three_to_one_on_white(string colour) =>
        Assert.True(Contrast(colour, Palette.Paper) >= 3);

    [Theory]
    [InlineData(Palette.Ink)]
    [InlineData(Palette.QuietInk)]
    public void Texts_have_a_contrast_of_four_and_a_half_to_one_on_white(string colour) =>
        Assert.True(Contrast(colour, Palette.Paper) >= 4.5);

    private static Drawing Histogram(string name) => new(HistogramPainter.Paint(Samples.Histograms[name]));

    private static void Legible(Drawing drawing) => Painted.Legible(drawing);

    // WCAG 2.2, relative luminance and contrast ratio.
    private static double Contrast(string one, string other)
    {
        var (low, high) = (Math.Min(Luminance(one), Luminance(other)), Math.Max(Luminance(one), Luminance(other)));
        return (high + 0.05) / (low + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Convert.FromHexString(colour)
            .Select(part => part / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4));
        return parts.Zip([0.2126, 0.7152, 0.0722], (part, weight) => part * weight).Sum();
    }
}
