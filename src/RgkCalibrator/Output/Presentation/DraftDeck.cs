using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Formats.Pptx;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Presentation;

/// <summary>
/// The draft as a presentation for the table where it is discussed: how it was made, the two percentiles of all
/// products, and each product with its distributions and its proposal.
/// </summary>
internal sealed class DraftDeck
{
    private const double TextSize = 16;

    private static readonly Wording Name = new("Concept-kader jeugdhulp", "Draft framework for youth care");

    private readonly SafeDraft _draft;
    private readonly DraftNotes _notes;
    private readonly PresentationSettings _settings;
    private readonly DeckRoom _room;

    private DraftDeck(SafeDraft draft, DraftNotes notes, PresentationSettings settings)
    {
        (_draft, _notes, _settings) = (draft, notes, settings);
        _room = settings.Template?.Room ?? DeckRoom.Own;
    }

    private ChartContext Context => _notes.ChartContext;

    private List<SafeLine> Lines => [.. _draft.Lines.Where(line => _settings.Holds(line.Product.Code))];

    /// <summary>The presentation of a draft.</summary>
    /// <param name="draft">What may be shown.</param>
    /// <param name="notes">The choices behind it, and the language.</param>
    /// <param name="settings">Of which products it is, and in what room.</param>
    internal static Deck Build(SafeDraft draft, DraftNotes notes, PresentationSettings settings) =>
        new DraftDeck(draft, notes, settings).Build();

    private Deck Build() => new(
        Say(Name), _notes.Language, [Cover(), .. Method(), .. Overview(), .. Products(), .. Left()]);

    private Slide Cover()
    {
        var (p, q) = (Say(_notes.Framework.Compared.Name()), Say(_notes.Framework.Percentage.Name()));
        SlideParagraph[] texts =
        [
            new(Say(new($"Voorstel bij {q}, met {p} ernaast", $"Proposal at {q}, with {p} beside it")), 20)
            {
                Air = 10,
            },
            new(Say(_notes.Window), TextSize) { Air = 10 },
            .. new[] { _notes.Warning }.OfType<Wording>()
                .Select(warning => _room.Cover.Warning(Say(warning), TextSize)),
        ];
        var text = new SlideText(_room.Cover.Body, Say(new("Toelichting", "Explanation")), texts);
        return new Slide(Say(Name), [text], [Say(_notes.Window), Say(_notes.Method), Say(_notes.Earlier)])
        {
            IsCover = true,
            TitleSize = 36,
        };
    }

    private IEnumerable<Slide> Method()
    {
        // The speaker has all of it; on the slide stands what the table asks first.
        var reading = _notes.Reading.ToList();
        Wording[] shown = [_notes.Window, _notes.Method, .. _notes.Columns.Take(3), reading[^1], _notes.Earlier];
        var editing = new Wording(
            "De grafieken zijn van PowerPoint zelf: met rechts klikken en Gegevens bewerken opent u de cijfers "
                + "erachter. Lijnen en labels zijn bij de grafiek getekend; die verschuiven niet met de cijfers mee.",
            "The charts are PowerPoint's own: right-click and choose Edit Data to open the figures behind them. Lines "
                + "and labels are drawn on the chart; they do not move along with the figures.");
        return SlideRoom.Flow(
            Say(new("Zo is het voorstel berekend", "How the proposal was computed")), _room.Usual,
            [.. shown.Select(text => new SlideParagraph(Say(text), TextSize) { Air = 8 })],
            [.. reading.Append(editing).Select(Say)], _notes.Language);
    }

    private IEnumerable<Slide> Overview()
    {
        DumbbellChart?[] charts =
        [
            ComparisonCharts.Volume(Lines, Context), ComparisonCharts.Duration(Lines, Context),
            ComparisonCharts.CurrentVolume(Lines, Context), ComparisonCharts.CurrentDuration(Lines, Context),
        ];
        return charts.OfType<DumbbellChart>().SelectMany(chart => DumbbellSlides.Of(chart, _room.Usual));
    }

    private IEnumerable<Slide> Products()
    {
        foreach (var product in Lines.GroupBy(line => line.Product.Code))
        {
            var lines = product.ToList();
            if (lines.Count > 1)
            {
                var subgroups = _draft.Subgroups.FirstOrDefault(one => one.Product.Code == product.Key);
                foreach (var slide in new SubgroupSlides(_notes, _room.Usual).Of(lines, subgroups))
                    yield return slide;
            }

            foreach (var line in lines.Where(HasSlide))
                yield return new LineSlide(line, DistributionsOf(line), _notes, _room.Usual).Build();
        }
    }

    /// <summary>
    /// A line of a whole product has a slide when it has a proposal, that of a subgroup when a distribution is shown.
    /// </summary>
    private bool HasSlide(SafeLine line) => DistributionsOf(line) is { } shown
        ? shown.Volume is not null || shown.Duration is not null || line.SubgroupId.Length == 0
        : line.SubgroupId.Length == 0 && line.Proposed.Volume is not null;

    private SafeDistributions? DistributionsOf(SafeLine line) =>
        _draft.Distributions.FirstOrDefault(shown => ReferenceEquals(shown.Line, line));

    /// <summary>What has no proposal, and why.</summary>
    private IEnumerable<Slide> Left()
    {
        var left = Lines.Where(line => line.Proposed.Volume is null).Select(line =>
        {
            var why = string.Join("; ", LineRemarks.Of(line).Select(Say));
            var name = $"{new LineWords(line, Context).Name} ({line.Product.Code})";
            return why.Length == 0 ? name + "." : $"{name}: {why}.";
        }).ToList();
        return left.Count == 0 ? [] : SlideRoom.Flow(
            Say(new("Voor deze lijnen is er geen voorstel dat getoond kan worden",
                "For these lines there is no proposal that can be shown")),
            _room.Usual, [.. left.Select(text => new SlideParagraph(text) { Air = 3 })],
            [Say(_notes.Reading.Last())], _notes.Language);
    }

    private string Say(Wording text) => text.In(_notes.Language);
}
