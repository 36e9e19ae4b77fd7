using CommandLine;

namespace RgkCalibrator.Cli.Options;

/// <summary>What every command takes.</summary>
internal abstract record CommonOptions
{
    /// <summary>Read ahead of all else by <see cref="Arguments"/>, since it decides the words of every refusal.</summary>
    [Option("lang", MetaValue = "nl|en")]
    [Explained("Taal van meldingen en documenten; zonder keuze nl.", "Language of messages and documents; nl unless chosen.")]
    public string? Lang { get; init; }
}
