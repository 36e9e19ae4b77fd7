using System.Globalization;
using System.Text;
using CsvHelper;
using Microsoft.Data.Analysis;

namespace RgkCalibrator.Tests.DataFrames;

/// <summary>
/// Frames, Parquet and CSV as rows of texts in one notation, so that they can be compared cell by cell.
/// </summary>
internal static class FrameText
{
    /// <summary>The names of the columns, and then the rows.</summary>
    public static List<string> Of(DataFrame frame) =>
    [
        Line(frame.Columns.Select(column => column.Name)),
        .. Enumerable.Range(0, checked((int)frame.Rows.Count)).Select(
            row => Line(frame.Columns.Select(column => Cell(column[row])))),
    ];

    /// <summary>What another reader than ours makes of CSV.</summary>
    public static List<string> OfCsv(string text)
    {
        using var csv = CsvReader.Create(
            new StringReader(text), new CsvReaderOptions { Separator = ',', HasHeader = false }, false);
        var lines = new List<string>();
        while (csv.Read())
            lines.Add(Line(csv.Current.ToArray()));
        return lines;
    }

    public static string Cell(object? value) => value switch
    {
        null => string.Empty,
        string text => text,
        bool flag => flag ? "1" : "0",
        int number => Numbers.Whole(number),
        long number => Numbers.Whole(number),
        double number => Numbers.Exact(number),
        DateTime day when day == day.Date && day.Kind == DateTimeKind.Unspecified => day.ToString(
            "yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType(), "No cell of ours."),
    };

    /// <summary>A table as our writer of CSV gives it.</summary>
    public static string Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Line(IEnumerable<string> cells) => string.Join('|', cells);
}
