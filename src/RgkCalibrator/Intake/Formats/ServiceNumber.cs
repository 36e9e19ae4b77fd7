using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace RgkCalibrator.Intake.Formats;

/// <summary>
/// A Dutch citizen service number (BSN) as exports write it: without its leading zeros, with points, hyphens or spaces,
/// with <c>BSN</c> or <c>NL</c> before it, in quotes, with <c>,0</c> behind it, or in full-width digits. What follows
/// is about numbers that pass the eleven-test, as one in eleven of all numbers of nine digits do.
/// </summary>
internal static class ServiceNumber
{
    /// <summary>The digits of a number, leading zeros included.</summary>
    internal const int Digits = 9;

    /// <summary>The shortest text that may be one: two leading zeros are gone.</summary>
    internal const int Shortest = 7;

    /// <summary>The longest text in bytes: nine full-width digits with marks between them and words before.</summary>
    internal const int Longest = 60;

    private const int FullWidthBytes = 3;
    private const byte LowerCase = 0x20;

    private static readonly SearchValues<byte> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private static readonly byte[][] Marks =
    [
        .. new[] { " ", "\u00A0", "\u2009", "\u202F", "\u2010", "\u2011", "\u2013", ".", ",", "-", "_", "/" }
            .Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly byte[][] Fronts =
    [
        .. new[] { "'", "\"", "=", "(", "#", ":", "‘", "’", "“", "”", "\uFEFF" }.Select(Encoding.UTF8.GetBytes),
        .. Marks,
        .. new[] { "BSN", "NL", "SOFI", "NUMMER", "NR" }.Select(Encoding.ASCII.GetBytes),
    ];

    private static readonly byte[][] Ends =
        [.. new[] { "'", "\"", ")", " ", "\u00A0", "’", "”" }.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Whether a text that begins so may be one: tells most pseudonyms apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool MayBegin(byte first, byte second) =>
        first is <= (byte)'=' or >= 0x80 or (byte)'_'
        || ((char)(first | LowerCase), (char)(second | LowerCase))
            is ('b', 's') or ('n', 'l') or ('n', 'u') or ('n', 'r') or ('s', 'o');

    /// <summary>
    /// Reads a text that has the form of a service number, or of one that lost one or two leading zeros.
    /// </summary>
    /// <param name="text">The text of a cell, in UTF-8.</param>
    /// <param name="digits">Room for <see cref="Digits"/> digits: the number, with its leading zeros.</param>
    /// <returns>Whether it has that form; the eleven-test is another matter.</returns>
    internal static bool TryRead(ReadOnlySpan<byte> text, Span<byte> digits)
    {
        if (text.Length is < Shortest or > Longest || !MayBegin(text[0], text[1]))
            return false;
        // As pseudonyms that are numbers are written too, in millions of rows.
        if (text.Length <= Digits && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            Pad(text, digits);
            return true;
        }

        var body = WithoutFronts(text);
        // As in pseudonyms of sixteen kinds of digits.
        if (body.ContainsAny(Letters))
            return false;
        Span<byte> found = stackalloc byte[Digits];
        var count = DigitsOf(WithoutDecimals(WithoutEnds(body)), found);
        if (count < Shortest)
            return false;
        Pad(found[..count], digits);
        return true;
    }

    /// <summary>
    /// The eleven-test: nine times the first digit, eight times the second … twice the eighth, less the ninth, is a
    /// multiple of 11.
    /// </summary>
    /// <param name="digits">Nine digits.</param>
    internal static bool Passes(ReadOnlySpan<byte> digits)
    {
        var (sum, any) = (0, 0);
        for (var i = 0; i < Digits; i++)
        {
            var digit = digits[i] - '0';
            sum += digit * (i == Digits - 1 ? -1 : Digits - i);
            any |= digit;
        }

        return sum % 11 == 0 && any != 0;
    }

    /// <returns>The number of digits; 0 where there are more than nine, or there is something else.</returns>
    private static int DigitsOf(ReadOnlySpan<byte> body, Span<byte> found)
    {
        var count = 0;
        while (!body.IsEmpty)
        {
            var length = DigitAt(body, out var digit);
            if (length > 0 && count == Digits)
                return 0;
            if (length > 0)
                found[count++] = digit;
            else if (count == 0 || (length = StartOf(body, Marks)) == 0)
                return 0;
            body = body[length..];
        }

        return count;
    }

    private static void Pad(ReadOnlySpan<byte> number, Span<byte> digits)
    {
        digits[..(Digits - number.Length)].Fill((byte)'0');
        number.CopyTo(digits[(Digits - number.Length)..]);
    }

    private static ReadOnlySpan<byte> WithoutFronts(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty && text[0] is < (byte)'0' or > (byte)'9' && StartOf(text, Fronts) is > 0 and var length)
            text = text[length..];
        return text;
    }

    private static ReadOnlySpan<byte> WithoutEnds(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty && text[^1] is < (byte)'0' or > (byte)'9' && EndOf(text) is > 0 and var length)
            text = text[..^length];
        return text;
    }

    // 123456782,0 and 123456782.00: a number that a program took for an amount.
    private static ReadOnlySpan<byte> WithoutDecimals(ReadOnlySpan<byte> text)
    {
        var mark = text.LastIndexOfAny((byte)',', (byte)'.');
        return mark > 0 && text.Length - mark is 2 or 3 && !text[(mark + 1)..].ContainsAnyExcept((byte)'0')
            ? text[..mark]
            : text;
    }

    private static int DigitAt(ReadOnlySpan<byte> text, out byte digit)
    {
        digit = text[0];
        if (digit is >= (byte)'0' and <= (byte)'9')
            return 1;
        // U+FF10 to U+FF19.
        if (text.Length < FullWidthBytes || text[0] != 0xEF || text[1] != 0xBC || text[2] is < 0x90 or > 0x99)
            return 0;
        digit = (byte)(text[2] - 0x90 + '0');
        return FullWidthBytes;
    }

    private static int StartOf(ReadOnlySpan<byte> text, byte[][] pieces)
    {
        foreach (var piece in pieces)
        {
            if (text.Length >= piece.Length && Same(text[..piece.Length], piece))
                return piece.Length;
        }

        return 0;
    }

    private static int EndOf(ReadOnlySpan<byte> text)
    {
        foreach (var piece in Ends)
        {
            if (text.EndsWith(piece))
                return piece.Length;
        }

        return 0;
    }

    // Ascii.EqualsIgnoreCase says of other letters that they are never equal.
    private static bool Same(ReadOnlySpan<byte> text, ReadOnlySpan<byte> piece) =>
        text.SequenceEqual(piece) || Ascii.EqualsIgnoreCase(text, piece);
}
