using System.Buffers;
using System.Globalization;
using System.Text;

namespace RgkCalibrator.Basics;

/// <summary>
/// Names that others gave, of files for one, as messages and documents show them: what cannot be seen, or would change
/// the order of what can, is written as an escape, like <c>\u202E</c>.
/// </summary>
public static class ShownText
{
    /// <summary>
    /// The text with escapes for control signs, line breaks, marks of direction, other invisible signs and halves of a
    /// pair.
    /// </summary>
    public static string Of(string text)
    {
        var shown = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var isWhole = Rune.DecodeFromUtf16(rest, out var rune, out var length) == OperationStatus.Done;
            if (isWhole && !IsInvisible(rune))
                shown.Append(rest[..length]);
            else
                AppendEscapes(shown, rest[..length]);
            rest = rest[length..];
        }

        return shown.ToString();
    }

    /// <summary>Whether a sign takes no room of its own or breaks a line.</summary>
    internal static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static void AppendEscapes(StringBuilder shown, ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
            shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
    }
}
