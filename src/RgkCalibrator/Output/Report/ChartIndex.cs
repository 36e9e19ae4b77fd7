using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Report;

/// <summary>A chart that was written, for an index.</summary>
/// <param name="Name">Its file, without the ending.</param>
/// <param name="Title">What it says.</param>
/// <param name="ProductCode">The product that it is of; null: of all.</param>
/// <param name="HasPicture">Whether it was written as PNG too.</param>
internal sealed record IndexedChart(string Name, string Title, string? ProductCode, bool HasPicture);

/// <summary>The charts of a draft with what each says, in a page beside them.</summary>
internal static class ChartIndex
{
    private static readonly Wording Title = new("Grafieken bij het concept-kader", "Charts of the draft framework");
    private static readonly Wording Together = new("Alle producten", "All products");

    /// <summary>The page.</summary>
    internal static string Of(IReadOnlyList<IndexedChart> charts, SafeDraft draft, DraftNotes notes)
    {
        var (html, language) = (new MarkupWriter(), notes.Language);
        html.Open("header");
        if (notes.Warning is { } warning)
            html.Words("p", warning.In(language), ("class", "notice"));
        html.Words("h1", Title.In(language));
        html.Words("p", notes.Window.In(language));
        html.Close();
        html.Open("main", ("class", "index"));
        Write(html, Together.In(language), charts.Where(chart => chart.ProductCode is null));
        foreach (var product in draft.Lines.Select(line => line.Product).DistinctBy(product => product.Code))
        {
            Write(
                html, $"{product.Code} {product.Name}",
                charts.Where(chart => chart.ProductCode == product.Code));
        }

        html.Close();
        return PageFrame.Page(language, Title, html, "'self' file:", script: null);
    }

    private static void Write(MarkupWriter html, string title, IEnumerable<IndexedChart> charts)
    {
        var all = charts.ToList();
        if (all.Count == 0)
            return;
        html.Open("section");
        html.Words("h2", title);
        html.Open("ul", ("class", "cards"));
        foreach (var chart in all)
        {
            html.Open("li");
            html.Open("a", ("href", chart.Name + ".svg"));
            html.Empty(
                "img", ("src", chart.Name + ".svg"), ("alt", ""), ("width", ChartFrame.Width),
                ("height", ChartFrame.Height), ("loading", "lazy"));
            html.Words("span", chart.Title);
            html.Close();
            if (chart.HasPicture)
                html.Words("a", "PNG", ("href", chart.Name + ".png"), ("aria-label", "PNG: " + chart.Title));
            html.Close();
        }

        html.Close();
        html.Close();
    }
}
