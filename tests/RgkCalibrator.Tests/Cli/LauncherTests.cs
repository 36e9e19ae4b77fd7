using System.Diagnostics;

namespace RgkCalibrator.Tests.Cli;

/// <summary>The launcher beside a program of two lines, so that nothing is built.</summary>
public sealed class LauncherTests : IDisposable
{
    private const string Program = "artifacts/rgk/rgk";
    private readonly TemporaryFolder _folder = new();

    public LauncherTests()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.Copy(Repository.PathOf("rgk"), _folder["rgk"]);
        string[] sources = ["src", "data/catalogue", "data/synthetic", Path.GetDirectoryName(Program)!, "bin"];
        foreach (var source in sources)
            Directory.CreateDirectory(_folder[source]);
        foreach (var source in new[] { "a.props", "a.targets", "VERSION" })
            File.WriteAllText(_folder[source], string.Empty);
        Script(Program, "printf '[%s]' \"$@\"; exit 7");
        File.WriteAllText(_folder["artifacts/rgk-built"], string.Empty);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Arguments_and_exit_code_pass_through_a_link_from_any_folder()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.CreateSymbolicLink(_folder["een link"], _folder["rgk"]);

        var (code, output, error) = Run("een link", "a b", "", "\"c\"", "d'e", "$f", "*", "--out=g h", "\\", "--", "ë");

        Assert.Equal((7, "[a b][][\"c\"][d'e][$f][*][--out=g h][\\][--][ë]", ""), (code, output, error));
    }

    [Theory]
    [InlineData("src/New.cs")]
    [InlineData("data/catalogue/new.yaml")]
    [InlineData("data/synthetic/new.csv")]
    [InlineData("a.props")]
    [InlineData("a.targets")]
    [InlineData("VERSION")]
    public void A_newer_source_is_built_once(string source)
    {
        if (OperatingSystem.IsWindows())
            return;
        Script("bin/dotnet", $"printf '#!/bin/sh\\necho \"built $*\"' > '{_folder[Program]}'");
        File.WriteAllText(_folder[source], "new");
        File.SetLastWriteTimeUtc(
            _folder["artifacts/rgk-built"], File.GetLastWriteTimeUtc(_folder[source]).AddSeconds(-1));

        var first = Run("rgk", "x");
        var second = Run("rgk", "x");

        Assert.Equal((0, "built x\n", "Het programma wordt gebouwd…\n"), first);
        Assert.Equal((0, "built x\n", ""), second);
    }

    [Fact]
    public void Where_it_cannot_be_compiled_for_the_machine_the_program_is_installed_as_it_is()
    {
        if (OperatingSystem.IsWindows())
            return;
        Script(
            "bin/dotnet",
            "case \"$*\" in *Precompile=true*) exit 1 ;; esac; printf '#!/bin/sh\\necho \"built $*\"' > "
                + $"'{_folder[Program]}'");
        File.Delete(_folder["artifacts/rgk-built"]);

        var (code, output, error) = Run("rgk", "x");

        Assert.Equal((0, "built x\n", "Het programma wordt gebouwd…\n"), (code, output, error));
    }

    [Fact]
    public void Ctrl_C_during_the_build_starts_nothing()
    {
        if (OperatingSystem.IsWindows())
            return;
        // The build tool ends by itself at Ctrl-C, and tells no more than that it did not succeed.
        Script(
            "bin/dotnet",
            $"printf '#!/bin/sh\necho built' > '{_folder[Program]}'; case \"$*\" in *Precompile=true*) "
                + "kill -INT $PPID; exit 1 ;; esac");
        File.Delete(_folder["artifacts/rgk-built"]);

        var (code, output, _) = Run("rgk", "x");

        Assert.Equal((130, ""), (code, output));
    }

    [Fact]
    public void A_build_that_fails_shows_why_and_starts_nothing()
    {
        if (OperatingSystem.IsWindows())
            return;
        Script("bin/dotnet", "echo 'CS0000: why'; exit 1");
        File.Delete(_folder["artifacts/rgk-built"]);

        var (code, output, error) = Run("rgk", "--lang", "en");

        Assert.Equal((5, ""), (code, output));
        Assert.Contains("CS0000: why", error, StringComparison.Ordinal);
        Assert.Contains("Error: the build failed", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_dotnet_it_says_what_to_install()
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var command in new[] { "bash", "readlink", "dirname", "find", "mkdir", "touch", "flock" })
            File.CreateSymbolicLink(_folder["bin/" + command], "/usr/bin/" + command);
        File.Delete(_folder["artifacts/rgk-built"]);

        var (code, output, error) = Run("rgk", isBare: true);

        Assert.Equal((5, ""), (code, output));
        Assert.StartsWith("Fout: dotnet is niet geïnstalleerd.\nOplossing: ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LiberationSans-Regular.ttf", "0", "")]
    [InlineData("diep/in/msttcorefonts/Arial.ttf", "0", "")]
    [InlineData("DejaVuSans.ttf", "1000", "")]
    [InlineData("DejaVuSans.ttf", "0", "installed update installed ")]
    public void A_font_is_installed_where_there_is_none_by_who_may(string font, string user, string told)
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(_folder["fonts/" + font])!);
        File.WriteAllText(_folder["fonts/" + font], string.Empty);
        Script("bin/id", "echo " + user);
        // The first attempt fails, for want of lists; what it prints is not shown.
        Script(
            "bin/apt-get",
            "echo nee; for word; do case $word in update) printf 'update ' ;; "
                + $"fonts-liberation) printf 'installed ' ;; esac; done >> '{_folder["told"]}'; "
                + $"grep -q update '{_folder["told"]}'");
        File.Copy(Repository.PathOf("tools/install-fonts"), _folder["install-fonts"]);

        var outcome = Run("install-fonts", _folder["fonts"]);

        Assert.Equal((0, "", ""), outcome);
        Assert.Equal(told, File.Exists(_folder["told"]) ? File.ReadAllText(_folder["told"]) : "");
    }

    [Fact]
    public void A_machine_on_which_no_font_can_be_installed_starts_the_program_all_the_same()
    {
        if (OperatingSystem.IsWindows())
            return;
        Script("bin/dotnet", $"printf '#!/bin/sh\\necho \"built $*\"' > '{_folder[Program]}'");
        Directory.CreateDirectory(_folder["tools"]);
        Script("tools/install-fonts", "exit 100");
        File.Delete(_folder["artifacts/rgk-built"]);

        var (code, output, error) = Run("rgk", "x");

        Assert.Equal((0, "built x\n", "Het programma wordt gebouwd…\n"), (code, output, error));
    }

    private void Script(string name, string body)
    {
        File.WriteAllText(_folder[name], "#!/bin/sh\n" + body + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                _folder[name], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private (int Code, string Output, string Error) Run(string launcher, params string[] arguments) =>
        Run(launcher, isBare: false, arguments);

    // What the launcher writes fits in the pipes, so that one can be read after the other.
    private (int Code, string Output, string Error) Run(string launcher, bool isBare, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/bash", [_folder[launcher], .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = _folder["bin"] + (isBare ? "" : ":" + start.Environment["PATH"]);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEnd(), process.StandardError.ReadToEnd());
        process.WaitForExit();
        return (process.ExitCode, output, error);
    }
}
