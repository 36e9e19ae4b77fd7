namespace RgkCalibrator.Tests.Intake.Foreign;

public sealed class RefusedFilesTests
{
    public static TheoryData<string> Names => [.. RefusedFile.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_that_cannot_be_read_is_told_in_one_clear_message(string name)
    {
        using var reading = new Reading();
        var file = RefusedFile.All[name];
        var path = reading.Folder["vreemd.parquet"];
        file.Write(path);

        var refused = Assert.Throws<CalibrationException>(() => reading.Read(path));

        Assert.Equal((file.Code, "vreemd.parquet"), (refused.ExitCode, refused.Where));
        Assert.Contains(file.What, refused.What.Dutch, StringComparison.Ordinal);
        Assert.All(
            [refused.What.Dutch, refused.What.English, refused.Remedy.Dutch, refused.Remedy.English],
            text => Assert.DoesNotContain(RefusedFile.Marker, text, StringComparison.Ordinal));
    }
}
