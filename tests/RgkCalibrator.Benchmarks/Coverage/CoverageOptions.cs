using CommandLine;

namespace RgkCalibrator.Benchmarks.Coverage;

/// <summary>How the coverage study is drawn.</summary>
internal sealed record CoverageOptions
{
    [Option("replications", Default = 20_000, HelpText = "Samples per cell, at least 100.")]
    public int Replications { get; init; }

    [Option("seed", Default = 20250101L, HelpText = "Any number; the same seed gives the same tables.")]
    public long Seed { get; init; }

    [Option("threads", HelpText = "All cores unless chosen; it does not change the answer.")]
    public int? Threads { get; init; }

    [Option("document", Default = "docs/methods.md", HelpText = "The document whose tables are replaced; none for the screen only.")]
    public string Document { get; init; } = string.Empty;
}
