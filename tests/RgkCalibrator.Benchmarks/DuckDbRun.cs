using RgkCalibrator.Engine;

namespace RgkCalibrator.Benchmarks;

/// <summary>
/// DuckDB's side of a race: one SQL statement, run by the same library that rgk reads and writes Parquet with.
/// </summary>
internal static class DuckDbRun
{
    internal const string Verb = "run-duckdb";

    /// <summary>Runs a statement of the folder Sql.</summary>
    /// <param name="statement">The name of its file, without the ending.</param>
    /// <param name="input">The folder of files to read.</param>
    /// <param name="output">The file to write.</param>
    /// <param name="threads">DuckDB's threads.</param>
    internal static void Execute(string statement, string input, string output, int threads)
    {
        var sql = Read(statement)
            .Replace("{columns}", Read("columns").TrimEnd(), StringComparison.Ordinal)
            .Replace("'{input}/*.parquet'", Session.Literal(Path.Combine(input, "*.parquet")), StringComparison.Ordinal)
            .Replace("'{output}'", Session.Literal(output), StringComparison.Ordinal);
        // DuckDB's own default is four fifths of the memory.
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 5 * 4;
        using var session = Session.Open(new SessionSettings(threads, memory, Path.GetDirectoryName(output)!));
        session.Execute(sql);
    }

    private static string Read(string name)
    {
        using var stream = typeof(DuckDbRun).Assembly.GetManifestResourceStream(name + ".sql")
            ?? throw new ArgumentException("There is no statement of this name.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
