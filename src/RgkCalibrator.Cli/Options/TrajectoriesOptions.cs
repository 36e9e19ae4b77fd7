using CommandLine;

namespace RgkCalibrator.Cli.Options;

[Verb("trajectories")]
[Explained(
    "Maakt trajecten van declaraties en schrijft elk traject naar een bestand.",
    "Makes trajectories of declarations and writes each of them to a file.")]
internal sealed record TrajectoriesOptions : InputOptions
{
    [Option("out", MetaValue = "FILE", Required = true)]
    [Explained("Het bestand dat wordt geschreven: CSV of Parquet, naar zijn naam.", "The file to write: CSV or Parquet, by its name.")]
    public string Out { get; init; } = string.Empty;
}
