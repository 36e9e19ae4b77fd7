using System.Runtime.InteropServices;

namespace RgkCalibrator.Trajectories;

/// <summary>Walks the ordered lines of a range of clients once and joins them into trajectories.</summary>
internal sealed class ChainWalk(
    ClientLines lines, TrajectorySettings settings, Ranks ranks, ProductRules[] rules)
{
    // Equal rows stand side by side, but for a few others that begin on the same day.
    private const int FarthestEqual = 32;

    private readonly DurationStep[][] _steps = [.. rules.Select(rule => rule.Steps.ToArray())];
    private readonly int _gapDays = settings.GapDays;
    private readonly int _firstDay = DayNumber.Of(settings.Observed.First);
    private readonly AssignmentCuts _cuts = new(lines);
    private readonly MainValues _values = new(lines, ranks);
    private readonly StayAndOtherCare _beside = new(lines, rules, settings.AtStartDays);
    private readonly BirthDates _births = new();
    private readonly CareMessages _messages = new(lines);
    private readonly List<Trajectory> _trajectories = [];
    private readonly List<long> _within = [];
    private readonly List<ClientRange> _clients = [];
    private long _equalLines;

    /// <summary>The trajectories of the clients whose lines are loaded.</summary>
    internal TrajectoryPartition Run()
    {
        _trajectories.Clear();
        _within.Clear();
        _clients.Clear();
        _equalLines = 0;
        _messages.WithoutEffect = 0;
        var (conflicts, unbelieved) = (_births.Conflicts, _births.Unbelieved);
        for (var client = 0; client < lines.ClientCount; client++)
        {
            var first = _trajectories.Count;
            WalkClient(client);
            _beside.Mark(client, CollectionsMarshal.AsSpan(_trajectories)[first..]);
            _clients.Add(new ClientRange(lines.Client(client), first, _trajectories.Count - first));
        }

        return new TrajectoryPartition([.. _trajectories], [.. _within], [.. _clients])
        {
            EqualLines = _equalLines,
            BirthConflicts = _births.Conflicts - conflicts,
            UnbelievedBirths = _births.Unbelieved - unbelieved,
            MessagesWithoutEffect = _messages.WithoutEffect,
        };
    }

    private void WalkClient(int client)
    {
        var (from, to) = lines.Places(client);
        var birth = _births.Choose(lines, from, to);
        var (sequence, previousEnd) = (0, int.MinValue);
        while (from < to)
        {
            var kind = lines.Kind(from);
            var next = EndOfChain(from, to, kind);
            var firstPart = _trajectories.Count;
            if (lines.HasNotes && rules[kind >> 16].IsCut)
                AddParts(from, next, birth, sequence);
            else
                _trajectories.Add(Join(from, next, birth, sequence + 1));
            previousEnd = SetOrder(CollectionsMarshal.AsSpan(_trajectories)[firstPart..], previousEnd);
            sequence += _trajectories.Count - firstPart;
            if (next < to && lines.Kind(next) != kind)
                (sequence, previousEnd) = (0, int.MinValue);
            from = next;
        }
    }

    private void AddParts(int from, int to, int birth, int sequence)
    {
        _cuts.NextChain();
        while (from < to)
        {
            var next = _cuts.EndOfPart(from, to);
            _trajectories.Add(Join(from, next, birth, ++sequence));
            from = next;
        }
    }

    /// <summary>Tells first from follow-up in the parts of one chain.</summary>
    /// <returns>The last day of the chain.</returns>
    private int SetOrder(Span<Trajectory> parts, int previousEnd)
    {
        var start = parts[0].Start;
        if (previousEnd != int.MinValue && start - previousEnd - 1 <= settings.FollowUpDays)
            parts[0].Facts |= TrajectoryFacts.FollowUp;
        else if (previousEnd != int.MinValue || start - _firstDay > settings.FollowUpDays)
            parts[0].Facts |= TrajectoryFacts.First;
        var end = parts[0].End;
        foreach (ref var later in parts[1..])
        {
            later.Facts |= TrajectoryFacts.FollowUp;
            end = Math.Max(end, later.End);
        }

        return end;
    }

    /// <summary>
    /// The place after the last line of the chain that begins at a place: more than the gap of free days after the
    /// latest end so far ends it.
    /// </summary>
    private int EndOfChain(int from, int to, uint kind)
    {
        var latestEnd = lines[from].End;
        var next = from + 1;
        for (; next < to && lines.Kind(next) == kind; next++)
        {
            ref readonly var line = ref lines[next];
            if (line.Start - latestEnd - 1 > _gapDays)
                break;
            latestEnd = Math.Max(latestEnd, line.End);
        }

        return next;
    }

    private Trajectory Join(int from, int to, int birth, int sequence)
    {
        ref readonly var first = ref lines[from];
        var kind = lines.Kind(from);
        var trajectory = new Trajectory
        {
            Client = first.Client,
            Start = first.Start,
            End = first.End,
            Birth = birth,
            Lines = to - from,
            Sequence = sequence,
            WithinOffset = _within.Count,
            Product = (ushort)(kind >> 16),
            Provider = ranks.Providers.RankOf(first.Provider),
        };
        var (provider, isOneProvider) = (first.Provider, true);
        for (var place = from; place < to; place++)
        {
            ref readonly var line = ref lines[place];
            trajectory.Volume += line.Volume;
            trajectory.End = Math.Max(trajectory.End, line.End);
            isOneProvider &= line.Provider == provider;
            if (place > from && line.Start == lines[place - 1].Start && IsSeen(from, place))
                _equalLines++;
        }

        if (!isOneProvider)
            _values.SetProvider(from, to, ref trajectory);
        if (lines.HasNotes)
            _values.SetNoted(from, to, ref trajectory);
        _messages.Apply(from, to, ref trajectory);
        AddVolumesWithin(from, to, in trajectory);
        return trajectory;
    }

    private void AddVolumesWithin(int from, int to, in Trajectory trajectory)
    {
        foreach (var step in _steps[trajectory.Product])
            _within.Add(VolumeWithin(from, to, DayNumber.Of(step.LastDay(DayNumber.ToDate(trajectory.Start)))));
        if (!rules[trajectory.Product].HasCareYears)
            return;
        for (var year = 0; year < CareYears.Count(in trajectory); year++)
            _within.Add(VolumeWithin(from, to, CareYears.LastDay(in trajectory, year)));
    }

    private bool IsSeen(int from, int place)
    {
        ref readonly var line = ref lines[place];
        var farthest = Math.Max(from, place - FarthestEqual);
        for (var earlier = place - 1; earlier >= farthest && lines[earlier].Start == line.Start; earlier--)
        {
            ref readonly var other = ref lines[earlier];
            if (other.End == line.End && other.Volume == line.Volume
                && other.Provider == line.Provider && other.Birth == line.Birth)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The part of the volume on the days up to and including a day.</summary>
    private long VolumeWithin(int from, int to, int lastDay)
    {
        var sum = 0L;
        for (var place = from; place < to && lines[place].Start <= lastDay; place++)
            sum += lines[place].VolumeUntil(lastDay);
        return sum;
    }
}
