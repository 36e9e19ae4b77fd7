using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Output.Report;

/// <summary>
/// The numbers of a chart as a table beside it, in which a cell that would be the same in many rows stands once, above
/// them.
/// </summary>
internal static class NumbersBeside
{
    /// <summary>Writes the table.</summary>
    internal static void Write(MarkupWriter html, ChartTable table)
    {
        var above = ColumnAbove(table);
        int[] shown = [.. Enumerable.Range(0, table.Columns.Count).Where(i => i != above && IsUsed(table, i))];
        html.Open("table");
        html.Open("thead");
        html.Open("tr");
        foreach (var i in shown)
            Heading(html, table.Columns[i]);
        html.Close();
        html.Close();
        var parts = above is { } column
            ? table.Rows.GroupBy(row => row[column]).Select(part => (Name: part.Key, Rows: part.ToList()))
            : [(string.Empty, table.Rows.ToList())];
        foreach (var (name, rows) in parts)
            Body(html, name, rows, shown);
        html.Close();
    }

    private static void Heading(MarkupWriter html, string text)
    {
        // An empty heading tells a listener nothing.
        if (text.Length == 0)
            html.Words("td", text);
        else
            html.Words("th", text);
    }

    private static void Body(MarkupWriter html, string name, IReadOnlyList<IReadOnlyList<string>> rows, int[] shown)
    {
        html.Open("tbody");
        if (name.Length > 0)
        {
            html.Open("tr");
            html.Words("th", name, ("scope", "rowgroup"), ("colspan", Numbers.Whole(shown.Length)));
            html.Close();
        }

        foreach (var row in rows)
        {
            html.Open("tr");
            foreach (var i in shown)
                html.Words("td", row[i]);
            html.Close();
        }

        html.Close();
    }

    private static bool IsUsed(ChartTable table, int column) => table.Rows.Any(row => row[column].Length > 0);

    /// <summary>A column without a heading that says of every row to which of a few parts it belongs.</summary>
    private static int? ColumnAbove(ChartTable table) => Enumerable.Range(1, table.Columns.Count - 1)
        .Where(i => table.Columns[i].Length == 0 && table.Rows.All(row => row[i].Length > 0)
            && 2 * table.Rows.Select(row => row[i]).Distinct().Count() <= table.Rows.Count)
        .Select(i => (int?)i).FirstOrDefault();
}
