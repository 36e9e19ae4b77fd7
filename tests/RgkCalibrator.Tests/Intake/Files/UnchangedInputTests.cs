using RgkCalibrator.Catalogue;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Tests.Intake.Files;

public sealed class UnchangedInputTests : IDisposable
{
    private const string Header = "client_id;product_code;start_date;end_date;volume;unit\n";
    private const string Row = "K1;45C02;2019-03-01;2019-03-31;2;uur\n";

    private static readonly CalibrationSettings Settings = new(CatalogueFile.Haaglanden2025());

    private readonly TemporaryFolder _folder = new();

    public UnchangedInputTests() => File.WriteAllText(Input, Header + Row);

    public static TheoryData<string, Action<string>> Changes => new()
    {
        { "a row more", file => File.AppendAllText(file, Row) },
        { "cut", file => File.WriteAllText(file, Header) },
        { "gone", File.Delete },
        { "another file in its place", file => Replace(file, Header + Row + Row) },
        { "touched", file => File.SetLastWriteTimeUtc(file, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)) },
    };

    /// <summary>What only a system with inodes and times of change notices.</summary>
    public static TheoryData<string, Action<string>> HiddenChanges => new()
    {
        { "as long and as old", file => AsOldAs(file, () => File.WriteAllText(file, Header + Row.Replace('2', '3'))) },
        { "the same in its place", file => AsOldAs(file, () => Replace(file, Header + Row)) },
        {
            "away and back", file =>
            {
                File.Move(file, file + ".weg");
                File.Move(file + ".weg", file);
            }
        },
    };

    private string Input => _folder["in.csv"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_during_the_work_is_told_whatever_came_of_the_work(string how, Action<string> change)
    {
        RefusesWhenChanged(how, () => change(Input));
        File.WriteAllText(Input, Header + Row);
        RefusesWhenChanged(how, () =>
        {
            change(Input);
            throw new InvalidOperationException();
        });
    }

    [Theory]
    [MemberData(nameof(HiddenChanges))]
    public void A_change_that_leaves_length_and_time_alone_is_told_on_Linux(string how, Action<string> change)
    {
        if (OperatingSystem.IsLinux())
            RefusesWhenChanged(how, () => change(Input));
    }

    [Fact]
    public void Of_files_that_stay_as_they_are_the_work_decides()
    {
        InputFile[] files = [new(Input)];

        Assert.Equal(7, UnchangedInput.During(files, _ => 7));
        Assert.Throws<InvalidOperationException>(
            () => UnchangedInput.During<int>(files, _ => throw new InvalidOperationException()));
        Assert.Throws<OperationCanceledException>(() => UnchangedInput.During<int>(files, _ =>
        {
            File.Delete(Input);
            throw new OperationCanceledException();
        }));
    }

    [Fact]
    public void The_hash_of_another_file_than_was_seen_is_refused() => ChangeIsTold(() =>
        UnchangedInput.During([new(Input)], input =>
        {
            // Caught in here, before the end.
            Replace(Input, Header);
            var refused = Assert.Throws<CalibrationException>(() => input.HashOf(Input));
            Assert.Equal(ExitCode.DoesNotAddUp, refused.ExitCode);
            return 0;
        }));

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.parquet")]
    public void No_command_that_reads_rows_ends_well_when_a_row_is_added_meanwhile(string name)
    {
        using var region = new TemporaryFolder();
        SyntheticRegion.Write(region["regio"], new SyntheticSettings(20, 1729));
        var (more, file, packet) = (_folder[name], region["uit.csv"], region["uit"]);
        var commands = new Action<RunSettings>[]
        {
            run => Calibration.WriteTrajectories([_folder.Root], file, Settings, run),
            run => Calibration.Derive([_folder.Root], packet, Settings, run),
            run => Calibration.Validate([_folder.Root], Settings, run),
            run => Calibration.Validate([_folder.Root], packet, Settings, run),
            run => Calibration.ReadTrajectories([_folder.Root], Settings, run),
        };
        foreach (var command in commands)
        {
            if (name == "a.csv")
                File.WriteAllText(more, Header + Row);
            else
                File.Copy(Directory.GetFiles(region["regio"], "*.parquet")[0], more, overwrite: true);
            ChangeIsTold(() => command(RunSettings.Default with
            {
                Progress = _ => File.AppendAllText(more, Row),
            }), more);
            Assert.False(Path.Exists(packet));
        }

        Assert.False(File.Exists(file));
    }

    private void RefusesWhenChanged(string how, Action change)
    {
        ChangeIsTold(() => UnchangedInput.During([new(Input)], _ =>
        {
            change();
            return 0;
        }));
        Assert.NotEmpty(how);
    }

    private void ChangeIsTold(Action act, string? file = null)
    {
        var refused = Assert.Throws<CalibrationException>(act);
        Assert.Equal((ExitCode.DoesNotAddUp, file ?? Input), (refused.ExitCode, refused.Where));
    }

    private static void Replace(string file, string text)
    {
        File.WriteAllText(file + ".nieuw", text);
        File.Move(file + ".nieuw", file, overwrite: true);
    }

    private static void AsOldAs(string file, Action change)
    {
        var written = File.GetLastWriteTimeUtc(file);
        change();
        File.SetLastWriteTimeUtc(file, written);
    }
}
