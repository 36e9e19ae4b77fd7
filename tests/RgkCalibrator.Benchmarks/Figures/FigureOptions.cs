using CommandLine;

namespace RgkCalibrator.Benchmarks.Figures;

/// <summary>Where the figures go.</summary>
internal sealed record FigureOptions
{
    [Option("folder", Default = "docs/methods", HelpText = "The folder of the figures.")]
    public string Folder { get; init; } = string.Empty;
}
