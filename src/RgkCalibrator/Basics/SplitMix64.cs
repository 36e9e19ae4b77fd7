using System.Runtime.CompilerServices;

namespace RgkCalibrator.Basics;

/// <summary>
/// The pseudorandom generator SplitMix64: Steele, Lea and Flood (2014), Fast splittable pseudorandom number generators,
/// doi:10.1145/2714064.2660195. It takes whole numbers only, so it gives the same on every system; every child and
/// every replicate has a stream of its own, so they can be drawn in any order.
/// </summary>
internal struct SplitMix64
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private ulong _state;

    /// <summary>The published generator from a published state.</summary>
    public SplitMix64(ulong state) => _state = state;

    /// <summary>One of the streams of a seed; a later attempt at the same has another stream.</summary>
    public static SplitMix64 ForStream(long seed, int stream, int attempt = 0)
    {
        unchecked
        {
            return new SplitMix64(Mix(Mix((ulong)seed + Gamma) ^ ((ulong)(uint)attempt << 32 | (uint)stream)));
        }
    }

    /// <summary>Any 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next() => Mix(_state = unchecked(_state + Gamma));

    /// <summary>One of 0 to count − 1 from all 64 bits, each equally likely but for count/2⁶⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int BelowFrom64Bits(int count) => unchecked((int)Math.BigMul(Next(), (ulong)count, out _));

    /// <summary>
    /// One of 0 to count − 1 from the upper 32 bits, each equally likely but for count/2³². The synthetic region is
    /// drawn so, and its files are to stay the same.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int BelowFrom32Bits(int count) => unchecked((int)((Next() >> 32) * (ulong)count >> 32));

    /// <summary>True so many times in a thousand, from the upper 32 bits.</summary>
    public bool Chance(int permille) => BelowFrom32Bits(1000) < permille;

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
