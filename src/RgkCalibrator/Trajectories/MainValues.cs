using System.Runtime.InteropServices;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>
/// Of each column that lines can differ in, the value with the largest volume; of equal ones the first to begin, then
/// the first by text.
/// </summary>
internal sealed class MainValues(ClientLines lines, Ranks ranks)
{
    private readonly List<ValueSum> _sums = [];

    /// <summary>Sets the provider, where the lines have more than one.</summary>
    internal void SetProvider(int from, int to, ref Trajectory trajectory)
    {
        _sums.Clear();
        for (var place = from; place < to; place++)
            Add(ranks.Providers.RankOf(lines[place].Provider), place);
        trajectory.Provider = Largest();
    }

    /// <summary>Sets location, intervention and municipality, from notes.</summary>
    internal void SetNoted(int from, int to, ref Trajectory trajectory)
    {
        ref readonly var first = ref lines.Notes(from);
        var place = from + 1;
        while (place < to && HaveSameValues(in lines.Notes(place), in first))
            place++;
        // Nearly all trajectories have one of each.
        var last = place == to ? from + 1 : to;
        trajectory.Location = Largest(from, last, ranks.Locations, static notes => notes.Location);
        trajectory.Intervention = Largest(from, last, ranks.Interventions, static notes => notes.Intervention);
        trajectory.Municipality = Largest(from, last, ranks.Municipalities, static notes => notes.Municipality);
    }

    private static bool HaveSameValues(in LineNotes one, in LineNotes other) =>
        one.Location == other.Location
        && one.Intervention == other.Intervention
        && one.Municipality == other.Municipality;

    private ushort Largest(int from, int to, RankedValues<string> values, Func<LineNotes, ushort> number)
    {
        _sums.Clear();
        for (var place = from; place < to; place++)
            Add(values.RankOf(number(lines.Notes(place))), place);
        return Largest();
    }

    // Lines come in the order of their starts: the first of a value is its first day.
    private void Add(ushort rank, int place)
    {
        ref readonly var line = ref lines[place];
        foreach (ref var sum in CollectionsMarshal.AsSpan(_sums))
        {
            if (sum.Rank != rank)
                continue;
            sum.Volume += line.Volume;
            return;
        }

        _sums.Add(new ValueSum { Rank = rank, Volume = line.Volume, First = line.Start });
    }

    private ushort Largest()
    {
        var best = _sums[0];
        foreach (ref readonly var sum in CollectionsMarshal.AsSpan(_sums))
        {
            if ((-sum.Volume, sum.First, sum.Rank).CompareTo((-best.Volume, best.First, best.Rank)) < 0)
                best = sum;
        }

        return best.Rank;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct ValueSum
    {
        internal ushort Rank;
        internal long Volume;
        internal int First;
    }
}
