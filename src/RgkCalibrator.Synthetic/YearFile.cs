namespace RgkCalibrator.Synthetic;

/// <summary>The file of a year: its name, and its dialect when it is CSV.</summary>
internal sealed record YearFile(string Name, CsvDialect? Dialect)
{
    // From 2018. Null: Parquet.
    private static readonly CsvDialect?[] Mixture =
        [CsvDialect.OldWindows, null, CsvDialect.Quoted, null, CsvDialect.Tabs, CsvDialect.CompactDates];

    /// <summary>The files of a region, by year.</summary>
    internal static IReadOnlyList<YearFile> Of(RegionFormat format) => [.. Enumerable.Range(0, RegionRows.Years).Select(year => Of(year, format))];

    private static YearFile Of(int year, RegionFormat format)
    {
        var dialect = format switch
        {
            RegionFormat.Parquet => null,
            RegionFormat.Csv => CsvDialect.Dutch,
            RegionFormat.Mixed => Mixture[year],
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
        };
        return new YearFile("declaraties-" + Numbers.Whole(RegionRows.FirstYear + year) + (dialect is null ? ".parquet" : ".csv"), dialect);
    }
}
