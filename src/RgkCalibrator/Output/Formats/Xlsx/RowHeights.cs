namespace RgkCalibrator.Output.Formats.Xlsx;

/// <summary>
/// Heights of rows, estimated from the words in them: not every program makes room for wrapped text by itself. They are
/// told as the program's own, so that a row still grows with what a reader fills in.
/// </summary>
internal static class RowHeights
{
    private const int Line = 15;
    private const int TitleHeight = 24;

    /// <summary>In points, of the button of the filter, which stands below the heading and covers none of it.</summary>
    internal const int ForButton = Line;

    /// <summary>
    /// As many letters of a text as a column holds: its width is in digits, which are wider than most letters.
    /// </summary>
    internal static int Letters(int width) => (width - ColumnWidths.Indents) * 11 / 10;

    /// <summary>In points, of a row of texts in columns of these widths.</summary>
    internal static int ForTexts(IEnumerable<(string Text, int Width)> cells) =>
        Line * cells.Select(cell => Lines(cell.Text, cell.Width)).DefaultIfEmpty(1).Max();

    /// <summary>In points, of a note above a table or on its own.</summary>
    internal static int ForNote(Note note, int? wrapWidth) => note.Style switch
    {
        NoteStyle.Title => TitleHeight,
        NoteStyle.Plain when wrapWidth is { } width => ForTexts([(note.Text, width)]),
        _ => Line,
    };

    private static int Lines(string text, int width)
    {
        var room = Math.Max(1, width);
        if (text.Length <= room)
            return 1;
        var (lines, used) = (1, 0);
        foreach (var word in text.Split(' '))
        {
            var needed = used == 0 ? word.Length : used + 1 + word.Length;
            if (needed > room && used > 0)
                (lines, needed) = (lines + 1, word.Length);
            lines += (needed - 1) / room;
            used = needed <= room ? needed : ((needed - 1) % room) + 1;
        }

        return lines;
    }
}
