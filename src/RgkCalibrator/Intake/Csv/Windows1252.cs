namespace RgkCalibrator.Intake.Csv;

/// <summary>Windows-1252 to UTF-8.</summary>
internal static class Windows1252
{
    /// <summary>The most bytes of UTF-8 that one byte becomes.</summary>
    internal const int Longest = 3;

    // The five bytes that Windows-1252 leaves open stand for the control characters of their number, as in the WHATWG's Encoding Standard.
    private const string From80To9F =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>Writes a text as UTF-8, at most <see cref="Longest"/> times as long.</summary>
    /// <returns>The number of bytes written.</returns>
    internal static int ToUtf8(ReadOnlySpan<byte> text, Span<byte> utf8)
    {
        var written = 0;
        foreach (var letter in text)
        {
            int point = letter is >= 0x80 and <= 0x9F ? From80To9F[letter - 0x80] : letter;
            if (point < 0x80)
            {
                utf8[written++] = letter;
            }
            else if (point < 0x800)
            {
                utf8[written++] = (byte)(0xC0 | (point >> 6));
                utf8[written++] = (byte)(0x80 | (point & 0x3F));
            }
            else
            {
                utf8[written++] = (byte)(0xE0 | (point >> 12));
                utf8[written++] = (byte)(0x80 | ((point >> 6) & 0x3F));
                utf8[written++] = (byte)(0x80 | (point & 0x3F));
            }
        }

        return written;
    }
}
