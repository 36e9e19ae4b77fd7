using RgkCalibrator.Framework;
using RgkCalibrator.Statistics.Quantiles;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Framework.MeasuredEstimate>;

namespace RgkCalibrator.Output.Tables;

/// <summary>The estimates before rounding, one a row: intern/estimates, and a sheet of the workbook.</summary>
internal static class EstimateTable
{
    internal static Table From(IEnumerable<MeasuredEstimate> estimates, Language language) =>
        Table.From(new("Schattingen, onafgerond", "Estimates, unrounded"), Columns, estimates, language);

    internal static IReadOnlyList<Column> Columns { get; } =
    [
        LineNaming.ProductCode<MeasuredEstimate>(row => row.ProductCode),
        LineNaming.Subgroup<MeasuredEstimate>(row => row.Subgroup),
        Column.Text(
            "measure", row => row.Measure, new("Maat", "Measure"),
            "What was measured: a volume in the product's unit, a duration in days or months."),
        Column.Selected(
            "p", row => row.Estimate.Percentage.Halves / 2.0, new("Percentiel", "Percentile"),
            "The percentile, 0 to 100."),
        Column.OneOf<Method>(
            "method", row => row.Estimate.Method, new("Methode", "Method"),
            "How the value was found (docs/methods.md)."),
        Column.Text(
            "population", row => row.Population, new("Populatie", "Population"),
            "Trajectories of the cohort that count: `completed`, or `all` with those that still run."),
        Column.Whole("n", row => row.Estimate.N, new("Aantal", "Number"), "The number of values."),
        Column.Whole(
            "events", row => row.Estimate.Events, new("Afgerond", "Complete"), "How many of them are complete."),
        new(
            "value", ColumnKind.Number,
            (row, _) => TableCell.Exact(row.Estimate.Value, IsSelected(row.Estimate.Method)), new("Waarde", "Value"),
            "The percentile in the unit of the measure; empty where the data do not reach it."),
        Column.Selected(
            "lower", row => row.Estimate.Lower, new("Van", "From"),
            "The lower limit of its interval; empty where there is none."),
        Column.Selected(
            "upper", row => row.Estimate.Upper, new("Tot", "To"),
            "The upper limit of its interval; empty where there is none."),
        new(
            "confidence", ColumnKind.Number, Confidence, new("Betrouwbaarheid", "Confidence"),
            "The confidence of the interval, 0 to 1."),
        Column.YesNo(
            "reached", row => row.Estimate.Reached, new("Gehaald", "Reached"),
            "Whether the data reach the percentile; of a bootstrap, whether there is a limit."),
    ];

    // Type 2 and the corrected ones take the midpoint of two values at most, which is exact in every system too.
    private static bool IsSelected(Method method) => method is Method.Type1 or Method.Type2 or Method.Km or Method.Ipcw;

    private static TableCell Confidence(MeasuredEstimate row, Language language) =>
        TableCell.Share(row.Estimate.Confidence, language) with { Plain = Numbers.Exact(row.Estimate.Confidence) };
}
