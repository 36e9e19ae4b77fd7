namespace RgkCalibrator.Intake.Csv;

/// <summary>
/// Writes a record as this program reads it, with an apostrophe before what would be a formula to a spreadsheet.
/// </summary>
internal static class CsvRecord
{
    /// <summary>The fields with delimiters between them, quoted where they must be, and a line end.</summary>
    internal static string Line(IEnumerable<string> fields, char delimiter) =>
        string.Join(delimiter, fields.Select(field => Quoted(field, delimiter))) + "\r\n";

    private static string Quoted(string field, char delimiter) =>
        FormulaText.Neutral(field) is var text && text.AsSpan().ContainsAny([delimiter, '"', '\n', '\r'])
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;
}
