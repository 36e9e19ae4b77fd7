using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Output.Tables;

/// <summary>Where every row of every file ended. No table holds what stood in a row.</summary>
internal static class LedgerSheets
{
    private static readonly Wording File = new("Bestand", "File");
    private static readonly RowOutcome[] Places = Enum.GetValues<RowOutcome>();

    /// <summary>A row for each file: how many rows ended where.</summary>
    internal static Table Rows(Ledger ledger, Language language) => Table.From(
        new("Rijen per bestand", "Rows by file"),
        [
            Column<FileLedger>.Text("file", file => file.File, File),
            Column<FileLedger>.Whole("rows", file => file.Rows, new("Rijen", "Rows")),
            .. Places.Select(
                place => Column<FileLedger>.Whole(place.NameInFiles(), file => file.At(place).Rows, NameOf(place))),
        ],
        ledger.Files,
        language);

    /// <summary>A row for each file, place and unit: how much was declared.</summary>
    internal static Table Volumes(Ledger ledger, Language language) => Table.From(
        new("Volume per bestand, zoals gedeclareerd", "Volume by file, as declared"),
        [
            Column<DeclaredVolume>.Text("file", row => row.File, File),
            Column<DeclaredVolume>.Words("place", row => NameOf(row.Place), new("Plaats", "Place")),
            Column<DeclaredVolume>.Text("unit", row => row.Volume.Unit?.Name() ?? "?", new("Eenheid", "Unit")),
            Column<DeclaredVolume>.Rounded(
                "volume", row => (decimal)row.Volume.Ticks / Ticks.PerUnit, new("Volume", "Volume")),
        ],
        from file in ledger.Files
        from place in Places
        from volume in file.At(place).Volume
        select new DeclaredVolume(file.File, place, volume),
        language);

    /// <summary>A row for each file and reason: how many rows were rejected.</summary>
    internal static Table Reasons(Ledger ledger, Language language) => Table.From(
        new("Afgekeurde rijen per reden", "Rejected rows by reason"),
        [
            Column<RejectedCount>.Text("file", row => row.File, File),
            Column<RejectedCount>.Text("reason", row => row.Reason.Name(), new("Reden", "Reason")),
            Column<RejectedCount>.Words("meaning", row => row.Reason.Meaning(), new("Betekenis", "Meaning")),
            Column<RejectedCount>.Whole("rows", row => row.Rows, new("Rijen", "Rows")),
        ],
        from file in ledger.Files
        from reason in file.Rejected.OrderBy(pair => pair.Key)
        select new RejectedCount(file.File, reason.Key, reason.Value),
        language);

    /// <summary>The first rejected rows, by file and row.</summary>
    internal static Table RejectedRows(Ledger ledger, int most, Language language) => Table.From(
        new("Afgekeurde rijen", "Rejected rows"),
        [
            Column<RejectedRow>.Text("file", row => ledger.Files[row.File].File, File),
            Column<RejectedRow>.Whole("row", row => row.Row, new("Rij", "Row")),
            Column<RejectedRow>.Text("column", row => row.Reason.Column(), new("Kolom", "Column")),
            Column<RejectedRow>.Text("reason", row => row.Reason.Name(), new("Reden", "Reason")),
            Column<RejectedRow>.Words("meaning", row => row.Reason.Meaning(), new("Betekenis", "Meaning")),
        ],
        ledger.RejectedRows.Take(most),
        language);

    // A place as a heading is wider than in a sentence: what is after the period is called left out.
    private static Wording NameOf(RowOutcome place) =>
        place == RowOutcome.Excluded ? new("Weggelaten", "Excluded") : LedgerWords.Heading(place);

    private sealed record DeclaredVolume(string File, RowOutcome Place, UnitVolume Volume);

    private sealed record RejectedCount(string File, RejectionReason Reason, long Rows);
}
