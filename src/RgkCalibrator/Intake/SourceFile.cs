using RgkCalibrator.Engine;

namespace RgkCalibrator.Intake;

/// <summary>An opened input file: its number and name, its path, and what its own metadata say of rows and columns.</summary>
internal sealed record SourceFile(int Number, string Name, string Path, long Rows, SourceColumns Columns)
{
    /// <summary>The origin that a file of made-up rows names, so that everything made of it can say so.</summary>
    internal const string SyntheticOrigin = "synthetic";

    /// <summary>Whether the file says that its rows are made up.</summary>
    internal required bool IsSynthetic { get; init; }

    private bool HasRowNumberColumn { get; init; }

    /// <summary>Reads the metadata of a Parquet file; no rows.</summary>
    /// <exception cref="CalibrationException">It is no whole Parquet file, or its columns do not fit.</exception>
    internal static SourceFile Open(Session session, int number, string path)
    {
        var name = System.IO.Path.GetFileName(path);
        try
        {
            var literal = Literal(path);
            var rows = session.Number($"SELECT CAST(sum(num_rows) AS BIGINT) FROM parquet_file_metadata({literal})");
            var types = session.Rows($"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM {RowsOf(path)})")
                .ToDictionary(row => row[0]!, row => row[1]!, StringComparer.Ordinal);
            var origins = session.Number(
                $"SELECT count(*) FROM parquet_kv_metadata({literal}) WHERE decode(key) = {Session.Literal(ParquetFile.OriginKey)} AND decode(value) = {Session.Literal(SyntheticOrigin)}");
            return new SourceFile(number, name, path, rows, SourceColumns.Find(name, types))
            {
                IsSynthetic = origins > 0,
                HasRowNumberColumn = types.ContainsKey(SourceColumns.RowNumberName),
            };
        }
        catch (EngineException refused)
        {
            throw Unreadable(name, refused);
        }
    }

    /// <summary>What stands after FROM to read its rows with their numbers, from 0.</summary>
    /// <remarks>The engine does not number the rows of a file with a column of that name; counting them takes its place, and is slower.</remarks>
    internal string From => HasRowNumberColumn
        ? $"(SELECT * EXCLUDE ({SourceColumns.RowNumberName}), row_number() OVER () - 1 AS {SourceColumns.RowNumberName} FROM {RowsOf(Path)})"
        : RowsOf(Path, ", file_row_number = true");

    internal static CalibrationException Unreadable(string name, EngineException refused) => new(
        ExitCode.Files,
        new Wording("Dit is geen heel Parquet-bestand.", "This is not a whole Parquet file."),
        name,
        new Wording(
            "Haal het bestand opnieuw op; misschien is het afgebroken bij het kopiëren. CSV en Excel leest dit programma nog niet.",
            "Fetch the file again; it may have been cut short in copying. CSV and Excel cannot be read yet."),
        refused);

    // Without hive_partitioning = false a folder named unit=16 would become a column.
    private static string RowsOf(string path, string options = "") => $"read_parquet({Literal(path)}, hive_partitioning = false{options})";

    // read_parquet takes a path for a pattern: its special characters stand for themselves inside brackets.
    private static string Literal(string path) => Session.Literal(
        path.Replace("[", "[[]", StringComparison.Ordinal)
            .Replace("*", "[*]", StringComparison.Ordinal)
            .Replace("?", "[?]", StringComparison.Ordinal));
}
