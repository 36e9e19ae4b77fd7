using System.Text;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Formats;

namespace RgkCalibrator.Intake.Inspection;

/// <summary>A first mapping of sources, as a YAML text with comments, for a person to look through.</summary>
internal sealed class MappingProposal(IReadOnlyList<SourcePreview> sources, Language language)
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<SourcePreview, FormatEvidence> _evidence = [];
    private readonly List<string> _names =
        [.. sources.SelectMany(source => source.Names).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Canonical columns that are needed and for which no column was found.</summary>
    internal List<CanonicalColumn> Missing { get; } = [];

    /// <summary>Columns whose values leave a question.</summary>
    internal List<CanonicalColumn> Questions { get; } = [];

    /// <summary>The text of the mapping.</summary>
    internal string Text()
    {
        var found = CanonicalColumns.All.ToDictionary(column => column, Suggested);
        Comment(new(
            "Hoe de bronnen de kolommen noemen. Een voorstel: loop elke regel na.",
            "What the sources call the columns. A proposal: go through every line."));
        foreach (var source in sources)
            Comment(Listed(source));
        Line("columns:");
        foreach (var column in CanonicalColumns.All)
            Write(column, found[column]);
        var unused = _names.Except(found.Values.SelectMany(names => names), StringComparer.OrdinalIgnoreCase).ToList();
        var list = ShownNames.List(unused, _names);
        if (list.Dutch.Length > 0)
            Comment(new($"Niet gebruikt: {OneLine(list.Dutch)}.", $"Not used: {OneLine(list.English)}."));
        return _text.ToString();
    }

    private static Wording Listed(SourcePreview source)
    {
        var (name, list) = (OneLine(source.Name), ShownNames.List(source.Names));
        return new($"{name}: {OneLine(list.Dutch)}", $"{name}: {OneLine(list.English)}");
    }

    // Files of one region can call a column differently: each is asked on its own.
    private List<string> Suggested(CanonicalColumn column) =>
    [
        .. sources.Select(source => KnownColumnNames.Suggest(column, source.Names)).OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private void Write(CanonicalColumn column, List<string> names)
    {
        if (names.Count > 0)
            Found(column, names);
        else if (CanonicalColumns.Needed.Contains(column))
            Needed(column);
        else
            NotFound(column);
    }

    private void Needed(CanonicalColumn column)
    {
        Missing.Add(column);
        Indented(column.Kind() == ColumnKind.Text
            ? new(
                "NODIG en niet gevonden: noem de kolom, of geef een waarde voor elke rij, zoals { constant: uur }.",
                "NEEDED and not found: name the column, or give a value for every row, like { constant: uur }.")
            : new("NODIG en niet gevonden: noem de kolom.", "NEEDED and not found: name the column."));
        NotFound(column);
    }

    private void NotFound(CanonicalColumn column)
    {
        foreach (var (name, known) in KnownColumnNames.Ask(column, _names))
        {
            var others = string.Join(", ", known.Columns.Where(other => other != column).Select(other => other.Name()));
            Indented(new(
                $"Misschien {OneLine(name)}: zo heet soms {column.Name()}, en soms {others}. Kijk het na.",
                $"Perhaps {OneLine(name)}: a name for {column.Name()}, and for {others}. Check it."));
        }

        Line($"  # {column.Name()}:  # {column.Meaning().In(language)}");
    }

    private void Found(CanonicalColumn column, List<string> names)
    {
        var shown = names is [var only] ? Quoted(only) : $"[{string.Join(", ", names.Select(Quoted))}]";
        if (Doubt(column, names) is { Question: { } question } finding)
        {
            Questions.Add(column);
            Indented(question);
            Line($"  {column.Name()}: {{ column: {shown}, {finding.Answers} }}");
            return;
        }

        var block = names.Count == 1 ? shown : $"{{ column: {shown} }}";
        Line($"  {column.Name()}: {block}  # {column.Meaning().In(language)}");
    }

    /// <summary>
    /// The first question that the values of a column leave in some source; null where there is none.
    /// </summary>
    private FormatFinding? Doubt(CanonicalColumn column, List<string> names)
    {
        var mapped = new MappedColumn(column, names);
        return sources.Where(source => mapped.NameIn(source.Names) is not null)
            .Select(source => EvidenceOf(source).Find(column))
            .FirstOrDefault(finding => finding?.Question is not null);
    }

    // Of all columns of a source at once: one can raise a question about another.
    private FormatEvidence EvidenceOf(SourcePreview source)
    {
        if (_evidence.TryGetValue(source, out var known))
            return known;
        var columns = CanonicalColumns.All.Select(column => new MappedColumn(column, Suggested(column)))
            .Where(mapped => mapped.NameIn(source.Names) is not null)
            .Select(mapped => new PlannedColumn(mapped.Column, mapped.NameIn(source.Names), mapped));
        return _evidence[source] = source.Evidence(new ColumnPlan([.. columns]));
    }

    private void Comment(Wording line) => Line("# " + line.In(language));

    private void Indented(Wording line) => Line("  # " + line.In(language));

    private void Line(string text) => _text.Append(text).Append('\n');

    // A comment ends with its line, and a name can hold anything.
    private static string OneLine(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));

    private static string Quoted(string name) => name.All(letter => char.IsLetter(letter) || letter == '_')
        ? name
        : "\"" + string.Concat(name.Select(letter => letter switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            _ when char.IsControl(letter) => $"\\u{(int)letter:X4}",
            _ => letter.ToString(),
        })) + "\"";
}
