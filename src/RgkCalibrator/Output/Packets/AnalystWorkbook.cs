using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Packets;

/// <summary>Everything of a run in one workbook, unsuppressed and marked as restricted on every sheet.</summary>
internal static class AnalystWorkbook
{
    /// <summary>
    /// Rejected rows beyond this are in <c>rejected.csv</c> only: nobody goes through so many by hand, and a workbook
    /// of them opens slowly.
    /// </summary>
    internal const int MostRejectedRows = 10_000;

    private const int NamingColumns = 2;

    private static readonly Wording Reading = new("Leeswijzer", "How to read this");

    internal static readonly Wording Restriction = new(
        "VERTROUWELIJK: onafgeschermde cijfers over kinderen. Blijft binnen; niet delen of mailen.",
        "RESTRICTED: unsuppressed figures about children. Stays inside; do not share or mail.");

    private static readonly Wording[] Guide =
    [
        new(
            "Kader: wat de gegevens voorstellen, ook waar het in extern/ niet getoond wordt; de kolom Naar buiten "
                + "zegt waarom niet.",
            "Framework: what the data propose, also where extern/ does not show it; the column Outside says why not."),
        new("Onderbouwing: elke schatting voor afronding, met de onzekerheidsmarge; dezelfde als in estimates.csv.",
            "Evidence: every estimate before rounding, with its interval; the same as in estimates.csv."),
        new("Rijen, Volume en Redenen: waar elke rij van elk bestand is gebleven. Afgekeurd: welke rijen, en waarom.",
            "Rows, Volume and Reasons: where every row of every file ended. Rejected: which rows, and why."),
        new("Kolommen: wat elke kolom betekent. U ziet het ook als u op de kop van een kolom gaat staan.",
            "Columns: what every column means. It is also shown when you select the heading of a column."),
    ];

    internal static Workbook Build(
        Table lines, Table estimates, IReadOnlyList<StudySheet> studies, Ledger ledger, DraftNotes notes)
    {
        var language = notes.Language;
        var rejected = LedgerSheets.RejectedRows(ledger, MostRejectedRows, language);
        var guide = Guide.Concat(notes.Columns).Select(line => notes.Note(line));
        Sheet[] sheets =
        [
            Sheet(new("Kader", "Framework"), lines, NamingColumns + 1, notes.Choices()),
            Sheet(new("Onderbouwing", "Evidence"), estimates, NamingColumns + 1),
            .. studies.Select(study => Sheet(study.Name, study.Shown, NamingColumns, [notes.Note(study.Note)])),
            Sheet(new("Rijen", "Rows"), LedgerSheets.Rows(ledger, language), frozen: 1),
            Sheet(new("Volume", "Volume"), LedgerSheets.Volumes(ledger, language), frozen: 1),
            Sheet(new("Redenen", "Reasons"), LedgerSheets.Reasons(ledger, language), frozen: 1),
            Sheet(new("Afgekeurd", "Rejected"), rejected, frozen: 1, Cut(ledger, notes)),
        ];
        return new Workbook(
            new Wording("Werkboek (vertrouwelijk)", "Workbook (restricted)").In(language),
            [
                .. sheets,
                Restricted(Reading, Reading.In(language), [.. notes.Choices(), .. guide], null),
                Sheet(new("Kolommen", "Columns"), ColumnNotes.From(sheets, language), frozen: 1),
            ]);

        Sheet Sheet(Wording name, Table table, int frozen, IEnumerable<Note>? more = null) =>
            Restricted(name, table.Title, more ?? [], new SheetTable(table, [])) with { FrozenColumns = frozen };

        Sheet Restricted(Wording name, string title, IEnumerable<Note> more, SheetTable? table)
        {
            var restriction = notes.Note(Restriction, NoteStyle.Warning);
            Note[] above = [new(title, NoteStyle.Title), restriction, .. notes.Warnings(), .. more];
            return new(name.In(language), above, table) { Restriction = restriction.Text };
        }
    }

    private static IEnumerable<Note> Cut(Ledger ledger, DraftNotes notes)
    {
        if (ledger.RejectedRows.Count <= MostRejectedRows)
            yield break;
        var (most, all) = (
            Numbers.Shown(MostRejectedRows, 0, notes.Language),
            Numbers.Shown(ledger.RejectedRows.Count, 0, notes.Language));
        var cut = new Wording($"Hier staan de eerste {most} van {all} afgekeurde rijen; ze staan alle in rejected.csv.",
            $"These are the first {most} of {all} rejected rows; all of them are in rejected.csv.");
        yield return notes.Note(cut, NoteStyle.Warning);
    }
}
