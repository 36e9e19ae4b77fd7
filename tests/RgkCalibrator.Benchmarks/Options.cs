using CommandLine;

namespace RgkCalibrator.Benchmarks;

/// <summary>What to measure.</summary>
internal sealed record Options
{
    [Value(0, MetaName = "sizes", HelpText = "Millions of lines, about; 2 7 20 32 unless chosen.")]
    public IEnumerable<double> Lines { get; init; } = [];

    [Option("folder", Default = "output/benchmarks", HelpText = "Where the generated files and the answers go.")]
    public string Folder { get; init; } = string.Empty;

    [Option("threads", HelpText = "Threads of each program; all cores unless chosen.")]
    public int? ChosenThreads { get; init; }

    [Option("runs", Default = 5, HelpText = "Runs that count, after one that does not.")]
    public int Runs { get; init; }

    [Option(
        "date",
        HelpText =
            "The day of measuring (2026-01-31). With it, the results go into the document; without, "
                + "onto the screen only.")]
    public string? Date { get; init; }

    [Option("document", Default = "docs/benchmarks.md", HelpText = "The document whose results are replaced.")]
    public string Document { get; init; } = string.Empty;

    public IReadOnlyList<double> Sizes => Lines.Any() ? [.. Lines] : [2, 7, 20, 32];

    public int Threads => ChosenThreads ?? Environment.ProcessorCount;
}
