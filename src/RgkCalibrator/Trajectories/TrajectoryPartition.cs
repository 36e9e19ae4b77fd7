using System.Runtime.InteropServices;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>
/// The trajectories of a range of clients, in the order of client, product, provider and sequence. Partitions follow
/// each other in the order of their clients' ids.
/// </summary>
internal sealed record TrajectoryPartition(Trajectory[] Trajectories, long[] Within, ClientRange[] Clients)
{
    private readonly (long Lines, Int128 Volume) _sums = Sums(Trajectories);

    /// <summary>No trajectories.</summary>
    internal static TrajectoryPartition Empty { get; } = new([], [], []);

    /// <summary>Trajectories; also of a partition that was let go.</summary>
    internal int Count { get; } = Trajectories.Length;

    /// <summary>Clients; also of a partition that was let go.</summary>
    internal int ClientCount { get; } = Clients.Length;

    /// <summary>Declared lines in the trajectories.</summary>
    internal long Lines => _sums.Lines;

    /// <summary>The volume of the trajectories, in ticks of their products' units.</summary>
    internal Int128 Volume => _sums.Volume;

    /// <summary>Lines that say the same as an earlier line of their client.</summary>
    internal long EqualLines { get; init; }

    /// <summary>Clients whose birth dates disagree.</summary>
    internal int BirthConflicts { get; init; }

    /// <summary>Clients with a birth date that cannot be theirs.</summary>
    internal int UnbelievedBirths { get; init; }

    /// <summary>Trajectories that a start or stop message did not move, because care was declared beyond it.</summary>
    internal long MessagesWithoutEffect { get; init; }

    /// <summary>
    /// The cells of its columns, by the places of <see cref="TrajectoryColumns.All"/>, where they were made for a file.
    /// </summary>
    internal IReadOnlyList<ColumnCells> Cells { get; init; } = [];

    /// <summary>What this takes of the memory, in bytes.</summary>
    internal long Bytes =>
        (Trajectories.Length * (long)MemoryNeed.TrajectoryBytes) + (Within.Length * (long)sizeof(long));

    /// <summary>The figures alone, for when the trajectories were written and nobody needs them any more.</summary>
    internal TrajectoryPartition LetGo() => this with { Trajectories = [], Within = [], Clients = [] };

    private static (long Lines, Int128 Volume) Sums(Trajectory[] trajectories)
    {
        var (lines, volume) = (0L, (Int128)0);
        foreach (ref readonly var trajectory in trajectories.AsSpan())
            (lines, volume) = (lines + trajectory.Lines, volume + trajectory.Volume);
        return (lines, volume);
    }
}

/// <summary>Where the trajectories of a client lie in a partition.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClientRange(TextKey Client, int First, int Count);
