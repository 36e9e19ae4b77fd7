using System.Buffers;
using System.Globalization;
using System.Xml;

namespace RgkCalibrator.Intake.Copies.Workbooks;

/// <summary>Reads the rows of a sheet that hold something that can be seen, one by one from the top.</summary>
internal sealed class SheetReader : IDisposable
{
    private const int MostRows = 1_048_576;
    private const int MostColumns = 16_384;

    private readonly XmlReader _reader;
    private readonly CellReader _cells;
    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly List<Range> _places = [];
    private readonly List<int> _texts = [];
    private readonly DayColumns _days;

    /// <summary>Opens a sheet.</summary>
    /// <param name="workbook">Its workbook.</param>
    /// <param name="part">Where the sheet is in it.</param>
    /// <param name="days">Takes note of the cells of columns that are to hold days.</param>
    internal SheetReader(ExcelWorkbook workbook, string part, DayColumns days)
    {
        _days = days;
        _reader = workbook.Package.Open(part);
        _cells = new CellReader(workbook);
    }

    /// <summary>The row's number, as Excel shows it.</summary>
    internal int Number { get; private set; }

    /// <summary>Whether the row is hidden.</summary>
    internal bool IsHidden { get; private set; }

    /// <summary>The columns of the row up to its last cell.</summary>
    internal int Width => _places.Count;

    /// <summary>Cells of all rows so far with an error, or a formula whose outcome is not in the workbook.</summary>
    internal long Errors => _cells.Errors;

    /// <summary>The text in a column of the row, from 0; empty where there is none.</summary>
    internal ReadOnlySpan<byte> this[int column] =>
        column < _places.Count ? _text.WrittenSpan[_places[column]] : [];

    /// <summary>The columns of the row in which a text stands, from 0.</summary>
    internal IReadOnlyList<int> Texts => _texts;

    /// <summary>Moves to the next row that holds something.</summary>
    /// <exception cref="InvalidDataException">The sheet is damaged.</exception>
    /// <exception cref="XmlException">The sheet is damaged.</exception>
    internal bool MoveNext()
    {
        while (_reader.MoveOn())
        {
            if (_reader.NodeType == XmlNodeType.Element && _reader.LocalName == "row")
            {
                ReadRow();
                if (_text.WrittenCount > 0)
                    return true;
            }
        }

        return false;
    }

    public void Dispose() => _reader.Dispose();

    private void ReadRow()
    {
        _text.ResetWrittenCount();
        _places.Clear();
        _texts.Clear();
        var number = _reader.GetAttribute("r") is { } stated ? RowNumber(stated) : Number + 1;
        if (number <= Number || number > MostRows)
            throw new InvalidDataException("A row is out of its place.");
        Number = number;
        IsHidden = _reader.GetAttribute("hidden") is "1" or "true";
        if (_reader.IsEmptyElement)
            return;
        var depth = _reader.Depth;
        while (_reader.MoveOn() && _reader.Depth > depth)
        {
            if (_reader.NodeType == XmlNodeType.Element && _reader.LocalName == "c")
                ReadCell();
        }
    }

    private void ReadCell()
    {
        var column = _cells.Begin(_reader) is { } place ? CellPlace.Column(place) : _places.Count;
        if (column < _places.Count || column >= MostColumns)
            throw new InvalidDataException("A cell is out of its place.");
        var start = _text.WrittenCount;
        while (_places.Count < column)
            _places.Add(default);
        _cells.AppendText(_reader, _text, _days.AreWritten(column));
        _places.Add(start.._text.WrittenCount);
        if (_cells.IsText)
            _texts.Add(column);
        else if (_cells.Shown is { } kind)
            _days.Add(column, isDay: kind == NumberKind.Day);
    }

    private static int RowNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
