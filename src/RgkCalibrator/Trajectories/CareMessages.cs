using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>
/// Makes the declared dates of a trajectory finer by start and stop messages: the earliest true start and the latest
/// true end replace them. A message moves nothing that would leave declared care outside: whole lines, the last line
/// where it has no stop, or days of a provider who sent no such message. So a stop at one provider ends nothing while
/// care goes on at another.
/// </summary>
internal sealed class CareMessages(ClientLines lines)
{
    /// <summary>Trajectories that a message did not move, because care was declared beyond it.</summary>
    internal long WithoutEffect { get; set; }

    /// <summary>Moves the dates of the trajectory whose lines stand at these places.</summary>
    internal void Apply(int from, int to, ref Trajectory trajectory)
    {
        var (start, end) = (int.MaxValue, int.MinValue);
        for (var place = from; place < to; place++)
        {
            var care = lines.Care(place);
            start = care.Start == Line.NoDay ? start : Math.Min(start, care.Start);
            end = care.End == Line.NoDay ? end : Math.Max(end, care.End);
        }

        var (isStarted, isStopped) = (start != int.MaxValue, end != int.MinValue);
        if (isStarted || isStopped)
            Move(from, to, isStarted ? start : null, isStopped ? end : null, ref trajectory);
    }

    private void Move(int from, int to, int? careStart, int? careEnd, ref Trajectory trajectory)
    {
        var start = careStart is { } first && IsStart(from, to, first) ? careStart : null;
        var end = careEnd is { } last && IsEnd(from, to, last) ? careEnd : null;
        if ((end ?? trajectory.End) < (start ?? trajectory.Start))
            (start, end) = (null, null);
        WithoutEffect += (start, end) == (careStart, careEnd) ? 0 : 1;
        Set(start, end, ref trajectory);
    }

    private static void Set(int? start, int? end, ref Trajectory trajectory)
    {
        (trajectory.Start, trajectory.End) = (start ?? trajectory.Start, end ?? trajectory.End);
        trajectory.Facts = (start is null ? TrajectoryFacts.None : TrajectoryFacts.CareStart)
            | (end is null ? TrajectoryFacts.None : TrajectoryFacts.CareEnd);
    }

    private bool IsStart(int from, int to, int careStart)
    {
        for (var place = from; place < to; place++)
        {
            ref readonly var line = ref lines[place];
            if (line.End < careStart || (line.Start < careStart && !HasMessage(from, to, place, care => care.Start)))
                return false;
        }

        return true;
    }

    private bool IsEnd(int from, int to, int careEnd)
    {
        var (lastStart, lastEnd) = LastPeriod(from, to);
        for (var place = from; place < to; place++)
        {
            ref readonly var line = ref lines[place];
            var isLast = line.Start == lastStart && line.End == lastEnd;
            if (line.Start > careEnd
                || (isLast && !IsStopped(from, to, place))
                || (line.End > careEnd && !HasMessage(from, to, place, care => care.End)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Of the lines that begin last the one that ends last.</summary>
    private (int Start, int End) LastPeriod(int from, int to)
    {
        var (start, end) = (lines[to - 1].Start, lines[to - 1].End);
        for (var place = to - 2; place >= from && lines[place].Start == start; place--)
            end = Math.Max(end, lines[place].End);
        return (start, end);
    }

    /// <summary>Whether the line at a place or another of its assignment has a stop.</summary>
    private bool IsStopped(int from, int to, int place)
    {
        if (lines.Care(place).End != Line.NoDay)
            return true;
        for (var other = from; lines.HasNotes && other < to; other++)
        {
            if (lines.Care(other).End != Line.NoDay && IsOfOneAssignment(place, other))
                return true;
        }

        return false;
    }

    /// <summary>Whether the provider of the line at a place, or its assignment, has a message.</summary>
    private bool HasMessage(int from, int to, int place, Func<CareDates, int> day)
    {
        if (day(lines.Care(place)) != Line.NoDay)
            return true;
        for (var other = from; other < to; other++)
        {
            if (day(lines.Care(other)) != Line.NoDay
                && (lines[other].Provider == lines[place].Provider || IsOfOneAssignment(place, other)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOfOneAssignment(int one, int other) => lines.HasNotes
        && lines.Notes(one).Assignment is var assignment && assignment != TextKey.Empty
        && lines.Notes(other).Assignment == assignment;
}

/// <summary>What systems write for a date of care that they do not know, or that has not come yet.</summary>
internal static class CareDay
{
    // The zeros of SQL Server (1753, 1900), Excel (1899) and Unix (1970), and 2099 and 9999 for 'no end'.
    private static readonly int First = DayNumber.Of(new DateOnly(1970, 1, 2));
    private static readonly int Last = DayNumber.Of(new DateOnly(2098, 12, 31));

    /// <summary>The day, or <see cref="Line.NoDay"/> where it stands for none.</summary>
    internal static int OrNone(int day) => day < First || day > Last ? Line.NoDay : day;
}
