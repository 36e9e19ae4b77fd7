using System.Xml;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Formats.Xlsx;

/// <summary>Writes one sheet.</summary>
/// <param name="sheet">The sheet.</param>
/// <param name="styles">Collects how cells look.</param>
/// <param name="texts">Collects what cells say.</param>
internal sealed class SheetXml(Sheet sheet, CellStyles styles, SharedTexts texts)
{
    // Fits on A4 across, also in the wider letters that stand in where Calibri is not installed.
    private const int NoteWidth = 105;

    // What can be read on A3 across, in letters: seven tenths of their usual size.
    private const int LettersOnA3 = 300;
    private const string A3 = "8";
    private const string A4 = "9";
    private const int WidestOnA4 = 12;
    private const string RestrictedTab = "FFB42318";

    /// <summary>The relationship of a sheet to its table.</summary>
    internal const string TableRelationship = "rId1";

    private readonly IReadOnlyList<int> _widths = sheet.Table is { } table ? ColumnWidths.Of(table) : [NoteWidth];

    private int ColumnCount => _widths.Count;

    // The order of the elements is fixed by the format.
    internal void Write(XmlWriter xml)
    {
        xml.WriteStartElement("worksheet", Namespaces.Main);
        xml.WriteAttributeString("xmlns", "r", null, Namespaces.Relationships);
        WriteProperties(xml);
        xml.WriteEmpty("dimension", ("ref", CellReference.Range(1, 1, ColumnCount, Math.Max(1, sheet.LastRow))));
        WriteView(xml);
        xml.WriteEmpty("sheetFormatPr", ("defaultRowHeight", "15"));
        WriteWidths(xml);
        WriteRows(xml);
        WriteProtection(xml);
        InputValidation.Write(sheet, xml);
        WritePage(xml);
        if (sheet.Table is not null)
            xml.WriteList("tableParts", 1, _ => WriteTablePart(xml));
        xml.WriteEndElement();
    }

    private void WriteProperties(XmlWriter xml)
    {
        xml.WriteStartElement("sheetPr");
        if (sheet.Restriction is not null)
            xml.WriteEmpty("tabColor", ("rgb", RestrictedTab));
        xml.WriteEmpty("pageSetUpPr", ("fitToPage", "1"));
        xml.WriteEndElement();
    }

    private void WriteView(XmlWriter xml)
    {
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        xml.WriteAttributes(("showGridLines", "0"), ("workbookViewId", "0"));
        if (sheet.Table is not null)
            WritePane(xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WritePane(XmlWriter xml)
    {
        var topLeft = CellReference.Of(sheet.FrozenColumns + 1, sheet.HeaderRow + 1);
        xml.WriteStartElement("pane");
        if (sheet.FrozenColumns > 0)
            xml.WriteAttributeString("xSplit", Numbers.Whole(sheet.FrozenColumns));
        xml.WriteAttributes(
            ("ySplit", Numbers.Whole(sheet.HeaderRow)), ("topLeftCell", topLeft),
            ("activePane", sheet.FrozenColumns > 0 ? "bottomRight" : "bottomLeft"), ("state", "frozen"));
        xml.WriteEndElement();
    }

    private void WriteWidths(XmlWriter xml)
    {
        xml.WriteStartElement("cols");
        for (var i = 0; i < _widths.Count; i++)
            xml.WriteEmpty("col", ("min", Numbers.Whole(i + 1)), ("max", Numbers.Whole(i + 1)), ("width", Numbers.Whole(_widths[i])), ("customWidth", "1"));
        xml.WriteEndElement();
    }

    private void WriteRows(XmlWriter xml)
    {
        xml.WriteStartElement("sheetData");
        for (var i = 0; i < sheet.Notes.Count; i++)
            WriteNote(xml, i + 1, sheet.Notes[i]);
        if (sheet.Table is { } table)
        {
            WriteHeader(xml, table);
            for (var i = 0; i < table.Table.Rows.Count; i++)
                WriteTableRow(xml, table, i);
        }

        xml.WriteEndElement();
    }

    private static void StartRow(XmlWriter xml, int row, int height)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributes(("r", Numbers.Whole(row)), ("ht", Numbers.Whole(height)));
    }

    private void WriteNote(XmlWriter xml, int row, Note note)
    {
        StartRow(xml, row, RowHeights.Of(note, sheet.Table is null ? NoteWidth : null));
        WriteText(xml, 1, row, note.Text, RoleOf(note.Style));
        xml.WriteEndElement();
    }

    // Beside a table a note runs on over the cells to its right; alone it is wrapped.
    private CellRole RoleOf(NoteStyle style) => style switch
    {
        NoteStyle.Title => CellRole.Title,
        NoteStyle.Heading => CellRole.Heading,
        NoteStyle.Warning => CellRole.Warning,
        NoteStyle.Plain => sheet.Table is null ? CellRole.Note : CellRole.RunningNote,
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, "Unknown style."),
    };

