using CommandLine;

namespace RgkCalibrator.Cli.Options;

[Verb("pseudonymise")]
[Explained(
    "Kopieert bestanden met pseudoniemen in plaats van de nummers van cliënten.",
    "Copies files with pseudonyms in place of the numbers of clients.")]
internal sealed record PseudonymiseOptions : SourceOptions
{
    [Option("key", MetaValue = "FILE", Required = true)]
    [Explained(
        "Bestand met de sleutel: minstens 32 willekeurige tekens, die alleen u hebt. Dezelfde sleutel geeft dezelfde pseudoniemen.",
        "File with the key: at least 32 random characters that only you have. The same key gives the same pseudonyms.")]
    public string Key { get; init; } = string.Empty;

    [Option("out", MetaValue = "DIR", Required = true)]
    [Explained("De map voor de kopieën.", "The folder for the copies.")]
    public string Out { get; init; } = string.Empty;

    [Option("mapping", MetaValue = "FILE")]
    [Explained("YAML-bestand dat zegt hoe de kolom client_id heet.", "YAML file that says what the column client_id is called.")]
    public string? Mapping { get; init; }
}
