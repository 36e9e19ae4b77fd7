using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using static RgkCalibrator.Output.Formats.Xlsx.SpreadsheetElement;

namespace RgkCalibrator.Output.Formats.Xlsx;

/// <summary>
/// The texts of a workbook, each once; a text is never a formula. Numbered in the order in which they are met.
/// </summary>
internal sealed class SharedTexts
{
    private const int LongestText = 32_767;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private long _uses;

    /// <exception cref="ArgumentException">The text is longer than a cell can hold.</exception>
    internal int IndexOf(string text)
    {
        if (text.Length > LongestText)
            throw new ArgumentException("A cell holds at most 32,767 letters.", nameof(text));
        _uses++;
        if (_numbers.TryGetValue(text, out var number))
            return number;
        _numbers.Add(text, _texts.Count);
        _texts.Add(text);
        return _texts.Count - 1;
    }

    internal XElement ToXml() => Element(
        "sst",
        [("count", _uses), ("uniqueCount", _texts.Count)],
        _texts.Select(text => Element(
            "si", [], Element("t", [], new XAttribute(XNamespace.Xml + "space", "preserve"), Escaped(text)))));

    /// <summary>
    /// What XML cannot hold as <c>_x0001_</c>, as Excel does; and what looks like that already so that it stays what it
    /// is.
    /// </summary>
    internal static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            escaped.Append(LooksEscaped(text.AsSpan(i)) ? "_x005F_" : Escaped(text, i));
        return escaped.ToString();
    }

    private static string Escaped(string text, int place)
    {
        var letter = text[place];
        // A carriage return would come back as a line feed.
        if (letter == '\r' || (!XmlConvert.IsXmlChar(letter) && !char.IsSurrogate(letter)))
            return $"_x{((int)letter).ToString("X4", CultureInfo.InvariantCulture)}_";
        return IsHalf(text, place) ? "\uFFFD" : letter.ToString();
    }

    /// <summary>Whether it is half of a letter of two places, without the other half.</summary>
    private static bool IsHalf(string text, int place) => char.IsHighSurrogate(text[place])
        ? place + 1 == text.Length || !char.IsLowSurrogate(text[place + 1])
        : char.IsLowSurrogate(text[place]) && (place == 0 || !char.IsHighSurrogate(text[place - 1]));

    private static bool LooksEscaped(ReadOnlySpan<char> text) =>
        text is ['_', 'x', var first, var second, var third, var fourth, '_', ..]
        && char.IsAsciiHexDigit(first)
        && char.IsAsciiHexDigit(second)
        && char.IsAsciiHexDigit(third)
        && char.IsAsciiHexDigit(fourth);
}
