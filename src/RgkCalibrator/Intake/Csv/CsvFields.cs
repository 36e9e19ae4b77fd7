using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Formats;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake.Csv;

/// <summary>Reads the fields of records into the columns of rows.</summary>
internal sealed class CsvFields
{
    private readonly FieldReader[] _fields;
    private readonly int[] _places = RowAssembly.NoPlaces();
    private readonly int _names;
    private readonly int _most;

    /// <summary>The fields of a file whose formats are decided.</summary>
    internal CsvFields(CsvDialect dialect, ColumnPlan plan)
    {
        var hasBirthDate = plan.Has(CanonicalColumn.BirthDate);
        _fields = [.. plan.Columns.Where(column => column.Column.Kind() != ColumnKind.Year || !hasBirthDate)
            .Select(column => new FieldReader(column, column.Name is { } name ? dialect.PositionOf(name)!.Value : -1))];
        foreach (var field in _fields)
            _places[(int)field.Column] = RowAssembly.InBuffer;
        var needed = Array.FindAll(_fields, field => CanonicalColumns.Needed.Contains(field.Column));
        Fewest = needed.Max(field => field.Position) + 1;
        (_names, _most) = (dialect.Names.Count, dialect.MostFields);
    }

    /// <summary>The fields that a row has at least.</summary>
    internal int Fewest { get; }

    /// <summary>Hands the next records of a block to a reader, at most <see cref="DataChunk.Capacity"/>.</summary>
    /// <returns>How many; 0 at the end of the block.</returns>
    internal int Fill(CsvBlock block, RowReader reader, int file)
    {
        var (buffer, rows, ragged) = (reader.Buffer, 0, 0);
        while (rows < DataChunk.Capacity && block.MoveNext())
        {
            if (IsRagged(block))
            {
                reader.Reject(file, block.Row, RejectionReason.RaggedRow);
                ragged++;
                continue;
            }

            buffer.Numbers[rows] = block.Row;
            foreach (var field in _fields)
            {
                if (field.Position < 0 || field.Position >= block.FieldCount)
                    field.Skip(buffer, rows);
                else
                    field.Read(block.Field(field.Position), buffer, rows);
            }

            rows++;
        }

        if (rows > 0)
            reader.Read(new RowAssembly(rows, _places, buffer).Assemble(), file);
        return rows + ragged;
    }

    /// <summary>
    /// Whether a record has a field too few for a needed column, a field too many, text where the header has no column,
    /// or a quote that swallowed rows: values may stand under other names than their own. An empty field too many may
    /// be the last column's, after a field that holds the delimiter.
    /// </summary>
    private bool IsRagged(CsvBlock block)
    {
        if (block.FieldCount < Fewest || block.FieldCount > _most)
            return true;
        for (var i = _names; i < block.FieldCount; i++)
        {
            if (!FieldText.Trim(block.Field(i)).IsEmpty)
                return true;
        }

        return block.IsTorn;
    }
}
