using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Formats;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Intake.Rows;

/// <summary>
/// Up to <see cref="DataChunk.Capacity"/> rows of a source by what their columns mean. A column that the source does
/// not have reads as missing. Fields, not properties: a row is read without copying the columns.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct RowColumns
{
    internal required int Count;

    /// <summary>The rows' numbers in their file, from 1.</summary>
    internal required ReadOnlySpan<long> Number;

    /// <summary>
    /// Volumes in ticks of the declared unit, credits below zero; <see cref="VolumeColumn.Bad"/> for none.
    /// </summary>
    internal required ReadOnlySpan<long> Ticks;

    /// <summary>Amounts in ticks of a euro, as declared; empty where they are not read.</summary>
    internal ReadOnlySpan<long> Amounts;

    internal required Column Client;
    internal required Column Product;
    internal required Column Unit;
    internal Column Provider;

    /// <summary>Reference numbers.</summary>
    internal Column Id;

    /// <summary>The reference numbers of lines that are credited.</summary>
    internal Column Credits;

    internal required DayColumn Start;
    internal required DayColumn End;
    internal DayColumn Birth;
    internal DayColumn CareStart;
    internal DayColumn CareEnd;

    /// <summary>Days of declaration; absent where nobody asks for them.</summary>
    internal DayColumn Declared;

    // What follows is read only where a rule asks for it.
    internal Column Assignment;
    internal Column Location;
    internal Column Intervention;
    internal Column Municipality;
    internal Column EndReason;

    /// <summary>The amount of a row; <see cref="VolumeColumn.Bad"/> for none.</summary>
    internal readonly long AmountAt(int row) => Amounts.IsEmpty ? VolumeColumn.Bad : Amounts[row];

    internal readonly CareDates Care(int row) => new() { Start = CareStart[row], End = CareEnd[row] };
}

/// <summary>
/// Days of a column that may be absent and whose values may be missing; a day that is not believed counts as missing.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct DayColumn
{
    private readonly Column _column;
    private readonly ReadOnlySpan<int> _days;

    private DayColumn(Column column)
    {
        _column = column;
        _days = column.IsAbsent ? default : column.Values<int>();
    }

    /// <summary>A day, or <see cref="Line.NoDay"/>.</summary>
    internal int this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _days.IsEmpty || _column.IsNull(row) || !Line.IsBelieved(_days[row]) ? Line.NoDay : _days[row];
    }

    public static implicit operator DayColumn(Column column) => new(column);
}

/// <summary>Texts of columns that may be absent, without the white space around them.</summary>
internal static class CellTexts
{
    /// <summary>The text of a cell as it stands; an empty one where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TextHandle TextAsIs(this in Column column, int row) =>
        column.IsAbsent || column.IsNull(row) ? default : column.Texts[row].Trimmed();

    /// <summary>The text of a cell; an empty one where there is none, or a word for nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TextHandle TextOrNothing(this in Column column, int row)
    {
        var text = column.TextAsIs(row);
        return Nothing.MayBe(text.Length, text.First) && Nothing.Is(text.Bytes) ? default : text;
    }

    /// <summary>The key of a reference number; the empty one where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TextKey ReferenceOrEmpty(this in Column column, int row)
    {
        var text = column.TextOrNothing(row);
        return text.First == (byte)'0' && Nothing.IsReference(text.Bytes) ? TextKey.Empty : TextKey.Of(in text);
    }

    /// <summary>
    /// Whether a cell's text begins with something that can be seen; else it may be missing or blank.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsVisible(this in Column column, int row) =>
        !column.IsNull(row) && column.Texts[row] is { Length: > 0, First: > (byte)' ' };
}
