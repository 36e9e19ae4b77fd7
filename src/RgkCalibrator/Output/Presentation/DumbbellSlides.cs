using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Formats.Pptx;

namespace RgkCalibrator.Output.Presentation;

/// <summary>Two values of many lines on as many slides as they take.</summary>
internal static class DumbbellSlides
{
    /// <summary>The slides of a chart; each has a title of its own rows.</summary>
    internal static IEnumerable<Slide> Of(DumbbellChart chart, SlideLayout layout)
    {
        var body = layout.Body;
        var pages = NativeDumbbell.Pages(chart, body.Width, body.Height).ToList();
        foreach (var (i, (panel, native)) in pages.Index())
        {
            var part = chart with { Panels = [panel] };
            var sentences = part.Table.Sentences().ToList();
            var shape = new SlideChart(
                body with { Height = native.Size.Height }, panel.Title,
                string.Join(' ', [chart.TitleOf(panel.Rows) + ".", .. sentences]), native);
            yield return SlideRoom.Slide(
                chart.TitleOf(panel.Rows), SlideRoom.Page(i, pages.Count, chart.Caption.Language), layout, [shape],
                [.. sentences, chart.Caption.Footer, .. chart.Caption.Notes]);
        }
    }
}
