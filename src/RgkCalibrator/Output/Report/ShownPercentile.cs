using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Output.Report;

/// <summary>A percentile of a line that is shown, to which the slider can move.</summary>
/// <param name="Percentage">The percentile.</param>
/// <param name="Value">Its place on the axis of the charts.</param>
/// <param name="Label">Its value in words.</param>
internal sealed record ShownPercentile(Percentage Percentage, double Value, string Label)
{
    /// <summary>
    /// The points of the curve and the percentiles that the line itself shows, ascending; nothing lies between.
    /// </summary>
    internal static IReadOnlyList<ShownPercentile> Of(LineMeasure measure, SafeCurve? curve)
    {
        var points = (curve?.Points ?? []).ToDictionary(point => point.Percentage, point => point.Value);
        foreach (var (percentage, value) in OfLine(measure))
            points[percentage] = value;
        return
        [
            .. points.OrderBy(point => point.Key.Halves)
                .Select(point => new ShownPercentile(point.Key, point.Value, measure.Label(point.Value))),
        ];
    }

    /// <summary>
    /// Writes the table of percentiles, with their names and their places for the slider, in the order of its rows.
    /// </summary>
    internal static void Write(
        MarkupWriter html, IReadOnlyList<ShownPercentile> percentiles, string title, Language language)
    {
        html.Open(
            "table", ("data-p", string.Join(' ', percentiles.Select(one => one.Percentage.ToString()[1..]))),
            ("data-at", string.Join(' ', percentiles.Select(one => Numbers.Exact(one.Value)))));
        html.Open("thead");
        html.Open("tr");
        html.Words("th", new Wording("Percentiel", "Percentile").In(language));
        html.Words("th", title);
        html.Close();
        html.Close();
        html.Open("tbody");
        foreach (var (percentage, _, label) in percentiles)
        {
            html.Open("tr");
            html.Words("td", percentage.Name().In(language));
            html.Words("td", label);
            html.Close();
        }

        html.Close();
        html.Close();
    }

    private static IEnumerable<(Percentage Percentage, double Value)> OfLine(LineMeasure measure)
    {
        var line = measure.Words.Line;
        yield return (line.Chosen.Percentage, measure.Chosen);
        if (measure.Compared is { } compared)
            yield return (line.Compared.Percentage, compared);
    }
}
