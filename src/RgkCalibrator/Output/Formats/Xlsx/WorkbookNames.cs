using System.Globalization;
using System.Text;

namespace RgkCalibrator.Output.Formats.Xlsx;

/// <summary>
/// Names that spreadsheets take: what they refuse is changed, and what is there already, in whatever case, gets a
/// number.
/// </summary>
internal static class WorkbookNames
{
    private const int LongestSheet = 31;
    private const int LongestOther = 255;
    private const string NotInSheets = @"[]:*?/\";

    /// <summary>At most 31 letters, none of <c>[]:*?/\</c>, no apostrophe at either end.</summary>
    internal static IReadOnlyList<string> ForSheets(IEnumerable<string> names) =>
        Unique(names.Select(name => Or(OnOneLine(name, NotInSheets).Trim(' ', '\''), "Blad")), LongestSheet, " ");

    /// <summary>
    /// Letters, digits and underscores, the first no digit, and not the name of a cell such as <c>A1</c> or
    /// <c>R1C1</c>.
    /// </summary>
    internal static IReadOnlyList<string> ForTables(IEnumerable<string> names) =>
        Unique(names.Select(Table), LongestOther, "_");

    /// <summary>Headings of one table: not empty, on one line.</summary>
    internal static IReadOnlyList<string> ForHeadings(IEnumerable<string> headings) =>
        Unique(headings.Select(heading => Or(OnOneLine(heading, string.Empty).Trim(), "Kolom")), LongestOther, " ");

    private static string OnOneLine(string name, string refused) =>
        string.Concat(
            name.Select(
                letter => char.IsControl(letter) || refused.Contains(letter, StringComparison.Ordinal) ? ' ' : letter));

    private static string Table(string name)
    {
        // Accents apart, so that é stays an e.
        var letters = name.Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
        var table = string.Concat(letters.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')).Trim('_');
        return table.Length == 0 || char.IsAsciiDigit(table[0]) || LooksLikeCell(table) ? "_" + table : table;
    }

    /// <summary>A1, XFD1048576, R, C, R1C1, RC: rather one too many than one too few.</summary>
    private static bool LooksLikeCell(string name)
    {
        var letters = name.TrimEnd("0123456789".ToCharArray());
        return name.All(letter => char.IsAsciiDigit(letter) || letter is 'R' or 'r' or 'C' or 'c')
            || (letters.Length is > 0 and <= 3 && letters.Length < name.Length && letters.All(char.IsAsciiLetter));
    }

    private static string Or(string name, string otherwise) =>
        name.Length == 0 || name.Equals("History", StringComparison.OrdinalIgnoreCase) ? otherwise : name;

    private static List<string> Unique(IEnumerable<string> names, int longest, string separator)
    {
        var (unique, taken) = (new List<string>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        foreach (var name in names)
        {
            var candidate = Cut(name, longest);
            for (var number = 2; !taken.Add(candidate); number++)
            {
                var ending = separator + Numbers.Whole(number);
                candidate = Cut(name, longest - ending.Length) + ending;
            }

            unique.Add(candidate);
        }

        return unique;
    }

    private static string Cut(string name, int longest)
    {
        if (name.Length <= longest)
            return name;
        // Half a letter of two places is none.
        return name[..(char.IsHighSurrogate(name[longest - 1]) ? longest - 1 : longest)].TrimEnd(' ', '\'');
    }
}
