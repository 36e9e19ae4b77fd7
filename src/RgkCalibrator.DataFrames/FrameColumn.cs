using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Analysis;

namespace RgkCalibrator.DataFrames;

/// <summary>A column of a frame while it is filled. A row that is never set is null.</summary>
internal abstract class FrameColumn
{
    internal static ValueColumn<int> Int32(int rows) =>
        new(rows, (name, values, valid, count, nulls) => new Int32DataFrameColumn(name, values, valid, count, nulls));

    internal static ValueColumn<long> Int64(int rows) =>
        new(rows, (name, values, valid, count, nulls) => new Int64DataFrameColumn(name, values, valid, count, nulls));

    internal static ValueColumn<double> Double(int rows) =>
        new(rows, (name, values, valid, count, nulls) => new DoubleDataFrameColumn(name, values, valid, count, nulls));

    internal static ValueColumn<bool> Boolean(int rows) =>
        new(rows, (name, values, valid, count, nulls) => new BooleanDataFrameColumn(name, values, valid, count, nulls));

    /// <summary>Days, at midnight: frames know no type for a day alone.</summary>
    internal static ValueColumn<DateTime> Day(int rows) =>
        new(
            rows,
            (name, values, valid, count, nulls) => new DateTimeDataFrameColumn(name, values, valid, count, nulls));

    internal static TextColumn Text(int rows) => new(rows);

    /// <summary>The column, under its name; it takes over what was filled.</summary>
    internal abstract DataFrameColumn Named(string name);
}

/// <summary>Texts; equal ones that follow each other are kept once, as those of a client's trajectories.</summary>
internal sealed class TextColumn(int rows) : FrameColumn
{
    private readonly string?[] _texts = new string?[rows];

    internal string? this[int row]
    {
        set => _texts[row] = row > 0 && _texts[row - 1] == value ? _texts[row - 1] : value;
    }

    internal override DataFrameColumn Named(string name) => new StringDataFrameColumn(name, _texts!);
}

/// <summary>Makes a column of the buffers that hold it.</summary>
internal delegate DataFrameColumn ColumnOfBuffers(
    string name, ReadOnlyMemory<byte> values, ReadOnlyMemory<byte> valid, int count, int nulls);

/// <summary>
/// Values of one size, in the buffers that a frame takes over as they are: the values, and a bit a row that says
/// whether there is one.
/// </summary>
internal sealed class ValueColumn<T>(int rows, ColumnOfBuffers column) : FrameColumn
    where T : unmanaged
{
    private readonly byte[] _values = new byte[rows * Unsafe.SizeOf<T>()];
    private readonly byte[] _valid = new byte[(rows + 7) / 8];
    private int _count;

    /// <summary>Sets a row, once.</summary>
    internal T? this[int row]
    {
        set
        {
            if (value is not { } known)
                return;
            var values = MemoryMarshal.Cast<byte, T>(_values.AsSpan());
            values[row] = known;
            _valid[row >> 3] |= (byte)(1 << (row & 7));
            _count++;
        }
    }

    internal override DataFrameColumn Named(string name) => column(name, _values, _valid, rows, rows - _count);
}
