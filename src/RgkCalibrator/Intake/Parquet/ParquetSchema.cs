using System.Globalization;
using RgkCalibrator.Engine;

namespace RgkCalibrator.Intake.Parquet;

/// <summary>A column of a Parquet file.</summary>
/// <param name="Name">As the file has it; others can have the same name, or one that differs by its capitals.</param>
/// <param name="EngineName">What the engine calls it: no two columns have one such name.</param>
/// <param name="Type">As the engine writes it, e.g. <c>DECIMAL(18,2)</c>.</param>
internal sealed record ParquetField(string Name, string EngineName, string Type)
{
    /// <summary>The type without what stands in its brackets: of a nested type that can be anything, names of people included.</summary>
    internal string Outer => Type.EndsWith(']') ? "LIST" : Type.Split('(')[0];
}

/// <summary>The columns of a Parquet file, in its order; a nested one counts once.</summary>
internal sealed record ParquetSchema(IReadOnlyList<ParquetField> Fields)
{
    internal IReadOnlyList<string> Names { get; } = [.. Fields.Select(field => field.Name)];

    /// <summary>The only column of a name that the file has.</summary>
    internal ParquetField this[string name] => Fields.Single(field => field.Name == name);

    /// <summary>A column whose name another has too, apart from capitals; null where there is none.</summary>
    internal string? Twice => Names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Skip(1).Any())?.First();

    /// <summary>Whether the engine calls a column so.</summary>
    internal bool HasEngineName(string name) => Fields.Any(field => string.Equals(field.EngineName, name, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="EngineException">It is no whole Parquet file.</exception>
    internal static ParquetSchema Read(Session session, string path, CancellationToken stop)
    {
        var columns = session.Rows($"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM {ParquetSource.RowsOf(path)})", stop);
        var names = NamesOf(session, path, stop);
        return new([.. columns.Select((column, i) => new ParquetField(names.Count == columns.Count ? names[i] : column[0]!, column[0]!, column[1]!))]);
    }

    // The engine gives a second column of one name another name: only the schema has those of the file. It lists each column before what is nested in it.
    private static List<string> NamesOf(Session session, string path, CancellationToken stop)
    {
        var names = new List<string>();
        var nested = 0L;
        foreach (var element in session.Rows($"SELECT name, CAST(coalesce(num_children, 0) AS BIGINT) FROM parquet_schema({ParquetSource.Literal(path)})", stop).Skip(1))
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
