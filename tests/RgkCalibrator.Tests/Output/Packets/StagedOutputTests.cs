using RgkCalibrator.Output.Packets;

namespace RgkCalibrator.Tests.Output.Packets;

public sealed class StagedOutputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("uit")]
    [InlineData("uit/")]
    [InlineData("./uit//")]
    public void A_folder_appears_in_one_step_whatever_its_name_ends_in(string name)
    {
        using (var output = StagedOutput.ForFolder(_folder[name], PacketKind.Draft))
        {
            File.WriteAllText(output.PathOf("extern/a.txt"), "a");
            Assert.Equal(["extern/a.txt"], output.Files());
            Assert.False(Directory.Exists(_folder["uit"]));
            output.Commit();
        }

        Assert.Equal(["uit/extern/a.txt"], Left());
    }

    [Fact]
    public void What_is_not_committed_leaves_nothing()
    {
        using (var output = StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft))
            File.WriteAllText(output.PathOf("a.txt"), "a");

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void A_file_takes_the_place_of_an_earlier_one()
    {
        File.WriteAllText(_folder["t.csv"], "old");
        using (var output = StagedOutput.ForFile(_folder["t.csv"]))
        {
            File.WriteAllText(output.FilePath, "new");
            Assert.Equal("old", File.ReadAllText(_folder["t.csv"]));
            output.Commit();
        }

        Assert.Equal(["t.csv"], Left());
        Assert.Equal("new", File.ReadAllText(_folder["t.csv"]));
    }

    [Fact]
    public void Only_the_owner_can_look_into_what_is_restricted_or_underway()
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        using (var output = StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft))
        {
            File.WriteAllText(output.PathOf("intern/diep/a.txt"), "a");
            File.WriteAllText(output.PathOf("extern/b.txt"), "b");
            Assert.Equal(default, File.GetUnixFileMode(_folder[".uit.onderweg"]) & others);
            output.Commit();
        }

        foreach (var path in new[] { "uit/intern", "uit/intern/diep", "uit/intern/diep/a.txt" })
            Assert.Equal(default, File.GetUnixFileMode(_folder[path]) & others);
        foreach (var path in new[] { "uit", "uit/extern", "uit/extern/b.txt" })
            Assert.NotEqual(default, File.GetUnixFileMode(_folder[path]) & others);
    }

    [Fact]
    public void Whoever_may_use_a_file_or_a_folder_stays_so_when_it_is_replaced()
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode shared = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute;
        Directory.CreateDirectory(_folder["uit"], shared);
        File.WriteAllText(_folder["t.csv"], "old");
        File.SetUnixFileMode(_folder["t.csv"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using (var output = StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft))
            output.Commit();
        using (var output = StagedOutput.ForFile(_folder["t.csv"]))
        {
            File.WriteAllText(output.FilePath, "new");
            output.Commit();
        }

        Assert.Equal(shared, File.GetUnixFileMode(_folder["uit"]));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["t.csv"]));
    }

    [Theory]
    [InlineData("elders/uit", "to a folder")]
    [InlineData("link", "to a link to a folder")]
    [InlineData("elders/nog-niet", "to what is not there yet")]
    public void What_a_link_leads_to_is_replaced_and_the_link_stays(string to, string why)
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(_folder["elders/uit"]);
        Directory.CreateSymbolicLink(_folder["link"], "elders/uit");
        Directory.CreateSymbolicLink(_folder["uit"], to);
        using (var output = StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft))
        {
            File.WriteAllText(output.PathOf("a.txt"), "a");
            output.Commit();
        }

        Assert.True(new FileInfo(_folder["uit"]).LinkTarget == to, why);
        Assert.Equal("a", File.ReadAllText(_folder["uit/a.txt"]));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root, ".*"));
    }

    [Fact]
    public void A_lock_that_a_killed_run_left_holds_nobody_up()
    {
        File.WriteAllText(_folder[".uit.slot"], string.Empty);

        using (var output = StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft))
            output.Commit();

        Assert.Equal([_folder["uit"]], Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public async Task Of_many_runs_that_begin_and_end_at_once_never_two_have_the_same_target()
    {
        var (inside, runs, most) = (0, 0, 0);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                try
                {
                    using var output = StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft);
                    most = Math.Max(most, Interlocked.Increment(ref inside));
                    Interlocked.Increment(ref runs);
                    Thread.SpinWait(1000);
                    Interlocked.Decrement(ref inside);
                }
                catch (CalibrationException refused) when (refused.ExitCode == ExitCode.Files)
                {
                    // Another has it.
                }
            }
        })));

        Assert.Equal(1, most);
        Assert.InRange(runs, 1, 800);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void An_earlier_packet_is_replaced_as_a_whole()
    {
        Directory.CreateDirectory(_folder["uit/leeg"]);
        using (var output = StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft))
        {
            File.WriteAllText(output.PathOf("b.txt"), "b");
            output.Commit();
        }

        Assert.Equal(["uit/b.txt"], Left());
        Assert.Equal([_folder["uit"]], Directory.EnumerateDirectories(_folder.Root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Two_runs_do_not_write_the_same_target_at_once()
    {
        using (var first = StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft))
        {
            File.WriteAllText(first.PathOf("a.txt"), "a");
            Refused(() => StagedOutput.ForFolder(_folder["uit/"], PacketKind.Draft));
            first.Commit();
        }

        Assert.Equal(["uit/a.txt"], Left());
    }

    [Fact]
    public void Leftovers_of_a_run_that_was_killed_are_taken_away()
    {
        string staging;
        using (var first = StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft))
            staging = first.Folder;
        Directory.CreateDirectory(staging);
        File.WriteAllText(Path.Combine(staging, "half.txt"), "x");

        using (var output = StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft))
            output.Commit();

        Assert.Empty(Left());
    }

    private static CalibrationException Refused(Action act)
    {
        var refused = Assert.Throws<CalibrationException>(act);
        Assert.Equal(ExitCode.Files, refused.ExitCode);
        return refused;
    }

    private List<string> Left() =>
        [.. Directory.EnumerateFiles(_folder.Root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder.Root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)];
}
