using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;

using ProductColumn = RgkCalibrator.Output.Tables.Column<
    System.Linq.IGrouping<string?, RgkCalibrator.Intake.Accounting.LedgerPart>>;
using ReasonColumn = RgkCalibrator.Output.Tables.Column<
    System.Linq.IGrouping<RgkCalibrator.Intake.Lines.RejectionReason, RgkCalibrator.Intake.Lines.RejectedRow>>;
using YearColumn = RgkCalibrator.Output.Tables.Column<
    System.Linq.IGrouping<int?, RgkCalibrator.Intake.Accounting.LedgerPart>>;

namespace RgkCalibrator.Output.Tables;

/// <summary>Where rows ended, as tables. Volumes are in units of the file, before any conversion.</summary>
/// <param name="language">The language of headings and numbers.</param>
public sealed class LedgerTables(Language language)
{
    private const int MostExamples = 5;
    private const int ShareDecimals = 1;

    private static readonly RowOutcome[] AllPlaces = Enum.GetValues<RowOutcome>();

    private static readonly Wording Rows = new("Rijen", "Rows");

    /// <summary>Rows, their share and their volume by place, with all rows below.</summary>
    /// <param name="places">Rows and volume.</param>
    /// <param name="decimals">Decimals of the volumes.</param>
    public Table Places(IReadOnlyDictionary<RowOutcome, Amount> places, int decimals)
    {
        var all = Amount.Sum(places.Values);
        var units = places.Values.Append(all).SelectMany(amount => amount.Volume).Select(volume => volume.Unit)
            .Distinct().OrderBy(unit => unit is null).ThenBy(unit => unit).ToList();
        return Table.From(
            new("Waar de rijen bleven, en met hoeveel volume", "Where the rows ended, and with how much volume"),
            [
                Column<PlaceRow>.Words("place", row => row.Name, new("Plaats", "Place")),
                Column<PlaceRow>.Whole("rows", row => row.Amount.Rows, Rows),
                new("share", ColumnKind.Number, (row, _) => Share(row.Amount.Rows, all.Rows), new("Aandeel", "Share")),
                .. units.Select(unit => new Column<PlaceRow>(
                    unit?.Name() ?? "?", ColumnKind.Number, (row, _) => VolumeOf(row.Amount, unit, decimals),
                    NameOf(unit, units))),
            ],
            AllPlaces.Select(
                place => new PlaceRow(LedgerWords.Name(place), places.GetValueOrDefault(place, Amount.None)))
                .Append(new PlaceRow(new("alle rijen", "all rows"), all)),
            language);
    }

    /// <summary>Rows by the year in which they start, and by place.</summary>
    public Table Years(IEnumerable<LedgerPart> parts) => Table.From(
        new("In deze jaren beginnen de rijen", "In these years the rows start"),
        [
            YearColumn.Words(
                "year", year => year.Key is { } known ? Wording.Same(Numbers.Whole(known)) : new("onbekend", "unknown"),
                new("Jaar", "Year")),
            .. ByPlace<IGrouping<int?, LedgerPart>>(),
        ],
        parts.GroupBy(part => part.Year).OrderBy(year => year.Key is null).ThenBy(year => year.Key),
        language);

    /// <summary>Rows by product and by place.</summary>
    /// <param name="products">The products, each with its parts.</param>
    /// <param name="nameOf">The name of a code.</param>
    /// <param name="hasVolume">Whether the volume of the rows that are used stands beside them.</param>
    public Table Products(
        IEnumerable<IGrouping<string?, LedgerPart>> products, Func<string, string> nameOf, bool hasVolume)
    {
        ProductColumn[] columns =
        [
            ProductColumn.Text("product_code", product => product.Key ?? "?", new("Code", "Code")),
            ProductColumn.Words(
                "product",
                product => product.Key is { } code
                    ? Wording.Same(nameOf(code))
                    : new("niet in de catalogus, of niet opgezocht", "not in the catalogue, or not looked up"),
                new("Product", "Product")),
            .. ByPlace<IGrouping<string?, LedgerPart>>(),
            ProductColumn.Text("used_volume", UsedVolume, new("Gebruikt volume", "Volume used")),
        ];
        return Table.From(
            new("Zoveel rijen heeft elk product", "Each product has so many rows"), hasVolume ? columns : columns[..^1],
            products, language);
    }

