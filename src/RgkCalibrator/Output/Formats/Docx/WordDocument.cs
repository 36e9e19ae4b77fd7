namespace RgkCalibrator.Output.Formats.Docx;

/// <summary>A text document: blocks one below the other, on landscape A4.</summary>
/// <param name="Title">In the properties of the file, and above the text.</param>
/// <param name="Blocks">What stands below the title.</param>
internal sealed record WordDocument(string Title, IReadOnlyList<WordBlock> Blocks);

/// <summary>A paragraph or a table.</summary>
internal abstract record WordBlock;

/// <summary>A paragraph.</summary>
internal sealed record WordParagraph(string Text, WordStyle Style = WordStyle.Plain) : WordBlock;

/// <summary>What a paragraph looks like.</summary>
internal enum WordStyle
{
    Plain,
    Strong,
    Warning,
    Small,
}

/// <summary>A table whose headings come back on every page.</summary>
/// <param name="Headings">Above the columns.</param>
/// <param name="Widths">Of the columns, in parts of the whole.</param>
/// <param name="Rows">A cell for each column.</param>
internal sealed record WordTable(
    IReadOnlyList<string> Headings, IReadOnlyList<int> Widths, IReadOnlyList<WordRow> Rows) : WordBlock;

/// <summary>A row of a table.</summary>
/// <param name="Cells">One for each column.</param>
/// <param name="Continues">
/// Whether it belongs with the row above it: no line is drawn, and no page ends, between them.
/// </param>
internal sealed record WordRow(IReadOnlyList<WordCell> Cells, bool Continues = false);

/// <summary>A cell.</summary>
/// <param name="Paragraphs">One below the other.</param>
/// <param name="Merge">How it shares its place with the cells above and below.</param>
internal sealed record WordCell(IReadOnlyList<WordParagraph> Paragraphs, WordMerge Merge = WordMerge.None);

/// <summary>How a cell shares its place with the cells above and below.</summary>
internal enum WordMerge
{
    None,

    /// <summary>It goes on in the rows below.</summary>
    Begins,

    /// <summary>It is part of the cell above.</summary>
    GoesOn,
}
