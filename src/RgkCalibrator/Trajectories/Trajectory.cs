using System.Runtime.InteropServices;
using RgkCalibrator.Intake;

namespace RgkCalibrator.Trajectories;

/// <summary>One trajectory as the kernel keeps it: 56 bytes. Days are day numbers, both ends included; the volume is in ticks of the product's unit.</summary>
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

    /// <summary>By rank; 0 where trajectories are not split by provider.</summary>
    internal ushort Provider;

    /// <summary>Whether <see cref="Start"/> is the true start of the care, from a start message.</summary>
    internal bool HasCareStart;

    /// <summary>Length in days, both ends included; at least 1.</summary>
    internal readonly int Days => End - Start + 1;
}
