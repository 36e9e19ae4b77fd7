using CommandLine;
using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Cli.Options;

/// <summary>What commands that make a synthetic region take.</summary>
internal abstract record RegionOptions : CommonOptions
{
    [Option("clients", MetaValue = "N")]
    [Explained("Aantal kinderen; zonder keuze ongeveer zoveel als in de regio.", "Children; about as many as in the region unless chosen.")]
    public int? Clients { get; init; }

    [Option("seed", MetaValue = "S")]
    [Explained("Een ander geheel getal geeft andere kinderen; hetzelfde getal dezelfde.", "Another whole number gives other children; the same number the same.")]
    public long? Seed { get; init; }

    /// <summary>What region is made.</summary>
    /// <exception cref="CalibrationException">A choice cannot be.</exception>
    public virtual SyntheticSettings Settings() => new(
        Clients ?? SyntheticSettings.Default.Children,
        Seed ?? SyntheticSettings.Default.Seed);
}
