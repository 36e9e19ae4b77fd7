using CommandLine;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Review;

namespace RgkCalibrator.Cli;

[Verb("finalize")]
[Explained(
    "Maakt van een concept en de besluiten van de werkgroep de bijlagen.",
    "Makes the annexes of a draft and the decisions of the working group.")]
internal sealed record FinalizeOptions : CommonOptions
{
    [Value(0, MetaName = "WORKBOOK…")]
    [Explained(
        "Een of meer ingevulde exemplaren van kader-concept.xlsx.",
        "One or more copies of kader-concept.xlsx that were filled in.")]
    public IEnumerable<string> Workbooks { get; init; } = [];

    [Option("run", MetaValue = "PACKET", Required = true)]
    [Explained(
        "De map die rgk derive heeft gemaakt en waar de werkboeken bij horen.",
        "The folder that rgk derive made and that the workbooks belong to.")]
    public string Run { get; init; } = string.Empty;

    [Option("out", MetaValue = "DIR", Required = true)]
    [Explained("De map voor de bijlagen.", "The folder for the annexes.")]
    public string Out { get; init; } = string.Empty;

    [Option("catalogue", MetaValue = "FILE")]
    [Explained(
        "De catalogus waarmee het pakket is gemaakt, als dat niet die van Haaglanden 2025 is.",
        "The catalogue that the packet was made with, where that is not the one of Haaglanden 2025.")]
    public string? Catalogue { get; init; }
}

/// <summary>Decisions in, annexes out.</summary>
internal static class FinalizeCommand
{
    public static ExitCode Run(FinalizeOptions options, Screen screen, CancellationToken stop)
    {
        string[] workbooks = [.. options.Workbooks];
        if (workbooks.Length == 0)
        {
            throw Refusals.Wrong(
                new("Er is geen werkboek genoemd.", "No workbook is named."),
                string.Empty,
                new("Noem het ingevulde werkboek: rgk finalize kader-concept.xlsx --run kader --out bijlagen.",
                    "Name the workbook: rgk finalize kader-concept.xlsx --run packet --out annexes."));
        }

        var folder = Choices.Output(options.Out);
        var catalogue = options.Catalogue is { } file ? CatalogueFile.Read(file) : CatalogueFile.Haaglanden2025();
        var framework = ProgressDisplay.Work(
            screen,
            new Wording("Besluiten lezen…", "Reading decisions…"),
            folder,
            RunSettings.Default with { Stop = stop },
            run => Finalization.Finalize(workbooks, options.Run, folder, catalogue, run));
        screen.TellWritten(folder);
        TellCounts(framework, screen);
        if (Directory.Exists(Path.Combine(folder, "intern")))
        {
            screen.Tell(new(
                "De map intern/ blijft binnen: daar staat hoeveel trajecten binnen de vastgestelde lijnen vallen.",
                "The folder intern/ stays inside: it tells how many trajectories lie inside the adopted lines."));
        }

        foreach (var finding in FrameworkLint.Check(framework.ToPublished()))
            screen.Warn(new($"{finding.Line}: {finding.Text.Dutch}", $"{finding.Line}: {finding.Text.English}"));
        return ExitCode.Ok;
    }

    // Where nothing was proposed, nothing can differ from the proposal.
    private static void TellCounts(AdoptedFramework framework, Screen screen)
    {
        var asked = framework.Lines.Where(line => line.Decision.Kind != DecisionKind.NotPresented).ToList();
        var proposed = asked.Where(line => line.Proposed is not null).ToList();
        var same = proposed.Count(line => line.Decision.Adopted == line.Proposed);
        var (lines, asProposed, changed, without, left) = (
            screen.Number(framework.Lines.Count), screen.Number(same), screen.Number(proposed.Count - same),
            screen.Number(asked.Count - proposed.Count), screen.Number(framework.Lines.Count - asked.Count));
        screen.Tell(new(
            $"Regels: {lines}, waarvan {asProposed} als voorgesteld, {changed} anders dan het voorstel, {without} "
                + $"zonder voorstel en {left} niet voorgelegd (bestaand blijft).",
            $"Lines: {lines}, of which {asProposed} as proposed, {changed} other than proposed, {without} without a "
                + $"proposal and {left} not presented (current stays)."));
    }
}
