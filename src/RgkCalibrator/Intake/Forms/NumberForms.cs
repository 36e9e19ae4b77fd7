using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake.Forms;

/// <summary>From text to ticks.</summary>
internal static class NumberForms
{
    // Of a number's last digit, by the number of decimals.
    private static readonly long[] PlainTicks = [Ticks.PerUnit, Ticks.PerUnit / 10, Ticks.PerUnit / 100, Ticks.PerUnit / 1000];

    /// <summary>
    /// The ticks of a volume in units: exact, and finer than a tick to the nearest, halves away from zero. Thousands stand in groups of three,
    /// all divided by the same sign, the first not beginning with a zero. After 34 digits, decimals are not looked at.
    /// </summary>
    /// <returns><see cref="VolumeColumn.Bad"/> where the text is no number in this form, or beyond <see cref="VolumeColumn.Largest"/>.</returns>
    internal static long ToTicks(ReadOnlySpan<byte> utf8, NumberForm form)
    {
        if (TryPlain(utf8, form == NumberForm.DecimalComma ? (byte)',' : (byte)'.', out var plain))
            return plain;
        var frame = new NumberFrame(utf8);
        var text = new NumberText(frame.Body, form);
        if (!frame.IsSound || !text.TryRead(out var number))
            return VolumeColumn.Bad;
        var ticks = number.ToTicks();
        return frame.IsNegative && ticks != VolumeColumn.Bad ? -ticks : ticks;
    }

    /// <summary>Whether a text is a number in a form, of whatever size.</summary>
    internal static bool IsNumber(ReadOnlySpan<byte> utf8, NumberForm form)
    {
        var frame = new NumberFrame(utf8);
        var text = new NumberText(frame.Body, form);
        return frame.IsSound && text.TryRead(out _);
    }

    /// <summary>The word for a form in a mapping.</summary>
    internal static string Word(NumberForm form) => form switch
    {
        NumberForm.DecimalComma => "decimal-comma",
        NumberForm.DecimalPoint => "decimal-point",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Unknown form."),
    };

    /// <summary>A number in a form, for reports and questions.</summary>
    internal static string Example(NumberForm form) => form switch
    {
        NumberForm.DecimalComma => "1.234,5",
        NumberForm.DecimalPoint => "1234.5",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Unknown form."),
    };

    /// <summary>Nearly all numbers are a few digits with at most three decimals, which are whole ticks: these are read five times as fast.</summary>
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
