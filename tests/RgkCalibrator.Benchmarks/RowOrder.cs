using RgkCalibrator.Engine;

namespace RgkCalibrator.Benchmarks;

/// <summary>An order of the rows of a region, in which its files are written.</summary>
/// <param name="Name">For readers.</param>
/// <param name="Sql">
/// What rows are ordered by; null leaves the files as they were generated, a file a year and in it child by child.
/// </param>
internal sealed record RowOrder(string Name, string? Sql)
{
    internal static IReadOnlyList<RowOrder> All { get; } =
    [
        new("by child", null),
        new("by month", "date_trunc('month', start_date), client_id, product_code, start_date"),
        new("in random order", "hash(client_id, product_code, start_date, end_date, volume)"),
    ];

    /// <summary>The folder with the region in this order, which is made where it is not there.</summary>
    internal string Of(string region)
    {
        if (Sql is null)
            return region;
        var folder = $"{region}-{Name.Replace(' ', '-')}";
        var file = Path.Combine(folder, "declarations.parquet");
        if (File.Exists(file))
            return folder;
        Directory.CreateDirectory(folder);
        using var session = Session.Open(
            SessionSettings.Default with { MemoryBytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2 });
        session.Execute(
            $"COPY (SELECT * FROM read_parquet({Session.Literal(Path.Combine(region, "*.parquet"))}) ORDER BY {Sql}) "
                + $"TO {Session.Literal(file)} (FORMAT parquet)");
        return folder;
    }
}
