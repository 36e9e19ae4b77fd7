using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace RgkCalibrator.Engine;

/// <summary>Up to 2048 rows in columns, owned by DuckDB: valid only during the call that hands it over.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct DataChunk
{
    /// <summary>DuckDB's vector size: no chunk has more rows.</summary>
    internal const int Capacity = 2048;

    private readonly DuckDBDataChunk _chunk;

    internal DataChunk(DuckDBDataChunk chunk)
    {
        _chunk = chunk;
        Count = checked((int)DataChunks.DuckDBDataChunkGetSize(chunk));
    }

    internal int Count { get; }

    internal Column Column(int index) => new(DataChunks.DuckDBDataChunkGetVector(_chunk, index), Count);
}

/// <summary>One column of a chunk that is read.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly unsafe ref struct Column
{
    private readonly void* _data;
    private readonly ulong* _validity;
    private readonly int _count;

    /// <summary>Values that lie elsewhere, none of them null.</summary>
    internal Column(void* data, int count)
    {
        _data = data;
        _count = count;
    }

    internal Column(nint vector, int count)
    {
        _data = Vectors.DuckDBVectorGetData(vector);
        _validity = Vectors.DuckDBVectorGetValidity(vector);
        _count = count;
    }

    /// <summary>Whether a value may be null.</summary>
    internal bool HasNulls => _validity != null;

    /// <summary>Whether the source has no such column.</summary>
    internal bool IsAbsent => _data == null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsNull(int row) => _validity != null && (_validity[row >> 6] >> (row & 63) & 1) == 0;

    /// <summary>Whether a text is null or empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsMissing(int row) => IsNull(row) || Texts[row].Length == 0;

    /// <summary>The values as they lie in memory; at a null the value is undefined.</summary>
    internal ReadOnlySpan<T> Values<T>() where T : unmanaged => new(_data, _count);

    /// <summary>Texts as DuckDB's 16-byte handles.</summary>
    internal ReadOnlySpan<TextHandle> Texts => Values<TextHandle>();

    internal string Text(int row) => Encoding.UTF8.GetString(Texts[row].Bytes);
}

/// <summary>
/// duckdb_string_t: a length and, of at most 12 bytes, the bytes themselves, padded with zeros; of a longer text the
/// first four and a pointer. Equal texts of at most 12 bytes have equal handles.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TextHandle
{
    /// <summary>The longest text that lies in the handle itself.</summary>
    internal const int InlineLength = 12;

    private const byte Space = (byte)' ';

    internal ulong Low;
    internal ulong High;

    internal readonly int Length => (int)(Low & uint.MaxValue);

    /// <summary>The first byte of a text that is not empty.</summary>
    internal readonly byte First => unchecked((byte)(Low >> 32));

    /// <summary>The second byte of a text of at least two.</summary>
    internal readonly byte Second => unchecked((byte)(Low >> 40));

    private readonly byte Last => !IsInline ? ((byte*)High)[Length - 1]
        : Length > 4 ? unchecked((byte)(High >> (8 * (Length - 5))))
        : unchecked((byte)(Low >> (8 * (Length + 3))));

    internal readonly bool IsInline => (Low & uint.MaxValue) <= InlineLength;

    /// <summary>The text's UTF-8 bytes; of an inline text only while this handle stays where it is.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    internal readonly ReadOnlySpan<byte> Bytes => IsInline
        ? MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(in this, 1)).Slice(4, Length)
        : new ReadOnlySpan<byte>((void*)High, Length);

    /// <summary>
    /// Whether both are one short text, or long ones in one place: then the texts are the same, as long as what lies
    /// there stays.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly bool IsSameAs(in TextHandle other) => Low == other.Low && High == other.High;

    /// <summary>The text without the white space around it, which is rare: it lies where this text lies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly TextHandle Trimmed() => Length == 0 || (First > Space && Last > Space) ? this : Trim(Bytes);

    /// <summary>The handle of a text; a long one stays where it is.</summary>
    internal static TextHandle Of(byte* text, int length) => length <= InlineLength
        ? Inline(new ReadOnlySpan<byte>(text, length))
        : new TextHandle
        {
            Low = (uint)length
                | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(new ReadOnlySpan<byte>(text, 4)) << 32),
            High = (ulong)text,
        };

    /// <summary>The handle of a text of at most 12 UTF-8 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TextHandle Inline(ReadOnlySpan<byte> utf8)
    {
        var (first, rest) = utf8.Length switch
        {
            >= 8 => (
                BinaryPrimitives.ReadUInt32LittleEndian(utf8),
                BinaryPrimitives.ReadUInt64LittleEndian(utf8[^8..]) >> (8 * (InlineLength - utf8.Length))),
            // What overlaps the first four bytes is shifted away.
            >= 4 => (
                BinaryPrimitives.ReadUInt32LittleEndian(utf8),
                (ulong)BinaryPrimitives.ReadUInt32LittleEndian(utf8[^4..]) >> (8 * (8 - utf8.Length))),
            3 => (utf8[0] | ((uint)utf8[1] << 8) | ((uint)utf8[2] << 16), 0UL),
            2 => (utf8[0] | ((uint)utf8[1] << 8), 0UL),
            1 => (utf8[0], 0UL),
            0 => (0U, 0UL),
            _ => throw new ArgumentOutOfRangeException(nameof(utf8), utf8.Length, "Too long."),
        };
        return new TextHandle { Low = (uint)utf8.Length | ((ulong)first << 32), High = rest };
    }

    private readonly TextHandle Trim(ReadOnlySpan<byte> bytes)
    {
        var from = 0;
        while (from < bytes.Length && bytes[from] <= Space)
            from++;
        var to = bytes.Length;
        while (to > from && bytes[to - 1] <= Space)
            to--;
        return IsInline ? Inline(bytes[from..to]) : Of((byte*)High + from, to - from);
    }
}

/// <summary>A text that goes into many rows: its bytes, and its handle where it lies in one.</summary>
internal sealed class KeptText
{
    private readonly byte[] _utf8;

    internal KeptText(string text)
    {
        _utf8 = Encoding.UTF8.GetBytes(text);
        IsInline = _utf8.Length <= TextHandle.InlineLength;
        Handle = IsInline ? TextHandle.Inline(_utf8) : default;
    }

    internal bool IsInline { get; }

    /// <summary>Of an inline text; else nothing.</summary>
    internal TextHandle Handle { get; }

    internal ReadOnlySpan<byte> Utf8 => _utf8;
}
