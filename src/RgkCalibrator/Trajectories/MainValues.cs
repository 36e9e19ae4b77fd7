using System.Runtime.InteropServices;

namespace RgkCalibrator.Trajectories;

/// <summary>Of each column that lines can differ in, the value with the largest volume; of equal ones the first to begin, then the first by text.</summary>
internal sealed class MainValues(ClientLines lines, Ranks ranks)
{
    private readonly List<ValueSum> _sums = [];

    /// <summary>Sets the provider, where the lines have more than one.</summary>
    internal void SetProvider(int from, int to, ref Trajectory trajectory)
    {
        _sums.Clear();
        for (var place = from; place < to; place++)
            Add(ranks.Providers.Of(lines[place].Provider), place);
        trajectory.Provider = Largest();
    }

    /// <summary>Sets location, intervention and municipality, from notes.</summary>
    internal void SetNoted(int from, int to, ref Trajectory trajectory)
    {
        ref readonly var first = ref lines.Notes(from);
        var (isOneLocation, isOneIntervention, isOneMunicipality) = (true, true, true);
        for (var place = from + 1; place < to; place++)
        {
            ref readonly var notes = ref lines.Notes(place);
            isOneLocation &= notes.Location == first.Location;
            isOneIntervention &= notes.Intervention == first.Intervention;
            isOneMunicipality &= notes.Municipality == first.Municipality;
        }

        trajectory.Location = isOneLocation ? ranks.Locations.Of(first.Location) : Location(from, to);
        trajectory.Intervention = isOneIntervention ? ranks.Interventions.Of(first.Intervention) : Intervention(from, to);
        trajectory.Municipality = isOneMunicipality ? ranks.Municipalities.Of(first.Municipality) : Municipality(from, to);
    }

    private ushort Location(int from, int to)
    {
        _sums.Clear();
        for (var place = from; place < to; place++)
            Add(ranks.Locations.Of(lines.Notes(place).Location), place);
        return Largest();
    }

    private ushort Intervention(int from, int to)
    {
        _sums.Clear();
        for (var place = from; place < to; place++)
            Add(ranks.Interventions.Of(lines.Notes(place).Intervention), place);
        return Largest();
    }

    private ushort Municipality(int from, int to)
    {
        _sums.Clear();
        for (var place = from; place < to; place++)
            Add(ranks.Municipalities.Of(lines.Notes(place).Municipality), place);
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
