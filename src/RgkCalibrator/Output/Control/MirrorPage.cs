using RgkCalibrator.Control;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Output.Control;

/// <summary>
/// The mirror of one provider as a web page that prints on one sheet of A4: no script, and nothing from elsewhere.
/// </summary>
internal sealed class MirrorPage(Mirror mirror, ControlFigures figures, Language language)
{
    private readonly MirrorWords _words = new(mirror, figures, language);
    private readonly MarkupWriter _html = new();

    /// <summary>The whole page; to be asked once.</summary>
    internal string Page()
    {
        _html.Open("main");
        if (figures.IsSynthetic)
            Words("p", ControlWording.Synthetic, "notice");
        Words("h1", _words.Title);
        foreach (var sentence in _words.Summary())
            Words("p", sentence, "lead");
        Lines();
        Words("h2", new("Wat deze cijfers zeggen, en wat niet", "What these figures say, and what not"));
        _html.Open("ul");
        foreach (var sentence in _words.Reading())
            Words("li", sentence);
        _html.Close();
        Words("p", new(
            $"Alleen voor aanbieder {mirror.Provider} en de regio: de eigen aantallen zijn niet afgerond en kunnen "
                + "over één kind gaan.",
            $"For provider {mirror.Provider} and the region alone: own counts are not rounded and can be of a single "
                + "child."),
            "foot");
        _html.Close();
        var title = _words.Title.In(language);
        return $"""
            <!DOCTYPE html>
            <html lang="{new Wording("nl", "en").In(language)}">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
            {Title(title)}<style>
            {MirrorStyle.Css}
            </style>
            </head>
            <body>
            {_html}</body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    // A provider's id is a text of the declarations.
    private static string Title(string text)
    {
        var title = new MarkupWriter();
        title.Words("title", text);
        return title.ToString();
    }

    private void Lines()
    {
        _html.Open("div", ("class", "table"));
        _html.Open("table");
        Heading();
        _html.Open("tbody");
        foreach (var line in mirror.Lines)
            Row(line);
        _html.Close();
        _html.Close();
        _html.Close();
    }

    private void Heading()
    {
        _html.Open("thead");
        _html.Open("tr");
        _html.Words("th", new Wording("Product", "Product").In(language), ("rowspan", "2"));
        _html.Words("th", new Wording("Lijn", "Line").In(language), ("rowspan", "2"));
        _html.Words("th", Trajectories.In(language), ("colspan", "2"), ("class", "group"));
        foreach (var measure in ProviderTotal.Measures.Take(2))
            _html.Words("th", Group(measure), ("colspan", "2"), ("class", "group"));
        _html.Words("th", Group(BeyondMeasure.Either), ("colspan", "3"), ("class", "group"));
        _html.Words("th", new Wording("Valt op", "Stands out").In(language), ("rowspan", "2"));
        _html.Close();
        _html.Open("tr");
        string[] names =
        [
            Own.In(language), Others.In(language), Own.In(language), Others.In(language), Own.In(language),
            Others.In(language), Own.In(language), new Wording("u eerder", "you before").In(language),
            Others.In(language),
        ];
        foreach (var name in names)
            _html.Words("th", name, ("class", "n"));
        _html.Close();
        _html.Close();

        string Group(BeyondMeasure measure) => (measure switch
        {
            BeyondMeasure.VolumeWithin => new Wording("Over het volume", "Beyond the volume"),
            BeyondMeasure.Outlasting => new Wording("Over de duur", "Beyond the duration"),
            _ => new Wording("Samen: volume of duur", "Together: volume or duration"),
        }).In(language);
    }

    private void Row(MirrorLine line)
    {
        var outstanding = _words.Outstanding(line);
        _html.Open("tr", ("class", outstanding.Length > 0 ? "out" : "usual"));
        Words("td", ControlWording.NameOf(line.Line.Group), "name");
        Words("td", ControlWording.Shown(line.Line.Group, line.Line.Line), "line");
        Number(Numbers.Shown(line.Own.Either.Beyond.N, 0, language));
        Number(_words.Others(line.Region), "other");
        Number(_words.Own(line.Own.Volume));
        Number(_words.Others(line.Region?.Volume), "other");
        Number(_words.Own(line.Own.Duration));
        Number(_words.Others(line.Region?.Duration), "other");
        Number(_words.Own(line.Own.Either));
        Number(_words.Before(line.Own.Either));
        Number(_words.Others(line.Region?.Either), "other");
        _html.Words("td", outstanding);
        _html.Close();
    }

    private static Wording Trajectories { get; } = new("Trajecten", "Trajectories");

    private static Wording Own { get; } = new("u", "you");

    private static Wording Others { get; } = new("anderen", "others");

    private void Number(string text, string more = "own") => _html.Words("td", text, ("class", "n " + more));

    private void Words(string element, Wording words, string? look = null)
    {
        if (look is null)
            _html.Words(element, words.In(language));
        else
            _html.Words(element, words.In(language), ("class", look));
    }
}
