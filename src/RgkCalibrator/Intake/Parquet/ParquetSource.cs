using System.Text;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Rows;

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
            var schema = ParquetSchema.Read(session, path, stop);
            var columns = ParquetColumns.Find(name, schema, mapping);
            var source = new ParquetSource(number, name, path, rows, columns, SaysSynthetic(session, path, stop))
            {
                HasRowNumberColumn = schema.HasEngineName(ParquetColumns.RowNumberName),
                Readings = [],
                Names = schema.Names,
            };
            return ParquetForms.Decide(session, source, schema, stop);
        }
        catch (EngineException refused)
        {
            throw Refused(path, refused);
        }
    }

    /// <summary>Whether the file says that its rows are made up.</summary>
    /// <exception cref="EngineException">It is no whole Parquet file.</exception>
    internal static bool SaysSynthetic(Session session, string path, CancellationToken stop) => session.Number(
        $"SELECT count(*) FROM parquet_kv_metadata({Literal(path)}) WHERE decode(key) = {Session.Literal(ParquetFile.OriginKey)} AND decode(value) = {Session.Literal(SyntheticOrigin)}",
        stop) > 0;

    /// <summary>Its columns.</summary>
    /// <exception cref="CalibrationException">It is no whole Parquet file.</exception>
    internal static ParquetSchema SchemaOf(Session session, string path, CancellationToken stop)
    {
        try
        {
            return ParquetSchema.Read(session, path, stop);
        }
        catch (EngineException refused)
        {
            throw Refused(path, refused);
        }
    }

    /// <summary>What stands after FROM to read its rows with their numbers, from 0.</summary>
    /// <remarks>The engine does not number the rows of a file with a column of that name; counting them takes its place, and is slower.</remarks>
    internal string From => HasRowNumberColumn
        ? $"(SELECT * EXCLUDE ({ParquetColumns.RowNumberName}), row_number() OVER () - 1 AS {ParquetColumns.RowNumberName} FROM {RowsOf(Path)})"
        : RowsOf(Path, ", file_row_number = true");

    internal override IReadOnlyList<byte[]> ClientsAt(Session session, Stretch stretch, CancellationToken stop)
    {
        // From the middle of the stretch.
        var rows = Math.Max(1, Math.Min(stretch.Rows, stretch.Most));
        var first = stretch.First + ((stretch.Rows - rows) / 2);
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
            throw Refused(Path, refused);
        }
    }

    internal override long Read(Session session, ReaderPool pool, RunSettings run)
    {
        try
        {
            var handed = RowSink.Read(session, Parquet.Sink, From, chunk => Take(chunk, pool), run.Stop);
            return handed == Rows || RowsOfGroups(session, run.Stop) == Rows ? handed : throw Broken(Name, null);
        }
        catch (EngineException refused)
        {
            throw Refused(Path, refused);
        }
    }

    /// <summary>In our words why the engine refused a file: a file that is broken, unless memory or disk ran out while it was read.</summary>
    internal static CalibrationException Unreadable(string name, EngineException refused) =>
        refused.IsOutOfMemory || refused.IsDiskFull ? NoRoom(name, refused)
        : refused.IsNoText ? NoText(name, refused)
        : refused.IsUnknownToEngine ? Unknown(name, refused)
        : Broken(name, refused);

    // What the engine says of an encrypted file depends on what is encrypted.
    private static CalibrationException Refused(string path, EngineException refused) => ParquetFooter.SaysEncrypted(path)
        ? new(
            ExitCode.Files,
            new Wording("Dit Parquet-bestand is versleuteld.", "This Parquet file is encrypted."),
            System.IO.Path.GetFileName(path),
            new Wording("Vraag een versie die niet versleuteld is, of laat wie de sleutel heeft het bestand opnieuw schrijven.", "Ask for a version that is not encrypted, or have whoever holds the key write the file again."),
            refused)
        : Unreadable(System.IO.Path.GetFileName(path), refused);

    private static CalibrationException NoRoom(string name, EngineException refused) => new(
        ExitCode.Files,
        new Wording("Bij het lezen was er te weinig geheugen of schijfruimte.", "There was too little memory or disk space to read it."),
        name,
        new Wording(
            "Sluit andere programma's of maak ruimte, en probeer het met --threads 1; helpt dat niet, schrijf het bestand dan met kleinere rijgroepen.",
            "Close other programs or make room, and try with --threads 1; if that does not help, write the file with smaller row groups."),
        refused);

    private static CalibrationException NoText(string name, EngineException refused) => new(
        ExitCode.Files,
        new Wording("In een tekstkolom staan bytes die geen tekst zijn in UTF-8.", "A column of text holds bytes that are no text in UTF-8."),
        name,
        new Wording("Schrijf het bestand opnieuw met tekst in UTF-8, of haal het opnieuw op.", "Write the file again with text in UTF-8, or fetch it again."),
        refused);

    private static CalibrationException Unknown(string name, EngineException refused) => new(
        ExitCode.Files,
        new Wording("Dit Parquet-bestand gebruikt een compressie, codering of type die het programma niet kent.", "This Parquet file uses a compression, an encoding or a type that the program does not know."),
        name,
        new Wording("Schrijf het bestand opnieuw met de gewone instellingen, zoals compressie met snappy of zstd.", "Write the file again with the usual settings, such as compression with snappy or zstd."),
        refused);

    private static CalibrationException Broken(string name, EngineException? refused) => new(
        ExitCode.Files,
        new Wording("Dit is geen heel Parquet-bestand.", "This is not a whole Parquet file."),
        name,
        new Wording(
            "Haal het bestand opnieuw op; misschien is het afgebroken bij het kopiëren.",
            "Fetch the file again; it may have been cut short in copying."),
        refused);

    // A file whose parts have another number of rows than it says of itself is broken: rows were not lost here.
    private long RowsOfGroups(Session session, CancellationToken stop) => session.Number(
        $"SELECT CAST(sum(rows) AS BIGINT) FROM (SELECT DISTINCT row_group_id, row_group_num_rows AS rows FROM parquet_metadata({Literal(Path)}))", stop);

    private void Take(DataChunk chunk, ReaderPool pool)
    {
        var reader = pool.Lend();
        reader.Read(ParquetRows.Of(in chunk, Parquet, reader.Buffer), Number);
        pool.Return(reader);
    }

    // The engine would make columns of all folders named key=value, also of those above the one that the user named.
    internal static string RowsOf(string path, string options = "") => $"read_parquet({Literal(path)}, hive_partitioning = false{options})";

    // read_parquet takes a path for a pattern: its special characters stand for themselves inside brackets.
    internal static string Literal(string path) => Session.Literal(
        path.Replace("[", "[[]", StringComparison.Ordinal)
            .Replace("*", "[*]", StringComparison.Ordinal)
            .Replace("?", "[?]", StringComparison.Ordinal));
}
