using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Formats.Pptx;

/// <summary>The workbook inside a presentation that a chart is drawn of, and where each column stands in it.</summary>
internal sealed class ChartWorkbook
{
    // Headings stand in the first row.
    private const int FirstRow = 2;

    private readonly Workbook _workbook;
    private readonly string _sheet;
    private readonly int _lastRow;

    internal ChartWorkbook(NativeChart chart, Language language)
    {
        var drawn = Drawn(chart);
        var words = new Wording("Getallen", "Numbers").In(language);
        _workbook = new Workbook(
            SlideElement.Clean(chart.Title),
            [
                new Sheet(new Wording("Grafiek", "Chart").In(language), [], new SheetTable(drawn, [])),
                new Sheet(words, [], new SheetTable(chart.Numbers, [])),
            ]);
        (_sheet, _lastRow) = (CellReference.SheetName(_workbook.Sheets[0].Name), FirstRow + drawn.Rows.Count - 1);
    }

    /// <summary>The heading of a column, as a formula names it.</summary>
    internal string HeadingOf(int column) => _sheet + CellReference.Absolute(column + 1, 1);

    /// <summary>The numbers of a column, likewise.</summary>
    internal string NumbersOf(int column) => _sheet + CellReference.Absolute(column + 1, FirstRow) + ":"
        + CellReference.Absolute(column + 1, _lastRow);

    internal void Write(Stream output) => WorkbookFile.Write(_workbook, output);

    private static Table Drawn(NativeChart chart) => new(
        chart.Title,
        [.. chart.Columns.Select(column => new TableColumn(column.Heading, column.Heading, ColumnKind.Number))],
        [
            .. Enumerable.Range(0, chart.Columns[0].Numbers.Count).Select(row => chart.Columns
                .Select(column => TableCell.Exact(column.Numbers[row], isSelected: false)).ToArray()),
        ]);
}
