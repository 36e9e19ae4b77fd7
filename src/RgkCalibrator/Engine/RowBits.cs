namespace RgkCalibrator.Engine;

/// <summary>A bit for each of a number of rows.</summary>
internal static class RowBits
{
    /// <summary>None of them set.</summary>
    internal static ulong[] None(int rows) => new ulong[(rows + 63) >> 6];

    internal static void Set(this ulong[] bits, int row) => bits[row >> 6] |= 1UL << (row & 63);

    internal static bool IsSet(this ReadOnlySpan<ulong> bits, int row) => (bits[row >> 6] >> (row & 63) & 1) != 0;
}
