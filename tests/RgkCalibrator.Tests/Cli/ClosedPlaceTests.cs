using System.Diagnostics;

namespace RgkCalibrator.Tests.Cli;

/// <summary>Folders that the user may not look into, or that are not there, told by the real program.</summary>
public sealed class ClosedPlaceTests : IDisposable
{
    private const string Rows =
        "client_id;product_code;start_date;end_date;volume;unit\nK1;45C02;2019-03-01;2019-03-31;2;uur\n";

    // Who is root may look into everything, and becomes somebody else.
    private const string AsNobody =
        "if [ $(id -u) = 0 ]; then as='setpriv --reuid=65534 --clear-groups'; else as=; fi; $as ";

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _closed = [];

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
        {
            foreach (var folder in _closed)
                File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        _folder.Dispose();
    }

    [Theory]
    [InlineData("validate dicht", "dicht")]
    [InlineData("validate 'dicht/*.csv'", "dicht")]
    [InlineData("init dicht --out m.yaml", "dicht")]
    [InlineData("derive dicht --out uit", "dicht")]
    [InlineData("explain dicht --line 45C02", "dicht")]
    [InlineData("pseudonymise dicht --key in.csv --out uit", "dicht")]
    [InlineData("validate open --subfolders", "open/dicht")]
    [InlineData("validate tabel", "tabel/product_code=45C05")]
    public void A_folder_that_may_not_be_read_is_named(string command, string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        Close(folder);

        var (code, error) = Shell(AsNobody + "rgk " + command);

        Assert.Equal(5, code);
        Assert.Contains("Wat in deze map staat, is niet te zien.", error, StringComparison.Ordinal);
        Assert.Contains($"Waar: {folder}\n", error, StringComparison.Ordinal);
        Assert.Contains("Vraag leesrechten op de map", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rgk validate in.csv")]
    [InlineData("rgk validate - < in.csv")]
    [InlineData("rgk init in.csv --out m.yaml")]
    public void A_temporary_folder_that_is_not_there_is_named(string command)
    {
        if (OperatingSystem.IsWindows())
            return;
        Write("in.csv");

        var (code, error) = Shell("export TMPDIR=/er/is/niets; " + command);

        Assert.Equal(5, code);
        Assert.Contains("Er kan geen tijdelijke map worden gemaakt.", error, StringComparison.Ordinal);
        Assert.Contains("Waar: /er/is/niets", error, StringComparison.Ordinal);
        Assert.Contains("TMPDIR", error, StringComparison.Ordinal);
    }

    private void Write(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        File.WriteAllText(_folder[name], Rows);
    }

    // What is in it may be opened by who knows its name; what there is may not be seen.
    private void Close(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode all = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        const UnixFileMode open = all | UnixFileMode.UserRead | UnixFileMode.OtherRead;
        Write("in.csv");
        Write(folder + "/a.csv");
        File.SetUnixFileMode(_folder.Root, open | UnixFileMode.UserWrite);
        File.SetUnixFileMode(_folder[folder], all);
        _closed.Add(_folder[folder]);
    }

    private (int Code, string Error) Shell(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", script])
        {
            WorkingDirectory = _folder.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PATH"] = $"{AppContext.BaseDirectory}:{Environment.GetEnvironmentVariable("PATH")}" },
        })!;
        var output = shell.StandardOutput.ReadToEndAsync();
        var error = shell.StandardError.ReadToEnd();
        shell.WaitForExit();
        _ = output.Result;
        return (shell.ExitCode, error);
    }
}
