using RgkCalibrator.Output.Packets;

namespace RgkCalibrator.Tests.Output.Packets;

/// <summary>What cannot be written, or is not ours to replace, is refused and left as it is.</summary>
public sealed class RefusedOutputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

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
    public void What_somebody_puts_in_the_folder_during_a_run_is_left_alone()
    {
        Directory.CreateDirectory(_folder["uit"]);
        using (var output = StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft))
        {
            File.WriteAllText(_folder["uit/a.txt"], "theirs");
            Refused(output.Commit);
        }

        Assert.Equal(["uit/a.txt"], Left());
    }

    [Fact]
    public void Links_that_lead_to_each_other_are_refused()
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateSymbolicLink(_folder["a"], "b");
        Directory.CreateSymbolicLink(_folder["b"], "a");

        Refused(() => StagedOutput.ForFolder(_folder["a"], PacketKind.Draft));
    }

    [Theory]
    [InlineData("/proc", "koppelpunt")]
    [InlineData("/", "koppelpunt")]
    [InlineData("/dev/null", "apparaat")]
    public void What_cannot_be_replaced_is_refused_by_name(string place, string word)
    {
        if (!OperatingSystem.IsLinux())
            return;

        var refused = Refused(() => StagedOutput.ForFolder(place, PacketKind.Draft));

        Assert.Equal(place, refused.Where);
        Assert.Contains(word, refused.What.Dutch, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("~$werkboek.xlsx", "open in Excel")]
    [InlineData(".~lock.werkboek.xlsx#", "open in Excel")]
    [InlineData("a.xlsx", "niet door dit programma")]
    public void A_workbook_that_is_open_is_named(string file, string words)
    {
        Directory.CreateDirectory(_folder["uit"]);
        File.WriteAllText(_folder["uit/" + file], "x");

        var refused = Refused(() => StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft));

        Assert.Contains(words, refused.What.Dutch, StringComparison.Ordinal);
        Assert.Contains(file, refused.What.Dutch, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("a.txt")]
    public void An_earlier_packet_that_cannot_be_read_is_told_by_file(string file)
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(_folder["uit"]);
        File.WriteAllText(
            _folder["uit/manifest.json"],
            """{"format": "rgk-manifest", "outputs": [{"file": "a.txt", "sha256": "00"}]}""");
        // Neither is a file that can be opened, whoever you are.
        File.Delete(_folder["uit/" + file]);
        if (file == "a.txt")
            File.CreateSymbolicLink(_folder["uit/a.txt"], "nergens");
        else
            Directory.CreateDirectory(_folder["uit/manifest.json"]);

        var refused = Refused(() => StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft));
        Assert.Equal(_folder["uit/" + file], refused.Where);
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

        Refused(() => StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft));

        Assert.Equal(["uit/" + name], Left());
        Assert.Equal(text, File.ReadAllText(_folder["uit/" + name]));
    }

    [Fact]
    public void A_file_is_no_folder()
    {
        File.WriteAllText(_folder["uit"], "x");

        Refused(() => StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft));
        Refused(() => StagedOutput.ForFolder(_folder["uit/daaronder"], PacketKind.Draft));

        Assert.Equal("x", File.ReadAllText(_folder["uit"]));
    }

    [Fact]
    public void Trouble_of_the_disk_is_said_in_our_words()
    {
        using var output = StagedOutput.ForFolder(_folder["uit"], PacketKind.Draft);

        Assert.Contains(
            "vol",
            Refused(() => output.Guard(() => throw new IOException("x", 28))).What.Dutch,
            StringComparison.Ordinal);
        Assert.Contains(
            "vol",
            Refused(() => output.Guard(() => throw new IOException("x", unchecked((int)0x80070070)))).What.Dutch,
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            "vol",
            Refused(() => output.Guard(() => throw new IOException("x", 39))).What.Dutch,
            StringComparison.Ordinal);
        Refused(() => output.Guard(() => throw new UnauthorizedAccessException()));
        Refused(() => output.Guard(() => throw new IOException()));
        Assert.Throws<InvalidOperationException>(() => output.Guard(() => throw new InvalidOperationException()));
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
