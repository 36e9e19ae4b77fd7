using System.Text.RegularExpressions;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Output.Report;

/// <summary>
/// A draft as one web page, to be mailed and to be shown in a room. It tells all without its script, which filters,
/// sorts, moves the lines of charts along the percentiles that are shown, and saves charts.
/// </summary>
internal sealed partial class ReportPage
{
    private readonly SafeDraft _draft;
    private readonly DraftNotes _notes;
    private readonly MarkupWriter _html = new();
    private readonly List<LineSection> _sections;
    private readonly List<ReportFigure> _overviews;
    private readonly SharedParts _shared;

    private ReportPage(SafeDraft draft, DraftNotes notes)
    {
        (_draft, _notes) = (draft, notes);
        var context = notes.ChartContext;
        _overviews =
        [
            .. ReportFigure.Of(ComparisonCharts.Volume(draft.Lines, context)),
            .. ReportFigure.Of(ComparisonCharts.Duration(draft.Lines, context)),
            .. ReportFigure.Of(ComparisonCharts.CurrentVolume(draft.Lines, context)),
            .. ReportFigure.Of(ComparisonCharts.CurrentDuration(draft.Lines, context)),
        ];
        _sections = [.. draft.Lines.Select(line => LineSection.Of(line, draft, context))];
        _shared = new SharedParts(
            [.. _overviews.Concat(_sections.SelectMany(section => section.Figures)).Select(figure => figure.Drawing)]);
    }

    /// <summary>The page.</summary>
    internal static string Of(SafeDraft draft, DraftNotes notes) => new ReportPage(draft, notes).Page();

    private string Page()
    {
        _shared.Write(_html);
        _html.Open("header");
        Opening();
        _html.Close();
        _html.Open("main");
        Tools();
        Section("overzicht", ReportWords.Overview, () => OverviewTable.Write(_html, _draft.Lines, _notes));
        Section("kader", ReportWords.Published, PublishedForms);
        if (_overviews.Count > 0)
            Section("vergelijking", ReportWords.Comparison, () => _overviews.ForEach(figure => figure.Write(_html)));
        Section("lijnen-in-beeld", ReportWords.Lines, Lines);
        Section("leeswijzer", ReportWords.Reading, Guide);
        _html.Close();
        return BetweenParts().Replace(
            PageFrame.Page(_notes.Language, ReportWords.Title, _html, "data:", "report.js"), string.Empty);
    }

    private void Opening()
    {
        if (_notes.Warning is { } warning)
            Words("p", warning, ("class", "notice"));
        Words("h1", ReportWords.Title);
        Words("p", ReportWords.Lead(_draft.Lines), ("class", "lead"));
        Words("p", _notes.Window);
        Words("p", _notes.Method);
        Words("p", _notes.Earlier, ("class", "quiet"));
        _html.Open("nav", ("aria-label", new Wording("Op deze pagina", "On this page").In(_notes.Language)));
        (string Id, Wording Name)[] parts =
        [
            ("overzicht", ReportWords.Overview), ("kader", ReportWords.Published),
            ("vergelijking", ReportWords.Comparison), ("lijnen-in-beeld", ReportWords.Lines),
            ("leeswijzer", ReportWords.Reading),
        ];
        foreach (var (id, name) in parts.Where(part => part.Id != "vergelijking" || _overviews.Count > 0))
            Words("a", name, ("href", "#" + id));
        _html.Close();
    }

    /// <summary>What only works with the script, which shows it.</summary>
    private void Tools()
    {
        _html.Words("template", string.Empty, [("id", "words"), .. ReportWords.OfScript(_notes)]);
        _html.Open(
            "div", ("class", "tools"), ("id", "tools"), ("hidden", ""), ("role", "group"),
            ("aria-label", new Wording("Filter en schuif", "Filter and slider").In(_notes.Language)));
        Filter();
        Slider();
        _html.Close();
    }

    private void Filter()
    {
        _html.Open("div", ("class", "filter"));
        Label("zoek", new("Zoek", "Search"));
        _html.Empty("input", ("type", "search"), ("id", "zoek"), ("autocomplete", "off"));
        Label("kader-keuze", new("Kader", "Framework"));
        _html.Open("select", ("id", "kader-keuze"));
        Words("option", new("alle", "all"), ("value", ""));
        foreach (var kind in Kinds())
            Words("option", ReportWords.NameOf(kind), ("value", kind.NameInFiles()));
        _html.Close();
        _html.Open("label", ("class", "check"));
        _html.Empty("input", ("type", "checkbox"), ("id", "alleen-anders"));
        Words("span", new("alleen wat verandert", "only what changes"));
        _html.Close();
        _html.Words("output", string.Empty, ("id", "geteld"), ("for", "zoek kader-keuze alleen-anders"));
        _html.Close();
    }

    private void Slider()
    {
        var (grid, chosen) = (Grid(), _notes.Framework.Percentage);
        var at = grid.FindIndex(percentage => percentage == chosen);
        if (at < 0)
            return;
        _html.Open("div", ("class", "slide"));
        Label("schuif", new("Percentiel", "Percentile"));
        _html.Empty(
            "input", ("type", "range"), ("id", "schuif"), ("min", 0), ("max", grid.Count - 1), ("step", 1),
            ("value", at), ("autocomplete", "off"), ("aria-describedby", "schuif-uitleg"),
            ("data-grid", string.Join(' ', grid.Select(percentage => percentage.ToString()[1..]))),
            ("data-chosen", chosen.ToString()[1..]));
        _html.Words("output", chosen.Name().In(_notes.Language), ("id", "stand"), ("for", "schuif"),
            ("aria-live", "off"));
        _html.Words("p", string.Empty, ("id", "som"), ("aria-live", "polite"));
        _html.Close();
    }

    private void PublishedForms()
    {
        foreach (var kind in Kinds())
        {
            new PublishedForm(
                _html, kind, [.. _draft.Lines.Where(line => line.Product.Framework == kind)], _notes.Language).Write();
        }
    }

    private void Lines()
    {
        Words("p", ReportWords.LinesLead);
        foreach (var product in _sections.GroupBy(section => section.Line.Product.Code))
            LineSection.Write(_html, [.. product], _notes.Language);
    }

    private void Guide()
    {
        Words("p", ReportWords.SliderNote, ("id", "schuif-uitleg"));
        _html.Open("ul");
        foreach (var note in _notes.Reading)
            Words("li", note);
        _html.Close();
    }

    private IEnumerable<FrameworkKind> Kinds() =>
        new[] { FrameworkKind.Rgk, FrameworkKind.Norm }.Where(kind =>
            _draft.Lines.Any(line => line.Product.Framework == kind));

    // Between the parts of drawings and of tables the end of a line says nothing, and is a tenth of the page.
    [GeneratedRegex(
        "(?<=>)\n(?=</?(circle|g|path|rect|svg|t[dhr]|text|tbody|thead|use)[ />])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BetweenParts();

    private List<Percentage> Grid() =>
    [
        .. _sections.SelectMany(section => section.Percentiles).Select(shown => shown.Percentage).Distinct()
            .OrderBy(percentage => percentage.Halves),
    ];

    private void Section(string id, Wording title, Action write)
    {
        _html.Open("section", ("id", id), ("aria-labelledby", id + "-kop"));
        Words("h2", title, ("id", id + "-kop"));
        write();
        _html.Close();
    }

    private void Label(string id, Wording words) => Words("label", words, ("for", id));

    private void Words(string element, Wording words, params ReadOnlySpan<MarkupAttribute> attributes) =>
        _html.Words(element, words.In(_notes.Language), attributes);
}
