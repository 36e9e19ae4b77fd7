using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;

namespace RgkCalibrator.Intake.Parquet;

/// <summary>A Parquet file, read by the engine.</summary>
internal sealed record ParquetSource(int Number, string Name, string Path, long Rows, ParquetColumns Parquet, bool IsSynthetic)
    : SourceFile(Number, Name, Rows, Parquet.Plan, IsSynthetic)
{
    private bool HasRowNumberColumn { get; init; }

    internal override Wording Kind { get; } = Wording.Same("Parquet");

    internal override IReadOnlyList<Wording> Evidence { get; } =
        [new("Namen en typen van de kolommen staan in het bestand zelf.", "The file itself says the names and types of its columns.")];

    /// <summary>Reads the metadata; of columns that come as text also the values, to see which form they have.</summary>
    /// <exception cref="CalibrationException">It is no whole Parquet file, or its columns do not fit.</exception>
    internal static ParquetSource Open(Session session, int number, string path, ColumnMapping mapping, CancellationToken stop)
    {
        var name = System.IO.Path.GetFileName(path);
        try
        {
            var literal = Literal(path);
            var rows = session.Number($"SELECT CAST(sum(num_rows) AS BIGINT) FROM parquet_file_metadata({literal})", stop);
            var types = session.Rows($"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM {RowsOf(path)})", stop)
                .ToDictionary(row => row[0]!, row => row[1]!, StringComparer.Ordinal);
            var origins = session.Number(
                $"SELECT count(*) FROM parquet_kv_metadata({literal}) WHERE decode(key) = {Session.Literal(ParquetFile.OriginKey)} AND decode(value) = {Session.Literal(SyntheticOrigin)}", stop);
            var columns = ParquetColumns.Find(name, types, mapping);
            var source = new ParquetSource(number, name, path, rows, columns, origins > 0)
            {
                HasRowNumberColumn = types.ContainsKey(ParquetColumns.RowNumberName),
                Readings = [],
                Names = [.. types.Keys],
            };
            return ParquetForms.Decide(session, source, types, stop);
        }
        catch (EngineException refused)
        {
            throw Unreadable(name, refused);
        }
    }

    /// <summary>What stands after FROM to read its rows with their numbers, from 0.</summary>
    /// <remarks>The engine does not number the rows of a file with a column of that name; counting them takes its place, and is slower.</remarks>
    internal string From => HasRowNumberColumn
        ? $"(SELECT * EXCLUDE ({ParquetColumns.RowNumberName}), row_number() OVER () - 1 AS {ParquetColumns.RowNumberName} FROM {RowsOf(Path)})"
        : RowsOf(Path, ", file_row_number = true");

    internal override long Read(Session session, ReaderPool pool, RunSettings run)
    {
        try
        {
            return RowSink.Read(session, Parquet.Sink, From, chunk => Take(chunk, pool), run.Stop);
        }
        catch (EngineException refused)
        {
            throw Unreadable(Name, refused);
        }
    }

    internal static CalibrationException Unreadable(string name, EngineException refused) => new(
        ExitCode.Files,
        new Wording("Dit is geen heel Parquet-bestand.", "This is not a whole Parquet file."),
        name,
        new Wording(
            "Haal het bestand opnieuw op; misschien is het afgebroken bij het kopiëren.",
            "Fetch the file again; it may have been cut short in copying."),
        refused);

    // A chunk cannot be captured, being on the engine's stack: the reader is asked for by hand.
    private void Take(DataChunk chunk, ReaderPool pool)
    {
        using var loan = pool.Lend();
        loan.Reader.Read(ParquetRows.Of(in chunk, Parquet, loan.Reader.Buffer), Number);
        loan.Tell(chunk.Count);
    }

    // Without hive_partitioning = false a folder named unit=16 would become a column.
    private static string RowsOf(string path, string options = "") => $"read_parquet({Literal(path)}, hive_partitioning = false{options})";

    // read_parquet takes a path for a pattern: its special characters stand for themselves inside brackets.
    private static string Literal(string path) => Session.Literal(
        path.Replace("[", "[[]", StringComparison.Ordinal)
            .Replace("*", "[*]", StringComparison.Ordinal)
            .Replace("?", "[?]", StringComparison.Ordinal));
}
