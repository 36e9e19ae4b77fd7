namespace RgkCalibrator.Trajectories;

/// <summary>
/// Stretches of days, in runs that are filled one after another; then each run can be asked whether it touches certain
/// days.
/// </summary>
internal sealed class Periods
{
    private readonly List<int> _runEnds = [];
    private int[] _starts = new int[64];

    // The latest last day of a stretch and of all before it in its run.
    private int[] _ends = new int[64];
    private int _count;

    /// <summary>Runs that were closed.</summary>
    internal int Runs => _runEnds.Count;

    /// <summary>Forgets all stretches and keeps the room.</summary>
    internal void Clear()
    {
        _runEnds.Clear();
        _count = 0;
    }

    /// <summary>Adds a stretch to the open run; the last day belongs to it.</summary>
    internal void Add(int first, int last)
    {
        if (_count == _starts.Length)
        {
            Array.Resize(ref _starts, _count * 2);
            Array.Resize(ref _ends, _count * 2);
        }

        (_starts[_count], _ends[_count]) = (first, last);
        _count++;
    }

    /// <summary>Closes the open run, which may be empty.</summary>
    internal void Close()
    {
        var from = From(Runs);
        Array.Sort(_starts, _ends, from, _count - from);
        for (var i = from + 1; i < _count; i++)
            _ends[i] = Math.Max(_ends[i], _ends[i - 1]);
        _runEnds.Add(_count);
    }

    /// <summary>
    /// Whether some stretch of a closed run has a day from the first to the last given, both included.
    /// </summary>
    internal bool Touches(int run, int first, int last)
    {
        var (from, to) = (From(run), _runEnds[run]);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (_starts[middle] <= last)
                from = middle + 1;
            else
                to = middle;
        }

        // The last stretch that begins early enough; with it the latest end of all that do.
        return from > From(run) && _ends[from - 1] >= first;
    }

    private int From(int run) => run == 0 ? 0 : _runEnds[run - 1];
}
