using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>
/// Cuts chains where a new assignment begins: on the day of its first line, unless the part begins on that day too. All
/// lines that start on that day or later are of the new part, so that parts follow one another whatever the order of
/// lines of one day.
/// </summary>
internal sealed class AssignmentCuts(ClientLines lines)
{
    // A large set takes long to clear.
    private const int LargeSet = 128;

    private HashSet<TextKey> _seen = [];

    /// <summary>Begins a chain: every assignment is new.</summary>
    internal void NextChain()
    {
        if (_seen.Count < LargeSet)
            _seen.Clear();
        else
            _seen = [];
    }

    /// <summary>The place after the last line of the part that begins at a place of the chain.</summary>
    internal int EndOfPart(int from, int to)
    {
        var dayFrom = from;
        for (var place = from; place < to; place++)
        {
            if (lines[place].Start != lines[dayFrom].Start)
                dayFrom = place;
            var assignment = lines.Notes(place).Assignment;
            if (assignment != TextKey.Empty && _seen.Add(assignment) && dayFrom > from)
                return dayFrom;
        }

        return to;
    }
}
