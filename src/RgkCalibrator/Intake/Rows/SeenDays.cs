using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RgkCalibrator.Intake.Formats;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Intake.Rows;

/// <summary>
/// One thread's memory of the dates that it read of late: millions of rows have a few thousand different ones.
/// </summary>
internal sealed class SeenDays
{
    private const int Slots = 1 << 13;
    private const int LongestKey = 12;

    private readonly Entry[] _entries = new Entry[Slots];

    /// <summary>The day of a text in a format; <see cref="Line.NoDay"/> where it is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Read(ReadOnlySpan<byte> text, ValueFormat format)
    {
        if (text.Length is 0 or > LongestKey)
            return Parse(text, format);
        var key = TextKey.Of(text);
        ref var entry = ref _entries[(int)(key.Mix() & (Slots - 1))];
        if (entry.Key != key || entry.Format != format)
            entry = new Entry(key, format, Parse(text, format));
        return entry.Day;
    }

    private static int Parse(ReadOnlySpan<byte> text, ValueFormat format) =>
        DateParser.TryParse(text, format, out var day) ? day : Line.NoDay;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(TextKey Key, ValueFormat Format, int Day);
}
