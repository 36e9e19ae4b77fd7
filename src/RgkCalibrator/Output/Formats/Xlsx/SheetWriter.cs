using System.Xml.Linq;
using RgkCalibrator.Output.Tables;
using static RgkCalibrator.Output.Formats.Xlsx.SpreadsheetElement;

namespace RgkCalibrator.Output.Formats.Xlsx;

/// <summary>Writes one sheet.</summary>
/// <param name="sheet">The sheet.</param>
/// <param name="styles">Collects how cells look.</param>
/// <param name="texts">Collects what cells say.</param>
internal sealed class SheetWriter(Sheet sheet, CellStyles styles, SharedTexts texts)
{
    // Fits on A4 across, also in the wider letters that stand in where Calibri is not installed.
    private const int NoteWidth = 105;
    private const string RestrictedTab = "FFB42318";

    /// <summary>The relationship of a sheet to its table.</summary>
    internal const string TableRelationship = "rId1";

    private readonly IReadOnlyList<int> _widths = sheet.Table is { } table ? ColumnWidths.ForTable(table) : [NoteWidth];

    private int ColumnCount => _widths.Count;

    /// <summary>
    /// The sheet, whose rows are made while they are written. The order of the elements is fixed by the format.
    /// </summary>
    internal XStreamingElement ToXml() => new(
        Main + "worksheet",
        RelationshipPrefix,
        Element(
            "sheetPr",
            [],
            sheet.Restriction is null ? null : Element("tabColor", [("rgb", RestrictedTab)]),
            Element("pageSetUpPr", [("fitToPage", 1)])),
        Element("dimension", [("ref", CellReference.Range(1, 1, ColumnCount, Math.Max(1, sheet.LastRow)))]),
        Element("sheetViews", [], Element("sheetView", [("showGridLines", 0), ("workbookViewId", 0)], Pane())),
        Element("sheetFormatPr", [("defaultRowHeight", 15)]),
        Element(
            "cols",
            [],
            _widths.Select((width, i) =>
                Element("col", [("min", i + 1), ("max", i + 1), ("width", width), ("customWidth", 1)]))),
        new XStreamingElement(Main + "sheetData", Rows()),
        Protection(),
        MergedNotes(),
        InputValidation.ToXml(sheet),
        PrintedPage.ToXml(sheet, _widths),
        sheet.Table is null ? null : List("tableParts", [Element("tablePart", [], Relationship(TableRelationship))]));

    private XElement? Pane() => sheet.Table is null ? null : Element("pane",
    [
        ("xSplit", sheet.FrozenColumns > 0 ? sheet.FrozenColumns : null),
        ("ySplit", sheet.HeaderRow),
        ("topLeftCell", CellReference.Cell(sheet.FrozenColumns + 1, sheet.HeaderRow + 1)),
        ("activePane", sheet.FrozenColumns > 0 ? "bottomRight" : "bottomLeft"),
        ("state", "frozen"),
    ]);

    private IEnumerable<XElement> Rows()
    {
        for (var i = 0; i < sheet.Notes.Count; i++)
            yield return NoteRow(i + 1, sheet.Notes[i]);
        if (sheet.Table is not { } table)
            yield break;
        yield return HeaderRow(table);
        for (var i = 0; i < table.Table.Rows.Count; i++)
            yield return TableRow(table, sheet.HeaderRow + 1 + i, table.Table.Rows[i]);
    }

    private static XElement Row(int row, int height, IEnumerable<XElement> cells) =>
        Element("row", [("r", row), ("ht", height)], cells);

    private XElement NoteRow(int row, Note note) =>
        Row(
            row,
            RowHeights.ForNote(note, IsWrapped(note) ? _widths.Sum() : null),
            [TextCell(1, row, note.Text, RoleOf(note))]);

    // A note runs on over the cells to its right as far as the table goes; a longer one is wrapped within that.
    private bool IsWrapped(Note note) =>
        note.Style == NoteStyle.Plain && (sheet.Table is null || note.Text.Length > _widths.Sum());

