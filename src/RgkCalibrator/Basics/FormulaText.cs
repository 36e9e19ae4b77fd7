using System.Buffers;
using System.Text;

namespace RgkCalibrator.Basics;

/// <summary>
/// Texts that a spreadsheet takes for formulas when it opens a CSV file. In every CSV file that we write an apostrophe
/// stands before them, as OWASP advises against CSV injection; what we read, we read without it.
/// </summary>
internal static class FormulaText
{
    private const byte Apostrophe = (byte)'\'';

    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789., "u8);

    /// <summary>
    /// Whether a text must have an apostrophe: its first sign that can be seen is <c>=</c>, <c>+</c>, <c>-</c> or
    /// <c>@</c>, full-width ones included, or it begins with a tab or a line end. Numbers and hyphens alone are no
    /// formulas. Apostrophes that are there already do not count, so that each can be taken away again.
    /// </summary>
    internal static bool IsLive(ReadOnlySpan<byte> utf8) =>
        !utf8.IsEmpty
        // Tells nearly every text apart: letters and digits.
        && utf8[0] is not (>= (byte)'0' and <= (byte)'9' or > (byte)'@' and < 0x7F)
        && IsFormula(utf8.TrimStart(Apostrophe));

    /// <summary>A text as it stands in a CSV file.</summary>
    internal static string Neutral(string text) => IsLive(Encoding.UTF8.GetBytes(text)) ? "'" + text : text;

    /// <summary>What a text in a CSV file stood for before it got an apostrophe.</summary>
    internal static ReadOnlySpan<byte> Bare(ReadOnlySpan<byte> utf8) =>
        utf8.Length > 1 && utf8[0] == Apostrophe && IsLive(utf8[1..]) ? utf8[1..] : utf8;

    private static bool IsFormula(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty && text[0] is (byte)'\t' or (byte)'\r' or (byte)'\n')
            return true;
        while (Rune.DecodeFromUtf8(text, out var rune, out var length) == OperationStatus.Done)
        {
            if (rune.Value is '=' or '@' or 0xFF1D or 0xFF0B or 0xFF0D or 0xFF20)
                return true;
            if (rune.Value is '+' or '-')
                return !IsNumber(text);
            if (!Rune.IsWhiteSpace(rune) && !ShownText.IsInvisible(rune))
                return false;
            text = text[length..];
        }

        return false;
    }

    // A sign, a currency, digits and their marks, an exponent, a per cent: nothing that reckons or refers.
    private static bool IsNumber(ReadOnlySpan<byte> text)
    {
        if (!text.ContainsAnyExcept((byte)'-'))
            return true;
        var number = WithoutEuro(text[1..].Trim((byte)' ')).TrimEnd((byte)'%').Trim((byte)' ');
        var exponent = number.IndexOfAny((byte)'E', (byte)'e');
        if (exponent >= 0 && !AreDigits(number[(exponent + 1)..].TrimStart("+-"u8)))
            return false;
        var digits = exponent < 0 ? number : number[..exponent];
        return !digits.IsEmpty && digits[0] != (byte)' ' && !digits.ContainsAnyExcept(Digits);
    }

    private static ReadOnlySpan<byte> WithoutEuro(ReadOnlySpan<byte> text) =>
        text.StartsWith("€"u8) ? text["€"u8.Length..]
        : text.EndsWith("€"u8) ? text[..^"€"u8.Length]
        : text;

    private static bool AreDigits(ReadOnlySpan<byte> text) =>
        !text.IsEmpty && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