    private void WriteHeader(XmlWriter xml, SheetTable table)
    {
        var columns = table.Table.Columns;
        StartRow(xml, sheet.HeaderRow, RowHeights.Of(table.Headings.Zip(_widths, (heading, width) => (heading, width - ColumnWidths.Button))));
        for (var i = 0; i < table.Headings.Count; i++)
        {
            var role = i < columns.Count ? CellRole.Header : CellRole.InputHeader;
            WriteText(xml, i + 1, sheet.HeaderRow, table.Headings[i], role, isRight: i < columns.Count && columns[i].IsNumber);
        }

        xml.WriteEndElement();
    }

    private void WriteTableRow(XmlWriter xml, SheetTable table, int index)
    {
        var (row, columns, cells) = (sheet.HeaderRow + 1 + index, table.Table.Columns, table.Table.Rows[index]);
        StartRow(xml, row, RowHeights.Of(cells.Zip(_widths, (cell, width) => (cell.Number is null ? cell.Shown : string.Empty, width - ColumnWidths.Indents))));
        for (var i = 0; i < columns.Count; i++)
            WriteCell(xml, (i + 1, row), cells[i], columns[i].IsNumber);
        for (var i = 0; i < table.Inputs.Count; i++)
            WriteInput(xml, columns.Count + 1 + i, row, table.Inputs[i]);
        xml.WriteEndElement();
    }

    private void WriteCell(XmlWriter xml, (int Column, int Row) place, TableCell cell, bool isRight)
    {
        if (cell.Number is null)
        {
            WriteText(xml, place.Column, place.Row, cell.Shown, CellRole.Data, isRight);
            return;
        }

        StartCell(xml, place.Column, place.Row, new CellLook(CellRole.Data, cell.Number.FormatCode, IsRight: isRight));
        xml.WriteElementString("v", cell.Number.Value);
        xml.WriteEndElement();
    }

    private void WriteInput(XmlWriter xml, int column, int row, InputColumn input)
    {
        StartCell(xml, column, row, new CellLook(CellRole.Input, input.FormatCode, IsRight: input.Kind == InputKind.Number));
        xml.WriteEndElement();
    }

    private void WriteText(XmlWriter xml, int column, int row, string text, CellRole role, bool isRight = false)
    {
        var isQuoted = text.Length > 0 && text[0] is '=' or '+' or '-' or '@';
        StartCell(xml, column, row, new CellLook(role, IsRight: isRight, IsQuoted: isQuoted));
        if (text.Length > 0)
        {
            xml.WriteAttributeString("t", "s");
            xml.WriteElementString("v", Numbers.Whole(texts.Of(text)));
        }

        xml.WriteEndElement();
    }

    private void StartCell(XmlWriter xml, int column, int row, CellLook look)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributes(("r", CellReference.Of(column, row)), ("s", Numbers.Whole(styles.Of(look))));
    }

    // What is 0 here stays allowed: filters, widths and heights change no number.
    private void WriteProtection(XmlWriter xml)
    {
        if (sheet.IsProtected)
            xml.WriteEmpty("sheetProtection", ("sheet", "1"), ("objects", "1"), ("scenarios", "1"), ("formatColumns", "0"), ("formatRows", "0"), ("autoFilter", "0"));
    }

    private void WritePage(XmlWriter xml)
    {
        xml.WriteEmpty("pageMargins", ("left", "0.4"), ("right", "0.4"), ("top", "0.6"), ("bottom", "0.6"), ("header", "0.3"), ("footer", "0.3"));
        xml.WriteEmpty("pageSetup", ("paperSize", ColumnCount > WidestOnA4 ? A3 : A4), ("orientation", "landscape"), ("fitToWidth", Numbers.Whole(PagesAcross())), ("fitToHeight", "0"));
        xml.WriteStartElement("headerFooter");
        if (sheet.Restriction is { } restriction)
            xml.WriteElementString("oddHeader", "&C" + restriction.Replace("&", "&&", StringComparison.Ordinal));
        xml.WriteElementString("oddFooter", "&L&A&R&P / &N");
        xml.WriteEndElement();
    }

    /// <summary>As many as leave it readable; the frozen columns come back on each.</summary>
    private int PagesAcross()
    {
        var frozen = _widths.Take(sheet.FrozenColumns).Sum();
        var room = LettersOnA3 - frozen;
        return room <= 0 ? 1 : Math.Max(1, (_widths.Sum() - frozen + room - 1) / room);
    }

    private static void WriteTablePart(XmlWriter xml)
    {
        xml.WriteStartElement("tablePart");
        xml.WriteAttributeString("r", "id", Namespaces.Relationships, TableRelationship);
        xml.WriteEndElement();
    }
}