    private XElement? MergedNotes()
    {
        var wrapped = sheet.Notes.Index().Where(pair => ColumnCount > 1 && IsWrapped(pair.Item)).ToList();
        return wrapped.Count == 0 ? null : List("mergeCells",
        [
            .. wrapped.Select(pair => Element(
                "mergeCell", [("ref", CellReference.Range(1, pair.Index + 1, ColumnCount, pair.Index + 1))])),
        ]);
    }

    private CellRole RoleOf(Note note) => note.Style switch
    {
        NoteStyle.Title => CellRole.Title,
        NoteStyle.Heading => CellRole.Heading,
        NoteStyle.Warning => CellRole.Warning,
        NoteStyle.Plain => IsWrapped(note) ? CellRole.Note : CellRole.RunningNote,
        _ => throw new ArgumentOutOfRangeException(nameof(note), note.Style, "Unknown style."),
    };

    private XElement HeaderRow(SheetTable table)
    {
        var columns = table.Table.Columns;
        var height = RowHeights.ForButton + RowHeights.ForTexts(
            table.Headings.Zip(_widths, (heading, width) => (heading, width - ColumnWidths.Indents)));
        return Row(sheet.HeaderRow, height, table.Headings.Select((heading, i) => i < columns.Count
            ? TextCell(i + 1, sheet.HeaderRow, heading, CellRole.Header, columns[i].IsNumber)
            : TextCell(i + 1, sheet.HeaderRow, heading, CellRole.InputHeader)));
    }

    private XElement TableRow(SheetTable table, int row, IReadOnlyList<TableCell> cells)
    {
        var columns = table.Table.Columns;
        var filled = table.Inputs.Select((_, i) => FilledAt(table, row, i)).ToList();
        var height = RowHeights.ForTexts(cells.Concat(filled).Zip(
            _widths, (cell, width) => (cell.Number is null ? cell.Shown : string.Empty, RowHeights.Letters(width))));
        return Row(row, height,
        [
            .. columns.Select((column, i) => TableCell(i + 1, row, cells[i], column.IsNumber)),
            .. table.Inputs.Select((input, i) => InputCell(columns.Count + 1 + i, row, input, filled[i])),
        ]);
    }

    private TableCell FilledAt(SheetTable table, int row, int input) =>
        row - sheet.HeaderRow - 1 is var place && place < table.Filled.Count
            ? table.Filled[place][input]
            : Tables.TableCell.Empty;

    private XElement InputCell(int column, int row, InputColumn input, TableCell filled)
    {
        var look = new CellLook(CellRole.Input, input.FormatCode, input.IsNumber);
        return filled.Number is { } number ? Cell(column, row, look, value: number.Value)
            : filled.Shown.Length == 0 ? Cell(column, row, look)
            : Cell(column, row, look, "s", texts.IndexOf(filled.Shown));
    }

    private XElement TableCell(int column, int row, TableCell cell, bool isRight) => cell.Number is { } number
        ? Cell(column, row, new CellLook(CellRole.Data, number.FormatCode, isRight), value: number.Value)
        : TextCell(column, row, cell.Shown, CellRole.Data, isRight);

    private XElement TextCell(int column, int row, string text, CellRole role, bool isRight = false)
    {
        var look = new CellLook(
            role, IsRight: isRight, IsQuoted: text.Length > 0 && text[0] is '=' or '+' or '-' or '@');
        return text.Length == 0 ? Cell(column, row, look) : Cell(column, row, look, "s", texts.IndexOf(text));
    }

    private XElement Cell(int column, int row, CellLook look, string? type = null, object? value = null) => Element(
        "c",
        [("r", CellReference.Cell(column, row)), ("s", styles.IndexOf(look)), ("t", type)],
        value is null ? null : Element("v", [], value));

    // What is 0 here stays allowed: filters, widths and heights change no number.
    private XElement? Protection() => !sheet.IsProtected ? null : Element(
        "sheetProtection",
        [("sheet", 1), ("objects", 1), ("scenarios", 1), ("formatColumns", 0), ("formatRows", 0), ("autoFilter", 0)]);
}
