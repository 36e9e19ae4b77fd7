using System.Diagnostics;
using RgkCalibrator.Tests.Intake;

namespace RgkCalibrator.Tests.Trajectories;

public sealed class TrajectorySpeedTests
{
    /// <summary>
    /// Some thirty times what it takes on two cores that do nothing else: only another order of work, such as a sort
    /// per line, goes over it.
    /// </summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    [Fact]
    public void A_million_lines_become_trajectories_within_seconds()
    {
        using var reading = new Reading();
        // 40,000 clients of 25 lines each, one in two months; half of the ids are longer than 12 bytes.
        var path = reading.WriteQuery(
            """
            SELECT CASE WHEN i % 2 = 0 THEN 'cliënt nummer ' ELSE 'c' END || (i % 40000) AS client_id,
                   '45C0' || (i % 3) AS product_code,
                   CAST(DATE '2018-01-01' + CAST(i // 40000 * 61 AS INTEGER) AS DATE) AS start_date,
                   CAST(DATE '2018-01-01' + CAST(i // 40000 * 61 + hash(i) % 40 AS INTEGER) AS DATE) AS end_date,
                   CAST(1 + hash(i) % 900 / 100.0 AS DECIMAL(9, 2)) AS volume,
                   'uur' AS unit,
                   '0900' || (i % 97) AS provider_id
            FROM range(1000000) AS t(i)
            """);
        var watch = Stopwatch.StartNew();

        using var declarations = reading.Read(path);
        var set = Reading.Build(declarations, Reading.GapOf90);
        var lines = set.Rows().Sum(row => (long)row.Lines);

        Assert.Equal((1_000_000, 40_000), (lines, set.ClientCount));
        Assert.True(watch.Elapsed < Limit, $"It took {Numbers.Whole(watch.ElapsedMilliseconds)} ms.");
    }
}
