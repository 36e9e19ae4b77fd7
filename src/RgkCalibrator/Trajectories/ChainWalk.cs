using System.Runtime.InteropServices;
using RgkCalibrator.Intake;

namespace RgkCalibrator.Trajectories;

/// <summary>Walks the ordered lines of a partition once and joins them into trajectories.</summary>
internal sealed class ChainWalk(ClientLines lines, int gapDays, IReadOnlyList<DurationStep[]> stepsByProduct)
{
    // Equal rows stand side by side, but for a few others that begin on the same day.
    private const int FarthestEqual = 32;

    private readonly BirthDates _births = new();
    private readonly List<Trajectory> _trajectories = [];
    private readonly List<long> _within = [];
    private readonly List<ClientRange> _clients = [];

    /// <summary>Lines so far that say the same as an earlier line of their client.</summary>
    internal long EqualLines { get; private set; }

    /// <summary>Clients so far whose birth dates disagree.</summary>
    internal int BirthConflicts => _births.Conflicts;

    /// <summary>The trajectories of the partition whose lines are loaded.</summary>
    internal TrajectoryPartition Run()
    {
        _trajectories.Clear();
        _within.Clear();
        _clients.Clear();
        for (var client = 0; client < lines.ClientCount; client++)
        {
            var first = _trajectories.Count;
            WalkClient(client);
            _clients.Add(new ClientRange(lines.Client(client), first, _trajectories.Count - first));
        }

        return new TrajectoryPartition([.. _trajectories], [.. _within], [.. _clients]);
    }

    private void WalkClient(int client)
    {
        var (from, to) = lines.Places(client);
        var birth = _births.Of(lines, from, to);
        var sequence = 0;
        while (from < to)
        {
            var kind = lines.Kind(from);
            var next = EndOfChain(from, to, kind, out var latestEnd);
            _trajectories.Add(Join(from, next, latestEnd, birth, ++sequence));
            if (next < to && lines.Kind(next) != kind)
                sequence = 0;
            from = next;
        }
    }

    /// <summary>The place after the last line of the chain that begins at a place: more than the gap of free days after the latest end so far ends it.</summary>
    private int EndOfChain(int from, int to, uint kind, out int latestEnd)
    {
        latestEnd = lines[from].End;
        var next = from + 1;
        for (; next < to && lines.Kind(next) == kind; next++)
        {
            ref readonly var line = ref lines[next];
            if (line.Start - latestEnd - 1 > gapDays)
                break;
            latestEnd = Math.Max(latestEnd, line.End);
        }

        return next;
    }

    private Trajectory Join(int from, int to, int latestEnd, int birth, int sequence)
    {
        ref readonly var first = ref lines[from];
        var kind = lines.Kind(from);
        var trajectory = new Trajectory
        {
            Client = first.Client,
            Start = first.Start,
            End = latestEnd,
            Birth = birth,
            Lines = to - from,
            Sequence = sequence,
            WithinOffset = _within.Count,
            Product = (ushort)(kind >> 16),
            Provider = (ushort)(kind & ushort.MaxValue),
        };
        for (var place = from; place < to; place++)
        {
            trajectory.Volume += lines[place].Volume;
            if (place > from && lines[place].Start == lines[place - 1].Start && IsSeen(from, place))
                EqualLines++;
        }

        UseCareDates(from, to, ref trajectory);
        foreach (var step in stepsByProduct[trajectory.Product])
            _within.Add(VolumeWithin(from, to, DayNumber.Of(step.LastDay(DayNumber.ToDate(trajectory.Start)))));
        return trajectory;
    }

    private bool IsSeen(int from, int place)
    {
        ref readonly var line = ref lines[place];
        for (var earlier = place - 1; earlier >= Math.Max(from, place - FarthestEqual) && lines[earlier].Start == line.Start; earlier--)
        {
            ref readonly var other = ref lines[earlier];
            if ((other.End, other.Volume, other.Provider, other.Birth) == (line.End, line.Volume, line.Provider, line.Birth))
                return true;
        }

        return false;
    }

    /// <summary>The earliest true start and the latest true end replace the declared dates, unless they would end it before it starts.</summary>
    private void UseCareDates(int from, int to, ref Trajectory trajectory)
    {
        var (start, end) = (int.MaxValue, int.MinValue);
        for (var place = from; place < to; place++)
        {
            var care = lines.Care(place);
            start = care.Start == Line.NoDay ? start : Math.Min(start, care.Start);
            end = care.End == Line.NoDay ? end : Math.Max(end, care.End);
        }

        var hasStart = start != int.MaxValue;
        var trueStart = hasStart ? start : trajectory.Start;
        var trueEnd = end != int.MinValue ? end : trajectory.End;
        if (trueEnd < trueStart)
            return;
        (trajectory.Start, trajectory.End, trajectory.HasCareStart) = (trueStart, trueEnd, hasStart);
    }

    /// <summary>The part of the volume on the days up to and including a day.</summary>
    private long VolumeWithin(int from, int to, int lastDay)
    {
        var sum = 0L;
        for (var place = from; place < to && lines[place].Start <= lastDay; place++)
            sum += VolumeSpread.Within(in lines[place], lastDay);
        return sum;
    }
}

/// <summary>A line's volume over its days.</summary>
internal static class VolumeSpread
{
    /// <summary>The part on the days up to and including a day: evenly in whole ticks, the remainder on the line's last day.</summary>
    internal static long Within(in Line line, int lastDay)
    {
        if (line.End <= lastDay)
            return line.Volume;
        var days = line.End - line.Start + 1;
        return Math.Max(0, lastDay - line.Start + 1) * (line.Volume / days);
    }
}

/// <summary>Where the trajectories of a client lie in a partition.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClientRange(TextKey Client, int First, int Count);

/// <summary>Trajectories of one partition, those of a client together and in the order of product, provider and sequence.</summary>
internal sealed record TrajectoryPartition(Trajectory[] Trajectories, long[] Within, ClientRange[] Clients);
