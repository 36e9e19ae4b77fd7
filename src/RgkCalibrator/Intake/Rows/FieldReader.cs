using System.Text;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Formats;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Intake.Rows;

/// <summary>Reads one column of a source whose records are fields of text.</summary>
internal sealed unsafe class FieldReader
{
    private readonly ColumnKind _kind;
    private readonly ValueFormat _format;
    private readonly PinnedText? _constant;
    private readonly MappedValues _values;

    /// <summary>Reads a column whose format is decided.</summary>
    /// <param name="column">The column.</param>
    /// <param name="position">The place of its field in a record, from 0; below 0 for a constant.</param>
    internal FieldReader(PlannedColumn column, int position)
    {
        (Column, Position, _kind) = (column.Column, position, column.Column.Kind());
        _format = column.Mapped.Format ?? default;
        _constant = column.Constant is { } constant ? new PinnedText(constant) : null;
        _values = new MappedValues(column.Mapped);
    }

    internal CanonicalColumn Column { get; }

    internal int Position { get; }

    /// <summary>
    /// Reads a field into a row. A text must lie in unmanaged memory, and stay there until the rows are read.
    /// </summary>
    internal void Read(ReadOnlySpan<byte> field, RowBuffer buffer, int row)
    {
        field = FormulaText.Bare(field);
        if (_kind == ColumnKind.Text)
            buffer.Texts(Column)[row] = Text(FieldText.Trim(field));
        else if (_kind == ColumnKind.Day)
            buffer.Days(Column)[row] = buffer.Seen.Read(field, _format);
        else if (_kind == ColumnKind.Number)
            buffer.TicksOf(Column)[row] = NumberParser.ToTicks(field, _format);
        else
            buffer.Days(Column)[row] = BirthYear.MiddleOf(FieldText.Trim(field));
    }

    /// <summary>Gives a row whose record has no such field the constant, or no value.</summary>
    internal void Skip(RowBuffer buffer, int row)
    {
        if (_kind == ColumnKind.Text)
            buffer.Texts(Column)[row] = _constant?.Handle ?? default;
        else if (_kind == ColumnKind.Number)
            buffer.TicksOf(Column)[row] = VolumeColumn.Bad;
        else
            buffer.Days(Column)[row] = Line.NoDay;
    }

    private TextHandle Text(ReadOnlySpan<byte> text)
    {
        if (_values.Find(text) is { } other)
            return other.Handle;
        fixed (byte* start = text)
            return TextHandle.Of(start, text.Length);
    }
}

/// <summary>What a mapping says that values of a column stand for.</summary>
internal sealed class MappedValues(MappedColumn column)
{
    // A power of two.
    private const int FoundOfLate = 16;

    private readonly Dictionary<TextKey, PinnedText> _values = column.Values.ToDictionary(
        pair => TextKey.Of(Encoding.UTF8.GetBytes(pair.Key.Trim())), pair => new PinnedText(pair.Value));

    /// <summary>What a text, without the white space around it, stands for; null: itself.</summary>
    internal PinnedText? Find(ReadOnlySpan<byte> text) =>
        _values.Count > 0 ? _values.GetValueOrDefault(TextKey.Of(text)) : null;

    /// <summary>Fills texts with what those of a column of the engine stand for; the others stay theirs.</summary>
    internal void Fill(in Column texts, int count, Span<TextHandle> filled)
    {
        // Few different texts stand in many rows: what was found of late is not looked up again.
        Span<(TextHandle Text, TextHandle Filled)> found = stackalloc (TextHandle, TextHandle)[FoundOfLate];
        found.Clear();
        for (var row = 0; row < count; row++)
        {
            ref readonly var text = ref texts.Texts[row];
            if (texts.IsNull(row) || text.Length == 0)
            {
                filled[row] = texts.IsNull(row) ? default : Filled(in text);
                continue;
            }

            ref var known = ref found[unchecked((int)(text.Low >> 32) + (int)(text.Low >> 40)) & (FoundOfLate - 1)];
            if (!known.Text.IsSameAs(in text))
                known = (text, Filled(in text));
            filled[row] = known.Filled;
        }
    }

    private TextHandle Filled(in TextHandle text) => Find(FieldText.Trim(text.Bytes))?.Handle ?? text;
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
