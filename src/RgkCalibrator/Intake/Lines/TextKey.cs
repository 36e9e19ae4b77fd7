using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RgkCalibrator.Engine;

namespace RgkCalibrator.Intake.Lines;

/// <summary>
/// A text in 128 bits: one of at most 12 UTF-8 bytes as it stands (with its length), a longer one as a hash of 128
/// bits. Two different texts have the same key with a probability of about 10⁻²⁵ among ten million texts.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct TextKey(ulong Low, ulong High)
{
    /// <summary>The key of no text at all, and of the empty one.</summary>
    internal static TextKey Empty => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TextKey Of(in TextHandle text) =>
        text.IsInline ? new TextKey(text.Low, text.High) : Hash(text.Bytes);

    internal static TextKey Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > TextHandle.InlineLength)
            return Hash(utf8);
        var handle = TextHandle.Inline(utf8);
        return new TextKey(handle.Low, handle.High);
    }

    /// <summary>Whether both stand for the same text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(TextKey other) => Low == other.Low && High == other.High;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Low, High);

    /// <summary>64 well-mixed bits, of which the upper ones choose a partition and the lower ones a slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Mix()
    {
        unchecked
        {
            var mixed = (Low ^ BitOperations.RotateLeft(High, 29)) * 0x9E3779B97F4A7C15UL;
            mixed ^= mixed >> 29;
            mixed *= 0xBF58476D1CE4E5B9UL;
            return mixed ^ (mixed >> 32);
        }
    }

    /// <summary>The key of this, another key and a number together: a hash of 128 bits.</summary>
    internal TextKey With(TextKey other, uint number)
    {
        ReadOnlySpan<ulong> parts = [Low, High, other.Low, other.High, number];
        return Hash(MemoryMarshal.AsBytes(parts));
    }

    /// <summary>The bytes of an inline key; meaningless for a hash.</summary>
    internal TextHandle InlineText() => new() { Low = Low, High = High };

    /// <summary>
    /// Two lanes of folded 64×64-bit products over 16 bytes at a time, as in Wang Yi's wyhash; the secrets are the
    /// digits of π. Not for secrets: whoever writes the input file could make two ids meet, and could as well give two
    /// children one id.
    /// </summary>
    private static TextKey Hash(ReadOnlySpan<byte> text)
    {
        unchecked
        {
            var a = 0x243F6A8885A308D3UL ^ (ulong)text.Length;
            var b = 0x13198A2E03707344UL;
            Span<byte> last = stackalloc byte[16];
            while (!text.IsEmpty)
            {
                var size = Math.Min(16, text.Length);
                last.Clear();
                text[..size].CopyTo(last);
                var first = MemoryMarshal.Read<ulong>(last);
                var second = MemoryMarshal.Read<ulong>(last[8..]);
                (a, b) = (
                    Fold(first ^ a, second ^ 0xA4093822299F31D0UL) ^ BitOperations.RotateLeft(b, 23),
                    Fold(first ^ 0x082EFA98EC4E6C89UL, second ^ b) ^ BitOperations.RotateLeft(a, 41));
                text = text[size..];
            }

            return new TextKey(Fold(a ^ 0x452821E638D01377UL, b), Fold(b ^ 0xBE5466CF34E90C6CUL, a));
        }
    }

    private static ulong Fold(ulong x, ulong y)
    {
        var high = Math.BigMul(x, y, out var low);
        return high ^ low;
    }
}

/// <summary>
/// Numbers keys 0, 1, 2, … in the order in which they are first seen. Open addressing; grows; allocates nothing per
/// look-up.
/// </summary>
internal sealed class KeyIndex
{
    private const int FirstSize = 64;
    private TextKey[] _keys = new TextKey[FirstSize / 2];
    private int[] _slots = new int[FirstSize];

    internal int Count { get; private set; }

    /// <summary>The keys by number.</summary>
    internal ReadOnlySpan<TextKey> Keys => _keys.AsSpan(0, Count);

    /// <summary>The number of a key; a new one gets the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int NumberOf(TextKey key)
    {
        var slot = Slot(key);
        var entry = _slots[slot];
        return entry != 0 ? entry - 1 : Add(key, slot);
    }

    /// <summary>The number of a key, or -1 where it was never seen.</summary>
    internal int Find(TextKey key) => _slots[Slot(key)] - 1;

    /// <summary>Forgets all keys and keeps the room.</summary>
    internal void Clear()
    {
        Array.Clear(_slots);
        Count = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Slot(TextKey key)
    {
        unchecked
        {
            var mask = _slots.Length - 1;
            var slot = (int)key.Mix() & mask;
            while (_slots[slot] is var entry && entry != 0 && _keys[entry - 1] != key)
                slot = (slot + 1) & mask;
            return slot;
        }
    }

    private int Add(TextKey key, int slot)
    {
        if (Count == _keys.Length)
        {
            Grow();
            slot = Slot(key);
        }

        _keys[Count] = key;
        _slots[slot] = ++Count;
        return Count - 1;
    }

    private void Grow()
    {
        Array.Resize(ref _keys, _keys.Length * 2);
        _slots = new int[_keys.Length * 2];
        for (var i = 0; i < Count; i++)
            _slots[Slot(_keys[i])] = i + 1;
    }
}
