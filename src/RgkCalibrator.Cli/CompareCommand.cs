using CommandLine;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Review;

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

    [Option("with", MetaValue = "PACKET")]
    [Explained(
        "Een map van een eerdere rgk derive, waarvan de lijnen ernaast komen, met wat zij op deze trajecten betekenen.",
        "A folder of an earlier rgk derive, whose lines come beside, with what they come to on these trajectories.")]
    public IEnumerable<string> Packets { get; init; } = [];

    [Option("euros", MetaValue = "amount|tariff")]
    [Explained(
        "Reken euro's met het gedeclareerde bedrag (amount) of met het tarief van de catalogus (tariff); zonder keuze "
        + "met bedragen als die er zijn.",
        "Count euros by the declared amount (amount) or the tariff of the catalogue (tariff); by amounts where there "
        + "are any unless chosen.")]
    public string? Euros { get; init; }

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
        var with = new ComparedWith
        {
            Frameworks = [.. options.Frameworks],
            Packets = [.. options.Packets],
            Euros = EurosBy(options.Euros),
        };
        var machine = Choices.Machine(options, screen, stop);
        var (inputs, folder) = (Choices.Inputs(options, screen), Choices.Output(options.Out));
        var report = ProgressDisplay.Rows(
            screen, folder, machine, run => Comparison.Compare(
                inputs, folder, scenarios, settings, run, with));
        LedgerLines.Warn(screen, report.Ledger);
        screen.TellWritten(folder);
        screen.Tell(new(
            "  intern/vergelijking.xlsx zet de lijnen naast elkaar; alles blijft binnen.",
            "  intern/vergelijking.xlsx has the lines beside each other; all of it stays inside."));
        LedgerLines.Tell(screen, report.Ledger);
        var (lines, count) = (screen.Number(report.Lines.Count), screen.Number(report.Scenarios.Count));
        screen.Tell(new($"Lijnen: {lines}, in {count} scenario's.", $"Lines: {lines}, in {count} scenarios."));
        if (report.Gaps.Count > 0)
            WarnOfGaps(report, screen);
        return ExitCode.Ok;
    }

    private static void WarnOfGaps(ComparisonReport report, Screen screen)
    {
        var (all, providers) = (
            screen.Number(report.Gaps.Count),
            screen.Number(report.Gaps.Count(gap => gap.Kind == GapKind.UnknownProvider)));
        screen.Warn(new(
            $"niet alles van de kaders is te vergelijken: {all} keer ontbreekt een lijn, een product, een duur of een "
                + $"aanbieder ({providers} keer kennen de declaraties de aanbieder niet). Zie "
                + "intern/niet-vergeleken.csv.",
            $"not all of the frameworks can be compared: {all} times a line, product, duration or provider is missing "
                + $"({providers} times the declarations do not know the provider). See intern/niet-vergeleken.csv."));
    }

    private static EuroBasis? EurosBy(string? text) => text switch
    {
        null => null,
        "amount" => EuroBasis.Amount,
        "tariff" => EuroBasis.Tariff,
        _ => throw Refusals.NoSuch(new("Deze keuze", "choice"), "--euros", "amount", "tariff"),
    };
}
