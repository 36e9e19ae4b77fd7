using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Formats.Pptx;
using RgkCalibrator.Output.Presentation;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Scenarios;

/// <summary>
/// The comparison as a presentation: what each scenario comes to, and of each the lines that it changes, beside the
/// base.
/// </summary>
internal sealed class ScenarioDeck
{
    private const double TextSize = 16;
    private const double RowHeight = 28;

    private static readonly Wording Name = new("Scenario's naast elkaar", "Scenarios beside each other");

    private readonly SafeComparison _comparison;
    private readonly DraftNotes _notes;
    private readonly IReadOnlyList<Wording> _reading;
    private readonly PresentationSettings _settings;
    private readonly DeckRoom _room;

    private ScenarioDeck(
        SafeComparison comparison, DraftNotes notes, IReadOnlyList<Wording> reading, PresentationSettings settings)
    {
        (_comparison, _notes, _reading, _settings) = (comparison, notes, reading, settings);
        _room = settings.Template?.Room ?? DeckRoom.Own;
    }

    private ChartContext Context => _notes.ChartContext;

    /// <summary>The presentation of a comparison.</summary>
    /// <param name="comparison">What may be shown.</param>
    /// <param name="notes">The choices of the base, and the language.</param>
    /// <param name="reading">What a reader should know of the figures.</param>
    /// <param name="settings">Of which products it is, and in what room.</param>
    internal static Deck Build(
        SafeComparison comparison, DraftNotes notes, IReadOnlyList<Wording> reading, PresentationSettings settings) =>
        new ScenarioDeck(comparison, notes, reading, settings).Build();

    private Deck Build()
    {
        var scenarios = Enumerable.Range(1, _comparison.Scenarios.Count - 1)
            .Select(place => (Place: place, Slides: Scenario(place).ToList())).ToList();
        return new(Say(Name), _notes.Language,
        [
            Cover(),
            .. SlideRoom.Flow(
                Say(new("Zo leest u de scenario's", "How to read the scenarios")), _room.Usual,
                [.. _reading.Select(text => new SlideParagraph(Say(text), TextSize) { Air = 8 })],
                [Say(_notes.Window), Say(_notes.Method)], _notes.Language),
            .. Sums(),
            .. SafeScenarioCharts.Outside(_comparison, Context) is { } outside
                ? DumbbellSlides.Of(outside, _room.Usual)
                : [],
            .. scenarios.SelectMany(scenario => scenario.Slides),
            .. Unchanged(scenarios.Where(scenario => scenario.Slides.Count == 0).Select(scenario => scenario.Place)),
        ]);
    }

    private Slide Cover()
    {
        var names = _comparison.Scenarios.Skip(1).Select(scenario => scenario.Name);
        var scenarios = Say(new("Scenario's: ", "Scenarios: ")) + string.Join(", ", names) + ".";
        SlideParagraph[] texts =
        [
            new(Say(new($"Basis: {_notes.Window.Dutch}", $"Base: {_notes.Window.English}")), TextSize) { Air = 10 },
            new(scenarios, TextSize) { Air = 10 },
            .. new[] { _notes.Warning }.OfType<Wording>()
                .Select(warning => _room.Cover.Warning(Say(warning), TextSize)),
        ];
        var text = new SlideText(_room.Cover.Body, Say(new("Toelichting", "Explanation")), texts);
        return new Slide(Say(Name), [text], [scenarios, Say(_notes.Method), Say(_notes.Earlier)])
        {
            IsCover = true,
            TitleSize = 36,
        };
    }

    /// <summary>What scenarios come to, in a table; of all products, as elsewhere.</summary>
    private IEnumerable<Slide> Sums()
    {
        var sums = SafeComparisonTables.Sums(_comparison, _notes.Language);
        var most = (int)(_room.Usual.Body.Height / RowHeight) - 2;
        var title = Say(new("Wat elk scenario uitmaakt", "What each scenario comes to"));
        string[] head = [.. sums.Columns.Select(column => column.Heading)];
        var pages = sums.Rows.Chunk(most).ToList();
        return pages.Select((page, i) =>
        {
            IReadOnlyList<string>[] rows =
                [head, .. page.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => cell.Shown)])];
            var frame = _room.Usual.Body with { Height = (rows.Length + 1) * RowHeight };
            string[] sentences =
            [
                .. rows.Skip(1).Select(row => string.Join(
                    ", ", head.Zip(row, (name, cell) => $"{name}: {(cell.Length == 0 ? "–" : cell)}")) + "."),
            ];
            return SlideRoom.Slide(
                title, SlideRoom.Page(i, pages.Count, _notes.Language), _room.Usual,
                [new SlideTable(frame, sums.Title, string.Join(' ', sentences), [2.2, 1, 1.2, 1.2, 1.2], rows)],
                [.. sentences, Say(_notes.Earlier)]);
        });
    }

    private IEnumerable<Slide> Scenario(int place)
    {
        var lines = _comparison.Lines.Where(line => _settings.Holds(line.Base.Line.Product.Code)).ToList();
        var charts = new[]
        {
            ComparisonCharts.ScenarioVolume(lines, place, Names(place), Context),
            ComparisonCharts.ScenarioDuration(lines, place, Names(place), Context),
        };
        return charts.OfType<DumbbellChart>().SelectMany(chart => DumbbellSlides.Of(chart, _room.Usual));
    }

    /// <summary>The scenarios in which nothing changes that can be shown, on one slide.</summary>
    private IEnumerable<Slide> Unchanged(IEnumerable<int> places)
    {
        var names = places.Select(place => _comparison.Scenarios[place].Name).ToList();
        return names.Count == 0 ? [] : SlideRoom.Flow(
            Say(new(
                "In deze scenario's verandert geen volume of duur die getoond kan worden",
                "In these scenarios no volume or duration changes that can be shown")),
            _room.Usual, [.. names.Select(name => new SlideParagraph(name, TextSize) { Air = 3 })],
            [.. _reading.Select(Say)], _notes.Language);
    }

    private (string, string) Names(int place) =>
        (_comparison.Scenarios[0].Name, _comparison.Scenarios[place].Name);

    private string Say(Wording text) => text.In(_notes.Language);
}
