using System.Text;

namespace RgkCalibrator.Intake.Columns;

/// <summary>A name that sources give a column.</summary>
/// <param name="Name">The name; case, accents, spaces and signs do not count.</param>
/// <param name="Plain">What counts of it.</param>
/// <param name="Columns">The canonical column that it stands for; several where only a person can tell.</param>
internal sealed record KnownColumnName(string Name, string Plain, IReadOnlyList<CanonicalColumn> Columns);

/// <summary>
/// What Dutch layouts and exports call the canonical columns: <c>data/columns/column-names.csv</c>, which is built in.
/// </summary>
internal static class KnownColumnNames
{
    private const string Resource = "columns/column-names.csv";

    /// <summary>So many of the six needed columns make a header: a row of data has none of these names.</summary>
    internal const int FewestOfHeader = 3;

    /// <summary>All names, the most telling of a column first.</summary>
    internal static IReadOnlyList<KnownColumnName> All { get; } = [.. ReadAll()];

    /// <summary>The name that most likely is a canonical column; null where none is known.</summary>
    internal static string? Suggest(CanonicalColumn column, IReadOnlyList<string> names)
    {
        var known = All.Where(known => known.Columns is [var only] && only == column).Select(known => known.Plain);
        return Suggest(known.Prepend(Plain(column.Name())), ByPlainName(names));
    }

    /// <summary>The names that may be a canonical column or another, each with what is known of it.</summary>
    internal static IEnumerable<(string Name, KnownColumnName Known)> Ask(
        CanonicalColumn column, IReadOnlyList<string> names)
    {
        var byPlainName = ByPlainName(names);
        return from known in All
               where known.Columns.Count > 1 && known.Columns.Contains(column) && byPlainName.ContainsKey(known.Plain)
               select (byPlainName[known.Plain], known);
    }

    /// <summary>Whether names can only be a header, though in other words than ours.</summary>
    internal static bool AreHeader(IReadOnlyList<string> names) =>
        CanonicalColumns.Needed.Count(column => Suggest(column, names) is not null) >= FewestOfHeader;

    /// <summary>What counts of a name.</summary>
    internal static string Plain(string name) =>
        string.Concat(
            name.Normalize(NormalizationForm.FormD).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static string? Suggest(IEnumerable<string> known, Dictionary<string, string> byPlainName) =>
        known.Select(byPlainName.GetValueOrDefault).FirstOrDefault(name => name is not null);

    private static Dictionary<string, string> ByPlainName(IReadOnlyList<string> names)
    {
        var byPlainName = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
            byPlainName.TryAdd(Plain(name), name);
        return byPlainName;
    }

    private static IEnumerable<KnownColumnName> ReadAll()
    {
        using var stream = typeof(KnownColumnNames).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not built in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        _ = reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            yield return new KnownColumnName(cells[1], Plain(cells[1]), [.. cells[0].Split(' ').Select(Column)]);
        }
    }

    private static CanonicalColumn Column(string name) =>
        CanonicalColumns.Find(name) ?? throw new InvalidOperationException($"{Resource} has no column {name}.");
}
