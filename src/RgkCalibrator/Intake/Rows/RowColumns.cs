using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Intake.Rows;

/// <summary>Up to <see cref="DataChunk.Capacity"/> rows of a source by what their columns mean. A column that the source does not have reads as missing.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct RowColumns
{
    private readonly OptionalDays _start;
    private readonly OptionalDays _end;
    private readonly OptionalDays _birth;
    private readonly OptionalDays _careStart;
    private readonly OptionalDays _careEnd;

    /// <summary>The columns, all of one length.</summary>
    /// <param name="count">Rows.</param>
    /// <param name="number">The rows' numbers in their file, from 1.</param>
    /// <param name="ticks">Volumes in ticks of the declared unit, credits below zero; <see cref="VolumeColumn.Bad"/> for none.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="days">The days.</param>
    internal RowColumns(int count, ReadOnlySpan<long> number, ReadOnlySpan<long> ticks, TextColumns texts, DayColumns days)
    {
        Count = count;
        Number = number;
        Ticks = ticks;
        Texts = texts;
        _start = new OptionalDays(days.Start);
        _end = new OptionalDays(days.End);
        _birth = new OptionalDays(days.Birth);
        _careStart = new OptionalDays(days.CareStart);
        _careEnd = new OptionalDays(days.CareEnd);
    }

    internal int Count { get; }

    internal ReadOnlySpan<long> Number { get; }

    internal ReadOnlySpan<long> Ticks { get; }

    internal TextColumns Texts { get; }

    internal NoteColumns Notes { get; init; }

    /// <summary>The first day, or <see cref="Line.NoDay"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Start(int row) => _start[row];

    /// <summary>The last day, or <see cref="Line.NoDay"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int End(int row) => _end[row];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Birth(int row) => _birth[row];

    internal CareDates Care(int row) => new() { Start = _careStart[row], End = _careEnd[row] };
}

/// <summary>The columns of texts.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct TextColumns
{
    internal required Column Client { get; init; }

    internal required Column Product { get; init; }

    internal required Column Unit { get; init; }

    internal Column Provider { get; init; }

    /// <summary>Reference numbers.</summary>
    internal Column Id { get; init; }

    /// <summary>The reference numbers of lines that are credited.</summary>
    internal Column Credits { get; init; }
}

/// <summary>The columns that are read only where a rule asks for them; apart from the others, which every row is asked for.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct NoteColumns
{
    internal Column Assignment { get; init; }

    internal Column Location { get; init; }

    internal Column Intervention { get; init; }

    internal Column Municipality { get; init; }

    internal Column EndReason { get; init; }
}

/// <summary>The columns of days.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct DayColumns
{
    internal required Column Start { get; init; }

    internal required Column End { get; init; }

    internal Column Birth { get; init; }

    internal Column CareStart { get; init; }

    internal Column CareEnd { get; init; }
}

/// <summary>Days of a column that may be absent and whose values may be missing; a day that is not believed counts as missing.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct OptionalDays
{
    private readonly Column _column;
    private readonly ReadOnlySpan<int> _days;

    internal OptionalDays(Column column)
    {
        _column = column;
        _days = column.IsAbsent ? default : column.Values<int>();
    }

    internal int this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _days.IsEmpty || _column.IsNull(row) || !Line.IsBelieved(_days[row]) ? Line.NoDay : _days[row];
    }
}
