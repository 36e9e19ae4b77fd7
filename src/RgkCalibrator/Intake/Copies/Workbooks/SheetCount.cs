using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Xml;

namespace RgkCalibrator.Intake.Copies.Workbooks;

/// <summary>
/// Counts the rows of a sheet that hold something, apart from reading them: what the copy must hold. On its way it
/// notes which cells at the top are merged, as that stands below all cells.
/// </summary>
internal sealed class SheetCount
{
    private readonly List<int> _first = [];
    private readonly List<(string From, string To)> _merged = [];
    private readonly ArrayBufferWriter<char> _text = new();
    private readonly BitArray _blanks;
    private readonly int _top;
    private int _number;

    private SheetCount(BitArray blanks, int top) => (_blanks, _top) = (blanks, top);

    /// <summary>Rows that hold something.</summary>
    internal long Rows { get; private set; }

    /// <summary>Areas of merged cells that begin at the top: their first cell and their last.</summary>
    internal IReadOnlyList<(string From, string To)> Merged => _merged;

    /// <summary>The rows that hold something below a row.</summary>
    /// <param name="number">One of the first so many rows that were asked for.</param>
    internal long RowsBelow(int number) => Rows - _first.Count(first => first <= number);

    /// <summary>The texts of a workbook that cannot be seen, by their numbers.</summary>
    internal static BitArray Blanks(XmlReader? reader)
    {
        var blanks = new List<bool>();
        var text = new ArrayBufferWriter<char>();
        while (reader?.MoveOn() == true)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "si")
                continue;
            text.ResetWrittenCount();
            XmlText.AppendRich(reader, text);
            blanks.Add(text.WrittenSpan.IsWhiteSpace());
        }

        return new BitArray([.. blanks]);
    }

    /// <summary>Counts a sheet.</summary>
    /// <param name="reader">The sheet.</param>
    /// <param name="blanks">The texts that cannot be seen.</param>
    /// <param name="top">So many rows that hold something are the top.</param>
    /// <param name="stop">Asks to stop.</param>
    internal static SheetCount Of(XmlReader reader, BitArray blanks, int top, CancellationToken stop)
    {
        var count = new SheetCount(blanks, top);
        while (reader.MoveOn())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "row")
                count.TakeRow(reader, stop);
            else if (reader.LocalName == "mergeCell")
                count.TakeMerged(reader.GetAttribute("ref") ?? string.Empty);
        }

        return count;
    }

    private void TakeRow(XmlReader reader, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        _number = reader.GetAttribute("r") is { } stated
            ? int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0
            : _number + 1;
        if (!RowHoldsSomething(reader))
            return;
        Rows++;
        if (_first.Count < _top)
            _first.Add(_number);
    }

    private bool RowHoldsSomething(XmlReader row)
    {
        if (row.IsEmptyElement)
            return false;
        var (depth, holds) = (row.Depth, false);
        while (row.MoveOn() && row.Depth > depth)
        {
            if (!holds && row.NodeType == XmlNodeType.Element && row.LocalName == "c" && !row.IsEmptyElement)
                holds = CellHoldsSomething(row);
        }

        return holds;
    }

    // The cell's value; or a formula without one, unless its outcome is a text of nothing.
    private bool CellHoldsSomething(XmlReader cell)
    {
        var (type, depth, hasFormula) = (cell.GetAttribute("t"), cell.Depth, false);
        _text.ResetWrittenCount();
        while (cell.MoveOn() && cell.Depth > depth)
        {
            if (cell.NodeType != XmlNodeType.Element)
                continue;
            hasFormula |= cell.LocalName == "f";
            if (cell.LocalName == "v")
                XmlText.Append(cell, _text);
            else if (cell.LocalName == "is" && type == "inlineStr")
                XmlText.AppendRich(cell, _text);
        }

        var text = _text.WrittenSpan.Trim();
        return text.IsEmpty ? hasFormula && type != "str" : type != "s" || IsVisible(text);
    }

    private bool IsVisible(ReadOnlySpan<char> place) =>
        !int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number >= _blanks.Count || !_blanks[number];

    private void TakeMerged(string area)
    {
        if (area.Split(':') is [var from, var to] && (_first.Count == 0 || CellPlace.Row(from) <= _first[^1]))
            _merged.Add((from, to));
    }
}
