using CommandLine;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Cli;

[Verb("trajectories")]
[Explained(
    "Maakt trajecten van declaraties en schrijft elk traject naar een bestand.",
    "Makes trajectories of declarations and writes each of them to a file.")]
internal sealed record TrajectoriesOptions : InputOptions
{
    [Option("out", MetaValue = "FILE", Required = true)]
    [Explained(
        "Het bestand dat wordt geschreven: CSV of Parquet, naar zijn naam.",
        "The file to write: CSV or Parquet, by its name.")]
    public string Out { get; init; } = string.Empty;
}

/// <summary>Declarations in, a file of trajectories out.</summary>
internal static class TrajectoriesCommand
{
    public static ExitCode Run(TrajectoriesOptions options, Screen screen, CancellationToken stop)
    {
        var settings = Choices.Settings(options, screen.Language);
        var machine = Choices.Machine(options, screen, stop);
        var (inputs, file) = (Choices.Inputs(options, screen), Choices.Output(options.Out));
        var report = ProgressDisplay.Rows(
            screen,
            file,
            machine,
            run => Calibration.WriteTrajectories(inputs, file, settings, run, isCut: options.Catalogue is not null));
        LedgerLines.Warn(screen, report.Ledger);
        LedgerLines.Remark(screen, report.Ledger, report.Trajectories);
        WarnUnknown(screen, report.Trajectories);
        screen.TellWritten(file);
        LedgerLines.Tell(screen, report.Ledger);
        LedgerLines.Tell(screen, report.Trajectories);
        return ExitCode.Ok;
    }

    private static void WarnUnknown(Screen screen, TrajectorySet trajectories)
    {
        var unknown = trajectories.UnknownCodes;
        if (unknown.Count == 0)
            return;
        var (count, codes) = (screen.Number(unknown.Count), unknown.Words());
        screen.Warn(new(
            $"{count} productcodes staan niet in de catalogus ({codes.Dutch}): hun eenheid is die van de regels.",
            $"{count} product codes are not in the catalogue ({codes.English}): their unit is that of the lines."));
    }
}
