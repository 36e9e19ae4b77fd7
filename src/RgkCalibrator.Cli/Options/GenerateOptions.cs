using CommandLine;

namespace RgkCalibrator.Cli.Options;

[Verb("generate")]
[Explained(
    "Maakt declaraties van een regio die niet bestaat, om mee te oefenen.",
    "Makes declarations of a region that does not exist, to practise with.")]
internal sealed record GenerateOptions : RegionOptions
{
    [Option("out", MetaValue = "DIR", Required = true)]
    [Explained("De map waarin de bestanden komen.", "The folder for the files.")]
    public string Out { get; init; } = string.Empty;
}
