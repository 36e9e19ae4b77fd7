using CommandLine;
using RgkCalibrator.Output.Annexes;
using RgkCalibrator.Review;

namespace RgkCalibrator.Cli;

[Verb("diff")]
[Explained("Zegt wat er tussen twee kaders verschilt.", "Tells what differs between two frameworks.")]
internal sealed record DiffOptions : CommonOptions
{
    [Value(0, MetaName = "BEFORE")]
    [Explained(
        "Het eerste kader: framework.json van rgk finalize, of een CSV-bestand met de regels.",
        "The first framework: framework.json of rgk finalize, or a CSV file with the lines.")]
    public string? Before { get; init; }

    [Value(1, MetaName = "AFTER")]
    [Explained(
        "Het tweede kader, in dezelfde vorm of de andere.", "The second framework, in the same form or the other.")]
    public string? After { get; init; }
}

/// <summary>Two frameworks in, the lines that differ out.</summary>
internal static class DiffCommand
{
    public static ExitCode Run(DiffOptions options, Screen screen, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (options is not { Before: { } before, After: { } after })
        {
            throw Refusals.Wrong(
                new("Er zijn twee kaders nodig.", "Two frameworks are needed."),
                string.Empty,
                new("Noem ze na elkaar: rgk diff oud.csv bijlagen/framework.json.",
                    "Name them one after the other: rgk diff old.csv annexes/framework.json."));
        }

        var (old, young) = (
            Finalization.ReadFramework(before, products: null), Finalization.ReadFramework(after, products: null));
        WarnOfRepeated(before, old, screen);
        WarnOfRepeated(after, young, screen);
        var differences = FrameworkDifference.Between(old, young);
        if (differences.Count > 0)
            TextTable.Write(DifferenceTable.From(differences, screen.Language), screen.Output);
        var places = old.ByPlace().Keys.Union(young.ByPlace().Keys).Count();
        var (count, all) = (screen.Number(differences.Count), screen.Number(places));
        screen.Tell(new($"Anders: {count} van {all} regels.", $"Different: {count} of {all} lines."));
        return ExitCode.Ok;
    }

    private static void WarnOfRepeated(string file, PublishedFramework framework, Screen screen)
    {
        if (framework.Lines.Count - framework.ByPlace().Count is not (> 0 and var repeated))
            return;
        var count = screen.Number(repeated);
        screen.Warn(new(
            $"in {file} is het aantal regels voor trajecten die al een regel hebben {count}. Alleen de eerste regel is "
                + "vergeleken; rgk lint noemt de andere.",
            $"in {file} the number of lines for trajectories that have a line already is {count}. Only the first line "
                + "is compared; rgk lint names the others."));
    }
}
