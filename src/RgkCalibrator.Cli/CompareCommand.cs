using CommandLine;
using RgkCalibrator.Framework.Scenarios;

namespace RgkCalibrator.Cli;

[Verb("compare")]
[Explained(
    "Zet de lijnen van verschillende keuzes (percentiel, jaren, schatter …) naast elkaar.",
    "Puts the lines of different choices (percentile, years, estimator …) beside each other.")]
internal sealed record CompareOptions : InputOptions
{
    [Option("scenarios", MetaValue = "FILE", Required = true)]
    [Explained(
        "YAML-bestand met de scenario's; data/scenarios/voorbeeld.yaml is een voorbeeld.",
        "YAML file with the scenarios; data/scenarios/voorbeeld.yaml is an example.")]
    public string Scenarios { get; init; } = string.Empty;

    [Option("framework", MetaValue = "FILE")]
    [Explained(
        "Een kader (framework.json of CSV) waarvan het effect naast dat van de huidige lijnen en het voorstel komt.",
        "A framework (framework.json or CSV) whose effect comes beside that of the current lines and the proposal.")]
    public IEnumerable<string> Frameworks { get; init; } = [];

    [Option("out", MetaValue = "DIR", Required = true)]
    [Explained("De map voor de tabellen.", "The folder for the tables.")]
    public string Out { get; init; } = string.Empty;
}

/// <summary>Declarations and scenarios in, their lines beside each other out.</summary>
internal static class CompareCommand
{
    public static ExitCode Run(CompareOptions options, Screen screen, CancellationToken stop)
    {
        var settings = Choices.Settings(options, screen.Language);
        var scenarios = ScenarioFile.Read(options.Scenarios);
        var machine = Choices.Machine(options, screen, stop);
        var (inputs, folder) = (Choices.Inputs(options, screen), Choices.Output(options.Out));
        var report = ProgressDisplay.Rows(
            screen, folder, machine, run => Comparison.Compare(
                inputs, folder, scenarios, settings, run, [.. options.Frameworks]));
        LedgerLines.Warn(screen, report.Ledger);
        screen.TellWritten(folder);
        screen.Tell(new(
            "  intern/vergelijking.xlsx zet de lijnen naast elkaar; alles blijft binnen.",
            "  intern/vergelijking.xlsx has the lines beside each other; all of it stays inside."));
        LedgerLines.Tell(screen, report.Ledger);
        var (lines, count) = (screen.Number(report.Lines.Count), screen.Number(report.Scenarios.Count));
        screen.Tell(new($"Lijnen: {lines}, in {count} scenario's.", $"Lines: {lines}, in {count} scenarios."));
        return ExitCode.Ok;
    }
}
