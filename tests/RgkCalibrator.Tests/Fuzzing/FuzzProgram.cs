using System.Globalization;
using System.Text;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Files;
using RgkCalibrator.Output.InputReport;
using RgkCalibrator.Tests.Intake.Foreign;

namespace RgkCalibrator.Tests.Fuzzing;

/// <summary>
/// What these tests do as a program of its own: it reads broken files one after another, with one engine, as the engine
/// could end the process. It writes the number of each before it reads it, and then what is wrong behind a sign.
/// </summary>
internal static class FuzzProgram
{
    /// <summary>Stands in cells, and may be shown nowhere.</summary>
    internal const string Marker = "GEHEIM";

    /// <summary>Begins a line that tells what came of the file whose number was written last.</summary>
    internal const char IsRead = '=';

    /// <summary>The kinds of files, by the word for them.</summary>
    internal static IReadOnlyDictionary<string, Func<IBrokenFiles>> Kinds { get; } =
        new Dictionary<string, Func<IBrokenFiles>>
        {
            ["parquet"] = () => new BrokenParquet(),
            ["workbook"] = () => new BrokenWorkbook(),
        };

    private static void Main(string[] arguments)
    {
        var files = Kinds[arguments[0]]();
        var (first, count) = (Number(arguments[1]), Number(arguments[2]));
        using var folder = new TemporaryFolder();
        using var session = Session.Open(SessionSettings.Default with { Threads = 1, SpillFolder = folder["spill"] });
        for (var number = first; number < first + count; number++)
        {
            // The engine may remember a file by its name.
            var path = folder[Numbers.Whole(number) + files.Ending];
            File.WriteAllBytes(path, files.Of(number));
            Console.Out.WriteLine(Numbers.Whole(number));
            Console.Out.WriteLine(IsRead + Trouble(session, path));
            File.Delete(path);
        }

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    // One line; empty where the file was read or refused as it should be.
    private static string Trouble(Session session, string path)
    {
        try
        {
            var report = UnchangedInput.During(
                [new InputFile(path)],
                input => TrajectoryRun.Examine(session, input, Settings, RunSettings.Default));
            var trouble = report.FirstTrouble;
            return trouble is not null && trouble.ExitCode is not (ExitCode.WrongUse or ExitCode.Files)
                    ? OneLine($"ends with {trouble.ExitCode}: {trouble}")
                : Told(report).Contains(Marker, StringComparison.Ordinal) ? "shows a cell"
                : string.Empty;
        }
        catch (CalibrationException refused) when (refused.ExitCode is ExitCode.WrongUse or ExitCode.Files)
        {
            return refused.ToString().Contains(Marker, StringComparison.Ordinal) ? "shows a cell" : string.Empty;
        }
        catch (Exception fault) when (fault is not CalibrationException { ExitCode: ExitCode.Stopped })
        {
            return OneLine(fault.ToString());
        }
    }

    private static CalibrationSettings Settings { get; } = new(CatalogueFile.Haaglanden2025());

    private static string Told(ValidationReport report)
    {
        using var told = new MemoryStream();
        ValidationJson.Write(
            new Validation(report.Files, report.Ledger, Settings.Catalogue, Settings.MaxLineDays),
            Language.Dutch,
            told);
        return Encoding.UTF8.GetString(told.ToArray());
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" | ");
}
