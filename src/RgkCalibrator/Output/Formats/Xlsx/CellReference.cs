namespace RgkCalibrator.Output.Formats.Xlsx;

/// <summary>Names of cells. Rows and columns count from 1.</summary>
internal static class CellReference
{
    /// <summary>1 is A, 27 is AA.</summary>
    internal static string Column(int column)
    {
        var letters = string.Empty;
        for (; column > 0; column = (column - 1) / 26)
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        return letters;
    }

    internal static string Cell(int column, long row) => Column(column) + Numbers.Whole(row);

    /// <summary>One that does not move along when a formula is copied.</summary>
    internal static string Absolute(int column, long row) => $"${Column(column)}${Numbers.Whole(row)}";

    /// <summary>A sheet before one of its cells: <c>'Keuzes'!</c>.</summary>
    internal static string SheetName(string name) => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'!";

    internal static string Range(int firstColumn, long firstRow, int lastColumn, long lastRow) =>
        $"{Cell(firstColumn, firstRow)}:{Cell(lastColumn, lastRow)}";
}
