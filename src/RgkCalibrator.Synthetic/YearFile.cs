namespace RgkCalibrator.Synthetic;

/// <summary>The file of a year: its name, and its style when it is CSV.</summary>
internal sealed record YearFile(string Name, CsvStyle? Style)
{
    // From 2018, and again from 2024. Null: Parquet.
    private static readonly CsvStyle?[] Mixture =
        [CsvStyle.OldWindows, null, CsvStyle.Quoted, null, CsvStyle.Tabs, CsvStyle.CompactDates];

    /// <summary>The files of a region, by year.</summary>
    internal static IReadOnlyList<YearFile> ForRegion(SyntheticSettings settings) =>
        [.. Enumerable.Range(0, settings.Years).Select(year => ForYear(year, settings.Format))];

    private static YearFile ForYear(int year, RegionFormat format)
    {
        var style = format switch
        {
            RegionFormat.Parquet => null,
            RegionFormat.Csv => CsvStyle.Dutch,
            RegionFormat.Mixed => Mixture[year % Mixture.Length],
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
        };
        return new YearFile(
            "declaraties-" + Numbers.Whole(RegionRows.FirstYear + year) + (style is null ? ".parquet" : ".csv"), style);
    }
}
