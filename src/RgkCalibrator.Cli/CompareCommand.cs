using CommandLine;
using RgkCalibrator.Disclosure.Releases;
using RgkCalibrator.Framework.Scenarios;

namespace RgkCalibrator.Cli;

[Verb("compare")]
[Explained(
    "Zet de lijnen van verschillende keuzes (percentiel, jaren, schatter …) naast elkaar.",
    "Puts the lines of different choices (percentile, years, estimator …) beside each other.")]
internal sealed record CompareOptions : InputOptions
{
    public const string EurosInDutch =
        "Reken euro's met het gedeclareerde bedrag (amount) of met het tarief van de catalogus (tariff); zonder keuze "
        + "met bedragen als die er zijn.";

    public const string EurosInEnglish =
        "Count euros by the declared amount (amount) or the tariff of the catalogue (tariff); by amounts where there "
        + "are any unless chosen.";

    public const string PngInDutch =
        "Of de grafieken ook als PNG worden geschreven: ja (main, zonder keuze) of nee (none).";

    public const string PngInEnglish =
        "Whether the charts are written as PNG too: yes (main, unless chosen) or no (none).";

    [Option("scenarios", MetaValue = "FILE")]
    [Explained(
        "YAML-bestand met de scenario's; data/scenarios/voorbeeld.yaml is een voorbeeld. Mag weg als er een kader of " +
        "pakket is om mee te vergelijken.",
        "YAML file with the scenarios; data/scenarios/voorbeeld.yaml is an example. Can be left out where there is a " +
        "framework or packet to compare with.")]
    public string? Scenarios { get; init; }

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
    [Explained(EurosInDutch, EurosInEnglish)]
    public string? Euros { get; init; }

    [Option("disclosure", MetaValue = "FILE")]
    [Explained(DeriveOptions.DisclosureInDutch, DeriveOptions.DisclosureInEnglish)]
    public string? Disclosure { get; init; }

    [Option("released", MetaValue = "DIR…")]
    [Explained(DeriveOptions.ReleasedInDutch, DeriveOptions.ReleasedInEnglish)]
    public IEnumerable<string> Released { get; init; } = [];

    [Option("png", MetaValue = "none|main")]
    [Explained(PngInDutch, PngInEnglish)]
    public string? Png { get; init; }

    [Option("template", MetaValue = "FILE")]
    [Explained(DeriveOptions.TemplateInDutch, DeriveOptions.TemplateInEnglish)]
    public string? Template { get; init; }

    [Option("products", MetaValue = "CODES")]
    [Explained(DeriveOptions.ProductsInDutch, DeriveOptions.ProductsInEnglish)]
    public string? Products { get; init; }

    [Option("out", MetaValue = "DIR", Required = true)]
    [Explained("De map voor de tabellen en grafieken.", "The folder for the tables and charts.")]
    public string Out { get; init; } = string.Empty;
}

/// <summary>Declarations and scenarios in, their lines beside each other out.</summary>
internal static class CompareCommand
{
    public static ExitCode Run(CompareOptions options, Screen screen, CancellationToken stop)
    {
        var usual = Choices.Settings(options, screen.Language);
        var settings = usual with
        {
            Disclosure = Choices.DisclosureOf(options.Disclosure),
            Png = Choices.PngOf(options.Png),
            Presentation = Choices.PresentationOf(options.Template, options.Products, usual.Catalogue),
        };
        var scenarios = ScenariosOf(options);
        var with = new ComparedWith
        {
            Frameworks = [.. options.Frameworks],
            Packets = [.. options.Packets],
            Euros = EurosBy(options.Euros),
        };
        var machine = Choices.Machine(options, screen, stop) with { Released = [.. options.Released] };
        var (inputs, folder) = (Choices.Inputs(options, screen), Choices.Output(options.Out));
        var report = ProgressDisplay.Rows(
            screen, folder, machine, run => Comparison.Compare(
                inputs, folder, scenarios, settings, run, with));
        LedgerLines.Warn(screen, report.Ledger);
        screen.TellWritten(folder);
        screen.Tell(new(
            "  intern/vergelijking.xlsx zet de lijnen naast elkaar; dat blijft binnen.",
            "  intern/vergelijking.xlsx has the lines beside each other; that stays inside."));
        screen.Tell(report.Held!.Safe.IsShown
            ? new(
                "  extern/vergelijking.xlsx en extern/presentatie.pptx mogen naar buiten.",
                "  extern/vergelijking.xlsx and extern/presentatie.pptx may be shown outside.")
            : new(
                "  Er is geen extern/: geen lijn rust op genoeg kinderen om te tonen.",
                "  There is no extern/: no line rests on enough children to be shown."));
        LedgerLines.Tell(screen, report.Ledger);
        var (lines, count) = (screen.Number(report.Lines.Count), screen.Number(report.Scenarios.Count));
        screen.Tell(report.Scenarios.Count == 1
            ? new($"Lijnen: {lines}.", $"Lines: {lines}.")
            : new($"Lijnen: {lines}, in {count} scenario's.", $"Lines: {lines}, in {count} scenarios."));
        if (report.Gaps.Count > 0)
            screen.Warn(GapCounts.Told(report.Gaps, screen.Language));
        TellReleased(report, screen);
        return ExitCode.Ok;
    }

    private static IReadOnlyList<Scenario> ScenariosOf(CompareOptions options)
    {
        if (options.Scenarios is { } file)
            return ScenarioFile.Read(file);
        return options.Frameworks.Any() || options.Packets.Any() ? [] : throw Refusals.Wrong(
            new("Er is niets om mee te vergelijken.", "There is nothing to compare with."), "--scenarios",
            new("Geef scenario's met --scenarios, een kader met --framework of een pakket met --with.",
                "Give scenarios with --scenarios, a framework with --framework or a packet with --with."));
    }

    /// <summary>What turns volumes into euros; null: nothing was chosen.</summary>
    /// <exception cref="CalibrationException">There is no such choice.</exception>
    public static EuroBasis? EurosBy(string? text) => text switch
    {
        null => null,
        "amount" => EuroBasis.Amount,
        "tariff" => EuroBasis.Tariff,
        _ => throw Refusals.NoSuch(new("Deze keuze", "choice"), "--euros", "amount", "tariff"),
    };

    private static void TellReleased(ComparisonReport report, Screen screen)
    {
        foreach (var (scenario, outcomes) in report.Released.Zip(report.Held!.Outcomes))
            TellWithheld(screen, scenario, outcomes);
        foreach (var scenario in report.Scenarios.Except(report.Released))
        {
            screen.Tell(new(
                $"Niet in extern/: '{scenario.Name}', omdat de regels voor wat getoond mag worden niet over zulke "
                    + "lijnen gaan.",
                $"Not in extern/: '{scenario.Name}', because the rules on what may be shown are not about such "
                    + "lines."));
        }
    }

    /// <summary>Tells what is not shown beside the rest; it is not told outside.</summary>
    private static void TellWithheld(
        Screen screen, Scenario scenario, IReadOnlyDictionary<string, ReleaseOutcome> outcomes)
    {
        var codes = string.Join(
            ", ", outcomes.Where(one => one.Value == ReleaseOutcome.Withheld).Select(one => one.Key)
                .Order(StringComparer.Ordinal));
        if (codes.Length > 0)
        {
            screen.Tell(new(
                $"Niet in extern/ bij '{scenario.Name}', omdat naast de rest een kleine groep zou volgen: {codes}.",
                $"Not in extern/ for '{scenario.Name}', because a small group would follow beside the rest: {codes}."));
        }
    }
}
