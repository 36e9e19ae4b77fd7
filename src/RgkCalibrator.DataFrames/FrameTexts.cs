using Microsoft.Data.Analysis;

namespace RgkCalibrator.DataFrames;

/// <summary>A frame as text to read on a screen.</summary>
public static class FrameTexts
{
    private const string Gap = "  ";

    /// <summary>
    /// All rows below one another, in columns as wide as they need: numbers to the right, with at most so many
    /// decimals; nothing where a cell is null. Unlike <see cref="DataFrame.ToString()"/> it looks the same on every
    /// machine.
    /// </summary>
    /// <param name="frame">The frame.</param>
    /// <param name="decimals">0 to 6.</param>
    /// <param name="language">Of numbers and days.</param>
    public static string ToText(this DataFrame frame, int decimals = 1, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var columns = frame.Columns.Select(column => Lines(column, decimals, language)).ToList();
        return string.Concat(Enumerable.Range(0, checked((int)frame.Rows.Count) + 1)
            .Select(row => string.Join(Gap, columns.Select(lines => lines[row])).TrimEnd() + "\n"));
    }

    /// <summary>The name and the cells, all as wide as the widest.</summary>
    private static List<string> Lines(DataFrameColumn column, int decimals, Language language)
    {
        List<string> cells = [column.Name];
        for (var row = 0L; row < column.Length; row++)
            cells.Add(Shown(column[row], decimals, language));
        var width = cells.Max(cell => cell.Length);
        return cells.ConvertAll(cell => column.IsNumericColumn() ? cell.PadLeft(width) : cell.PadRight(width));
    }

    private static string Shown(object? value, int decimals, Language language) => value switch
    {
        null => string.Empty,
        bool flag => (flag ? new Wording("ja", "yes") : new Wording("nee", "no")).In(language),
        DateTime day => Numbers.Date(DateOnly.FromDateTime(day), language),
        double number when !double.IsFinite(number) => string.Empty,
        double or float or decimal => Numbers.Shown(
            Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture), decimals, language),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
