using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Output.Tables;

/// <summary>Where rows ended, as tables. Volumes are in units of the file, before any conversion.</summary>
/// <param name="language">The language of headings and numbers.</param>
public sealed class LedgerTables(Language language)
{
    private const int MostExamples = 5;
    private const int ShareDecimals = 1;

    private static readonly Place[] AllPlaces = Enum.GetValues<Place>();

    private static readonly Wording Rows = new("Rijen", "Rows");

    /// <summary>Rows, their share and their volume by place, with all rows below.</summary>
    /// <param name="places">Rows and volume.</param>
    /// <param name="decimals">Decimals of the volumes.</param>
    public Table Places(IReadOnlyDictionary<Place, Amount> places, int decimals)
    {
        var all = Amount.Sum(places.Values);
        var units = all.Volume.Concat(places.Values.SelectMany(amount => amount.Volume)).Select(volume => volume.Unit).Distinct()
            .OrderBy(unit => unit is null).ThenBy(unit => unit).ToList();
        var rows = AllPlaces.Select(place => Row(LedgerWords.Of(place), places.GetValueOrDefault(place, Amount.None)))
            .Append(Row(new("alle rijen", "all rows"), all));
        return new Table(
            new Wording("Waar de rijen bleven, en met hoeveel volume", "Where the rows ended, and with how much volume").In(language),
            [Text(new("Plaats", "Place"), "place"), Number(Rows, "rows"), Number(new("Aandeel", "Share"), "share"), .. units.Select(unit => Number(NameOf(unit, units), unit?.Name() ?? "?"))],
            [.. rows]);

        IReadOnlyList<TableCell> Row(Wording name, Amount amount) =>
        [
            TableCell.Text(name.In(language)), Whole(amount.Rows), Share(amount.Rows, all.Rows), .. units.Select(unit => VolumeOf(amount, unit, decimals)),
        ];
    }

    /// <summary>Rows by the year in which they start, and by place.</summary>
    public Table Years(IEnumerable<LedgerPart> parts) => new(
        new Wording("In deze jaren beginnen de rijen", "In these years the rows start").In(language),
        [Text(new("Jaar", "Year"), "year"), .. PlaceColumns()],
        [.. parts.GroupBy(part => part.Year).OrderBy(year => year.Key is null).ThenBy(year => year.Key)
            .Select(year => (IReadOnlyList<TableCell>)[TableCell.Text(year.Key is { } known ? Numbers.Whole(known) : NoYear), .. ByPlace(year)])]);

    /// <summary>Rows by product and by place.</summary>
    /// <param name="products">The products, each with its parts.</param>
    /// <param name="nameOf">The name of a code.</param>
    /// <param name="hasVolume">Whether the volume of the rows that are used stands beside them.</param>
    public Table Products(IEnumerable<IGrouping<string?, LedgerPart>> products, Func<string, string> nameOf, bool hasVolume) => new(
        new Wording("Zoveel rijen heeft elk product", "Each product has so many rows").In(language),
        [
            Text(new("Code", "Code"), "product_code"), Text(new("Product", "Product"), "product"), .. PlaceColumns(),
            .. hasVolume ? (TableColumn[])[Text(new("Gebruikt volume", "Volume used"), "used_volume")] : [],
        ],
        [.. products.Select(product => (IReadOnlyList<TableCell>)
        [
            TableCell.Text(product.Key ?? "?"), TableCell.Text(product.Key is { } code ? nameOf(code) : NoProduct), .. ByPlace(product),
            .. hasVolume ? (TableCell[])[TableCell.Text(UsedVolume(product))] : [],
        ])]);