    /// <summary>Rejected rows by reason; of one file with the numbers of the first few.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="file">The file's number; null for all files.</param>
    public Table Reasons(Ledger ledger, int? file)
    {
        ReasonColumn[] columns =
        [
            ReasonColumn.Words("meaning", reason => reason.Key.Meaning(), new("Reden", "Reason")),
            ReasonColumn.Text("reason", reason => reason.Key.Name(), new("Naam", "Name")),
            ReasonColumn.Whole("rows", reason => reason.LongCount(), Rows),
            ReasonColumn.Text(
                "examples", reason => string.Join(", ", FirstOf(reason).Select(Numbers.Whole)),
                new("Rijnummers, bijvoorbeeld", "Row numbers, for example")),
        ];
        return Table.From(
            new("Daarom zijn rijen afgekeurd", "Why rows were rejected"),
            file is null ? columns[..^1] : columns,
            ByReason(ledger, file),
            language);
    }

    /// <summary>The rejected rows of a file, or of all, by reason.</summary>
    internal static IEnumerable<IGrouping<RejectionReason, RejectedRow>> ByReason(Ledger ledger, int? file) =>
        ledger.RejectedRows.Where(row => file is null || row.File == file).GroupBy(row => row.Reason).OrderBy(
            reason => reason.Key);

    /// <summary>The numbers of the first rejected rows of a reason, in one file.</summary>
    internal static IEnumerable<long> FirstOf(IEnumerable<RejectedRow> rows) =>
        rows.Select(row => row.Row).Take(MostExamples);

    private string Percent(double share) => Numbers.Fixed(share * 100, ShareDecimals, language) + "%";

    // Two units are counted in pieces: where both are, their full names tell them apart.
    private static Wording NameOf(CareUnit? unit, IReadOnlyList<CareUnit?> units) =>
        unit is not { } known ? new Wording("onbekend", "unknown")
        : units.Count(other => other?.Counted() == known.Counted()) > 1 ? Wording.Same(known.Name())
        : known.Counted();

    /// <summary>All rows of a group of parts, and the rows in each place.</summary>
    private static IEnumerable<Column<T>> ByPlace<T>()
        where T : IEnumerable<LedgerPart> => AllPlaces
        .Select(place => Column<T>.Whole(
            place.NameInFiles(), parts => parts.Sum(part => part.Places[place].Rows), LedgerWords.Heading(place)))
        .Prepend(
            Column<T>.Whole("rows", parts => AllPlaces.Sum(place => parts.Sum(part => part.Places[place].Rows)), Rows));

    private TableCell Share(long part, long all) =>
        all == 0 ? TableCell.Empty : new(ShareOf(part, all), Numbers.Computed((double)part / all));

    /// <summary>A share with a decimal; what is not all or nothing is not shown as that. Empty of no rows.</summary>
    internal string ShareOf(long part, long all)
    {
        if (all == 0)
            return string.Empty;
        var share = (double)part / all;
        return part > 0 && share < 0.0005 ? "<" + Percent(0.001)
            : part < all && share > 0.9995 ? ">" + Percent(0.999)
            : Percent(share);
    }

    private TableCell VolumeOf(Amount amount, CareUnit? unit, int decimals)
    {
        var ticks = amount.Volume.Where(volume => volume.Unit == unit).Aggregate(
            (Int128)0, (sum, volume) => sum + volume.Ticks);
        return new TableCell(
            Numbers.Fixed(Ticks.ToUnits(ticks), decimals, language), Numbers.Exact(Ticks.ToUnits(ticks)));
    }

    private string UsedVolume(IEnumerable<LedgerPart> parts)
    {
        var volumes = Amount.Sum(parts.Select(part => part.Places[RowOutcome.Used])).Volume;
        List<CareUnit?> units = [.. volumes.Select(volume => volume.Unit)];
        // Number and unit stay together on a line.
        return string.Join("; ", volumes.Select(volume =>
            Numbers.Shown(Ticks.ToUnits(volume.Ticks), 2, language)
                + "\u00A0" + NameOf(volume.Unit, units).In(language)));
    }

    private sealed record PlaceRow(Wording Name, Amount Amount);
}
