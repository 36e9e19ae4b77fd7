using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Trajectories;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Disclosure.SafeLine>;

namespace RgkCalibrator.Output.Report;

/// <summary>
/// All lines with the current line beside the proposed one. A row holds what the script counts with: numbers that stand
/// in the row too.
/// </summary>
internal static class OverviewTable
{
    private static readonly Column[] Columns =
    [
        DraftCells.Count("trajectories", line => line.Trajectories, new("Trajecten", "Trajectories")),
        Column.Words("current_duration", line => line.Current?.Duration.Shown(), new("Duur nu", "Duration now")),
        Column.Words("duration", line => line.Proposed.Duration?.Shown(), new("Duur voorstel", "Duration proposed")),
        .. LineDifferences.Columns<SafeLine>(line => line.Proposed, line => line.Current).Take(1),
        Column.Rounded("current_volume", line => line.Current?.Volume, new("Volume nu", "Volume now")),
        Column.Rounded("volume", line => line.Proposed.Volume, new("Volume voorstel", "Volume proposed")),
        .. LineDifferences.Columns<SafeLine>(line => line.Proposed, line => line.Current).Skip(1),
        Column.Text("unit", line => line.Product.Unit.Name(), new("Eenheid", "Unit")),
        DraftCells.Share("within_volume", line => line.WithinVolume, new("Binnen volume", "Within volume")),
        DraftCells.Share("within_duration", line => line.WithinDuration, new("Binnen duur", "Within duration")),
        DraftCells.WithinBoth,
    ];

    // Durations are sorted by their length: months, weeks and the school year in one order.
    private static readonly Dictionary<string, Func<SafeLine, DurationStep?>> Lengths = new(StringComparer.Ordinal)
    {
        ["current_duration"] = line => line.Current?.Duration,
        ["duration"] = line => line.Proposed.Duration,
    };

    /// <summary>Writes it.</summary>
    internal static void Write(MarkupWriter html, IReadOnlyList<SafeLine> lines, DraftNotes notes)
    {
        var language = notes.Language;
        html.Open("div", ("class", "scroll"), ("id", "overzicht-tabel"));
        html.Open("table", ("id", "lijnen"));
        html.Words("caption", ReportWords.OverviewCaption(notes.Framework.Percentage).In(language));
        html.Open("thead");
        html.Open("tr");
        html.Words("th", new Wording("Product", "Product").In(language), ("scope", "col"));
        foreach (var column in Columns)
            html.Words("th", column.Heading!.In(language), ("scope", "col"));
        html.Close();
        html.Close();
        html.Open("tbody");
        foreach (var line in lines)
            WriteRow(html, line, language);
        html.Close();
        html.Close();
        html.Close();
    }

    private static void WriteRow(MarkupWriter html, SafeLine line, Language language)
    {
        html.Open("tr", [.. Data(line)]);
        html.Open("th", ("scope", "row"));
        html.Words("a", ReportWords.NameOf(line).In(language), ("href", "#" + LineAnchor.IdOf(line)));
        html.Close();
        foreach (var column in Columns)
        {
            var cell = column.Cell(line, language);
            var look = column.Kind is ColumnKind.Whole or ColumnKind.Number ? "n" : "w";
            if (SortKey(column, cell, line) is { Length: > 0 } key)
                html.Words("td", cell.Shown, ("class", look), ("data-key", key));
            else
                html.Words("td", cell.Shown, ("class", look));
        }

        html.Close();
    }

    private static string SortKey(Column column, TableCell cell, SafeLine line) =>
        Lengths.TryGetValue(column.Name, out var length)
            ? length(line) is { } step ? Numbers.Exact((double)step.InWeeks()) : string.Empty
            : cell.Number?.Value ?? (cell.Shown is ['<', ..] ? "0" : cell.Shown is ['>', ..] ? "1" : string.Empty);

    private static IEnumerable<MarkupAttribute> Data(SafeLine line)
    {
        yield return ("data-line", LineAnchor.NameOf(line));
        yield return ("data-kind", line.Product.Framework.NameInFiles());
        if (line.Proposed is not (null, null) && line.Proposed != (line.Current?.Duration, line.Current?.Volume))
            yield return ("data-changed", "");
        var counted = ReportWords.Counted(line);
        if (counted.Value is { } count)
            yield return ("data-count", Numbers.Whole(count));
        if (line.IsPerCareYear)
            yield return ("data-care-years", "");
        foreach (var (name, share) in new[] { ("data-volume", line.WithinVolume), ("data-duur", line.WithinDuration) })
        {
            if (share is not null)
                yield return (name, (share.IsBand ? ">" : "") + TableCell.Share(share.Value, Language.English).Plain);
        }
    }
}
