using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Intake.Foreign;

public sealed class ForeignFilesTests
{
    public static TheoryData<string> Names => [.. ForeignFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_is_read_whoever_wrote_it(string name)
    {
        using var reading = new Reading();
        var path = reading.Folder["vreemd.parquet"];
        ForeignFiles.All[name](path);

        Assert.Equal(Expected(reading), reading.Trajectories(path));
    }

    [Fact]
    public void The_rows_that_all_files_hold_make_trajectories()
    {
        using var reading = new Reading();
        var rows = Expected(reading);

        Assert.Equal(60, rows.Sum(row => row.Lines));
        Assert.Equal(ForeignRow.All.Sum(row => (long)row.Volume) * Ticks.PerUnit, rows.Sum(row => row.VolumeTicks));
        Assert.All(rows, row => Assert.NotNull(row.AgeAtStart));
    }

    private static IReadOnlyList<TrajectoryRow> Expected(Reading reading) => reading.Trajectories(reading.Write(
    [
        .. ForeignRow.All.Select(row =>
            new TestRow(
                ForeignRow.Text(row.Client),
                ForeignRow.Text(row.Product),
                row.Start,
                row.End,
                row.Volume,
                ForeignRow.Unit)
            {
                Provider = ForeignRow.Provider,
                Birth = row.Birth,
            }),
    ]));
}
