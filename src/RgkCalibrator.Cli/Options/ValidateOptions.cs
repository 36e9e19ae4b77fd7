using CommandLine;

namespace RgkCalibrator.Cli.Options;

[Verb("validate")]
[Explained(
    "Vertelt wat er in declaraties staat, hoe dat is begrepen en waar elke rij blijft.",
    "Tells what declarations hold, how that was understood and where every row ends.")]
internal sealed record ValidateOptions : InputOptions
{
    [Option("out", MetaValue = "DIR")]
    [Explained(
        "Schrijf het verslag ook in deze map: intern/validatie.html, intern/validatie.json en alle afgekeurde rijen.",
        "Write the report to this folder too: intern/validatie.html, intern/validatie.json and all rejected rows.")]
    public string? Out { get; init; }
}
