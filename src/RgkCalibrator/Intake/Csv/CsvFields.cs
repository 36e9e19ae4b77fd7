using System.Text;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Forms;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake.Csv;

/// <summary>From the fields of records to the columns of rows.</summary>
internal sealed class CsvFields
{
    private readonly CsvTextField[] _texts;
    private readonly CsvDayField[] _days;
    private readonly int _year;
    private readonly int _volume;
    private readonly NumberForm _decimals;
    private readonly bool _hasBirthDates;
    private readonly int _fewest;
    private readonly int _most;

    private CsvFields(CsvTextField[] texts, CsvDayField[] days, int year, (int Field, NumberForm Form) volume, CsvDialect dialect)
    {
        (_texts, _days, _year) = (texts, days, year);
        (_volume, _decimals) = volume;
        _hasBirthDates = Array.Exists(days, field => field.Column == CanonicalColumn.BirthDate);
        _most = dialect.Names.Count;
        _fewest = Needed().Max() + 1;

        IEnumerable<int> Needed() => _texts.Where(field => CanonicalColumns.Needed.Contains(field.Column)).Select(field => field.Field)
            .Concat(_days.Where(field => CanonicalColumns.Needed.Contains(field.Column)).Select(field => field.Field))
            .Append(_volume);
    }

    /// <summary>The fields of a file.</summary>
    internal static CsvFields Of(CsvDialect dialect, ColumnPlan plan, FormDecisions decisions)
    {
        var texts = plan.Columns.Where(column => column.Column.Kind() == ColumnKind.Text).Select(column => new CsvTextField(column, dialect));
        var days = plan.Columns.Where(column => column.Column.Kind() == ColumnKind.Day)
            .Select(column => new CsvDayField(column.Column, dialect.PositionOf(column.Name!)!.Value, decisions.Dates[column.Column]));
        var year = plan.Find(CanonicalColumn.BirthYear) is { } birthYear ? dialect.PositionOf(birthYear.Name!)!.Value : -1;
        var volume = dialect.PositionOf(plan.Find(CanonicalColumn.Volume)!.Name!)!.Value;
        return new CsvFields([.. texts], [.. days], year, (volume, decisions.Decimals[CanonicalColumn.Volume]), dialect);
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
            reader.Read(RowsOf(buffer, rows), file);
        return rows + ragged;
    }

    /// <summary>A field too few for a needed column, text where the header has no column, or a quote that swallowed rows: values may stand under other names than their own.</summary>
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
        buffer.Ticks[row] = NumberForms.ToTicks(block.Field(_volume), _decimals);
        foreach (var field in _texts)
            buffer.Texts(field.Column)[row] = field.Read(block);
        foreach (var field in _days)
            buffer.Days(field.Column)[row] = field.Read(block, buffer.Seen);
        if (_year >= 0 && !_hasBirthDates)
            buffer.Days(CanonicalColumn.BirthYear)[row] = _year < block.FieldCount ? BirthYear.MiddleOf(FieldText.Trim(block.Field(_year))) : Line.NoDay;
    }

    private RowColumns RowsOf(RowBuffer buffer, int rows)
    {
        DebitCredit.Apply(Text(CanonicalColumn.DebitCredit), buffer.Ticks, rows);
        return new RowColumns
        {
            Count = rows,
            Number = buffer.Numbers[..rows],
            Ticks = buffer.Ticks[..rows],
            Client = Text(CanonicalColumn.ClientId),
            Product = Text(CanonicalColumn.ProductCode),
            Unit = Text(CanonicalColumn.Unit),
            Provider = Text(CanonicalColumn.ProviderId),
            Id = Text(CanonicalColumn.LineId),
            Credits = Text(CanonicalColumn.CreditsLineId),
            Assignment = Text(CanonicalColumn.AssignmentId),
            Location = Text(CanonicalColumn.Location),
            Intervention = Text(CanonicalColumn.Intervention),
            Municipality = Text(CanonicalColumn.Municipality),
            EndReason = Text(CanonicalColumn.EndReason),
            Start = Days(CanonicalColumn.StartDate),
            End = Days(CanonicalColumn.EndDate),
            Birth = _year >= 0 && !_hasBirthDates ? buffer.Column(CanonicalColumn.BirthYear, rows) : Days(CanonicalColumn.BirthDate),
            CareStart = Days(CanonicalColumn.CareStart),
            CareEnd = Days(CanonicalColumn.CareEnd),
        };

        Column Text(CanonicalColumn column) => Array.Exists(_texts, field => field.Column == column) ? buffer.Column(column, rows) : default;

        Column Days(CanonicalColumn column) => Array.Exists(_days, field => field.Column == column) ? buffer.Column(column, rows) : default;
    }
}

/// <summary>A field of days.</summary>
internal sealed record CsvDayField(CanonicalColumn Column, int Field, DateForm Form)
{
    internal int Read(CsvBlock block, SeenDays seen) => Field < block.FieldCount ? seen.Read(block.Field(Field), Form) : Line.NoDay;
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
