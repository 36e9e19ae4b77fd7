using System.Text;
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
            var types = ColumnTypes(session, path, stop);
            var columns = ParquetColumns.Find(name, types, mapping);
            var source = new ParquetSource(number, name, path, rows, columns, SaysSynthetic(session, path, stop))
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

    /// <summary>Whether the file says that its rows are made up.</summary>
    /// <exception cref="EngineException">It is no whole Parquet file.</exception>
    internal static bool SaysSynthetic(Session session, string path, CancellationToken stop) => session.Number(
        $"SELECT count(*) FROM parquet_kv_metadata({Literal(path)}) WHERE decode(key) = {Session.Literal(ParquetFile.OriginKey)} AND decode(value) = {Session.Literal(SyntheticOrigin)}",
        stop) > 0;

    /// <summary>The type of each column, by its name, in the order of the file.</summary>
    /// <exception cref="CalibrationException">It is no whole Parquet file.</exception>
    internal static Dictionary<string, string> TypesOf(Session session, string path, CancellationToken stop)
    {
        try
        {
            return ColumnTypes(session, path, stop);
        }
        catch (EngineException refused)
        {
            throw Unreadable(System.IO.Path.GetFileName(path), refused);
        }
    }

    /// <summary>What stands after FROM to read its rows with their numbers, from 0.</summary>
    /// <remarks>The engine does not number the rows of a file with a column of that name; counting them takes its place, and is slower.</remarks>
    internal string From => HasRowNumberColumn
        ? $"(SELECT * EXCLUDE ({ParquetColumns.RowNumberName}), row_number() OVER () - 1 AS {ParquetColumns.RowNumberName} FROM {RowsOf(Path)})"
        : RowsOf(Path, ", file_row_number = true");

    internal override IReadOnlyList<byte[]> ClientsAt(Session session, long first, long rows, CancellationToken stop)
    {
        var client = Parquet.Sink[Parquet.Position(CanonicalColumn.ClientId)!.Value].Sql;
        var number = ParquetColumns.RowNumberName;
        var step = Numbers.Whole(Math.Max(1, rows / DataChunk.Capacity));
        // Row groups outside the stretch are not read.
        var sql = HasRowNumberColumn
            ? $"SELECT {client} FROM {RowsOf(Path)} LIMIT {DataChunk.Capacity}"
            : $"SELECT {client} FROM {From} WHERE {number} BETWEEN {Numbers.Whole(first)} AND {Numbers.Whole(first + rows - 1)} AND {number} % {step} = 0";
        try
        {
            return [.. session.Rows(sql, stop).Select(row => row[0]).OfType<string>().Select(Encoding.UTF8.GetBytes)];
        }
        catch (EngineException refused)
        {
            throw Unreadable(Name, refused);
        }
    }

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

    /// <summary>In our words why the engine refused a file: a file that is broken, unless memory or disk ran out while it was read.</summary>
    internal static CalibrationException Unreadable(string name, EngineException refused) =>
        refused.IsOutOfMemory || refused.IsDiskFull ? NoRoom(name, refused) : Broken(name, refused);

    private static CalibrationException NoRoom(string name, EngineException refused) => new(
        ExitCode.Files,
        new Wording("Bij het lezen was er te weinig geheugen of schijfruimte.", "There was too little memory or disk space to read it."),
        name,
        new Wording(
            "Sluit andere programma's of maak ruimte, en probeer het met --threads 1; helpt dat niet, schrijf het bestand dan met kleinere rijgroepen.",
            "Close other programs or make room, and try with --threads 1; if that does not help, write the file with smaller row groups."),
        refused);

    private static CalibrationException Broken(string name, EngineException refused) => new(
        ExitCode.Files,
        new Wording("Dit is geen heel Parquet-bestand.", "This is not a whole Parquet file."),
        name,
        new Wording(
            "Haal het bestand opnieuw op; misschien is het afgebroken bij het kopiëren.",
            "Fetch the file again; it may have been cut short in copying."),
        refused);

    private static Dictionary<string, string> ColumnTypes(Session session, string path, CancellationToken stop) =>
        session.Rows($"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM {RowsOf(path)})", stop)
            .ToDictionary(row => row[0]!, row => row[1]!, StringComparer.Ordinal);

    // A chunk cannot be captured, being on the engine's stack: the reader is asked for by hand.
    private void Take(DataChunk chunk, ReaderPool pool)
    {
        using var loan = pool.Lend();
        loan.Reader.Read(ParquetRows.Of(in chunk, Parquet, loan.Reader.Buffer), Number);
        loan.Tell(chunk.Count);
    }

    // Without hive_partitioning = false a folder named unit=16 would become a column.
    internal static string RowsOf(string path, string options = "") => $"read_parquet({Literal(path)}, hive_partitioning = false{options})";

    // read_parquet takes a path for a pattern: its special characters stand for themselves inside brackets.
    private static string Literal(string path) => Session.Literal(
        path.Replace("[", "[[]", StringComparison.Ordinal)
            .Replace("*", "[*]", StringComparison.Ordinal)
            .Replace("?", "[?]", StringComparison.Ordinal));
}
