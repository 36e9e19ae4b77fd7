using CommandLine;
using RgkCalibrator.Output.InputReport;

namespace RgkCalibrator.Cli;

[Verb("validate")]
[Explained(
    "Vertelt wat er in declaraties staat, hoe dat is begrepen en waar elke rij blijft.",
    "Tells what declarations hold, how that was understood and where every row ends.")]
internal sealed record ValidateOptions : InputOptions
{
    [Option("out", MetaValue = "DIR")]
    [Explained(
        "Schrijf het verslag ook in deze map: intern/validatie.html, intern/validatie.json en alle afgekeurde rijen.",
        "Write the report to this folder too: intern/validatie.html, intern/validatie.json and all rejected rows.")]
    public string? Out { get; init; }
}

/// <summary>Declarations in, a report on them out.</summary>
internal static class ValidateCommand
{
    /// <summary>Tells all that can be told, whatever is wrong with a file.</summary>
    /// <returns>The code of the first trouble.</returns>
    public static ExitCode Run(ValidateOptions options, Screen screen, CancellationToken stop)
    {
        var settings = Choices.Settings(options, screen.Language);
        var machine = Choices.Machine(options, screen, stop);
        var inputs = Choices.Inputs(options, screen);
        var folder = options.Out is { } name ? Choices.Output(name) : null;
        var report = ProgressDisplay.Rows(screen, folder, machine, run => folder is null
            ? Calibration.Validate(inputs, settings, run)
            : Calibration.Validate(inputs, folder, settings, run));
        new ValidationLines(screen, report, settings.Catalogue).Tell();
        foreach (var slip in InputSlips.InRows(report.Ledger, settings.Catalogue.Trajectories.Observed))
            screen.Warn(slip);
        if (folder is not null)
            TellFolder(folder, screen);
        return Ending(report, settings, screen);
    }

    private static void TellFolder(string folder, Screen screen)
    {
        screen.TellWritten(folder);
        screen.Tell(new(
            "  intern/validatie.html opent in een browser. Het blijft binnen: een aantal kan over één kind gaan.",
            "  intern/validatie.html opens in a browser. It stays inside: a count can be of a single child."));
    }

    private static ExitCode Ending(ValidationReport report, CalibrationSettings settings, Screen screen)
    {
        if (report.FirstTrouble is { } trouble)
        {
            var (count, all) = (
                screen.Number(report.Files.Count(file => file.Trouble is not null)), screen.Number(report.Files.Count));
            screen.Warn(
                new(
                    $"bestanden die niet konden worden gelezen: {count} van {all}.",
                    $"files that could not be read: {count} of {all}."));
            return trouble.ExitCode;
        }

        return settings.Strict && report.Ledger.RejectedRows.Count > 0 ? ExitCode.Flawed : ExitCode.Ok;
    }
}
