using System.Text;
using RgkCalibrator.Intake.Formats;

namespace RgkCalibrator.Intake.Columns;

/// <summary>
/// Which names of a source's columns may be shown. A row that is taken for a header, or stuck to one, has cells where
/// names should be: what does not look like a name is counted and not shown.
/// </summary>
internal static class ShownNames
{
    // Longer than any name of a column in exports that were seen; shorter than most remarks on a child.
    private const int Longest = 40;

    // Enough for 'Adres 2' and 'P75', too few for a year, a product code with its version or a number of a client.
    private const int MostDigits = 2;

    /// <summary>The names in a list, and how many are not shown; nothing for a column without a name.</summary>
    internal static Wording List(IReadOnlyList<string> names) => List(names, names);

    /// <summary>The same of some of the names of a source.</summary>
    internal static Wording List(IReadOnlyList<string> names, IReadOnlyList<string> all)
    {
        var shown = names.Where(name => name.Length > 0 && MayBeShown(name, all)).ToList();
        var list = string.Join(", ", shown);
        var hidden = names.Count(name => name.Length > 0) - shown.Count;
        var count = Numbers.Whole(hidden);
        return hidden == 0 ? Wording.Same(list)
            : shown.Count == 0 ? new(
                $"{count} waarvan de naam op een waarde lijkt", $"{count} whose name looks like a value")
            : new(
                $"{list}, en {count} waarvan de naam op een waarde lijkt",
                $"{list}, and {count} whose name looks like a value");
    }

    /// <summary>
    /// Whether a name of a source may be shown. Where one of them is a date, a number or several lines, a row may be
    /// among them, of which a text looks like a name: then only names of canonical columns are.
    /// </summary>
    internal static bool MayBeShown(string name, IReadOnlyList<string> names) =>
        names.Any(IsValue) ? IsCanonical(name) : LooksLikeName(name);

    private static bool IsCanonical(string name) =>
        CanonicalColumns.All.Any(column => string.Equals(column.Name(), name, StringComparison.OrdinalIgnoreCase));

    private static bool LooksLikeName(string name) =>
        name.Length is > 0 and <= Longest && char.IsLetter(name[0]) && name.Count(char.IsDigit) <= MostDigits
            && !IsValue(name);

    private static bool IsValue(string name)
    {
        if (name.Length == 0)
            return false;
        if (!name.Any(char.IsLetter) || name.Any(letter => letter is '\r' or '\n'))
            return true;
        var utf8 = Encoding.UTF8.GetBytes(name);
        return char.IsDigit(name[0]) && ValueFormats.Dates.Any(format => DateParser.TryParse(utf8, format, out _));
    }
}
