using System.Diagnostics;
using Microsoft.Data.Analysis;
using RgkCalibrator.DataFrames;

namespace RgkCalibrator.Tests.DataFrames;

public sealed class FrameSpeedTests
{
    /// <summary>
    /// Some forty times what it takes on two cores that do nothing else: only another order of work, such as an object
    /// a cell, goes over it.
    /// </summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    [Fact]
    public void A_million_trajectories_become_a_frame_within_seconds()
    {
        const int rows = 1_000_000;
        // 200,000 clients, each with a trajectory a year for five years.
        var numbers = Enumerable.Range(0, rows);
        var declarations = new DataFrame(
            new StringDataFrameColumn(
                "client_id", numbers.Select(row => (row / 5 % 2 == 0 ? "cliënt " : "c") + Numbers.Whole(row / 5))),
            new StringDataFrameColumn("product_code", numbers.Select(_ => "45C02")),
            new DateTimeDataFrameColumn("start_date", numbers.Select(row => Start(row))),
            new DateTimeDataFrameColumn("end_date", numbers.Select(row => Start(row).AddDays(row % 40))),
            new DoubleDataFrameColumn("volume", numbers.Select(row => 1 + (row % 900 / 100.0))),
            new StringDataFrameColumn("unit", numbers.Select(_ => "uur")));
        var trajectories = declarations.ToTrajectories(SmallRegion.Settings, RunSettings.Default).Trajectories;
        var watch = Stopwatch.StartNew();

        var frame = trajectories.ToDataFrame();

        Assert.Equal(rows, frame.Rows.Count);
        Assert.True(watch.Elapsed < Limit, $"It took {Numbers.Whole(watch.ElapsedMilliseconds)} ms.");
    }

    private static DateTime Start(int row) => new DateTime(2018, 1, 1).AddDays(365 * (row % 5));
}
