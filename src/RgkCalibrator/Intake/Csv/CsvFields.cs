using System.Text;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Formats;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake.Csv;

/// <summary>Reads the fields of records into the columns of rows.</summary>
internal sealed class CsvFields
{
    private readonly CsvField[] _fields;
    private readonly int[] _places = RowAssembly.NoPlaces();
    private readonly int _fewest;
    private readonly int _most;

    /// <summary>The fields of a file whose formats are decided.</summary>
    internal CsvFields(CsvDialect dialect, ColumnPlan plan)
    {
        var hasBirthDate = plan.Has(CanonicalColumn.BirthDate);
        _fields = [.. plan.Columns.Where(column => column.Column.Kind() != ColumnKind.Year || !hasBirthDate)
            .Select(column => new CsvField(column, column.Name is { } name ? dialect.PositionOf(name)!.Value : -1))];
        foreach (var field in _fields)
            _places[(int)field.Column] = RowAssembly.InBuffer;
        _fewest = _fields.Where(field => CanonicalColumns.Needed.Contains(field.Column)).Max(field => field.Position) + 1;
        _most = dialect.Names.Count;
    }

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
                field.Read(block, buffer, rows);
            rows++;
        }

        if (rows > 0)
            reader.Read(new RowAssembly(rows, _places, buffer).Assemble(), file);
        return rows + ragged;
    }

    /// <summary>
    /// Whether a record has a field too few for a needed column, text where the header has no column, or a quote that swallowed rows: values may stand
    /// under other names than their own.
    /// </summary>
    private bool IsRagged(CsvBlock block)
    {
        if (block.FieldCount < _fewest)
            return true;
        for (var i = _most; i < block.FieldCount; i++)
        {
            if (!FieldText.Trim(block.Field(i)).IsEmpty)
                return true;
        }

        return block.IsTorn;
    }
}

/// <summary>A field of every record, or one text for all of them.</summary>
internal sealed unsafe class CsvField
{
    private readonly ColumnKind _kind;
    private readonly ValueFormat _format;
    private readonly PinnedText? _constant;
    private readonly Dictionary<TextKey, PinnedText> _values;

    /// <summary>A field by its place in a record, from 0; below 0 for a constant.</summary>
    internal CsvField(PlannedColumn column, int position)
    {
        (Column, Position, _kind) = (column.Column, position, column.Column.Kind());
        _format = column.Mapped.Format ?? default;
        _constant = column.Constant is { } constant ? new PinnedText(constant) : null;
        _values = column.Mapped.Values.ToDictionary(
            pair => TextKey.Of(Encoding.UTF8.GetBytes(pair.Key.Trim())), pair => new PinnedText(pair.Value));
    }

    internal CanonicalColumn Column { get; }

    internal int Position { get; }

    /// <summary>Reads the value of a record into a row; where the record has no such field it is missing.</summary>
    internal void Read(CsvBlock block, RowBuffer buffer, int row)
    {
        var isThere = Position >= 0 && Position < block.FieldCount;
        if (_kind == ColumnKind.Text)
            buffer.Texts(Column)[row] = isThere ? Text(block.Field(Position)) : _constant?.Handle ?? default;
        else if (_kind == ColumnKind.Number)
            buffer.Ticks[row] = NumberParser.ToTicks(block.Field(Position), _format);
        else if (!isThere)
            buffer.Days(Column)[row] = Line.NoDay;
        else if (_kind == ColumnKind.Year)
            buffer.Days(Column)[row] = BirthYear.MiddleOf(FieldText.Trim(block.Field(Position)));
        else
            buffer.Days(Column)[row] = buffer.Seen.Read(block.Field(Position), _format);
    }

    private TextHandle Text(ReadOnlySpan<byte> field)
    {
        var text = FieldText.Trim(field);
        if (_values.Count > 0 && _values.TryGetValue(TextKey.Of(text), out var other))
            return other.Handle;
        // A field lies in unmanaged memory, and stays there until its block is done with.
        fixed (byte* start = text)
            return TextHandle.Of(start, text.Length);
    }
}

/// <summary>A text that never moves, so that handles may point to it.</summary>
internal sealed unsafe class PinnedText
{
    private readonly byte[] _bytes;

    internal PinnedText(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        _bytes = GC.AllocateUninitializedArray<byte>(utf8.Length + 1, pinned: true);
        utf8.CopyTo(_bytes, 0);
        fixed (byte* start = _bytes)
            Handle = TextHandle.Of(start, utf8.Length);
    }

    internal TextHandle Handle { get; }
}
