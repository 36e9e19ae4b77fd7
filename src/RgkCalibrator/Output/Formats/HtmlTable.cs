using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Output.Formats;

/// <summary>Tables as HTML, numbers on the right.</summary>
internal static class HtmlTable
{
    /// <summary>A table under its title.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="table">The table.</param>
    /// <param name="hasTotal">Whether the last row sums the others up.</param>
    /// <param name="hasHeading">Whether the title stands above it.</param>
    internal static void Write(MarkupWriter html, Table table, bool hasTotal = false, bool hasHeading = true)
    {
        if (hasHeading)
            html.Words("h3", table.Title);
        WriteCells(html, table, hasTotal);
    }

    /// <summary>A table that shows when its title is clicked, and in print.</summary>
    internal static void WriteFolded(MarkupWriter html, Table table)
    {
        html.Open("details");
        html.Words("summary", table.Title);
        WriteCells(html, table, hasTotal: false);
        html.Close();
    }

    private static void WriteCells(MarkupWriter html, Table table, bool hasTotal)
    {
        html.Open("div", ("class", "table"));
        html.Open("table");
        html.Open("thead");
        WriteRow(
            html, table, "th", [.. table.Columns.Select(column => TableCell.Text(column.Heading))], isTotal: false);
        html.Close();
        html.Open("tbody");
        for (var row = 0; row < table.Rows.Count; row++)
            WriteRow(html, table, "td", table.Rows[row], hasTotal && row == table.Rows.Count - 1);
        html.Close();
        html.Close();
        html.Close();
    }

    private static void WriteRow(
        MarkupWriter html, Table table, string element, IReadOnlyList<TableCell> cells, bool isTotal)
    {
        if (isTotal)
            html.Open("tr", ("class", "total"));
        else
            html.Open("tr");
        for (var i = 0; i < cells.Count; i++)
        {
            if (table.Columns[i].IsNumber)
                html.Words(element, cells[i].Shown, ("class", cells[i].Plain == "0" ? "n nought" : "n"));
            else
                html.Words(element, cells[i].Shown);
        }

        html.Close();
    }
}
