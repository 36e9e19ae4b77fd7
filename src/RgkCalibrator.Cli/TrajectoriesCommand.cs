using CommandLine;
using RgkCalibrator.Intake.Files;
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
        RefuseOwnInput(inputs, file);
        var report = ProgressDisplay.Rows(
            screen,
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
        var codes = trajectories.Products.Where(product => !product.IsKnown).Select(product => product.Code).Distinct()
            .Count();
        if (codes == 0)
            return;
        // Not which codes: in a file with its columns mixed up they could be anything.
        var count = screen.Number(codes);
        screen.Warn(new(
            $"{count} productcodes staan niet in de catalogus; hun trajecten zijn gemaakt in de eenheid van hun " +
            "regels.",
            $"{count} product codes are not in the catalogue; their trajectories were made in the unit of their " +
            "lines."));
    }

    private static void RefuseOwnInput(IReadOnlyList<string> inputs, string file)
    {
        if (InputFiles.Find(inputs).All(input => input.Path != file))
            return;
        throw Refusals.Wrong(
            new(
                "Dit bestand wordt gelezen: schrijven zou het wissen.",
                "This file is read: writing would wipe it out."),
            $"--out {file}",
            new("Geef met --out een andere naam.", "Name another file with --out."));
    }
}
