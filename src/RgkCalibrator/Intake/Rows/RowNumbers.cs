namespace RgkCalibrator.Intake.Rows;

/// <summary>
/// From the rows of a copy, numbered from 1, to what the file itself calls them: stretches in which both go up by one.
/// </summary>
internal sealed class RowNumbers
{
    private readonly List<long> _rows = [];
    private readonly List<long> _numbers = [];
    private long _last;

    /// <summary>The rows so far.</summary>
    internal long Count { get; private set; }

    /// <summary>Adds the next row.</summary>
    /// <param name="number">Its number in the file; higher than that of the row before.</param>
    internal void Add(long number)
    {
        Count++;
        if (Count == 1 || number != _last + 1)
        {
            _rows.Add(Count);
            _numbers.Add(number);
        }

        _last = number;
    }

    /// <summary>The number in the file of a row of the copy.</summary>
    internal long Of(long row)
    {
        var found = _rows.BinarySearch(row);
        var stretch = found >= 0 ? found : ~found - 1;
        return _numbers[stretch] + row - _rows[stretch];
    }
}
