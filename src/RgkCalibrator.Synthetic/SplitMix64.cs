using System.Runtime.CompilerServices;

namespace RgkCalibrator.Synthetic;

/// <summary>
/// SplitMix64 (Steele, Lea &amp; Flood 2014, Fast splittable pseudorandom number generators, doi:10.1145/2714064.2660195):
/// integers only, so the same on every system, and a stream of its own for every child, so that children can be drawn in any order.
/// </summary>
internal struct SplitMix64
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private ulong _state;

    /// <summary>The published generator from a published state; the region's streams come from <see cref="Of"/>.</summary>
    internal SplitMix64(ulong state) => _state = state;

    /// <summary>The stream of one child; a later attempt at the same child has another stream.</summary>
    internal static SplitMix64 Of(long seed, int child, int attempt)
    {
        unchecked
        {
            var key = Mix((ulong)seed + Gamma) ^ ((ulong)(uint)attempt << 32 | (uint)child);
            return new SplitMix64(Mix(key));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Next() => Mix(_state = unchecked(_state + Gamma));

    /// <summary>One of 0 to <paramref name="count"/> − 1, each as likely but for 2⁻³².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Below(int count) => unchecked((int)((Next() >> 32) * (ulong)count >> 32));

    /// <summary>True so many times in a thousand.</summary>
    internal bool Chance(int permille) => Below(1000) < permille;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9;
            value = (value ^ value >> 27) * 0x94D049BB133111EB;
            return value ^ value >> 31;
        }
    }
}
