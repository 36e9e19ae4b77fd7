using System.Globalization;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake.Parquet;

/// <summary>A column of a Parquet file.</summary>
/// <param name="Name">As the file has it; others can have the same name, or one that differs by its capitals.</param>
/// <param name="EngineName">What the engine calls it: no two columns have one such name.</param>
/// <param name="Type">As the engine writes it, e.g. <c>DECIMAL(18,2)</c>.</param>
internal sealed record ParquetField(string Name, string EngineName, string Type)
{
    /// <summary>
    /// The type without what stands in its brackets: of a nested type that can be anything, names of people included.
    /// </summary>
    internal string OuterType => Type.EndsWith(']') ? "LIST" : Type.Split('(')[0];

    /// <summary>Its name in SQL.</summary>
    internal string Sql => Session.Identifier(EngineName);
}

/// <summary>A Parquet file with its columns, in its order; a nested one counts once.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Fields">Its columns.</param>
internal sealed record ParquetSchema(string Path, IReadOnlyList<ParquetField> Fields)
{
    /// <summary>What the engine calls the number of a row in its file.</summary>
    internal const string RowNumber = "file_row_number";

    /// <summary>The file's name, for messages.</summary>
    internal string File { get; } = ShownText.Of(System.IO.Path.GetFileName(Path));

    internal IReadOnlyList<string> Names { get; } = [.. Fields.Select(field => field.Name)];

    /// <summary>The only column of a name that the file has.</summary>
    internal ParquetField this[string name] => Fields.Single(field => field.Name == name);

    /// <summary>A column whose name another has too, apart from capitals; null where there is none.</summary>
    internal string? Twice => Names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .FirstOrDefault(group => group.Count() > 1)?.First();

    /// <summary>Whether the file has a column of the name that the engine gives to the numbers of rows.</summary>
    internal bool HasRowNumber { get; } =
        Fields.Any(field => string.Equals(field.EngineName, RowNumber, StringComparison.OrdinalIgnoreCase));

    /// <summary>What stands after FROM to read its rows with their numbers, from 0.</summary>
    /// <remarks>
    /// The engine does not number the rows of a file with a column of that name; counting them takes its place, and is
    /// slower.
    /// </remarks>
    internal string NumberedRows => HasRowNumber
        ? $"(SELECT * EXCLUDE ({RowNumber}), row_number() OVER () - 1 AS {RowNumber} FROM {ParquetSql.Rows(Path)})"
        : ParquetSql.Rows(Path, ", file_row_number = true");

    /// <summary>Reads the columns of a file.</summary>
    /// <exception cref="CalibrationException">It is no whole Parquet file.</exception>
    internal static ParquetSchema Read(Session session, string path, CancellationToken stop) =>
        ParquetMistakes.Guard(path, () =>
    {
        var columns = session.Rows(
            $"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM {ParquetSql.Rows(path)})", stop);
        var names = NamesOf(session, path, stop);
        return new ParquetSchema(path, [.. columns.Select(FieldOf)]);

        ParquetField FieldOf(string?[] column, int i) =>
            new(names.Count == columns.Count ? names[i] : column[0]!, column[0]!, column[1]!);
    });

    /// <summary>Whether the file says that its rows are made up.</summary>
    /// <exception cref="EngineException">It is no whole Parquet file.</exception>
    internal bool SaysSynthetic(Session session, CancellationToken stop) => session.Number(
        $"SELECT count(*) FROM parquet_kv_metadata({ParquetSql.Literal(Path)}) "
        + $"WHERE decode(key) = {Session.Literal(ParquetFile.OriginKey)} "
        + $"AND decode(value) = {Session.Literal(SourceFile.SyntheticOrigin)}",
        stop) > 0;

    // The engine gives a second column of one name another name: only the schema has those of the file. It lists each
    // column before what is nested in it.
    private static List<string> NamesOf(Session session, string path, CancellationToken stop)
    {
        var sql = "SELECT name, CAST(coalesce(num_children, 0) AS BIGINT) "
            + $"FROM parquet_schema({ParquetSql.Literal(path)})";
        var names = new List<string>();
        var nested = 0L;
        foreach (var element in session.Rows(sql, stop).Skip(1))
        {
            if (nested == 0)
                names.Add(element[0]!);
            else
                nested--;
            nested += long.Parse(element[1]!, CultureInfo.InvariantCulture);
        }

        return names;
    }
}
