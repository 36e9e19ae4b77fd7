using System.Runtime.CompilerServices;

namespace RgkCalibrator.Statistics.Resampling;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood 2014, Fast splittable pseudorandom number generators, doi:10.1145/2714064.2660195): whole numbers
/// only, so the same on every system, and a stream of its own for every replicate, so that they can be drawn in any order.
/// </summary>
internal struct SplitMix64
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private ulong _state;

    /// <summary>The published generator from a published state; the streams of replicates come from <see cref="Of"/>.</summary>
    public SplitMix64(ulong state) => _state = state;

    /// <summary>The stream of one replicate.</summary>
    public static SplitMix64 Of(long seed, int replicate)
    {
        unchecked
        {
            return new SplitMix64(Mix(Mix((ulong)seed + Gamma) ^ (uint)replicate));
        }
    }

    /// <summary>Any 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next() => Mix(_state = unchecked(_state + Gamma));

    /// <summary>One of 0 to count − 1, each as likely but for count/2⁶⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Below(int count) => unchecked((int)Math.BigMul(Next(), (ulong)count, out _));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
