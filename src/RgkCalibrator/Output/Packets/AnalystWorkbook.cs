using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Packets;

/// <summary>Everything of a run in one workbook, unsuppressed and marked as restricted on every sheet.</summary>
internal static class AnalystWorkbook
{
    /// <summary>Rejected rows beyond this are in <c>rejected.csv</c> only: nobody goes through so many by hand, and a workbook of them opens slowly.</summary>
    internal const int MostRejectedRows = 10_000;

    private const int NamingColumns = 2;

    private static readonly Wording Restriction = new(
        "VERTROUWELIJK: onafgeschermde cijfers over kinderen. Blijft binnen; niet delen of mailen.",
        "RESTRICTED: unsuppressed figures about children. Stays inside; do not share or mail.");

    internal static Workbook Of(Findings findings, DraftNotes notes, Language language)
    {
        var ledger = findings.Ledger;
        var rejected = LedgerSheets.RejectedRows(ledger, MostRejectedRows, language);
        List<Note> cut = ledger.RejectedRows.Count <= MostRejectedRows ? [] : [Cut(ledger.RejectedRows.Count, language)];
        return new Workbook(
            new Wording("Werkboek (vertrouwelijk)", "Workbook (restricted)").In(language),
            [
                Sheet(new("Kader", "Framework"), LineTable.From(findings, notes.Framework, language), [.. Basis(notes, language)], NamingColumns + 1),
                Sheet(new("Onderbouwing", "Evidence"), EstimateTable.From(findings.Estimates, language), [], NamingColumns),
                .. findings.Studies.Select(study => Sheet(study.Name, study.Shown, [new(study.Note.In(language), NoteStyle.Plain)], NamingColumns)),
                Sheet(new("Rijen", "Rows"), LedgerSheets.Rows(ledger, language), [], frozen: 1),
                Sheet(new("Volume", "Volume"), LedgerSheets.Volumes(ledger, language), [], frozen: 1),
                Sheet(new("Redenen", "Reasons"), LedgerSheets.Reasons(ledger, language), [], frozen: 1),
                Sheet(new("Afgekeurd", "Rejected"), rejected, cut, frozen: 1),
                Guide(notes, language),
            ]);

        Sheet Sheet(Wording name, Table table, IReadOnlyList<Note> more, int frozen) =>
            new(name.In(language), [new(table.Title, NoteStyle.Title), .. Marks(notes, language), .. more], new SheetTable(table, []))
            {
                FrozenColumns = frozen,
                Restriction = Restriction.In(language),
            };
    }

    private static IEnumerable<Note> Marks(DraftNotes notes, Language language)
    {
        yield return new Note(Restriction.In(language), NoteStyle.Warning);
        if (notes.Warning is { } warning)
            yield return new Note(warning.In(language), NoteStyle.Warning);
    }

    private static Note[] Basis(DraftNotes notes, Language language) =>
        [new(notes.Window.In(language), NoteStyle.Plain), new(notes.Method.In(language), NoteStyle.Plain)];

    private static Note Cut(int all, Language language)
    {
        var (most, count) = (Numbers.Shown(MostRejectedRows, 0, language), Numbers.Shown(all, 0, language));
        var cut = new Wording(
            $"Hier staan de eerste {most} van {count} afgekeurde rijen; ze staan alle in rejected.csv.",
            $"These are the first {most} of {count} rejected rows; all of them are in rejected.csv.");
        return new Note(cut.In(language), NoteStyle.Warning);
    }

    private static Sheet Guide(DraftNotes notes, Language language)
    {
        Wording[] lines =
        [
            new("Kader: wat de gegevens voorstellen, ook waar het in extern/ niet getoond wordt; de kolom Naar buiten zegt waarom niet.",
                "Framework: what the data propose, also where extern/ does not show it; the column Outside says why not."),
            new("Onderbouwing: elke schatting voor afronding, met het interval; dezelfde als in estimates.csv.",
                "Evidence: every estimate before rounding, with its interval; the same as in estimates.csv."),
            new("Rijen, Volume en Redenen: waar elke rij van elk bestand is gebleven. Afgekeurd: welke rijen, en waarom.",
                "Rows, Volume and Reasons: where every row of every file ended. Rejected: which rows, and why."),
        ];
        var name = new Wording("Leeswijzer", "How to read this").In(language);
        return new Sheet(
            name,
            [
                new(name, NoteStyle.Title), .. Marks(notes, language), .. Basis(notes, language),
                .. lines.Concat(notes.Columns).Select(line => new Note(line.In(language), NoteStyle.Plain)),
            ],
            null)
        {
            Restriction = Restriction.In(language),
        };
    }
}
