using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RgkCalibrator.Engine;

namespace RgkCalibrator.Intake.Lines;

/// <summary>
/// Parts the clients into ranges of their ids, in the order of the bytes: all ids of a range come before those of the
/// next. A sample of lines makes the ranges about even in lines; another sample makes a run slower or faster, and
/// changes nothing else.
/// </summary>
internal sealed class ClientRanges
{
    /// <summary>The number of ranges. One of 32 million lines is 5 MB: about what the cache of a core holds.</summary>
    internal const int Count = 256;

    private const int KeyBytes = sizeof(ulong);

    private readonly byte[] _stem;
    private readonly ulong[] _firsts = new ulong[Count - 1];

    // What the ids have in common as it lies in the handle of a short id; of a stem that fills it, no short id is taken
    // the short way.
    private readonly TextHandle _stemMask;
    private readonly TextHandle _stemBits;
    private readonly int _stemBitCount;

    /// <summary>
    /// Ranges in which lines with these ids would be spread evenly; of no ids at all, one range holds all.
    /// </summary>
    internal ClientRanges(IEnumerable<byte[]> ids)
    {
        List<byte[]> sample = [.. ids];
        sample.Sort((one, other) => one.AsSpan().SequenceCompareTo(other));
        _stem = sample.Count == 0 ? [] : sample[0][..sample[0].AsSpan().CommonPrefixLength(sample[^1])];
        _stemBitCount = 8 * Math.Min(_stem.Length, TextHandle.InlineLength - 1);
        Span<byte> ones = stackalloc byte[TextHandle.InlineLength];
        ones.Fill(byte.MaxValue);
        _stemMask = WithoutLength(TextHandle.Inline(ones[..Math.Min(_stem.Length, TextHandle.InlineLength)]));
        _stemBits = _stem.Length < TextHandle.InlineLength
            ? WithoutLength(TextHandle.Inline(_stem))
            : new TextHandle { Low = ulong.MaxValue };
        Array.Fill(_firsts, ulong.MaxValue);
        for (var range = 1; range < Count && sample.Count > 0; range++)
            _firsts[range - 1] = KeyOf(sample[(int)((long)range * sample.Count / Count)].AsSpan());
    }

    /// <summary>A number that is not smaller for an id that comes later: ids of one number can be different.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong KeyOf(in TextHandle id)
    {
        var startsWithStem = (id.Low & _stemMask.Low) == _stemBits.Low && (id.High & _stemMask.High) == _stemBits.High;
        if (!id.IsInline || !startsWithStem)
            return KeyOf(id.Bytes);
        unchecked
        {
            // The twelve bytes of a short id from the first to the last, of which those of the stem are shifted away.
            var first = BinaryPrimitives.ReverseEndianness((uint)(id.Low >> 32));
            var last = BinaryPrimitives.ReverseEndianness(id.High);
            return _stemBitCount < 32
                ? ((ulong)first << (32 + _stemBitCount)) | (last >> (32 - _stemBitCount))
                : last << (_stemBitCount - 32);
        }
    }

    /// <summary>The range of an id with such a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int RangeOf(ulong key)
    {
        unchecked
        {
            // Binary search in eight steps, without a branch that could be guessed wrongly.
            ref var first = ref MemoryMarshal.GetArrayDataReference(_firsts);
            var range = 0;
            range += (Unsafe.Add(ref first, 127) <= key ? 1 : 0) << 7;
            range += (Unsafe.Add(ref first, range + 63) <= key ? 1 : 0) << 6;
            range += (Unsafe.Add(ref first, range + 31) <= key ? 1 : 0) << 5;
            range += (Unsafe.Add(ref first, range + 15) <= key ? 1 : 0) << 4;
            range += (Unsafe.Add(ref first, range + 7) <= key ? 1 : 0) << 3;
            range += (Unsafe.Add(ref first, range + 3) <= key ? 1 : 0) << 2;
            range += (Unsafe.Add(ref first, range + 1) <= key ? 1 : 0) << 1;
            return range + (Unsafe.Add(ref first, range) <= key ? 1 : 0);
        }
    }

    /// <summary>The same of an id as UTF-8.</summary>
    internal ulong KeyOf(ReadOnlySpan<byte> id)
    {
        if (!id.StartsWith(_stem))
            return id.SequenceCompareTo(_stem) < 0 ? 0 : ulong.MaxValue;
        Span<byte> rest = stackalloc byte[KeyBytes];
        rest.Clear();
        id[_stem.Length..Math.Min(id.Length, _stem.Length + KeyBytes)].CopyTo(rest);
        return BinaryPrimitives.ReadUInt64BigEndian(rest);
    }

    private static TextHandle WithoutLength(TextHandle text) =>
        new() { Low = text.Low & ~(ulong)uint.MaxValue, High = text.High };
}
