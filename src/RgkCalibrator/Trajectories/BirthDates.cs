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

    /// <summary>
    /// The birth date of the client whose lines stand at these places; <see cref="Line.NoDay"/> without any.
    /// </summary>
    internal int Choose(ClientLines lines, int from, int to)
    {
        var birth = Line.NoDay;
        for (var place = from; place < to; place++)
        {
            var other = lines[place].Birth;
            if (other == Line.NoDay || other == birth)
                continue;
            if (birth != Line.NoDay)
                return MostFrequent(lines, from, to);
            birth = other;
        }

        return birth;
    }

    private int MostFrequent(ClientLines lines, int from, int to)
    {
        Conflicts++;
        _counts.Clear();
        for (var place = from; place < to; place++)
        {
            var birth = lines[place].Birth;
            if (birth != Line.NoDay)
                _counts[birth] = _counts.GetValueOrDefault(birth) + 1;
        }

        return _counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key;
    }
}
