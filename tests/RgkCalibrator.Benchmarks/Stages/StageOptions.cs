using CommandLine;

namespace RgkCalibrator.Benchmarks.Stages;

/// <summary>Of which input to time the stages.</summary>
internal sealed record StageOptions
{
    [Option("children", Default = 444_000, HelpText = "Children of the region; 444,000 have about 7 million lines.")]
    public int Children { get; init; }

    [Option("folder", Default = "output/benchmarks", HelpText = "Where the generated files go.")]
    public string Folder { get; init; } = string.Empty;

    [Option(
        "date",
        HelpText =
            "The day of measuring (2026-01-31). With it, the results go into the document; without, "
                + "onto the screen only.")]
    public string? Date { get; init; }

    [Option("document", Default = "docs/benchmarks.md", HelpText = "The document whose results are replaced.")]
    public string Document { get; init; } = string.Empty;
}
