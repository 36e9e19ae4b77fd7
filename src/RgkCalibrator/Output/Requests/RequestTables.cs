using RgkCalibrator.Output.Tables;
using RgkCalibrator.Requests;

using RowColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Requests.CheckedRow>;
using SumColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Requests.RequestSum>;

namespace RgkCalibrator.Output.Requests;

/// <summary>Checked requests as tables.</summary>
public static class RequestTables
{
    // What the request is about.
    private static readonly RowColumn[] Naming =
    [
        RowColumn.Whole("row", row => row.Row.Number, new("Rij", "Row")),
        RowColumn.Text("request_id", row => row.Row.Id, new("Eigen nummer", "Own number")),
        RowColumn.Text("product_code", row => row.Answer?.Product?.Code, new("Code", "Code")),
        RowColumn.Text("product", row => row.Answer?.Product?.Name, new("Product", "Product")),
        RowColumn.Named(
            "subgroup", row => row.Answer?.Only?.Subgroup, row => row.Answer?.Only?.Label,
            new("Subgroep", "Subgroup")),
        RowColumn.Whole("start_year", row => row.Year, new("Startjaar", "Start year")) with
        {
            Cell = (row, _) => YearCell(row.Year),
        },
        RowColumn.Named(
            "verdict", row => row.Verdict.NameInFiles(), row => VerdictWords.NameOf(row.Verdict),
            new("Uitkomst", "Outcome")),
    ];

    private static readonly RowColumn[] Volumes =
    [
        RowColumn.Rounded("volume", row => Volume(row)?.Requested, new("Volume", "Volume")),
        RowColumn.Rounded("line_volume", row => Volume(row)?.Limit, new("Volume lijn", "Volume of line")),
        RowColumn.Text(
            "unit", row => Volume(row) is { } volume ? Intake.Lines.CareUnits.Name(volume.Unit) : null,
            new("Eenheid", "Unit")),
        RowColumn.Rounded("volume_beyond", row => Volume(row)?.Beyond, new("Volume erboven", "Volume beyond")),
        RowColumn.Portion(
            "volume_beyond_share", row => (double?)Volume(row)?.BeyondShare,
            new("Volume erboven, deel", "Volume beyond, share")),
    ];

    private static readonly RowColumn[] Durations =
    [
        RowColumn.Named(
            "duration", row => row.Row.Request is { } request ? Plain(request.Duration) : null,
            row => row.Row.Request is { } request ? RequestWords.Length(request.Duration) : null,
            new("Duur", "Duration")),
        RowColumn.Named(
            "line_duration", row => Duration(row)?.Limit.Shown().English, row => Duration(row)?.Limit.Shown(),
            new("Duur lijn", "Duration of line")),
        RowColumn.Words(
            "duration_beyond",
            row => Duration(row) is { Beyond: > 0 } duration ? RequestWords.Excess(duration) : null,
            new("Duur erboven", "Duration beyond")),
        RowColumn.Portion(
            "duration_beyond_share", row => (double?)Duration(row)?.BeyondShare,
            new("Duur erboven, deel", "Duration beyond, share")),
    ];

    private static readonly RowColumn[] Remedies =
    [
        RowColumn.Text("column", row => row.Column?.Name(), new("Kolom", "Column")),
        RowColumn.Words("remedy", VerdictWords.Remedy, new("Wat te doen", "What to do")),
    ];

    /// <summary>A row for each request, in the order of the list; restricted.</summary>
    public static Table OfRows(IReadOnlyList<CheckedRow> rows, Language language) => Table.From(
        new("Aanvragen", "Requests"), [.. Naming, .. Volumes, .. Durations, .. Remedies], rows, language);

    /// <summary>Requests by line and year of start, with the extension requests to be expected; restricted.</summary>
    public static Table OfSums(IReadOnlyList<RequestSum> sums, Language language) => Table.From(
        new("Per lijn en jaar", "By line and year"),
        [
            SumColumn.Text("product_code", sum => sum.Product.Code, new("Code", "Code")),
            SumColumn.Named("subgroup", sum => sum.Line.Subgroup, sum => sum.Line.Label, new("Subgroep", "Subgroup")),
            SumColumn.Whole("start_year", sum => sum.Year, new("Startjaar", "Start year")) with
            {
                Cell = (sum, _) => YearCell(sum.Year),
            },
            SumColumn.Whole("requests", sum => sum.Requests, new("Aanvragen", "Requests")),
            SumColumn.Whole("inside", sum => sum.Inside, new("Binnen", "Inside")),
            SumColumn.Whole("beyond_volume", sum => sum.BeyondVolume, new("Boven volume", "Beyond volume")),
            SumColumn.Whole("beyond_duration", sum => sum.BeyondDuration, new("Boven duur", "Beyond duration")),
            SumColumn.Whole("beyond_both", sum => sum.BeyondBoth, new("Boven beide", "Beyond both")),
            SumColumn.Portion(
                "extension_share", sum => (double)sum.ExtensionShare, new("Deel verlenging", "Share of extensions")),
            SumColumn.OneOf<ExtensionBasis>(
                "extension_basis", sum => sum.Basis, new("Deel komt uit", "Share is from"),
                shown: VerdictWords.NameOf),
            SumColumn.Rounded(
                "extensions", sum => sum.Extensions, new("Verwachte verlengingen", "Expected extensions")),
        ],
        sums, language);

    /// <summary>The same for a screen, which has room for few columns.</summary>
    public static Table OnScreen(IReadOnlyList<RequestSum> sums, Language language) => Table.From(
        new("Per lijn en jaar", "By line and year"),
        [
            SumColumn.Text(
                "line", sum => Catalogue.LineName.Of(sum.Product.Code, sum.Line.Subgroup), new("Lijn", "Line")),
            SumColumn.Text(
                "start_year", sum => sum.Year is { } year ? Numbers.Whole(year) : "?", new("Startjaar", "Start year")),
            SumColumn.Whole("requests", sum => sum.Requests, new("Aanvragen", "Requests")),
            SumColumn.Whole("inside", sum => sum.Inside, new("Binnen", "Inside")),
            SumColumn.Whole("beyond", sum => sum.Requests - sum.Inside, new("Erbuiten", "Beyond")),
            new(
                "extensions", ColumnKind.Number, (sum, shown) => TableCell.Decimal(sum.Extensions, 1, shown),
                new("Verwachte verlengingen", "Expected extensions")),
        ],
        sums, language);

    /// <summary>How many rows have each outcome.</summary>
    public static Table OfVerdicts(IReadOnlyList<CheckedRow> rows, Language language) => Table.From(
        new("Uitkomsten", "Outcomes"),
        [
            Column<RequestVerdict>.Named(
                "verdict", verdict => verdict.NameInFiles(), VerdictWords.NameOf, new("Uitkomst", "Outcome")),
            Column<RequestVerdict>.Whole(
                "requests", verdict => rows.Count(row => row.Verdict == verdict), new("Aanvragen", "Requests")),
        ],
        Enum.GetValues<RequestVerdict>(), language);

    // Without a mark for thousands.
    private static TableCell YearCell(int? year) => TableCell.Exact(year).In("0");

    private static string Plain(RequestedDuration duration) =>
        duration.Period?.ToString() ?? duration.Step!.Shown().English;

    private static VolumeCheck? Volume(CheckedRow row) => row.Answer?.Only?.Volume;

    private static DurationCheck? Duration(CheckedRow row) => row.Answer?.Only?.Duration;
}
