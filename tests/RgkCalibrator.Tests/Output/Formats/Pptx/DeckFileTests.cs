using System.Globalization;
using System.Xml.Linq;
using RgkCalibrator.Output.Formats.Pptx;
using RgkCalibrator.Output.Presentation;
using RgkCalibrator.Tests.Output.Charts;

namespace RgkCalibrator.Tests.Output.Formats.Pptx;

public sealed class DeckFileTests
{
    private const string Hostile = "=1+1 <a:t>&amp;\"'\u0001\uFFFE@-+";

    public static TheoryData<string> Histograms { get; } = [.. Samples.Histograms.Keys];

    [Theory]
    [MemberData(nameof(Histograms))]
    public void A_presentation_with_any_histogram_is_valid_and_the_same_under_every_culture(string name)
    {
        var deck = Of(NativeHistogram.Of(Samples.Histograms[name], 438, 240));
        var first = new PptxFile(deck);
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");

        Assert.Empty(first.Errors());
        Assert.Equal(first.Bytes, PptxFile.BytesOf(deck));
        Assert.Empty(first.Workbooks.SelectMany(workbook => workbook.Errors()));
    }

    [Fact]
    public void Points_and_boxes_are_valid_too()
    {
        var boxes = DistributionSamples.Subgroups.Values.Select(chart => NativeBoxes.Of(
            chart, [.. chart.Rows.Select(_ => new[] { "P80: 61 uur in 12 maanden" })], 888, 412));
        var points = new[] { Samples.AllProducts, Samples.Endlessly, Samples.Downward }
            .SelectMany(chart => NativeDumbbell.Pages(chart, 888, 412)).Select(page => page.Chart);

        Assert.Empty(new PptxFile(Of([.. boxes, .. points])).Errors());
    }

    [Fact]
    public void A_text_is_a_text_whatever_it_looks_like()
    {
        var chart = NativeHistogram.Of(
            Samples.Volume() with { XTitle = Hostile, InsideLabel = Hostile, OutsideLabel = "@" + Hostile }, 438, 240);
        var table = new SlideTable(new(36, 200, 400, 100), Hostile, Hostile, [1, 1], [["", Hostile], [Hostile, "-1"]]);
        var text = new SlideText(new(36, 400, 400, 100), Hostile, [new(Hostile)]);
        var deck = Of(chart) with { Title = Hostile };
        deck = deck with
        {
            Slides = [deck.Slides[0] with { Title = Hostile, Notes = [Hostile, ""] }, new(Hostile, [table, text], [])],
        };

        var file = new PptxFile(deck);

        Assert.Empty(file.Errors());
        var told = Hostile.Replace("\u0001", "", StringComparison.Ordinal)
            .Replace("\uFFFE", "", StringComparison.Ordinal);
        Assert.Equal(told, TextOf(file.Slides[0]));
        Assert.Contains(told, TextOf(file.Slides[1]), StringComparison.Ordinal);
        Assert.StartsWith(told, TextOf(file.Notes[0]), StringComparison.Ordinal);
        Assert.Empty(file.Workbooks.Single().Errors());
        Assert.DoesNotContain(file.Workbooks.Single().Elements(1, "f"), _ => true);
    }

    [Fact]
    public void What_a_chart_draws_stands_in_its_workbook_in_the_cells_that_it_names()
    {
        var file = new PptxFile(Of(NativeHistogram.Of(Samples.Volume(), 438, 240)));

        var (chart, workbook) = (file.Charts.Single(), file.Workbooks.Single());
        var cells = workbook.Elements(1, "c").ToDictionary(
            cell => cell.Attribute("r")!.Value, cell => cell.Elements().SingleOrDefault()?.Value);
        foreach (var numbers in chart.Descendants(PptxFile.Chart + "numRef"))
        {
            var (sheet, first, last) = Parts(numbers.Element(PptxFile.Chart + "f")!.Value);
            Assert.Equal("'Grafiek'", sheet);
            Assert.Equal(
                PptxFile.Kept(numbers),
                Enumerable.Range(first.Row, last.Row - first.Row + 1).Select(row =>
                    cells[first.Column + Numbers.Whole(row)]));
        }

        static (string Sheet, (string Column, int Row) First, (string Column, int Row) Last) Parts(string formula)
        {
            var (sheet, range) = (formula.Split('!')[0], formula.Split('!')[1].Split(':'));
            var ends = range.Select(cell => cell.Split('$')).Select(cell =>
                (cell[1], int.Parse(cell[2], CultureInfo.InvariantCulture))).ToList();
            return (sheet, ends[0], ends[1]);
        }
    }

    [Fact]
    public void Everything_that_is_drawn_on_a_chart_lies_on_it()
    {
        var file = new PptxFile(Of(
        [
            .. Samples.Histograms.Values.Select(chart => NativeHistogram.Of(chart, 438, 240)),
            .. NativeDumbbell.Pages(Samples.AllProducts, 888, 412).Select(page => page.Chart),
        ]));

        var ends = file.Marks.SelectMany(marks => marks.Descendants())
            .Where(element => element.Name.LocalName is "x" or "y" && element.Parent!.Name.LocalName is "from" or "to")
            .Select(element => (double)element).ToList();
        Assert.NotEmpty(ends);
        Assert.All(ends, end => Assert.InRange(end, 0, 1));
        // What was clamped to an edge has no room left.
        var texts = file.Marks.SelectMany(marks => marks.Elements())
            .Where(mark => mark.Descendants(PptxFile.Drawing + "t").Any());
        Assert.All(
            texts,
            mark => Assert.True(
                (double)mark.Elements().ElementAt(1).Elements().First()
                    > (double)mark.Elements().First().Elements().First(),
                mark.Value));
    }

    internal static string TextOf(XElement part) =>
        string.Concat(part.Descendants(PptxFile.Drawing + "t").Select(text => text.Value)
            .Where(text => text != "‹#›"));

    internal static Deck Of(params IReadOnlyList<NativeChart> charts) => new(
        "Proef", Language.Dutch,
        [
            .. charts.Select(chart => new Slide(
                "Titel", [new SlideChart(new(36, 92, chart.Size.Width, chart.Size.Height), "Grafiek", "Uitleg", chart)],
                ["Toelichting"])),
        ]);
}
