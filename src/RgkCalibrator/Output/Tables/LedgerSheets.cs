using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Output.Tables;

/// <summary>Where every row of every file ended. No table holds what stood in a row.</summary>
internal static class LedgerSheets
{
    private static readonly Wording File = new("Bestand", "File");

    /// <summary>A row for each file: how many rows ended where.</summary>
    internal static Table Rows(Ledger ledger, Language language) => Of(
        new("Rijen per bestand", "Rows by file"),
        [(File, false), (new("Rijen", "Rows"), true), .. Enum.GetValues<Place>().Select(place => (NameOf(place), true))],
        ledger.Files.Select(file => Cells(
            TableCell.Text(file.File), [TableCell.Whole(file.Rows, language), .. Enum.GetValues<Place>().Select(place => TableCell.Whole(file.At(place).Rows, language))])),
        language);

    /// <summary>A row for each file, place and unit: how much was declared.</summary>
    internal static Table Volumes(Ledger ledger, Language language) => Of(
        new("Volume per bestand, zoals gedeclareerd", "Volume by file, as declared"),
        [(File, false), (new("Plaats", "Place"), false), (new("Eenheid", "Unit"), false), (new("Volume", "Volume"), true)],
        from file in ledger.Files
        from place in Enum.GetValues<Place>()
        from volume in file.At(place).Volume
        select Cells(
            TableCell.Text(file.File),
            [TableCell.Text(NameOf(place).In(language)), TableCell.Text(volume.Unit?.Name() ?? "?"), TableCell.Decimal((decimal)volume.Ticks / Ticks.PerUnit, 2, language)]),
        language);

    /// <summary>A row for each file and reason: how many rows were rejected.</summary>
    internal static Table Reasons(Ledger ledger, Language language) => Of(
        new("Afgekeurde rijen per reden", "Rejected rows by reason"),
        [(File, false), (new("Reden", "Reason"), false), (new("Betekenis", "Meaning"), false), (new("Rijen", "Rows"), true)],
        from file in ledger.Files
        from reason in file.Rejected.OrderBy(pair => pair.Key)
        select Cells(
            TableCell.Text(file.File),
            [TableCell.Text(reason.Key.Name()), TableCell.Text(reason.Key.Meaning().In(language)), TableCell.Whole(reason.Value, language)]),
        language);

    /// <summary>The first rejected rows, by file and row.</summary>
    internal static Table RejectedRows(Ledger ledger, int most, Language language) => Of(
        new("Afgekeurde rijen", "Rejected rows"),
        [(File, false), (new("Rij", "Row"), true), (new("Kolom", "Column"), false), (new("Reden", "Reason"), false), (new("Betekenis", "Meaning"), false)],
        ledger.RejectedRows.Take(most).Select(row => Cells(
            TableCell.Text(ledger.Files[row.File].File),
            [TableCell.Whole(row.Row, language), TableCell.Text(row.Reason.Column()), TableCell.Text(row.Reason.Name()), TableCell.Text(row.Reason.Meaning().In(language))])),
        language);

    private static Table Of(Wording title, IEnumerable<(Wording Heading, bool IsNumber)> columns, IEnumerable<IReadOnlyList<TableCell>> rows, Language language) =>
        new(title.In(language), [.. columns.Select(column => new TableColumn(column.Heading.In(language), column.Heading.English, column.IsNumber))], [.. rows]);

    private static IReadOnlyList<TableCell> Cells(TableCell first, IEnumerable<TableCell> more) => [first, .. more];

    private static Wording NameOf(Place place) => place switch
    {
        Place.Used => new("Gebruikt", "Used"),
        Place.Netted => new("Verrekend", "Netted"),
        Place.Duplicate => new("Dubbel", "Duplicate"),
        Place.Excluded => new("Weggelaten", "Excluded"),
        Place.Rejected => new("Afgekeurd", "Rejected"),
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, "Unknown place."),
    };
}
