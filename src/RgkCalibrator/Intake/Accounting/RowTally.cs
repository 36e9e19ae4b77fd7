using System.Runtime.CompilerServices;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Intake.Accounting;

/// <summary>Where rows went, and with how much volume.</summary>
internal sealed class RowTally
{
    private static readonly int PlaceCount = Enum.GetValues<RowOutcome>().Length;

    private readonly long[] _rows = new long[PlaceCount];
    private readonly Int128[] _ticks = new Int128[PlaceCount * UnitSlot.Count];
    private readonly List<RejectedRow> _rejected = [];

    /// <summary>The volume of all rows, added up apart from the places.</summary>
    internal Int128 AllTicks { get; set; }

    internal IReadOnlyList<RejectedRow> Rejected => _rejected;

    /// <summary>Gives a row its place.</summary>
    internal void Add(RowOutcome place, int unit, long ticks)
    {
        _rows[(int)place]++;
        _ticks[((int)place * UnitSlot.Count) + unit] += ticks;
    }

    /// <summary>Gives used rows of one unit their place.</summary>
    internal void AddUsed(int unit, long rows, long ticks)
    {
        _rows[(int)RowOutcome.Used] += rows;
        _ticks[unit] += ticks;
    }

    internal void Reject(RejectedRow row, int unit, long ticks)
    {
        Add(RowOutcome.Rejected, unit, ticks);
        _rejected.Add(row);
    }

    /// <summary>Takes a row out of the used ones, to another place.</summary>
    internal void Move(RowOutcome to, int unit, long ticks)
    {
        _rows[(int)RowOutcome.Used]--;
        _ticks[unit] -= ticks;
        Add(to, unit, ticks);
    }

    internal Amount At(RowOutcome place)
    {
        var volume = new List<UnitVolume>();
        for (var unit = 0; unit < UnitSlot.Count; unit++)
            volume.Add(new UnitVolume(UnitSlot.Unit(unit), _ticks[((int)place * UnitSlot.Count) + unit]));
        return new Amount(_rows[(int)place], volume);
    }
}

/// <summary>
/// The used rows of a chunk, added up before they go to the tally: sums of 128 bits for every row would take longer
/// than the row.
/// </summary>
internal sealed class UsedRows
{
    private readonly long[] _rows = new long[UnitSlot.Count];
    private readonly long[] _ticks = new long[UnitSlot.Count];
    private long _carried;

    /// <summary>Adds a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(int unit, long ticks, long carried)
    {
        _rows[unit]++;
        _ticks[unit] += ticks;
        _carried += carried;
    }

    /// <summary>Hands the rows to a tally, and begins anew.</summary>
    /// <returns>Their volume in ticks of their products' units.</returns>
    internal long Flush(RowTally tally)
    {
        for (var unit = 0; unit < _rows.Length; unit++)
        {
            if (_rows[unit] > 0)
                tally.AddUsed(unit, _rows[unit], _ticks[unit]);
            (_rows[unit], _ticks[unit]) = (0, 0);
        }

        var carried = _carried;
        _carried = 0;
        return carried;
    }
}
