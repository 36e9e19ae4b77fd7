using RgkCalibrator.Engine;

namespace RgkCalibrator.Intake.Parquet;

/// <summary>How the engine is told which file it has to read.</summary>
internal static class ParquetSql
{
    /// <summary>What stands after FROM to read the rows of a file.</summary>
    // The engine would make columns of all folders named key=value, also of those above the one that the user named.
    internal static string Rows(string path, string options = "") =>
        $"read_parquet({Literal(path)}, hive_partitioning = false{options})";

    /// <summary>
    /// A path as an SQL literal: the engine takes it for a pattern, whose special characters stand for themselves
    /// inside brackets.
    /// </summary>
    internal static string Literal(string path) => Session.Literal(
        path.Replace("[", "[[]", StringComparison.Ordinal)
            .Replace("*", "[*]", StringComparison.Ordinal)
            .Replace("?", "[?]", StringComparison.Ordinal));
}
