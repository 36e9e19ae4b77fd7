namespace RgkCalibrator.Intake.Csv;

/// <summary>
/// A look at fields somewhere in a file, without reading what stands before them. Where lines end inside quotes it may see other fields: good for a
/// sample, and for nothing that a result rests on.
/// </summary>
internal sealed class CsvSample(CsvFile csv)
{
    private const int Looks = 16;
    private const int LookBytes = 8 << 10;

    /// <summary>Fields of some lines in a part of the file.</summary>
    /// <param name="field">The place of the field, from 0.</param>
    /// <param name="from">Where the part begins, from 0 to 1.</param>
    /// <param name="length">Its share of the file.</param>
    /// <exception cref="CalibrationException">The file cannot be read.</exception>
    internal IReadOnlyList<byte[]> At(int field, double from, double length)
    {
        using var file = new FileBytes(csv.Path);
        var bytes = Math.Max(0, new FileInfo(csv.Path).Length - csv.Dialect.DataStart);
        var fields = new List<byte[]>();
        var room = new byte[LookBytes];
        for (var look = 0; look < Looks; look++)
        {
            var offset = csv.Dialect.DataStart + (long)(bytes * (from + (length * look / Looks)));
            Collect(room.AsSpan(0, file.Read(room, offset)), field, fields);
        }

        return fields;
    }

    // The first line is cut, and the last may be.
    private void Collect(ReadOnlySpan<byte> text, int field, List<byte[]> fields)
    {
        var grammar = csv.Dialect.Grammar;
        while (text.IndexOf(grammar.LineEnd) is >= 0 and var end)
        {
            text = text[(end + 1)..];
            if (text.IndexOf(grammar.LineEnd) is >= 0 and var length && FieldOf(text[..length], field) is { IsEmpty: false } found)
                fields.Add(found.ToArray());
        }
    }

    private ReadOnlySpan<byte> FieldOf(ReadOnlySpan<byte> line, int field)
    {
        for (var passed = 0; passed < field; passed++)
        {
            var delimiter = line.IndexOf(csv.Dialect.Grammar.Delimiter);
            if (delimiter < 0)
                return [];
            line = line[(delimiter + 1)..];
        }

        var end = line.IndexOf(csv.Dialect.Grammar.Delimiter);
        return (end < 0 ? line : line[..end]).Trim([CsvGrammar.Quote, (byte)' ', CsvGrammar.CarriageReturn]);
    }
}
