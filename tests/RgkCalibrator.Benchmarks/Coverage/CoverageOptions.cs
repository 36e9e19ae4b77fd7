using CommandLine;

namespace RgkCalibrator.Benchmarks.Coverage;

/// <summary>How the coverage study is drawn.</summary>
internal sealed record CoverageOptions
{
    /// <summary>Of the tables in the document, and unless chosen.</summary>
    public const int UsualReplications = 20_000;

    /// <inheritdoc cref="UsualReplications"/>
    public const long UsualSeed = 20250101;

    [Option("replications", Default = UsualReplications, HelpText = "Samples per cell, at least 100.")]
    public int Replications { get; init; } = UsualReplications;

    [Option("seed", Default = UsualSeed, HelpText = "Any number; the same seed gives the same tables.")]
    public long Seed { get; init; } = UsualSeed;

    [Option("threads", HelpText = "All cores unless chosen; it does not change the answer.")]
    public int? Threads { get; init; }

    [Option(
        "document",
        Default = "docs/methods.md",
        HelpText = "The document whose tables are replaced; none for the screen only.")]
    public string Document { get; init; } = string.Empty;
}
