using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RgkCalibrator.Engine;

namespace RgkCalibrator.Intake;

/// <summary>The columns of a chunk by what they mean. A column that the source does not have reads as missing.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct RowColumns
{
    private readonly OptionalDays _birth;
    private readonly OptionalDays _careStart;
    private readonly OptionalDays _careEnd;

    internal RowColumns(in DataChunk chunk, SourceColumns columns)
    {
        Client = chunk.Column(SourceColumns.Client);
        Product = chunk.Column(SourceColumns.Product);
        StartColumn = chunk.Column(SourceColumns.Start);
        EndColumn = chunk.Column(SourceColumns.End);
        Start = StartColumn.Values<int>();
        End = EndColumn.Values<int>();
        Volume = chunk.Column(SourceColumns.Volume);
        Unit = chunk.Column(SourceColumns.Unit);
        Number = chunk.Column(SourceColumns.RowNumber).Values<long>();
        HasProvider = columns.Provider is not null;
        Provider = columns.Provider is { } provider ? chunk.Column(provider) : default;
        _birth = new OptionalDays(in chunk, columns.Birth);
        _careStart = new OptionalDays(in chunk, columns.CareStart);
        _careEnd = new OptionalDays(in chunk, columns.CareEnd);
    }

    internal Column Client { get; }

    internal Column Product { get; }

    internal Column Volume { get; }

    internal Column Unit { get; }

    internal bool HasProvider { get; }

    internal Column Provider { get; }

    internal ReadOnlySpan<int> Start { get; }

    internal ReadOnlySpan<int> End { get; }

    /// <summary>The row's number in its file, from 0.</summary>
    internal ReadOnlySpan<long> Number { get; }

    private Column StartColumn { get; }

    private Column EndColumn { get; }

    /// <summary>Whether the start or the end is missing or outside the days that are believed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool HasBadDate(int row) =>
        StartColumn.IsNull(row) || EndColumn.IsNull(row) || !Line.IsBelieved(Start[row]) || !Line.IsBelieved(End[row]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Birth(int row) => _birth[row];

    internal CareDates Care(int row) => new() { Start = _careStart[row], End = _careEnd[row] };
}

/// <summary>Days of a column that may be absent and whose values may be missing; a day that is not believed counts as missing.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct OptionalDays
{
    private readonly Column _column;
    private readonly ReadOnlySpan<int> _days;

    internal OptionalDays(in DataChunk chunk, int? position)
    {
        if (position is not { } present)
            return;
        _column = chunk.Column(present);
        _days = _column.Values<int>();
    }

    internal int this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _days.IsEmpty || _column.IsNull(row) || !Line.IsBelieved(_days[row]) ? Line.NoDay : _days[row];
    }
}
