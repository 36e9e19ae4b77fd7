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
        using (var output = StagedOutput.ForFolder(_folder[name]))
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
        using (var output = StagedOutput.ForFolder(_folder["uit"]))
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
    public void A_file_does_not_take_the_place_of_a_folder()
    {
        Directory.CreateDirectory(_folder["t.csv"]);
        using (var output = StagedOutput.ForFile(_folder["t.csv"]))
        {
            File.WriteAllText(output.FilePath, "new");
            Refused(output.Commit);
        }

        Assert.Empty(Left());
    }

    [Fact]
    public void An_earlier_packet_survives_a_commit_that_fails()
    {
        Directory.CreateDirectory(_folder["uit"]);
        using (var output = StagedOutput.ForFolder(_folder["uit"]))
        {
            File.WriteAllText(_folder["uit/a.txt"], "earlier");
            // Something stands in the way of moving the earlier packet aside.
            File.WriteAllText(_folder[".uit.vorige"], "x");
            Refused(output.Commit);
        }

        Assert.Equal([".uit.vorige", "uit/a.txt"], Left());
    }

    [Fact]
    public void An_earlier_packet_is_replaced_as_a_whole()
    {
        Directory.CreateDirectory(_folder["uit/leeg"]);
        using (var output = StagedOutput.ForFolder(_folder["uit"]))
        {
            File.WriteAllText(output.PathOf("b.txt"), "b");
            output.Commit();
        }

        Assert.Equal(["uit/b.txt"], Left());
        Assert.Equal([_folder["uit"]], Directory.EnumerateDirectories(_folder.Root, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("vreemd.txt", "x")]
    [InlineData("extern/kader-concept.md", "x")]
    [InlineData(".verborgen", "x")]
    [InlineData("manifest.json", "{}")]
    [InlineData("manifest.json", "[]")]
    [InlineData("manifest.json", "no json")]
    [InlineData("manifest.json", """{"name": "my web page", "start_url": "/"}""")]
    [InlineData("manifest.json", """{"format": "rgk-manifest", "outputs": [{"file": 1}]}""")]
    public void A_folder_with_a_file_of_another_is_refused_and_left_alone(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder["uit/" + name])!);
        File.WriteAllText(_folder["uit/" + name], text);

        Refused(() => StagedOutput.ForFolder(_folder["uit"]));

        Assert.Equal(["uit/" + name], Left());
        Assert.Equal(text, File.ReadAllText(_folder["uit/" + name]));
    }

    [Fact]
    public void A_file_is_no_folder()
    {
        File.WriteAllText(_folder["uit"], "x");

        Refused(() => StagedOutput.ForFolder(_folder["uit"]));
        Refused(() => StagedOutput.ForFolder(_folder["uit/daaronder"]));

        Assert.Equal("x", File.ReadAllText(_folder["uit"]));
    }

    [Fact]
    public void Trouble_of_the_disk_is_said_in_our_words()
    {
        using var output = StagedOutput.ForFolder(_folder["uit"]);

        Assert.Contains(
            "vol",
            Refused(() => output.Guard(() => throw new IOException("x", 28))).What.Dutch,
            StringComparison.Ordinal);
        Assert.Contains(
            "vol",
            Refused(() => output.Guard(() => throw new IOException("x", unchecked((int)0x80070070)))).What.Dutch,
            StringComparison.Ordinal);
        Refused(() => output.Guard(() => throw new UnauthorizedAccessException()));
        Refused(() => output.Guard(() => throw new IOException()));
        Assert.Throws<InvalidOperationException>(() => output.Guard(() => throw new InvalidOperationException()));
    }

    [Fact]
    public void Two_runs_do_not_write_the_same_target_at_once()
    {
        using (var first = StagedOutput.ForFolder(_folder["uit"]))
        {
            File.WriteAllText(first.PathOf("a.txt"), "a");
            Refused(() => StagedOutput.ForFolder(_folder["uit/"]));
            first.Commit();
        }

        Assert.Equal(["uit/a.txt"], Left());
    }

    [Fact]
    public void Leftovers_of_a_run_that_was_killed_are_taken_away()
    {
        string staging;
        using (var first = StagedOutput.ForFolder(_folder["uit"]))
            staging = first.Folder;
        Directory.CreateDirectory(staging);
        File.WriteAllText(Path.Combine(staging, "half.txt"), "x");

        using (var output = StagedOutput.ForFolder(_folder["uit"]))
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
