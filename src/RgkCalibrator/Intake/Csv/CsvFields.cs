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
    private readonly CsvTextField[] _texts;
    private readonly CsvDayField[] _days;
    private readonly CsvDayField _volume;
    private readonly int _year = -1;
    private readonly int[] _places = RowAssembly.NoPlaces();
    private readonly int _fewest;
    private readonly int _most;

    /// <summary>The fields of a file whose formats are decided.</summary>
    internal CsvFields(CsvDialect dialect, ColumnPlan plan)
    {
        CsvDayField[] fields = [.. plan.Columns.Where(column => column.Name is not null)
            .Select(column => new CsvDayField(column.Column, dialect.PositionOf(column.Name!)!.Value, column.Mapped.Format ?? ValueFormat.Iso))];
        _texts = [.. plan.Columns.Where(column => column.Column.Kind() == ColumnKind.Text).Select(column => new CsvTextField(column, dialect))];
        _days = Array.FindAll(fields, field => field.Column.Kind() == ColumnKind.Day);
        _volume = Array.Find(fields, field => field.Column == CanonicalColumn.Volume)!;
        if (!plan.Has(CanonicalColumn.BirthDate))
            _year = Array.Find(fields, field => field.Column == CanonicalColumn.BirthYear)?.Field ?? -1;
        foreach (var column in plan.Columns)
            _places[(int)column.Column] = RowAssembly.InBuffer;
        _fewest = fields.Where(field => CanonicalColumns.Needed.Contains(field.Column)).Max(field => field.Field) + 1;
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

            Set(block, buffer, rows++);
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

    private void Set(CsvBlock block, RowBuffer buffer, int row)
    {
        buffer.Numbers[row] = block.Row;
        buffer.Ticks[row] = NumberParser.ToTicks(block.Field(_volume.Field), _volume.Format);
        foreach (var field in _texts)
            buffer.Texts(field.Column)[row] = field.Read(block);
        foreach (var field in _days)
            buffer.Days(field.Column)[row] = field.Read(block, buffer.Seen);
        if (_year >= 0)
            buffer.Days(CanonicalColumn.BirthYear)[row] = _year < block.FieldCount ? BirthYear.MiddleOf(FieldText.Trim(block.Field(_year))) : Line.NoDay;
    }
}

/// <summary>A field of days, or of numbers.</summary>
internal sealed record CsvDayField(CanonicalColumn Column, int Field, ValueFormat Format)
{
    internal int Read(CsvBlock block, SeenDays seen) => Field < block.FieldCount ? seen.Read(block.Field(Field), Format) : Line.NoDay;
}

/// <summary>A field of texts, or one text for every row; with what stands for what.</summary>
internal sealed unsafe class CsvTextField
{
    private readonly PinnedText? _constant;
    private readonly Dictionary<TextKey, PinnedText> _values;

    internal CsvTextField(PlannedColumn column, CsvDialect dialect)
    {
        Column = column.Column;
        Field = column.Name is { } name ? dialect.PositionOf(name)!.Value : -1;
        _constant = column.Constant is { } constant ? new PinnedText(constant) : null;
        _values = column.Mapped.Values.ToDictionary(pair => TextKey.Of(Encoding.UTF8.GetBytes(pair.Key.Trim())), pair => new PinnedText(pair.Value));
    }

    internal CanonicalColumn Column { get; }

    /// <summary>Its place in a record; below 0 for a constant.</summary>
    internal int Field { get; }

    internal TextHandle Read(CsvBlock block)
    {
        if (_constant is not null)
            return _constant.Handle;
        if (Field >= block.FieldCount)
            return default;
        var text = FieldText.Trim(block.Field(Field));
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
