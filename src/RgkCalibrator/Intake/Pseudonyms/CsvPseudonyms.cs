using System.Text;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Csv;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake.Pseudonyms;

/// <summary>
/// Copies a CSV file with the ids of clients replaced: the same columns, rows and delimiter, in UTF-8, and no text that
/// a spreadsheet takes for a formula.
/// </summary>
internal static class CsvPseudonyms
{
    /// <summary>Writes the copy.</summary>
    /// <returns>Its records.</returns>
    /// <exception cref="CalibrationException">The file cannot be read, or does not have the column.</exception>
    internal static long Write(
        string source, string target, ColumnMapping mapping, PseudonymKey key, CancellationToken stop)
    {
        var column = mapping.Of(CanonicalColumn.ClientId);
        var csv = new CsvFile(source, HeadersBy(mapping).InTurn[0](CsvHead.Read(source)));
        var (header, delimiter) = (csv.Dialect.Names, (char)csv.Dialect.Grammar.Delimiter);
        var client = csv.Dialect.PositionOf(column.NameIn(header)!)!.Value;
        // A row that is stuck to another would keep its number.
        var rows = CsvCount.Rows(csv, client + 1, stop);
        using var copy = new StreamWriter(target, append: false, new UTF8Encoding(csv.Dialect.HasByteOrderMark));
        copy.Write(CsvRecord.Line(header, delimiter));
        // One thread, so that the rows keep their order.
        var written = csv.Read(
            1,
            block =>
            {
                while (block.MoveNext())
                {
                    var fields = Enumerable.Range(0, block.FieldCount).Select(i => FieldOf(block, i));
                    copy.Write(CsvRecord.Line(fields, delimiter));
                }
            },
            stop);
        return written == rows ? written : throw LedgerClosing.Lost(csv.Dialect.File, rows, written);

        string FieldOf(CsvBlock block, int i) => i == client
            ? PseudonymOf(block.Field(i))
            : Encoding.UTF8.GetString(block.Field(i));

        string PseudonymOf(ReadOnlySpan<byte> id) => ShortenedNumbers.IsShortened(id)
            ? throw ShortenedNumbers.Refusal(csv.Dialect.File, CanonicalColumn.ClientId)
            : key.PseudonymOf(FormulaText.Bare(id));
    }

    /// <summary>How a header is found: by the name of the column that is replaced.</summary>
    internal static HeaderRules HeadersBy(ColumnMapping mapping)
    {
        var column = mapping.Of(CanonicalColumn.ClientId);
        var names = string.Join('/', column.Names);
        var lookedFor = new Wording($"de kolom {names}", $"the column {names}");
        return new HeaderRules(
            [head => HeaderSearch.Find(head, lookedFor, header => column.NameIn(header) is not null)], AreSure: false)
        {
            IsDay = mapping.IsDay,
        };
    }
}
