using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Cli;

/// <summary>
/// Tables as plain text, the same on a screen and in a file: no wider than <see cref="Width"/> as long as words can be
/// broken into lines.
/// </summary>
internal static class TextTable
{
    private const int Width = 100;
    private const int Gap = 2;

    // A column of texts is not made narrower than this: words would stand one a line.
    private const int Least = 14;

    /// <summary>
    /// Writes a table without its title, indented; of names that others gave with escapes for what a terminal obeys.
    /// </summary>
    public static void Write(Table table, TextWriter output) => WriteShown(Shown(table), output);

    private static void WriteShown(Table table, TextWriter output)
    {
        var widths = Widths(table);
        WriteRow([.. table.Columns.Select(column => column.Heading)]);
        foreach (var row in table.Rows)
            WriteRow([.. row.Select(cell => cell.Shown)]);

        void WriteRow(IReadOnlyList<string> cells)
        {
            var lines = cells.Select((cell, i) => Wrapped(cell, widths[i])).ToList();
            for (var line = 0; line < lines.Max(cell => cell.Count); line++)
            {
                var parts = lines.Select(
                    (cell, i) => Padded(
                        line < cell.Count ? cell[line] : string.Empty, widths[i], table.Columns[i].IsNumber));
                output.WriteLine((new string(' ', Gap) + string.Join(new string(' ', Gap), parts)).TrimEnd());
            }
        }
    }

    private static Table Shown(Table table) => table with
    {
        Columns = [.. table.Columns.Select(column => column with { Heading = ShownText.Of(column.Heading) })],
        Rows =
        [
            .. table.Rows.Select(row => row.Select(cell => cell with { Shown = ShownText.Of(cell.Shown) }).ToArray()),
        ],
    };

    /// <summary>Whether no word needs to be broken off.</summary>
    public static bool Fits(Table table) => Sum(FullWidths(table)) <= Width;

    private static int Sum(int[] widths) => widths.Sum(width => width + Gap);

    private static int[] FullWidths(Table table) =>
        [
            .. table.Columns.Select((column, i) =>
                table.Rows.Select(row => row[i].Shown.Length).Append(column.Heading.Length).Max()),
        ];

    private static int[] Widths(Table table)
    {
        var widths = FullWidths(table);
        while (Sum(widths) > Width)
        {
            var widest =
                Enumerable.Range(0, widths.Length).Where(i => !table.Columns[i].IsNumber).MaxBy(i => widths[i]);
            if (table.Columns[widest].IsNumber || widths[widest] <= Least)
                break;
            widths[widest]--;
        }

        return widths;
    }

    /// <summary>The words in lines of at most a width; a longer word has a line of its own.</summary>
    public static IReadOnlyList<string> Wrapped(string text, int width)
    {
        var lines = new List<string> { string.Empty };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > width)
                lines.Add(word);
            else
                lines[^1] += lines[^1].Length == 0 ? word : " " + word;
        }

        return lines;
    }

    /// <summary>Sentences, wrapped and indented.</summary>
    public static void Write(string sentences, TextWriter output)
    {
        foreach (var line in Wrapped(ShownText.Of(sentences), Width - Gap))
            output.WriteLine(new string(' ', Gap) + line);
    }

    private static string Padded(string text, int width, bool isNumber) =>
        isNumber ? text.PadLeft(width) : text.PadRight(width);
}
