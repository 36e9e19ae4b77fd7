using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake.Formats;

/// <summary>Parses volumes.</summary>
internal static class NumberParser
{
    // The ticks of a number's last digit, by the number of decimals.
    private static readonly long[] PlainTicks =
        [Ticks.PerUnit, Ticks.PerUnit / 10, Ticks.PerUnit / 100, Ticks.PerUnit / 1000];

    /// <summary>
    /// The ticks of a volume in units: exact, and finer than a tick to the nearest, halves away from zero. Thousands
    /// stand in groups of three, all divided by the same sign, the first not beginning with a zero. After 34 digits,
    /// decimals are not looked at.
    /// </summary>
    /// <returns><see cref="VolumeColumn.Bad"/> where the text is no number in this format, or beyond
    /// <see cref="VolumeColumn.Largest"/>.</returns>
    internal static long ToTicks(ReadOnlySpan<byte> utf8, ValueFormat format)
    {
        if (TryPlain(utf8, format == ValueFormat.DecimalComma ? (byte)',' : (byte)'.', out var plain))
            return plain;
        if (!TryParse(utf8, format, out var number, out var isNegative))
            return VolumeColumn.Bad;
        var ticks = number.ToTicks();
        return isNegative && ticks != VolumeColumn.Bad ? -ticks : ticks;
    }

    /// <summary>Whether a text is a number in a format, of whatever size.</summary>
    internal static bool IsNumber(ReadOnlySpan<byte> utf8, ValueFormat format) => TryParse(utf8, format, out _, out _);

    private static bool TryParse(
        ReadOnlySpan<byte> utf8, ValueFormat format, out ExactNumber number, out bool isNegative)
    {
        var affixes = new NumberAffixes(utf8);
        isNegative = affixes.IsNegative;
        return new NumberScanner(affixes.Body, format).TryRead(out number) && affixes.AreSound;
    }

    /// <summary>
    /// Parses a few digits with at most three decimals, which are whole ticks: nearly all numbers are, and these are
    /// read five times as fast.
    /// </summary>
    private static bool TryPlain(ReadOnlySpan<byte> text, byte mark, out long ticks)
    {
        unchecked
        {
            ticks = 0;
            // Nine characters are less than the largest volume.
            if (text.Length is < 1 or > 9)
                return false;
            var (digits, place) = (0, -1);
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] - '0' is >= 0 and <= 9 and var digit)
                    digits = (digits * 10) + digit;
                else if (text[i] == mark && place < 0)
                    place = i;
                else
                    return false;
            }

            var decimals = place < 0 ? 0 : text.Length - 1 - place;
            ticks = decimals > 3 ? 0 : digits * PlainTicks[decimals];
            return decimals <= 3 && text.Length > (place < 0 ? 0 : 1);
        }
    }
}
