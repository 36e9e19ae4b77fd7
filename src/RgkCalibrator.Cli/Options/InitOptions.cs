using CommandLine;

namespace RgkCalibrator.Cli.Options;

[Verb("init")]
[Explained(
    "Kijkt naar de kolommen van bestanden en maakt een mappingbestand om na te lopen.",
    "Looks at the columns of files and makes a mapping file to go through.")]
internal sealed record InitOptions : SourceOptions
{
    public const string UsualOut = "mapping.yaml";

    [Option("out", MetaValue = "FILE")]
    [Explained("Het bestand dat wordt geschreven; zonder keuze " + UsualOut + ". Een bestaand bestand blijft staan.", "The file to write; " + UsualOut + " unless chosen. A file that exists stays as it is.")]
    public string? Out { get; init; }
}
