using Microsoft.Data.Analysis;
using RgkCalibrator.Framework;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.DataFrames;

/// <summary>What a draft rests on as data frames. Restricted: unrounded, and of groups of every size.</summary>
public static class DraftFrames
{
    /// <summary>
    /// A row an estimate, with the columns of <c>intern/estimates.csv</c> and their values: selected numbers in full,
    /// computed ones to 12 digits; <c>n</c> and <c>events</c> whole numbers, <c>reached</c> a boolean; what is empty
    /// there is null.
    /// </summary>
    public static DataFrame ToDataFrame(this IEnumerable<MeasuredEstimate> estimates) =>
        ToDataFrame(EstimateTable.From(estimates, Language.English));

    /// <summary>
    /// Three rows a line, with the columns of <c>intern/lines.csv</c> and their values: the proposal at the chosen
    /// percentile (<c>proposed</c>), at the other one, and by the other estimator. Volumes in the product's unit,
    /// shares 0 to 1; what is empty there is null.
    /// </summary>
    public static DataFrame ToDataFrame(this IEnumerable<DraftLine> lines) => ToDataFrame(LineTable.From(lines));

    private static DataFrame ToDataFrame(Table table) => new(table.Columns.Select((column, i) =>
        Filled(column, [.. table.Rows.Select(row => row[i].Plain).Select(cell => cell.Length == 0 ? null : cell)])));

    private static DataFrameColumn Filled(TableColumn column, IReadOnlyList<string?> cells) => column.Kind switch
    {
        ColumnKind.Text => new StringDataFrameColumn(column.Name, cells!),
        ColumnKind.Whole => new Int64DataFrameColumn(column.Name, cells.Select(Parsed(TableFiles.Whole))),
        ColumnKind.Number => new DoubleDataFrameColumn(column.Name, cells.Select(Parsed(TableFiles.Number))),
        ColumnKind.Flag => new BooleanDataFrameColumn(column.Name, cells.Select(Parsed(TableFiles.Flag))),
        _ => throw new InvalidOperationException("Unknown kind of column."),
    };

    private static Func<string?, T?> Parsed<T>(Func<string, T> parse)
        where T : struct => cell => cell is null ? null : parse(cell);
}
