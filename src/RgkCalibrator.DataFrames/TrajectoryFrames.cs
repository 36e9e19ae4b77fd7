using Microsoft.Data.Analysis;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.DataFrames;

/// <summary>Trajectories as data frames. Restricted: they are about children.</summary>
public static class TrajectoryFrames
{
    /// <summary>
    /// A row a trajectory, with the columns of <c>intern/trajectories.parquet</c>, in its order: dates are <see cref="DateTime"/> at midnight (both
    /// days belong to the trajectory), <c>volume</c> is in units of <c>unit</c>, durations are in days; what is not known, or not asked, is null.
    /// </summary>
    /// <exception cref="OverflowException">There are more than 268 million trajectories: a column of a frame has at most 2 GB.</exception>
    public static DataFrame ToDataFrame(this TrajectorySet trajectories)
    {
        ArgumentNullException.ThrowIfNull(trajectories);
        var columns = new TrajectoryColumns(checked((int)trajectories.Count));
        var texts = new TrajectoryTexts(trajectories);
        var cursor = new TrajectoryCursor(trajectories.EachPartition());
        for (var row = 0; cursor.MoveNext(); row++)
            columns.Set(row, in cursor.Current, trajectories.Observation, texts);
        return columns.ToFrame();
    }

    /// <summary>The same of some trajectories, in their order.</summary>
    public static DataFrame ToDataFrame(this IEnumerable<TrajectoryRow> trajectories)
    {
        List<TrajectoryRow> rows = [.. trajectories];
        var columns = new TrajectoryColumns(rows.Count);
        foreach (var (row, trajectory) in rows.Index())
            columns.Set(row, trajectory);
        return columns.ToFrame();
    }
}
