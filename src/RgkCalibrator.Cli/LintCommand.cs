using CommandLine;
using RgkCalibrator.Review;

namespace RgkCalibrator.Cli;

[Verb("lint")]
[Explained(
    "Zoekt in een kader naar wat niet bij elkaar past.",
    "Looks in a framework for what does not fit together.")]
internal sealed record LintOptions : CommonOptions
{
    [Value(0, MetaName = "FRAMEWORK")]
    [Explained(
        "framework.json van rgk finalize, of een CSV-bestand met de regels (bijlagen 2 en 3).",
        "framework.json of rgk finalize, or a CSV file with the lines (annexes 2 and 3).")]
    public string? Framework { get; init; }

    [Value(1, MetaName = "PRODUCTS")]
    [Explained(
        "CSV-bestand met de lijst van producten (bijlage 1); zonder dit bestand wordt die niet vergeleken.",
        "CSV file with the list of products (annex 1); without it the list is not compared.")]
    public string? Products { get; init; }
}

/// <summary>A framework in, what does not fit together out.</summary>
internal static class LintCommand
{
    public static ExitCode Run(LintOptions options, Screen screen, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var lines = options.Framework ?? throw Refusals.Wrong(
            new("Er is geen kader genoemd.", "No framework is named."),
            string.Empty,
            new("Noem een CSV-bestand met de regels: rgk lint kader.csv producten.csv.",
                "Name a CSV file with the lines: rgk lint framework.csv products.csv."));
        var framework = Finalization.ReadFramework(lines, options.Products);
        var findings = FrameworkLint.Check(framework);
        foreach (var finding in findings)
        {
            screen.Tell(Wording.Same($"{finding.Line}  {finding.Text.In(screen.Language)}  [{finding.Rule}]"));
        }

        var (count, all) = (screen.Number(findings.Count), screen.Number(framework.Lines.Count));
        screen.Tell(findings.Count == 0
            ? new($"De {all} regels passen bij elkaar.", $"The {all} lines fit together.")
            : new($"Gevonden: {count}, in {all} regels.", $"Found: {count}, in {all} lines."));
        return findings.Count == 0 ? ExitCode.Ok : ExitCode.Flawed;
    }
}
