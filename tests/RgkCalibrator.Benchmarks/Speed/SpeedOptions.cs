using CommandLine;

namespace RgkCalibrator.Benchmarks.Speed;

/// <summary>How much to estimate.</summary>
internal sealed record SpeedOptions
{
    [Option("groups", Default = 300, HelpText = "Products and subgroups.")]
    public int Groups { get; init; }

    [Option("trajectories", Default = 2_500_000, HelpText = "In all groups together.")]
    public int Trajectories { get; init; }

    [Option("replicates", Default = 1000, HelpText = "Of each bootstrap; 0 for none.")]
    public int Replicates { get; init; }

    [Option(
        "runs",
        Default = 5,
        HelpText = "Runs of the estimates that count, after one that does not; the bootstraps run once.")]
    public int Runs { get; init; }

    [Option("seed", Default = 20250101L, HelpText = "Any number.")]
    public long Seed { get; init; }

    [Option(
        "date",
        HelpText =
            "The day of measuring (2026-01-31). With it, the results go into the document; without, "
                + "onto the screen only.")]
    public string? Date { get; init; }

    [Option("document", Default = "docs/benchmarks.md", HelpText = "The document whose results are replaced.")]
    public string Document { get; init; } = string.Empty;
}
