using RgkCalibrator.Intake.Formats;

namespace RgkCalibrator.Intake.Csv;

/// <summary>
/// Reads some fields somewhere in a file, without reading what stands before them. Where lines end inside quotes it may
/// see other fields, so no result may rest on it.
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
        using var block = new CsvBlock(csv.Dialect.Grammar);
        block.Memory.Ensure(LookBytes);
        var bytes = Math.Max(0, new FileInfo(csv.Path).Length - csv.Dialect.DataStart);
        var fields = new List<byte[]>();
        for (var look = 0; look < Looks; look++)
        {
            var room = block.Memory.Bytes(0, LookBytes);
            var read = file.Read(room, csv.Dialect.DataStart + (long)(bytes * (from + (length * look / Looks))));
            // The last line may be cut, and the first is.
            block.Begin(room[..read].LastIndexOf(csv.Dialect.Grammar.LineEnd) + 1, 0, hasQuotes: true);
            for (_ = block.MoveNext(); block.MoveNext();)
            {
                if (field < block.FieldCount && FieldText.Trim(block.Field(field)) is { IsEmpty: false } found)
                    fields.Add(found.ToArray());
            }
        }

        return fields;
    }
}