    /// <summary>Rejected rows by reason; of one file with the numbers of the first few.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="file">The file's number; null for all files.</param>
    public Table Reasons(Ledger ledger, int? file)
    {
        var reasons = ledger.RejectedRows.Where(row => file is null || row.File == file).GroupBy(row => row.Reason).OrderBy(reason => reason.Key);
        var rows = reasons.Select(reason => (IReadOnlyList<TableCell>)
        [
            TableCell.Text(reason.Key.Meaning().In(language)), TableCell.Text(reason.Key.Name()), Whole(reason.LongCount()),
            .. file is null ? [] : (TableCell[])[TableCell.Text(Examples(reason))],
        ]);
        TableColumn[] examples = file is null ? [] : [Text(new("Rijnummers, bijvoorbeeld", "Row numbers, for example"), "examples")];
        return new Table(
            new Wording("Daarom zijn rijen afgekeurd", "Why rows were rejected").In(language),
            [Text(new("Reden", "Reason"), "meaning"), Text(new("Naam", "Name"), "reason"), Number(Rows, "rows"), .. examples],
            [.. rows]);
    }

    /// <summary>The numbers of the first rejected rows of a reason, in one file.</summary>
    internal static IEnumerable<long> FirstOf(IEnumerable<RejectedRow> rows) => rows.Select(row => row.Row).Take(MostExamples);

    private string NoYear => new Wording("onbekend", "unknown").In(language);

    private string NoProduct => new Wording("niet in de catalogus, of niet opgezocht", "not in the catalogue, or not looked up").In(language);

    private string Percent(double share) => Numbers.Fixed(share * 100, ShareDecimals, language) + "%";

    private static string Examples(IEnumerable<RejectedRow> rows) => string.Join(", ", FirstOf(rows).Select(Numbers.Whole));

    // Two units are counted in pieces: where both are, their full names tell them apart.
    private static Wording NameOf(CareUnit? unit, IReadOnlyList<CareUnit?> units) =>
        unit is not { } known ? new Wording("onbekend", "unknown")
        : units.Count(other => other?.Counted() == known.Counted()) > 1 ? Wording.Same(known.Name())
        : known.Counted();

    private TableColumn Text(Wording heading, string name) => new(heading.In(language), name, IsNumber: false);

    private TableColumn Number(Wording heading, string name) => new(heading.In(language), name, IsNumber: true);

    private IEnumerable<TableColumn> PlaceColumns() =>
        AllPlaces.Select(place => Number(Capital(LedgerWords.Of(place)), place.Name())).Prepend(Number(Rows, "rows"));

    private IEnumerable<TableCell> ByPlace(IEnumerable<LedgerPart> parts)
    {
        var all = parts.ToList();
        var rows = AllPlaces.Select(place => all.Sum(part => part.Places[place].Rows)).ToList();
        return rows.Prepend(rows.Sum()).Select(Whole);
    }

    private static Wording Capital(Wording words) =>
        new(char.ToUpperInvariant(words.Dutch[0]) + words.Dutch[1..], char.ToUpperInvariant(words.English[0]) + words.English[1..]);

    private TableCell Whole(long count) => new(Numbers.Shown(count, 0, language), Numbers.Whole(count));

    private TableCell Share(long part, long all) =>
        all == 0 ? TableCell.Empty : new(ShareOf(part, all), Numbers.Computed((double)part / all));

    /// <summary>A share with a decimal; what is not all or nothing is not shown as that.</summary>
    internal string ShareOf(long part, long all)
    {
        var share = (double)part / all;
        return part > 0 && share < 0.0005 ? "<" + Percent(0.001)
            : part < all && share > 0.9995 ? ">" + Percent(0.999)
            : Percent(share);
    }

    private TableCell VolumeOf(Amount amount, CareUnit? unit, int decimals)
    {
        var ticks = amount.Volume.Where(volume => volume.Unit == unit).Aggregate((Int128)0, (sum, volume) => sum + volume.Ticks);
        return new TableCell(Numbers.Fixed(Ticks.ToUnits(ticks), decimals, language), Numbers.Exact(Ticks.ToUnits(ticks)));
    }

    private string UsedVolume(IEnumerable<LedgerPart> parts)
    {
        var volumes = Amount.Sum(parts.Select(part => part.Places[Place.Used])).Volume;
        List<CareUnit?> units = [.. volumes.Select(volume => volume.Unit)];
        // Number and unit stay together on a line.
        return string.Join("; ", volumes.Select(volume =>
            $"{Numbers.Shown(Ticks.ToUnits(volume.Ticks), 2, language)}\u00A0{NameOf(volume.Unit, units).In(language)}"));
    }
}
