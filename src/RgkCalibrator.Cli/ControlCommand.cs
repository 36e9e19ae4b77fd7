using CommandLine;
using RgkCalibrator.Control;

namespace RgkCalibrator.Cli;

[Verb("control")]
[Explained(
    "Zet aanbieders naast een kader dat al geldt, met een spiegel voor elk.",
    "Puts providers beside a framework in force, with a mirror for each.")]
internal sealed record ControlOptions : InForceOptions
{
    public override string? Since { get; init; }

    public override string? Euros { get; init; }

    public override string? Disclosure { get; init; }

    [Option("released", MetaValue = "DIR…")]
    [Explained(
        "Mappen van andere controles van deze regio waarvan extern/ naar buiten ging: wat daarmee samen te veel zou " +
        "vertellen, verandert niet.",
        "Folders of other controls of this region of which extern/ was shown: what would tell too much with them, " +
        "does not change.")]
    public override IEnumerable<string> Released { get; init; } = [];

    [Option("register", MetaValue = "FILE…")]
    [Explained(
        "Teruggestuurde werkboeken van rgk register, of de map waarin ze staan: trajecten in een gemelde situatie die "
            + "aan hun interventie te herkennen zijn, tellen apart.",
        "Workbooks of rgk register that came back, or the folder they are in: trajectories in a reported situation "
            + "that can be told by their intervention count apart.")]
    public IEnumerable<string> Registers { get; init; } = [];

    public override string? Png { get; init; }

    [Option("out", MetaValue = "DIR", Required = true)]
    [Explained("De map voor de tabellen en spiegels.", "The folder for the tables and mirrors.")]
    public string Out { get; init; } = string.Empty;
}

/// <summary>A framework and declarations in, each provider against the framework out.</summary>
internal static class ControlCommand
{
    public static ExitCode Run(ControlOptions options, Screen screen, CancellationToken stop)
    {
        var framework = options.FrameworkOr(new(
            "Noem het kader en dan de declaraties: rgk control framework.json declaraties --out controle.",
            "Name the framework and then the declarations: rgk control framework.json declarations --out control."));
        var settings = options.Settings(screen.Language);
        var (since, euros) = (GivenDay.Of("--since", options.Since), CompareCommand.EurosBy(options.Euros));
        var machine = options.Machine(screen, stop);
        var (inputs, folder) = (Choices.Inputs(options, screen), Choices.Output(options.Out));
        var report = ProgressDisplay.Rows(
            screen, folder, machine,
            run => FrameworkControl.Run(
                framework, inputs, folder, since, settings, run, euros, [.. options.Registers]));
        LedgerLines.Warn(screen, report.Ledger);
        screen.TellWritten(folder);
        Tell(report, screen);
        LedgerLines.Tell(screen, report.Ledger);
        if (report.Gaps.Count > 0)
            screen.Warn(GapCounts.Told(report.Gaps, screen.Language));
        return ExitCode.Ok;
    }

    private static void Tell(ControlReport report, Screen screen)
    {
        screen.Tell(new(
            "  intern/controle.xlsx zet de aanbieders naast het kader; dat blijft binnen.",
            "  intern/controle.xlsx has the providers beside the framework; that stays inside."));
        var mirrors = screen.Number(report.Mirrors.Count);
        screen.Tell(new(
            $"  intern/spiegels/ heeft een spiegel voor elk van {mirrors} aanbieders: voor die aanbieder alleen.",
            $"  intern/spiegels/ has a mirror for each of {mirrors} providers: for that provider alone."));
        screen.Tell(report.Safe.IsShown
            ? new(
                "  extern/ mag naar buiten: aanbieders met een nummer.",
                "  extern/ may be shown outside: providers by number.")
            : new(
                "  Er is geen extern/: bij geen lijn zijn er genoeg kinderen om aanbieders te tonen.",
                "  There is no extern/: on no line there are enough children to show providers."));
        var (followed, later) = (
            screen.Number(report.Lines.Sum(line => line.Since.Followed.Count)),
            screen.Number(report.Lines.Sum(line => line.NotYetFollowed)));
        var (dutch, english) = (
            Numbers.Date(report.When.Since, Language.Dutch), Numbers.Date(report.When.Since, Language.English));
        screen.Tell(new(
            $"Begonnen sinds {dutch}: {followed} trajecten zijn te volgen zolang hun lijn duurt, {later} nog niet.",
            $"Started since {english}: {followed} trajectories could be followed for as long as their line lasts, "
                + $"{later} not yet."));
        var apart = screen.Number(report.Lines.Sum(line => line.Providers.Sum(own => own.Registered)));
        if (apart != "0")
        {
            screen.Tell(new(
                $"Apart geteld: {apart} trajecten in een geregistreerde situatie.",
                $"Counted apart: {apart} trajectories in a registered situation."));
        }

        TellSignals(report, screen);
    }

    private static void TellSignals(ControlReport report, Screen screen)
    {
        var onLine = report.Lines.SelectMany(line => line.Providers).Where(own => own.Signal == Signal.AboveSpread)
            .Select(own => own.Provider).Distinct().Count();
        var together = report.Totals.Where(total => total.Signal == Signal.AboveSpread)
            .Select(total => total.Provider).Distinct().Count();
        screen.Tell(onLine + together == 0
            ? new("Geen aanbieder valt op.", "No provider stands out.")
            : new(
                $"Aanbieders die opvallen: {screen.Number(onLine)} op een lijn, {screen.Number(together)} over alle "
                    + "lijnen samen. Een reden voor een gesprek, geen oordeel.",
                $"Providers that stand out: {screen.Number(onLine)} on a line, {screen.Number(together)} over all "
                    + "lines together. A reason to talk, no verdict."));
    }
}
