using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Formats;

/// <summary>Tables as CSV: for a Dutch spreadsheet, and for programs.</summary>
internal static class CsvTable
{
    /// <summary>
    /// UTF-8 with byte order mark, <c>;</c>, decimal comma, headings for readers: opens in a Dutch Excel by
    /// double-click.
    /// </summary>
    internal static void WriteForExcel(Table table, TextWriter output)
    {
        output.Write('\uFEFF');
        Write(
            table.Columns.Select(column => column.Heading),
            table.Rows.Select(row => row.Select(cell => cell.Shown)),
            ';',
            output);
    }

    /// <summary>UTF-8, comma, decimal point, names for programs.</summary>
    internal static void WritePlain(Table table, TextWriter output) =>
        Write(
            table.Columns.Select(column => column.Name),
            table.Rows.Select(row => row.Select(cell => cell.Plain)),
            ',',
            output);

    private static void Write(
        IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows, char separator, TextWriter output)
    {
        foreach (var row in rows.Prepend(header))
        {
            var cells = row.Select(cell => Quoted(FormulaText.Neutral(cell), separator));
            output.Write(string.Join(separator, cells) + "\n");
        }
    }

    private static string Quoted(string cell, char separator) =>
        cell.AsSpan().IndexOfAny([separator, '"', '\n', '\r']) < 0
            ? cell
            : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
