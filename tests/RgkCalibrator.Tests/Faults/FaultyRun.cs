using System.Diagnostics;
using System.Runtime.InteropServices;

namespace RgkCalibrator.Tests.Faults;

/// <summary>
/// The real program in a process of its own, with a library before the system's that makes one call fail or kills the
/// program just before it.
/// </summary>
/// <param name="folder">Calls on what lies in here count.</param>
internal sealed class FaultyRun(string folder)
{
    public const int Killed = 137;

    private static readonly string Library = Path.Combine(AppContext.BaseDirectory, "faults.so");

    private static readonly string Source = Repository.PathOf("tests/RgkCalibrator.Tests/Faults/faults.c");

    private static readonly Lazy<string?> Compiled = new(Compile);

    /// <summary>Why there can be no such runs on this machine; null where there can.</summary>
    public static string? WhyNot =>
        OperatingSystem.IsLinux() ? Compiled.Value : "Only on Linux a library can be put before the system's.";

    /// <summary>The call that goes wrong, from 1; 0: none.</summary>
    public int At { get; init; }

    /// <summary>The error that it gives; null: the program is killed.</summary>
    public int? Error { get; init; }

    /// <summary>Whether folders change places by renames.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Takes the names of the calls.</summary>
    public string? Log { get; init; }

    /// <summary>Runs to the end.</summary>
    public (int Code, string Error) Of(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        _ = output.Result;
        return (process.ExitCode, error);
    }

    /// <summary>Starts it.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "rgk"), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LD_PRELOAD"] = Library;
        start.Environment["FAULT_ROOT"] = folder;
        start.Environment["FAULT_AT"] = Numbers.Whole(At);
        start.Environment["FAULT_ERROR"] = Error is { } error ? Numbers.Whole(error) : null;
        start.Environment["FAULT_PLAIN"] = IsPlain ? "1" : null;
        start.Environment["FAULT_LOG"] = Log;
        return Process.Start(start)!;
    }

    private static string? Compile()
    {
        try
        {
            string[] arguments = ["-shared", "-fPIC", "-o", Library, Source, "-ldl"];
            using var compiler = Process.Start(new ProcessStartInfo("cc", arguments)
            {
                UseShellExecute = false,
                RedirectStandardError = true,
            })!;
            var complaint = compiler.StandardError.ReadToEnd();
            compiler.WaitForExit();
            return compiler.ExitCode == 0 ? null : $"cc on {RuntimeInformation.OSArchitecture}: {complaint}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "There is no cc here.";
        }
    }
}
