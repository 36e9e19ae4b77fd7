using System.Text;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Formats;

/// <summary>Tables as Markdown, for reading. Nothing in a cell or a heading is markup.</summary>
internal static class MarkdownTable
{
    private const string Escaped = @"\`*_[]|~";

    internal static void Write(Table table, TextWriter output)
    {
        output.Write("## " + Escape(table.Title) + "\n\n");
        WriteRow(table.Columns.Select(column => Escape(column.Heading)), output);
        WriteRow(table.Columns.Select(column => column.IsNumber ? "--:" : "---"), output);
        foreach (var row in table.Rows)
            WriteRow(row.Select(cell => Escape(cell.Shown)), output);
        output.Write("\n");
    }

    private static void WriteRow(IEnumerable<string> cells, TextWriter output) =>
        output.Write("| " + string.Join(" | ", cells) + " |\n");

    /// <summary>A text in which nothing is markup.</summary>
    internal static string Escape(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings(" "))
        {
            if (Escaped.Contains(letter, StringComparison.Ordinal))
                written.Append('\\');
            _ = letter switch
            {
                '<' => written.Append("&lt;"),
                '&' => written.Append("&amp;"),
                _ => written.Append(letter),
            };
        }

        // An address becomes a link by itself.
        written.Replace("://", ":\\/\\/").Replace("www.", "www\\.");
        return ShownText.Of(written.ToString());
    }
}
