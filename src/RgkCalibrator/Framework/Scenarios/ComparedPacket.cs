using RgkCalibrator.Groups;

namespace RgkCalibrator.Framework.Scenarios;

/// <summary>A line as an earlier run proposed it.</summary>
/// <param name="Code">The code of its product.</param>
/// <param name="Subgroup">The id of its subgroup, as in a group; empty for a whole product.</param>
public sealed record PacketLine(string Code, string Subgroup)
{
    /// <summary>Trajectories that its estimator counts.</summary>
    public required long Trajectories { get; init; }

    /// <summary>The proposal; null where the data did not support a line.</summary>
    public required LineValue? Value { get; init; }

    /// <summary>The percentile of the duration before steps: in months or days, as its product's lines.</summary>
    public double? DurationEstimate { get; init; }

    /// <summary>The percentile of the volume before rounding, in the product's unit.</summary>
    public double? VolumeEstimate { get; init; }

    /// <summary>The share of its trajectories inside both, 0 to 1; null without a line.</summary>
    public double? Inside { get; init; }
}

/// <summary>What an earlier run proposed, to be put beside the base of a comparison.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Lines">Its lines.</param>
public sealed record ComparedPacket(string Name, IReadOnlyList<PacketLine> Lines)
{
    private readonly Dictionary<(string Code, string Subgroup), PacketLine> _byPlace =
        Lines.ToDictionary(line => (line.Code, line.Subgroup));

    /// <summary>Its line for a group; null where it has none.</summary>
    public PacketLine? Of(Group group) => _byPlace.GetValueOrDefault((group.Product.Code, group.Subgroup));

    /// <summary>The same as a framework whose effect is asked.</summary>
    public NamedFramework ToFramework() => new(Name, group => Of(group)?.Value);
}
