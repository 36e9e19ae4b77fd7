using System.Runtime.InteropServices;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>
/// One trajectory as the kernel keeps it: 64 bytes. Days are day numbers, both ends included; the volume is in ticks of
/// the product's unit.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Trajectory
{
    internal TextKey Client;
    internal long Volume;
    internal int Start;
    internal int End;
    internal int Birth;
    internal int Lines;

    /// <summary>1, 2, … among the trajectories of the client and product (and provider, where split).</summary>
    internal int Sequence;

    /// <summary>Where its volumes within the asked durations begin, among those of its partition.</summary>
    internal int WithinOffset;

    /// <summary>By rank: the order of codes is the order of numbers.</summary>
    internal ushort Product;

    /// <summary>
    /// By rank: the provider with the largest volume; of equal ones the first to begin, then the first by code.
    /// </summary>
    internal ushort Provider;

    /// <summary>By rank, and chosen as the provider is; 0, the empty text, where no line has one.</summary>
    internal ushort Location;

    internal ushort Intervention;

    internal ushort Municipality;

    internal TrajectoryFacts Facts;

    /// <summary>Whether <see cref="Start"/> is the true start of the care, from a start message.</summary>
    internal readonly bool HasCareStart => Has(TrajectoryFacts.CareStart);

    /// <summary>Length in days, both ends included; at least 1.</summary>
    internal readonly int Days => End - Start + 1;

    internal readonly CareOrder Order =>
        Has(TrajectoryFacts.First) ? CareOrder.First
        : Has(TrajectoryFacts.FollowUp) ? CareOrder.FollowUp
        : CareOrder.Unknown;

    internal readonly bool Has(TrajectoryFacts fact) => (Facts & fact) != TrajectoryFacts.None;
}

/// <summary>What is true of a trajectory.</summary>
[Flags]
internal enum TrajectoryFacts : ushort
{
    None = 0,

    /// <summary>Its start is from a start message.</summary>
    CareStart = 1,

    /// <summary>Its end is from a stop message.</summary>
    CareEnd = 2,

    First = 4,

    FollowUp = 8,

    /// <summary>It is of a product that is asked what lies beside it.</summary>
    Ambulatory = 16,

    /// <summary>A stay touches its first days.</summary>
    WithStay = 32,

    /// <summary>A stay touches any of its days.</summary>
    AnyStay = 64,

    /// <summary>Other ambulatory care touches its first days.</summary>
    Concurrent = 128,

    /// <summary>Other ambulatory care touches any of its days.</summary>
    AnyConcurrent = 256,
}
