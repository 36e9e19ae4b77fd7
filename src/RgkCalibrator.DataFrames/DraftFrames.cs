using Microsoft.Data.Analysis;
using RgkCalibrator.Framework;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.DataFrames;

/// <summary>What a draft rests on as data frames. Restricted: unrounded, and of groups of every size.</summary>
public static class DraftFrames
{
    /// <summary>
    /// A row an estimate, with the columns of <c>intern/estimates.csv</c> and their values: selected numbers in full, computed ones to 12 digits;
    /// <c>n</c> and <c>events</c> whole numbers, <c>reached</c> a boolean; what is empty there is null.
    /// </summary>
    public static DataFrame ToDataFrame(this IEnumerable<MeasuredEstimate> estimates) => Of(EstimateFile.Table, [.. estimates]);

    /// <summary>
    /// Three rows a line, with the columns of <c>intern/lines.csv</c> and their values: the proposal at the chosen percentile
    /// (<c>proposed</c>), at the other one, and by the other estimator. Volumes in the product's unit, shares 0 to 1; what is empty there is null.
    /// </summary>
    public static DataFrame ToDataFrame(this IEnumerable<DraftLine> lines) => Of(LineFile.Table, [.. LineFile.Rows(lines)]);

    private static DataFrame Of<T>(InternTable<T> table, IReadOnlyList<T> rows) => new(table.Columns.Select(column => Of(column, rows)));

    private static DataFrameColumn Of<T>(InternColumn<T> column, IReadOnlyList<T> rows)
    {
        List<string> cells = [.. rows.Select(column.Cell)];
        FrameColumn filled = column.Kind switch
        {
            InternKind.Text => Filled(FrameColumn.Text(cells.Count), cells, (texts, row, cell) => texts[row] = cell),
            InternKind.Whole => Filled(FrameColumn.Int64(cells.Count), cells, (numbers, row, cell) => numbers[row] = InternText.Whole(cell)),
            InternKind.Number => Filled(FrameColumn.Double(cells.Count), cells, (numbers, row, cell) => numbers[row] = InternText.Number(cell)),
            InternKind.Flag => Filled(FrameColumn.Boolean(cells.Count), cells, (flags, row, cell) => flags[row] = InternText.Flag(cell)),
            _ => throw new InvalidOperationException("Unknown kind of column."),
        };
        return filled.Named(column.Name);
    }

    private static TColumn Filled<TColumn>(TColumn column, List<string> cells, Action<TColumn, int, string> set)
        where TColumn : FrameColumn
    {
        foreach (var (row, cell) in cells.Index())
        {
            if (cell.Length > 0)
                set(column, row, cell);
        }

        return column;
    }
}
