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

        return new DataFrame(columns.Select(column => column.Cells));
    }

    /// <summary>A column that is being filled.</summary>
    private sealed record Filled(DataFrameColumn Cells, Action<int, TrajectoryRow> Set)
    {
        internal static Filled For(TrajectoryColumn column, int rows) => column switch
        {
            TrajectoryClientColumn => Texts(new(column.Name, rows), row => row.ClientId),
            TrajectoryTextColumn texts => Texts(new(column.Name, rows), texts.OfRow),
            TrajectoryValueColumn<int> days when days.Type == LogicalType.Date =>
                Values(new DateTimeDataFrameColumn(column.Name, rows), row => Midnight(days.OfRow(row))),
            TrajectoryValueColumn<int> numbers => Values(new Int32DataFrameColumn(column.Name, rows), numbers.OfRow),
            TrajectoryValueColumn<double> numbers =>
                Values(new DoubleDataFrameColumn(column.Name, rows), numbers.OfRow),
            TrajectoryValueColumn<bool> flags => Values(new BooleanDataFrameColumn(column.Name, rows), flags.OfRow),
            _ => throw new InvalidOperationException("Unknown kind of column."),
        };

        /// <summary>Equal texts that follow each other are kept once, as those of a client's trajectories.</summary>
        private static Filled Texts(StringDataFrameColumn cells, Func<TrajectoryRow, string?> text)
        {
            string? last = null;
            return new Filled(cells, (row, trajectory) =>
            {
                var next = text(trajectory);
                cells[row] = last = next == last ? last : next;
            });
        }

        private static Filled Values<T>(PrimitiveDataFrameColumn<T> cells, Func<TrajectoryRow, T?> value)
            where T : unmanaged => new(cells, (row, trajectory) =>
        {
            // A cell that is not set is null.
            if (value(trajectory) is { } known)
                cells[row] = known;
        });

        // Of no time zone: a day is no moment.
        private static DateTime? Midnight(int? day) =>
            day is { } known ? DayNumber.ToDate(known).ToDateTime(TimeOnly.MinValue) : null;
    }
}
