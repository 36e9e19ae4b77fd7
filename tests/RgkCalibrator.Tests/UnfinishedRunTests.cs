using RgkCalibrator.Catalogue;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Synthetic;
using RgkCalibrator.Tests.Intake;

namespace RgkCalibrator.Tests;

/// <summary>A run that is refused, is stopped or fails leaves nothing, and what was there as it was.</summary>
public sealed class UnfinishedRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("extern/kader-concept.csv", "a file that was changed")]
    [InlineData("extern/aantekening.txt", "a file of someone else")]
    [InlineData("besluit.xlsx", "another one, beside the manifest")]
    public void A_packet_that_was_worked_in_is_refused_and_left_alone(string file, string why)
    {
        Derive(SmallRegion.Settings);
        File.AppendAllText(_folder["uit/" + file], "x");
        var before = SmallRegion.Files(_folder["uit"]);

        var refused = Assert.Throws<CalibrationException>(() => Derive(SmallRegion.Settings));

        Expect.Equal(ExitCode.Files, refused.ExitCode, why);
        Assert.Contains(file, refused.What.Dutch, StringComparison.Ordinal);
        Assert.Equal(before, SmallRegion.Files(_folder["uit"]));
        Assert.Equal([_folder["uit"]], Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void A_target_that_is_no_folder_or_cannot_be_written_is_refused()
    {
        File.WriteAllText(_folder["bestand"], "x");
        string[] targets = OperatingSystem.IsLinux()
            ? ["bestand", "bestand/uit", "/proc/uit"]
            : ["bestand", "bestand/uit"];
        foreach (var target in targets)
        {
            var path = Path.Combine(_folder.Root, target);
            var refused = Assert.Throws<CalibrationException>(
                () => Calibration.Derive(
                    [SmallRegion.Declarations], path, SmallRegion.Settings, SmallRegion.OneThread));
            Assert.Equal(ExitCode.Files, refused.ExitCode);
        }

        Assert.Equal([_folder["bestand"]], Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_run_that_is_stopped_leaves_nothing_and_harms_nothing(bool hasEarlier)
    {
        if (hasEarlier)
            Derive(SmallRegion.Settings);
        var before = hasEarlier ? SmallRegion.Files(_folder["uit"]) : null;
        var all = RowsOf(SmallRegion.Declarations);
        foreach (var stopAt in new[] { 0, 1, all / 2, all })
        {
            using var stop = new CancellationTokenSource();
            var rows = 0L;
            var run = SmallRegion.OneThread with { Stop = stop.Token, Progress = count => StopInTime(rows += count) };
            StopInTime(0);

            Assert.ThrowsAny<OperationCanceledException>(
                () => Calibration.Derive([SmallRegion.Declarations], _folder["uit"], SmallRegion.Settings, run));

            Assert.Equal(hasEarlier ? [_folder["uit"]] : [], Directory.EnumerateFileSystemEntries(_folder.Root));

            void StopInTime(long soFar)
            {
                if (soFar >= stopAt)
                    stop.Cancel();
            }
        }

        if (before is not null)
            Assert.Equal(before, SmallRegion.Files(_folder["uit"]));
    }

    [Fact]
    public void A_failure_while_writing_leaves_nothing_and_harms_nothing()
    {
        Derive(SmallRegion.Settings);
        var before = SmallRegion.Files(_folder["uit"]);
        var products = SmallRegion.Settings.Catalogue.Products
            .Select(product =>
                    product.Code == "45C02"
                        ? product with { Code = "../45C02", FormerCodes = [new FormerCode("45C02", null)] }
                        : product);
        var settings = new CalibrationSettings(
            new ProductCatalogue("test", SmallRegion.Settings.Catalogue.Trajectories, [.. products]));

        Assert.ThrowsAny<Exception>(() => Derive(settings));

        Assert.Equal(before, SmallRegion.Files(_folder["uit"]));
        Assert.Equal([_folder["uit"]], Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void Too_few_children_to_show_anything_is_an_ending_of_its_own()
    {
        SyntheticRegion.Write(_folder["klein"], new SyntheticSettings(60, 7));

        var refused = Assert.Throws<CalibrationException>(
            () => Calibration.Derive([_folder["klein"]], _folder["uit"], SmallRegion.Settings, SmallRegion.OneThread));

        Assert.Equal(ExitCode.NothingToShow, refused.ExitCode);
        Assert.Equal([_folder["klein"]], Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void Strict_refuses_one_rejected_row()
    {
        using var reading = new Reading();
        var bad = reading.Write(
            TestRow.Good with { Client = "SYN-geheim", Product = "45C02", End = new DateOnly(2019, 2, 1) });

        var refused = Assert.Throws<CalibrationException>(() =>
            Calibration.Derive(
                [SmallRegion.Declarations, bad],
                _folder["uit"],
                SmallRegion.Settings with { Strict = true },
                SmallRegion.OneThread));

        Assert.Equal(ExitCode.Flawed, refused.ExitCode);
        Assert.DoesNotContain(
            "geheim", refused.Message + refused.Where + refused.What + refused.Remedy, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    private static long RowsOf(string folder)
    {
        using var reading = new Reading();
        return reading.LedgerOf([.. InputFiles.Find([folder]).Select(file => file.Path)]).Rows;
    }

    private void Derive(CalibrationSettings settings) =>
        Calibration.Derive([SmallRegion.Declarations], _folder["uit"], settings, SmallRegion.OneThread);
}
