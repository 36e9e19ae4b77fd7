using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>
/// The birth date of a client whose lines may disagree: the most frequent, of equally frequent ones the earliest.
/// </summary>
internal sealed class BirthDates
{
    private readonly Dictionary<int, int> _counts = [];

    /// <summary>Clients so far whose lines disagree.</summary>
    internal int Conflicts { get; private set; }

    /// <summary>Clients so far with a birth date that cannot be theirs: it counts as unknown.</summary>
    internal int Unbelieved { get; private set; }

    /// <summary>
    /// The birth date of the client whose lines stand at these places; <see cref="Line.NoDay"/> without any.
    /// </summary>
    internal int Choose(ClientLines lines, int from, int to)
    {
        var (birth, isBelieved) = (Line.NoDay, true);
        for (var place = from; place < to; place++)
        {
            var other = lines[place].Birth;
            if (other == Line.NoDay || other == birth)
                continue;
            if (Age.IsBeyond(lines[place].Start, other))
            {
                isBelieved = false;
                continue;
            }

            if (birth != Line.NoDay)
                return MostFrequent(lines, from, to);
            birth = other;
        }

        Unbelieved += isBelieved ? 0 : 1;
        return birth;
    }

    private int MostFrequent(ClientLines lines, int from, int to)
    {
        Conflicts++;
        _counts.Clear();
        var isBelieved = true;
        for (var place = from; place < to; place++)
        {
            var birth = lines[place].Birth;
            if (Age.IsBeyond(lines[place].Start, birth))
                isBelieved = false;
            else if (birth != Line.NoDay)
                _counts[birth] = _counts.GetValueOrDefault(birth) + 1;
        }

        Unbelieved += isBelieved ? 0 : 1;

        return _counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key;
    }
}
