using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Formats.Pptx;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Presentation;

/// <summary>
/// One line on a slide: volume and duration beside each other, and below them the proposal beside the current line.
/// </summary>
internal sealed class LineSlide
{
    private const double Gap = 12;
    private const double RowHeight = 23;
    private const double FootHeight = 20;
    private const int HeadingLines = 2;
    private const double TablePart = 0.58;

    private readonly SafeLine _line;
    private readonly SafeDistributions? _shown;
    private readonly DraftNotes _notes;
    private readonly SlideLayout _layout;
    private readonly ChartContext _context;
    private readonly LineWords _words;

    /// <param name="line">The line.</param>
    /// <param name="shown">Its distributions; null: none are shown.</param>
    /// <param name="notes">The choices behind it.</param>
    /// <param name="layout">The room.</param>
    internal LineSlide(SafeLine line, SafeDistributions? shown, DraftNotes notes, SlideLayout layout)
    {
        (_line, _shown, _notes, _layout) = (line, shown, notes, layout);
        _context = notes.ChartContext;
        _words = new LineWords(line, _context);
    }

    internal Slide Build()
    {
        var body = _layout.Body;
        var rows = Rows();
        var tableTop = body.Bottom - FootHeight - (rows.Count * RowHeight) - 4;
        var tableWidth = body.Width * TablePart;
        var charts = new Frame(body.Left, body.Top, body.Width, tableTop - body.Top - 8);
        var table = new SlideTable(
            new(body.Left, tableTop, tableWidth, rows.Count * RowHeight), Say(new("Voorstel", "Proposal")),
            string.Join(' ', rows.Skip(1).Select(row => $"{row[0]}: {row[1]}, {row[2]}.")), [1.3, 1, 1], rows)
        {
            StrongRow = rows.FindIndex(row => row[0].StartsWith(Say(ProposalName), StringComparison.Ordinal)),
        };
        var beside = new Frame(
            body.Left + tableWidth + Gap, tableTop, body.Width - tableWidth - Gap, rows.Count * RowHeight);
        var code = $" ({_line.Product.Code})";
        var value = ProposalWords.Value(_line.Proposed, _words) is { } proposed
            ? $"{code}: {Say(ProposalName)} {proposed}"
            : code;
        return SlideRoom.Slide(
            _words.Name, value, _layout, [.. Charts(charts), table, Facts(beside), Foot()],
            [_words.Name + value + ".", .. Notes()]);
    }

    private static Wording ProposalName { get; } = new("voorstel", "proposal");

    private HistogramChart? Volume => _shown?.Volume is { } volume
        ? HistogramCharts.Volume(volume, _shown.VolumeClassWidth, _context)
        : null;

    private HistogramChart? Duration => _shown?.Duration is { } duration
        ? HistogramCharts.Duration(duration, _context)
        : null;

    private IEnumerable<SlideShape> Charts(Frame room)
    {
        var width = (room.Width - Gap) / 2;
        var (left, right) = (room with { Width = width }, room with { Left = room.Right - width, Width = width });
        return
        [
            .. Chart(Volume, left, new("De verdeling van het volume wordt niet getoond.",
                "The distribution of the volume is not shown.")),
            .. Chart(Duration, right, new("De verdeling van de duur wordt niet getoond.",
                "The distribution of the duration is not shown.")),
        ];
    }

    private IEnumerable<SlideShape> Chart(HistogramChart? chart, Frame room, Wording absent)
    {
        var heading = chart is null ? Say(absent) : WithoutName(chart.Caption.Title);
        var top = SlideRoom.HeightOf(HeadingLines) + 4;
        var lines = SlideRoom.Strong.Wrap(heading, room.Width, HeadingLines);
        yield return new SlideText(
            room with { Height = top }, heading,
            [new SlideParagraph(string.Join(' ', lines)) { IsBold = true }]);
        if (chart is null)
            yield break;
        var frame = room with { Top = room.Top + top, Height = room.Height - top };
        yield return new SlideChart(
            frame, chart.XTitle, string.Join(' ', [chart.Caption.Description, .. chart.Table.Sentences()]),
            NativeHistogram.Of(chart, frame.Width, frame.Height));
    }

