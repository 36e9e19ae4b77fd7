using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;

namespace RgkCalibrator.Intake.Copies.Workbooks;

/// <summary>Reads cells (<c>c</c>) as text, in which days and numbers can be read in one way only.</summary>
internal sealed class CellReader(ExcelWorkbook workbook)
{
    // Counts as an empty cell in every column.
    private static readonly byte[] NotAvailable = [.. "#N/A"u8];

    private readonly ArrayBufferWriter<char> _value = new();
    private string _type = string.Empty;
    private int _style;
    private bool _hasFormula;
    private bool _hasValue;

    /// <summary>Cells with an error, or a formula whose outcome is not in the workbook.</summary>
    internal long Errors { get; private set; }

    /// <summary>
    /// Whether the cell that was read last holds a text: how it writes a day or a number is not known.
    /// </summary>
    internal bool IsText { get; private set; }

    /// <summary>
    /// What the cell that was read last shows: a day, or a plain number that Excel may keep of a day; null for all
    /// else.
    /// </summary>
    internal NumberKind? Shown { get; private set; }

    /// <summary>
    /// Reads what a cell says of itself: its reference, e.g. <c>B7</c>, or null where it follows the cell before it.
    /// </summary>
    internal string? Begin(XmlReader reader)
    {
        (_type, _style) = (string.Empty, 0);
        string? place = null;
        while (reader.MoveToNextAttribute())
        {
            if (reader.LocalName == "r")
                place = reader.Value;
            else if (reader.LocalName == "t")
                _type = reader.Value;
            else if (reader.LocalName == "s")
                _style = WholeNumber(reader.Value);
        }

        reader.MoveToElement();
        return place;
    }

    /// <summary>Appends the text of the cell, and moves to the cell's end. A text of white space is empty.</summary>
    /// <param name="reader">Stands at the cell.</param>
    /// <param name="utf8">Takes the text.</param>
    /// <param name="isDay">Whether a plain number that can be a day is one.</param>
    internal void AppendText(XmlReader reader, ArrayBufferWriter<byte> utf8, bool isDay)
    {
        _value.ResetWrittenCount();
        (_hasFormula, _hasValue, IsText, Shown) = (false, false, false, null);
        ReadParts(reader);
        var value = _value.WrittenSpan;
        if (value.IsWhiteSpace())
        {
            if (_hasFormula && _type != "str")
                AppendError(utf8);
            return;
        }

        IsText = _type is "inlineStr" or "str" or "s";
        if (_type is "inlineStr" or "str")
            XmlText.WriteUtf8(value, utf8);
        else if (_type == "s")
            utf8.Write(workbook.Strings[WholeNumber(value.Trim())]);
        else if (_type is "" or "n")
            AppendNumber(value, utf8, isDay);
        else if (_type == "b")
            utf8.Write(value.Trim() is "1" or "true" ? "TRUE"u8 : "FALSE"u8);
        else if (_type == "d")
            AppendDay(value, utf8);
        else
            AppendError(utf8);
    }

    private void ReadParts(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.MoveOn() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "f")
            {
                _hasFormula = true;
            }
            else if (reader.LocalName == "v" && !_hasValue)
            {
                _hasValue = true;
                XmlText.Append(reader, _value);
            }
            else if (reader.LocalName == "is" && _type == "inlineStr")
            {
                XmlText.AppendRich(reader, _value);
            }
        }
    }

    private void AppendError(ArrayBufferWriter<byte> utf8)
    {
        Errors++;
        utf8.Write(NotAvailable);
    }

    private void AppendNumber(ReadOnlySpan<char> value, ArrayBufferWriter<byte> utf8, bool isDay)
    {
        var form = workbook.Styles[_style];
        var kind = form.Kind == NumberKind.Number && isDay && SerialDay.IsLikely(value) ? NumberKind.Day : form.Kind;
        var isWritten = kind switch
        {
            NumberKind.Day => SerialDay.TryWrite(NumberText.Parse(value), workbook.CountsFrom1904, utf8),
            NumberKind.Time => SerialDay.TryWriteTime(NumberText.Parse(value), utf8),
            _ => false,
        };
        if (!isWritten)
            NumberText.Write(value, form.Digits, utf8);
        Shown = kind == NumberKind.Number && SerialDay.IsLikely(value) ? NumberKind.Number
            : isWritten && kind == NumberKind.Day ? NumberKind.Day
            : null;
    }

    // As it stands, but for a midnight.
    private void AppendDay(ReadOnlySpan<char> value, ArrayBufferWriter<byte> utf8)
    {
        Shown = NumberKind.Day;
        var day = value.Trim();
        var time = day.IndexOf('T');
        if (time > 0 && !day[(time + 1)..].ContainsAnyExcept("0:.Z"))
            day = day[..time];
        utf8.Advance(Encoding.UTF8.GetBytes(day, utf8.GetSpan(Encoding.UTF8.GetMaxByteCount(day.Length))));
    }

    private static int WholeNumber(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidDataException("The number of a style or of a text is no number.");
}
