using System.Diagnostics;

namespace RgkCalibrator.Tests.Cli;

/// <summary>What the real program tells when it is stopped, or when nobody hears it.</summary>
public sealed class EndingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public EndingTests() => File.WriteAllText(
        _folder["in.csv"],
        "client_id;product_code;start_date;end_date;volume;unit\nK1;45C02;2019-03-01;2019-03-31;2;uur\n");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public void A_signal_ends_a_run_with_its_own_code_and_nothing_written(string signal, int code)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var run = Start("rgk", "generate", "--clients", "400000", "--out", "uit");
        // The signal comes when the run has begun to write.
        Assert.True(SpinWait.SpinUntil(() => Path.Exists(_folder[".uit.onderweg"]), TimeSpan.FromMinutes(1)));
        using var kill = Start("kill", "-" + signal, Numbers.Whole(run.Id));

        Assert.Equal((code, "", "Afgebroken; er is niets geschreven.\n"), End(run));
        Assert.Equal(["in.csv"], Left());
    }

    [Fact]
    public void Whoever_is_told_to_ignore_that_its_terminal_closes_goes_on()
    {
        if (OperatingSystem.IsWindows())
            return;
        var (ended, _, error) = Shell(
            "trap '' HUP; rgk generate --clients 5000 --out uit & rgk=$!; "
            + "while [ ! -e .uit.onderweg ]; do sleep 0.05; done; kill -HUP $rgk; wait $rgk");

        Assert.Equal((0, ""), (ended, error));
        Assert.Equal(["in.csv", "uit"], Left());
    }

    [Theory]
    [InlineData(">/dev/full")]
    [InlineData(">&-")]
    public void Results_that_cannot_be_told_are_no_reason_to_say_that_nothing_was_written(string where)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var (code, _, error) = Shell($"rgk validate in.csv --out uit {where}");

        Assert.Equal(5, code);
        Assert.DoesNotContain("niets geschreven", error, StringComparison.Ordinal);
        Assert.Contains("staan op hun plaats", error, StringComparison.Ordinal);
        Assert.Equal(["in.csv", "uit"], Left());
        Assert.Equal(0, Outcome.Of("verify", _folder["uit"]).Code);
    }

    [Theory]
    [InlineData("rgk validate in.csv --out uit >/dev/full 2>/dev/full", 5)]
    [InlineData("rgk validate nergens.csv 2>/dev/full", 5)]
    [InlineData("rgk validate nergens.csv 2>&-", 5)]
    [InlineData("rgk validate --nergens 2>/dev/full", 2)]
    [InlineData("rgk validate in.csv 2>/dev/full", 0)]
    public void Where_nobody_can_be_told_the_code_still_says_how_it_ended(string command, int code)
    {
        if (OperatingSystem.IsLinux())
            Assert.Equal(code, Shell(command).Code);
    }

    [Fact]
    public void Two_runs_at_once_are_told_apart()
    {
        if (OperatingSystem.IsWindows())
            return;
        var (code, _, error) = Shell(
            "rgk generate --clients 400000 --out uit 2>/dev/null & rgk=$!; "
            + "while [ ! -e .uit.onderweg ]; do sleep 0.05; done; "
            + "rgk generate --clients 10 --out uit; code=$?; kill -9 $rgk; wait $rgk; exit $code");

        Assert.Equal(5, code);
        Assert.Contains("Een andere opdracht schrijft hier op dit moment.", error, StringComparison.Ordinal);
        // The lock of the run that was killed holds nobody up.
        Assert.Contains(".uit.slot", Left());
        Assert.Equal(0, Outcome.Of("generate", "--clients", "10", "--out", _folder["uit"]).Code);
        Assert.Equal(["in.csv", "uit"], Left());
    }

    private (int Code, string Output, string Error) Shell(string script)
    {
        using var shell = Start("sh", "-c", script);
        return End(shell);
    }

    private Process Start(string program, params string[] arguments)
    {
        var own = Path.Combine(AppContext.BaseDirectory, program);
        return Process.Start(new ProcessStartInfo(File.Exists(own) ? own : program, arguments)
        {
            WorkingDirectory = _folder.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PATH"] = $"{AppContext.BaseDirectory}:{Environment.GetEnvironmentVariable("PATH")}" },
        })!;
    }

    private static (int Code, string Output, string Error) End(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.Result, error);
    }

    private IEnumerable<string?> Left() => Directory.EnumerateFileSystemEntries(_folder.Root).Select(Path.GetFileName)
        .Order(StringComparer.Ordinal);
}
