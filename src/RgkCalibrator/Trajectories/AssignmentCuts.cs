using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>
/// Cuts chains where a new assignment begins: on the day of its first line, unless the part begins on that day too. All lines that start on that day
/// or later are of the new part, so that parts follow one another whatever the order of lines of one day.
/// </summary>
internal sealed class AssignmentCuts(ClientLines lines)
{
    private readonly KeyIndex _assignments = new();

    // By assignment: the chain in which it was met last.
    private readonly List<long> _chainOf = [];
    private long _chain;

    /// <summary>Begins a partition; forgets assignments.</summary>
    internal void Clear()
    {
        _assignments.Clear();
        _chainOf.Clear();
    }

    /// <summary>Begins a chain: every assignment is new.</summary>
    internal void NextChain() => _chain++;

    /// <summary>The place after the last line of the part that begins at a place of the chain.</summary>
    internal int EndOfPart(int from, int to)
    {
        var dayFrom = from;
        for (var place = from; place < to; place++)
        {
            if (lines[place].Start != lines[dayFrom].Start)
                dayFrom = place;
            if (IsNew(lines.Notes(place).Assignment) && dayFrom > from)
                return dayFrom;
        }

        return to;
    }

    private bool IsNew(TextKey assignment)
    {
        if (assignment == TextKey.Empty)
            return false;
        var number = _assignments.NumberOf(assignment);
        if (number == _chainOf.Count)
            _chainOf.Add(0);
        var isNew = _chainOf[number] != _chain;
        _chainOf[number] = _chain;
        return isNew;
    }
}
