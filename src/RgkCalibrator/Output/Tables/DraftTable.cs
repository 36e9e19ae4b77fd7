using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Disclosure.SafeLine>;

namespace RgkCalibrator.Output.Tables;

/// <summary>The draft framework as tables, its lines in the order of the catalogue.</summary>
internal static class DraftTable
{
    private static readonly Wording Title = new("Concept-kader", "Draft framework");

    /// <summary>The lines of one kind of framework, without intervals: a page of text is too narrow for them.</summary>
    internal static Table OfKind(
        FrameworkKind kind, IReadOnlyList<SafeLine> lines, FrameworkSettings settings, Language language)
    {
        var title = kind == FrameworkKind.Rgk
            ? new Wording("Richtinggevend kader (concept)", "Guiding framework (draft)")
            : new Wording("Normenkader (concept)", "Limiting framework (draft)");
        return Table.From(
            title, Columns(settings, IntervalForm.Absent), lines.Where(line => line.Product.Framework == kind),
            language);
    }

    /// <summary>All lines in one table.</summary>
    internal static Table OfAll(
        IReadOnlyList<SafeLine> lines, FrameworkSettings settings, Language language,
        IntervalForm intervals = IntervalForm.InWords) =>
        Table.From(Title, [Kind, DraftCells.Estimator, .. Columns(settings, intervals)], lines, language);

    /// <summary>
    /// Lines with the differences from the current duration and volume, to decide on; without the estimator, which is
    /// the same on every line.
    /// </summary>
    internal static Table ToDecide(IReadOnlyList<SafeLine> lines, FrameworkSettings settings, Language language)
    {
        var columns = Columns(settings, IntervalForm.InWords);
        return Table.From(Title, [Kind, .. columns.SkipLast(1), .. Differences, columns[^1]], lines, language);
    }

    private static Column Kind { get; } =
        Column.Named(
            "framework", line => line.Product.Framework.NameInFiles(),
            line => StudyWords.NameOf(line.Product.Framework), new("Kader", "Framework"));

    private static IEnumerable<Column> Differences { get; } = LineDifferences.Columns<SafeLine>(
        line => line.Proposed, line => line.Current);

    private static Column[] Columns(FrameworkSettings settings, IntervalForm intervals)
    {
        var (p, q) = (settings.Compared.Name(), settings.Percentage.Name());
        var (pName, qName) = (
            DraftCells.NameInColumns(settings.Compared), DraftCells.NameInColumns(settings.Percentage));
        return
        [
            .. DraftCells.Naming,
            DraftCells.Count("trajectories", line => line.Trajectories, new("Trajecten", "Trajectories")),
            Column.Words(
                "duration_" + pName, line => line.Compared.Duration?.Shown(),
                new($"Duur {p.Dutch}", $"Duration {p.English}")),
            Column.Words(
                "duration_" + qName, line => line.Chosen.Duration?.Shown(),
                new($"Duur {q.Dutch}", $"Duration {q.English}")),
            Column.Rounded(
                "volume_" + pName, line => line.Compared.Volume, new($"Volume {p.Dutch}", $"Volume {p.English}")),
            Column.Rounded(
                "volume_" + qName, line => line.Chosen.Volume, new($"Volume {q.Dutch}", $"Volume {q.English}")),
            .. IntervalColumns.InForm(intervals, settings),
            Column.Text("unit", line => line.Product.Unit.Name(), new("Eenheid", "Unit")),
            new(
                "intensity", ColumnKind.Number,
                (line, language) => DraftCells.Intensity(line.Intensity, line.Product.IntensityUnit, language),
                new("Per week", "Per week")),
            DraftCells.Share("within_duration", line => line.WithinDuration, new("Binnen duur", "Within duration")),
            DraftCells.Share("within_volume", line => line.WithinVolume, new("Binnen volume", "Within volume")),
            DraftCells.WithinBoth,
            Column.Words(
                "current_duration", line => line.Current?.Duration.Shown(), new("Huidige duur", "Current duration")),
            Column.Rounded("current_volume", line => line.Current?.Volume, new("Huidig volume", "Current volume")),
            new("remarks", ColumnKind.Text, Remarks, new("Opmerkingen", "Remarks")),
        ];
    }

    private static TableCell Remarks(SafeLine line, Language language) =>
        TableCell.Text(string.Join("; ", LineRemarks.Of(line).Select(remark => remark.In(language))));
}
