using System.Text;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Csv;

namespace RgkCalibrator.Intake.Pseudonyms;

/// <summary>Copies a CSV file with the ids of clients replaced: the same columns, rows and delimiter, in UTF-8.</summary>
internal sealed class CsvPseudonyms(CsvFile csv, int client, Pseudonym pseudonym) : IDisposable
{
    private readonly byte _delimiter = csv.Dialect.Grammar.Delimiter;
    private readonly MemoryStream _line = new();
    private long _records;

    /// <summary>Writes the copy.</summary>
    /// <returns>Its records.</returns>
    /// <exception cref="CalibrationException">The file cannot be read, or does not have the column.</exception>
    internal static long Write(string source, string target, ColumnMapping mapping, Pseudonym pseudonym, CancellationToken stop)
    {
        var column = mapping.Of(CanonicalColumn.ClientId);
        var names = string.Join('/', column.Names);
        var csv = CsvFile.Open(source, new($"de kolom {names}", $"the column {names}"), header => column.NameIn(header) is not null);
        var client = csv.Dialect.PositionOf(column.NameIn(csv.Dialect.Names)!)!.Value;
        using var copy = new CsvPseudonyms(csv, client, pseudonym);
        using var stream = File.Create(target);
        return copy.Write(stream, stop);
    }

    public void Dispose() => _line.Dispose();

    private long Write(FileStream stream, CancellationToken stop)
    {
        if (csv.Dialect.HasByteOrderMark)
            stream.Write(Encoding.UTF8.Preamble);
        WriteLine(stream, csv.Dialect.Names.Count, i => Encoding.UTF8.GetBytes(csv.Dialect.Names[i]));
        // One thread, so that the rows keep their order.
        csv.Read(
            1,
            block =>
            {
                while (block.MoveNext())
                {
                    _records++;
                    WriteLine(stream, block.FieldCount, i => i == client ? pseudonym.Utf8Of(block.Field(i)) : block.Field(i));
                }
            },
            stop);
        return _records;
    }

    private delegate ReadOnlySpan<byte> FieldAt(int index);

    private void WriteLine(FileStream stream, int count, FieldAt field)
    {
        _line.SetLength(0);
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
                _line.WriteByte(_delimiter);
            WriteField(field(i));
        }

        _line.Write("\r\n"u8);
        _line.WriteTo(stream);
    }

    private void WriteField(ReadOnlySpan<byte> field)
    {
        if (field.IndexOfAny([_delimiter, CsvGrammar.Quote, CsvGrammar.LineFeed, CsvGrammar.CarriageReturn]) < 0)
        {
            _line.Write(field);
            return;
        }

        _line.WriteByte(CsvGrammar.Quote);
        foreach (var letter in field)
        {
            if (letter == CsvGrammar.Quote)
                _line.WriteByte(CsvGrammar.Quote);
            _line.WriteByte(letter);
        }

        _line.WriteByte(CsvGrammar.Quote);
    }
}
