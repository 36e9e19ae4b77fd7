using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Formats;

/// <summary>Tables as Markdown, for reading.</summary>
internal static class MarkdownTable
{
    internal static void Write(Table table, TextWriter output)
    {
        output.Write("## " + table.Title + "\n\n");
        WriteRow(table.Columns.Select(column => column.Heading), output);
        WriteRow(table.Columns.Select(column => column.IsNumber ? "--:" : "---"), output);
        foreach (var row in table.Rows)
            WriteRow(row.Select(cell => Escape(cell.Shown)), output);
        output.Write("\n");
    }

    private static void WriteRow(IEnumerable<string> cells, TextWriter output) =>
        output.Write("| " + string.Join(" | ", cells) + " |\n");

    private static string Escape(string text) => text
        .ReplaceLineEndings(" ")
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal);
}
