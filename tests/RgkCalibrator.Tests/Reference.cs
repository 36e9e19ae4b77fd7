using System.Globalization;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Tests;

/// <summary>Outside answers: plain comma-separated files without quotes, one header line.</summary>
internal static class Reference
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Reference", file));
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => Row(header, line.Split(',')))];
    }

    public static double Number(this IReadOnlyDictionary<string, string> row, string column) =>
        double.Parse(row[column], CultureInfo.InvariantCulture);

    public static long Whole(this IReadOnlyDictionary<string, string> row, string column) =>
        long.Parse(row[column], CultureInfo.InvariantCulture);

    /// <summary>A limit that R writes as Inf or -Inf is none.</summary>
    public static double? Limit(this IReadOnlyDictionary<string, string> row, string column) =>
        row[column] is "Inf" or "-Inf" ? null : row.Number(column);

    /// <summary>R writes the double nearest to a share, such as 0.050000000000000003.</summary>
    public static Percentage Percentage(this IReadOnlyDictionary<string, string> row, string column = "p") =>
        RgkCalibrator.Statistics.Quantiles.Percentage.Of(
            Math.Round(100 * decimal.Parse(row[column], CultureInfo.InvariantCulture), 6));

    private static Dictionary<string, string> Row(string[] header, string[] cells)
    {
        Assert.Equal(header.Length, cells.Length);
        return header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