    /// <summary>What a chart says, below a slide that names the line already.</summary>
    private string WithoutName(string title)
    {
        var name = _words.Name + ": ";
        return title.StartsWith(name, StringComparison.Ordinal) && title.Length > name.Length
            ? char.ToUpperInvariant(title[name.Length]) + title[(name.Length + 1)..]
            : title;
    }

    private List<IReadOnlyList<string>> Rows()
    {
        var rows = new List<IReadOnlyList<string>>
        {
            new[]
            {
                "",
                Say(_line.IsPerCareYear ? new("Volume per zorgjaar", "Volume per care year") : Wording.Same("Volume")),
                Say(new("Duur", "Duration")),
            },
            Row(_context.Say(_line.Compared.Percentage.Name()), (_line.Compared.Duration, _line.Compared.Volume)),
        };
        var (chosen, isNorm) = (_words.Percentile, _line.Basis == Basis.Norm);
        rows.Add(Row(
            isNorm ? chosen : $"{Say(ProposalName)} ({chosen})", (_line.Chosen.Duration, _line.Chosen.Volume)));
        if (isNorm)
        {
            rows.Add(Row(
                Say(ProposalName) + Say(new(" (norm van buiten)", " (norm from outside)")), _line.Proposed));
        }

        rows.Add(_line.Current is { } current
            ? Row(Say(new("nu", "now")), (current.Duration, current.Volume))
            : [Say(new("nu", "now")), Say(new("geen lijn", "no line")), string.Empty]);
        return rows;
    }

    private IReadOnlyList<string> Row(string name, (DurationStep? Duration, decimal? Volume) value)
    {
        var absent = Say(new("niet getoond", "not shown"));
        return
        [
            name, value.Volume is { } volume ? _words.Volume(volume) : absent,
            value.Duration is { } duration ? Say(duration.Shown()) : absent,
        ];
    }

    /// <summary>As many facts as fit beside the table; the speaker has all.</summary>
    private SlideText Facts(Frame room)
    {
        var (fitting, left) = (new List<SlideParagraph>(), room.Height);
        foreach (var fact in FactsInWords())
        {
            var paragraph = new SlideParagraph(fact);
            left -= SlideRoom.HeightOf(paragraph, room.Width);
            if (left < 0)
                break;
            fitting.Add(paragraph);
        }

        return new SlideText(room, Say(new("Feiten", "Facts")), fitting);
    }

    private IEnumerable<string> FactsInWords()
    {
        yield return ProposalWords.CountOf(_line, _context);
        if (_line.WithinBoth is { } within)
        {
            var share = (within.IsBand ? ">" : "") + Numbers.Share(within.Value, 0, _context.Language);
            yield return Say(new(
                $"Binnen volume én duur van {_words.Percentile}: {share}",
                $"Within volume and duration of {_words.Percentile}: {share}"));
        }

        foreach (var remark in LineRemarks.Of(_line).Select(Say).Where(remark => remark.Length > 0))
            yield return char.ToUpperInvariant(remark[0]) + remark[1..];
    }

    private SlideText Foot()
    {
        var body = _layout.Body;
        var frame = body with { Top = body.Bottom - FootHeight + 2, Height = FootHeight - 2 };
        var text = _notes.Warning is { } warning
            ? _layout.Warning(Say(warning))
            : new SlideParagraph(_context.SourceNote);
        return new SlideText(frame, Say(new("Bron", "Source")), [text]);
    }

    private IEnumerable<string> Notes()
    {
        foreach (var fact in FactsInWords())
            yield return fact.EndsWith('?') ? fact : fact + ".";
        foreach (var row in Rows().Skip(1))
            yield return $"{row[0]}: {row[1]}, {row[2]}.";
        var charts = new[] { Volume, Duration }.OfType<HistogramChart>().ToList();
        foreach (var chart in charts)
        {
            yield return chart.Caption.Description;
            foreach (var sentence in chart.Table.Sentences())
                yield return sentence;
        }

        foreach (var note in charts.SelectMany(chart => chart.Caption.Notes.Prepend(chart.Caption.Footer)).Distinct())
            yield return note;
    }

    private string Say(Wording text) => _context.Say(text);
}
