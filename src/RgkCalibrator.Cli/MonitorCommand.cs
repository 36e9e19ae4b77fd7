using CommandLine;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Monitoring;
using RgkCalibrator.Statistics.Charting;

namespace RgkCalibrator.Cli;

[Verb("monitor")]
[Explained(
    "Volgt per kwartaal wat er gebeurt sinds een kader geldt.",
    "Follows by quarter what happens since a framework is in force.")]
internal sealed record MonitorOptions : InForceOptions
{
    public override string? Since { get; init; }

    [Option("base-from", MetaValue = "DATE")]
    [Explained(
        "Vergelijk met de kwartalen vanaf deze dag tot het kader; zonder keuze alle die bekend zijn.",
        "Compare with the quarters from this day to the framework; all that are known unless chosen.")]
    public string? BaseFrom { get; init; }

    [Option("complete", MetaValue = "PERCENT")]
    [Explained(
        "Een kwartaal is volledig als naar verwachting zoveel procent van de declaraties binnen is; zonder keuze 98.",
        "A quarter is complete when so many percent of the declarations are expected to be in; 98 unless chosen.")]
    public int? Complete { get; init; }

    [Option("declared-to", MetaValue = "DATE")]
    [Explained(
        "De dag tot wanneer declaraties binnenkwamen; zonder keuze de laatste dag in de kolom declared_on.",
        "The day up to which declarations came in; the last day in the column declared_on unless chosen.")]
    public string? DeclaredTo { get; init; }

    [Option("late-months", MetaValue = "N")]
    [Explained(
        "Zonder kolom declared_on: zoveel maanden aan het eind gelden als niet volledig; zonder keuze 6.",
        "Without a column declared_on: so many months at the end count as incomplete; 6 unless chosen.")]
    public int? LateMonths { get; init; }

    public override string? Euros { get; init; }

    public override string? Disclosure { get; init; }

    [Option("released", MetaValue = "DIR…")]
    [Explained(
        "Mappen van andere monitors van deze regio waarvan extern/ naar buiten ging: wat daarmee samen te veel zou " +
        "vertellen, verandert niet.",
        "Folders of other monitors of this region of which extern/ was shown: what would tell too much with them, " +
        "does not change.")]
    public override IEnumerable<string> Released { get; init; } = [];

    public override string? Png { get; init; }

    [Option("out", MetaValue = "DIR", Required = true)]
    [Explained("De map voor de tabellen en grafieken.", "The folder for the tables and charts.")]
    public string Out { get; init; } = string.Empty;
}

/// <summary>A framework and declarations in, its course by quarter out.</summary>
internal static class MonitorCommand
{
    private const int MostLateMonths = 60;

    public static ExitCode Run(MonitorOptions options, Screen screen, CancellationToken stop)
    {
        var framework = options.FrameworkOr(new(
            "Noem het kader en dan de declaraties: rgk monitor framework.json declaraties --out monitor.",
            "Name the framework and then the declarations: rgk monitor framework.json declarations --out monitor."));
        var settings = options.Settings(screen.Language);
        var (since, euros) = (GivenDay.Of("--since", options.Since), CompareCommand.EurosBy(options.Euros));
        var machine = options.Machine(screen, stop);
        var (inputs, folder) = (Choices.Inputs(options, screen), Choices.Output(options.Out));
        var monitor = SettingsOf(options);
        var report = ProgressDisplay.Rows(
            screen, folder, machine,
            run => FrameworkMonitor.Run(framework, inputs, folder, since, monitor, settings, run, euros));
        LedgerLines.Warn(screen, report.Ledger);
        screen.TellWritten(folder);
        Tell(report, screen);
        LedgerLines.Tell(screen, report.Ledger);
        if (report.Gaps.Count > 0)
            screen.Warn(GapCounts.Told(report.Gaps, screen.Language));
        return ExitCode.Ok;
    }

    private static MonitorSettings SettingsOf(MonitorOptions options)
    {
        var usual = new MonitorSettings();
        return usual with
        {
            BaseFrom = GivenDay.Of("--base-from", options.BaseFrom),
            DeclaredTo = GivenDay.Of("--declared-to", options.DeclaredTo),
            CompleteFrom = Choices.Within("--complete", options.Complete, 1, 100) / 100.0 ?? usual.CompleteFrom,
            LateMonths = Choices.Within("--late-months", options.LateMonths, 0, MostLateMonths) ?? usual.LateMonths,
        };
    }

    private static void Tell(MonitorReport report, Screen screen)
    {
        screen.Tell(new(
            "  intern/monitor.xlsx heeft alle kwartalen, het volume en de doelen; dat blijft binnen.",
            "  intern/monitor.xlsx has all quarters, the volume and the aims; that stays inside."));
        screen.Tell(report.Safe.IsShown
            ? new(
                "  extern/ mag naar buiten: kwartalen met genoeg kinderen.",
                "  extern/ may be shown outside: quarters with enough children.")
            : new(
                "  Er is geen extern/: geen kwartaal van een lijn heeft genoeg kinderen.",
                "  There is no extern/: no quarter of a line has enough children."));
        var last = report.Lines.SelectMany(line => line.Quarters)
            .Where(quarter => quarter.Charted.Count is { State: QuarterState.Complete, N: > 0 })
            .Select(quarter => quarter.Quarter.Number).DefaultIfEmpty(0).Max();
        if (last > 0)
        {
            var quarter = new Quarter(last).ToString();
            screen.Tell(new(
                $"Het laatste kwartaal dat voor een lijn volledig is, is {quarter}.",
                $"The last quarter that is complete for a line is {quarter}."));
        }

        TellSignals(report, screen);
    }

    private static void TellSignals(MonitorReport report, Screen screen)
    {
        var charts = screen.Number(report.Lines.Count(line => line.Chart.Limits is not null));
        var (lower, higher) = (Lines(ChartSide.Below), Lines(ChartSide.Above));
        screen.Tell(new(
            $"Van {charts} lijnen met een kaart geven er {lower} een signaal dat minder trajecten buiten de lijn "
                + $"vallen, en {higher} dat het er meer zijn.",
            $"Of {charts} lines with a chart, {lower} give a signal that fewer trajectories are beyond the line, and "
                + $"{higher} that more are."));

        string Lines(ChartSide side) => screen.Number(report.Lines.Count(line => line.Chart.Quarters.Any(
            quarter => quarter.Signals.Any(signal => signal.Side == side))));
    }
}
