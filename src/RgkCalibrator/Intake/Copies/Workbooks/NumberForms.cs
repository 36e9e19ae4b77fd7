using System.Globalization;
using System.Runtime.InteropServices;
using System.Xml;

namespace RgkCalibrator.Intake.Copies.Workbooks;

/// <summary>What the number in a cell is shown as.</summary>
internal enum NumberKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A day, perhaps with a time.</summary>
    Day,

    /// <summary>A time of day, or a stretch of time.</summary>
    Time,
}

/// <summary>How a cell shows its number.</summary>
/// <param name="Kind">What it is shown as.</param>
/// <param name="Digits">The fewest digits of a whole number, zeros in front: an id can be shown so.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NumberForm(NumberKind Kind, int Digits = 1)
{
    // Formats that workbooks use by their number alone (ECMA-376, part 1, 18.8.30); 27 to 36 and 50 to 58 are dates of
    // eastern Asia.
    private const int FirstOwn = 164;

    /// <summary>Reads a format by its number, or else by its code, e.g. <c>dd-mm-yyyy</c> or <c>00000</c>.</summary>
    internal static NumberForm Of(int number, string? code) =>
        code is not null ? Of(code)
        : number is 18 or 19 or 20 or 21 or 45 or 46 or 47 ? new(NumberKind.Time)
        : number is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 50 and <= 58) ? new(NumberKind.Day)
        : number < FirstOwn ? new(NumberKind.Number)
        : throw new InvalidDataException("A format of numbers is missing.");

    private static NumberForm Of(string code)
    {
        var letters = LettersOf(code);
        if (letters.Length > 1 && !letters.AsSpan().ContainsAnyExcept('0'))
            return new(NumberKind.Number, letters.Length);
        // Some programs write the word of their own language: Standard, Standaard.
        if (letters is ['g', 'e', 'n', ..] or ['s', 't', 'a', ..])
            return new(NumberKind.Number);
        // A month without a day or a year is a minute, unless it is written as a name.
        return letters.AsSpan().ContainsAny('y', 'd') || letters.Contains("mmm", StringComparison.Ordinal)
                ? new(NumberKind.Day)
            : letters.AsSpan().ContainsAny('h', 's', 'm') ? new(NumberKind.Time)
            : new(NumberKind.Number);
    }

    /// <summary>
    /// The part of a code for positive numbers, in small letters, without what is shown as it stands: texts in quotes,
    /// signs after a backslash, room (<c>_</c>), fill (<c>*</c>), and colours, conditions and languages in brackets,
    /// but with stretches of time in brackets (<c>[h]</c>).
    /// </summary>
    private static string LettersOf(string code)
    {
        var letters = new List<char>();
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            if (code[i] is '\\' or '_' or '*')
                i++;
            else if (code[i] == '"')
                i = EndOf(code, i, '"');
            else if (code[i] == '[' && char.ToLowerInvariant(code.ElementAtOrDefault(i + 1)) is not ('h' or 'm' or 's'))
                i = EndOf(code, i, ']');
            else
                letters.Add(char.ToLowerInvariant(code[i]));
        }

        return string.Concat(letters).Trim();
    }

    private static int EndOf(string code, int start, char end) =>
        code.IndexOf(end, start + 1) is >= 0 and var found ? found : code.Length;
}

/// <summary>The styles of cells: how each shows a number.</summary>
internal sealed class NumberForms
{
    private readonly List<NumberForm> _forms = [];

    /// <summary>A workbook without styles: all numbers are numbers.</summary>
    internal static NumberForms None { get; } = new();

    /// <summary>How cells of a style show their number.</summary>
    /// <exception cref="InvalidDataException">There is no such style.</exception>
    internal NumberForm this[int style] =>
        style < _forms.Count ? _forms[style]
        : _forms.Count == 0 ? new NumberForm(NumberKind.Number)
        : throw new InvalidDataException("A cell has a style that is not there.");

    /// <summary>Reads all styles.</summary>
    internal static NumberForms Read(XmlReader reader)
    {
        var (styles, codes, isInCells) = (new NumberForms(), new Dictionary<int, string>(), false);
        while (reader.MoveOn())
        {
            if (reader.LocalName == "cellXfs")
                isInCells = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            else if (reader.NodeType != XmlNodeType.Element)
                continue;
            else if (reader.LocalName == "numFmt")
                codes.TryAdd(NumberOf(reader), reader.GetAttribute("formatCode") ?? string.Empty);
            else if (isInCells && reader.LocalName == "xf")
                styles.Add(NumberOf(reader), codes);
        }

        return styles;
    }

    private void Add(int number, Dictionary<int, string> codes) =>
        _forms.Add(NumberForm.Of(number, codes.GetValueOrDefault(number)));

    private static int NumberOf(XmlReader reader) =>
        int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
}
