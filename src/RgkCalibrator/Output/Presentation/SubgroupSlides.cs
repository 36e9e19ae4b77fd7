using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Formats.Pptx;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Presentation;

/// <summary>A product with its subgroups: their distributions side by side, or else a table of them.</summary>
/// <param name="notes">The choices behind it.</param>
/// <param name="layout">The room.</param>
internal sealed class SubgroupSlides(DraftNotes notes, SlideLayout layout)
{
    private const int MostRows = 7;
    private const int NameLines = 2;
    private const double NamePart = 0.34;

    private readonly ChartContext _context = notes.ChartContext;

    /// <summary>The slides; none where nothing of the product may be shown.</summary>
    /// <param name="lines">All lines of the product.</param>
    /// <param name="subgroups">Their distributions; null where fewer than two are shown.</param>
    internal IEnumerable<Slide> Of(IReadOnlyList<SafeLine> lines, SafeSubgroups? subgroups)
    {
        if (subgroups is not null)
            return Beside(subgroups);
        return lines.Any(line => line.Proposed.Volume is not null) ? InTable(lines) : [];
    }

    private IEnumerable<Slide> Beside(SafeSubgroups subgroups)
    {
        // A chart has no row for what is not shown.
        var members = subgroups.Members.Select(member => member.Line).Where(line => line.Chosen.Volume is not null)
            .ToList();
        foreach (var chart in SubgroupCharts.Volume(subgroups, _context))
        {
            var part = members.Take(chart.Rows.Count).ToList();
            members.RemoveRange(0, part.Count);
            var sentences = chart.Table.Sentences().ToList();
            var native = NativeBoxes.Of(
                chart, [.. part.Select(line => BesideOf(line).ToList())], layout.Body.Width, layout.Body.Height);
            var shape = new SlideChart(
                layout.Body, chart.XTitle, string.Join(' ', [chart.Caption.Description, .. sentences]), native);
            yield return SlideRoom.Slide(
                chart.Caption.Title, $" ({subgroups.Product.Code})", layout, [shape],
                [chart.Caption.Description, .. sentences, .. part.SelectMany(Spoken), chart.Caption.Footer,
                    .. chart.Caption.Notes]);
        }
    }

    private IEnumerable<Slide> InTable(IReadOnlyList<SafeLine> lines)
    {
        var product = lines[0].Product;
        var pages = lines.Chunk(MostRows).ToList();
        foreach (var (i, page) in pages.Index())
        {
            string[] heading =
            [
                Say(new("Subgroep", "Subgroup")), Say(new("Trajecten", "Trajectories")), Name(page[0].Compared),
                $"{Name(page[0].Chosen)}: {Say(new("voorstel", "proposal"))}", Say(new("Nu", "Now")),
            ];
            var rows = page.Select(Row).Prepend(heading).ToList();
            var frame = layout.Body with { Height = Math.Min(layout.Body.Height, rows.Count * 48) };
            var table = new SlideTable(
                frame, product.Name, string.Join(' ', page.SelectMany(Spoken)), [NamePart, 0.12, 0.18, 0.18, 0.18],
                rows);
            var title = Say(new("de subgroepen naast elkaar", "the subgroups side by side"))
                + SlideRoom.Page(i, pages.Count, notes.Language);
            yield return SlideRoom.Slide(
                product.Name, $" ({product.Code}): {title}", layout, [table],
                [.. page.SelectMany(Spoken), Say(notes.Window), Say(notes.Method)]);
        }
    }

    private IReadOnlyList<string> Row(SafeLine line)
    {
        var words = new LineWords(line, _context);
        var name = SlideRoom.Strong.Balance(Say(line.SubgroupName), (layout.Body.Width * NamePart) - 10, NameLines);
        var count = line.Trajectories.Value is { } n
            ? Numbers.Shown(n, 0, _context.Language)
            : "<" + Numbers.Whole(line.Trajectories.Smallest);
        return
        [
            string.Join(' ', name), count, Value(line.Compared.Duration, line.Compared.Volume),
            Value(line.Chosen.Duration, line.Chosen.Volume), Value(line.Current?.Duration, line.Current?.Volume),
        ];

        string Value(Trajectories.DurationStep? duration, decimal? volume) =>
            ProposalWords.Value((duration, volume), words) ?? "–";
    }

    /// <summary>What stands behind a group: its proposal and its current line.</summary>
    private IEnumerable<string> BesideOf(SafeLine line)
    {
        var words = new LineWords(line, _context);
        var (proposed, current) = (
            ProposalWords.Value(line.Proposed, words),
            ProposalWords.Value((line.Current?.Duration, line.Current?.Volume), words));
        yield return line.Basis == Basis.Norm
            ? Say(new("norm: ", "norm: ")) + proposed
            : $"{words.Percentile}: " + (proposed ?? Say(new("niet getoond", "not shown")));
        yield return Say(new("nu: ", "now: ")) + (current ?? Say(new("geen lijn", "no line")));
    }

    private IEnumerable<string> Spoken(SafeLine line)
    {
        var remarks = LineRemarks.Of(line).Select(Say);
        yield return $"{Say(line.SubgroupName)}: "
            + string.Join("; ", [ProposalWords.CountOf(line, _context), .. BesideOf(line), .. remarks]) + ".";
    }

    private string Name(SafeProposal proposal) => Say(proposal.Percentage.Name());

    private string Say(Wording text) => _context.Say(text);
}
