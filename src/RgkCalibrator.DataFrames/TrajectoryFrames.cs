using Microsoft.Data.Analysis;
using RgkCalibrator.Engine;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.DataFrames;

/// <summary>Trajectories as data frames. Restricted: they are about children.</summary>
public static class TrajectoryFrames
{
    /// <summary>
    /// A row a trajectory, with the columns of <c>intern/trajectories.parquet</c>, in its order: dates are
    /// <see cref="DateTime"/> at midnight (both days belong to the trajectory), <c>volume</c> is in units of
    /// <c>unit</c>, durations are in days; what is not known, or not asked, is null.
    /// </summary>
    /// <exception cref="OverflowException">
    /// There are more than 268 million trajectories: a column of a frame has at most 2 GB.
    /// </exception>
    public static DataFrame ToDataFrame(this TrajectorySet trajectories)
    {
        ArgumentNullException.ThrowIfNull(trajectories);
        return ToDataFrame(trajectories.Rows(), checked((int)trajectories.Count));
    }

    /// <summary>The same of some trajectories, in their order.</summary>
    public static DataFrame ToDataFrame(this IEnumerable<TrajectoryRow> trajectories)
    {
        List<TrajectoryRow> rows = [.. trajectories];
        return ToDataFrame(rows, rows.Count);
    }

    private static DataFrame ToDataFrame(IEnumerable<TrajectoryRow> trajectories, int count)
    {
        var columns = TrajectoryColumns.All.Select(column => Filled.For(column, count)).ToList();
        foreach (var (row, trajectory) in trajectories.Index())
        {
            foreach (var column in columns)
                column.Set(row, trajectory);
        }

        return new DataFrame(columns.Zip(TrajectoryColumns.All, (column, of) => column.Cells.Named(of.Name)));
    }

    /// <summary>A column that is being filled.</summary>
    private sealed record Filled(FrameColumn Cells, Action<int, TrajectoryRow> Set)
    {
        internal static Filled For(TrajectoryColumn column, int rows) => column switch
        {
            TrajectoryClientColumn => Texts(rows, row => row.ClientId),
            TrajectoryTextColumn texts => Texts(rows, texts.OfRow),
            TrajectoryValueColumn<int> days when days.Type == LogicalType.Date =>
                Values(FrameColumn.Day(rows), row => days.OfRow(row) is { } day ? Midnight(day) : null),
            TrajectoryValueColumn<int> numbers => Values(FrameColumn.Int32(rows), numbers.OfRow),
            TrajectoryValueColumn<double> numbers => Values(FrameColumn.Double(rows), numbers.OfRow),
            TrajectoryValueColumn<bool> flags => Values(FrameColumn.Boolean(rows), flags.OfRow),
            _ => throw new InvalidOperationException("Unknown kind of column."),
        };

        private static Filled Texts(int rows, Func<TrajectoryRow, string?> text)
        {
            var texts = FrameColumn.Text(rows);
            return new Filled(texts, (row, trajectory) => texts[row] = text(trajectory));
        }

        private static Filled Values<T>(ValueColumn<T> values, Func<TrajectoryRow, T?> value)
            where T : unmanaged => new(values, (row, trajectory) => values[row] = value(trajectory));

        // Of no time zone: a day is no moment.
        private static DateTime Midnight(int day) => DayNumber.ToDate(day).ToDateTime(TimeOnly.MinValue);
    }
}
