using System.Globalization;
using System.Text;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Forms;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Intake.Inspection;

/// <summary>A first mapping of sources, as a YAML text with comments, for a person to look through.</summary>
internal sealed class MappingProposal(IReadOnlyList<SourceLook> sources, Language language)
{
    private readonly StringBuilder _text = new();
    private readonly List<string> _names = [.. sources.SelectMany(source => source.Names).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Canonical columns that are needed and for which no column was found.</summary>
    internal List<CanonicalColumn> Missing { get; } = [];

    /// <summary>Columns whose values leave a question.</summary>
    internal List<CanonicalColumn> Questions { get; } = [];

    /// <summary>The text of the mapping.</summary>
    internal string Text()
    {
        var found = CanonicalColumns.All.ToDictionary(column => column, Suggested);
        Comment(new("Hoe de bronnen de kolommen noemen. Een voorstel: loop elke regel na.", "What the sources call the columns. A proposal: go through every line."));
        foreach (var source in sources)
            Comment(Wording.Same($"{OneLine(source.Name)}: {string.Join(", ", source.Names.Select(OneLine))}"));
        _text.Append("columns:\n");
        foreach (var column in CanonicalColumns.All)
            Write(column, found[column]);
        var unused = _names.Except(found.Values.SelectMany(names => names), StringComparer.OrdinalIgnoreCase).Select(OneLine).ToList();
        if (unused.Count > 0)
            Comment(new($"Niet gebruikt: {string.Join(", ", unused)}.", $"Not used: {string.Join(", ", unused)}."));
        return _text.ToString();
    }

    // Files of one region can call a column differently: each is asked on its own.
    private List<string> Suggested(CanonicalColumn column) =>
        [.. sources.Select(source => ColumnNames.Suggest(column, source.Names)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    private void Write(CanonicalColumn column, List<string> names)
    {
        if (names.Count > 0)
            Found(column, names);
        else if (CanonicalColumns.Needed.Contains(column))
            Needed(column);
        else
            _text.Append(CultureInfo.InvariantCulture, $"  # {column.Name()}:  # {column.Meaning().In(language)}\n");
    }

    private void Needed(CanonicalColumn column)
    {
        Missing.Add(column);
        var constant = column.Kind() == ColumnKind.Text;
        Indented(constant
            ? new("NODIG en niet gevonden: noem de kolom, of geef een waarde voor elke rij, zoals { constant: uur }.", "NEEDED and not found: name the column, or give a value for every row, like { constant: uur }.")
            : new("NODIG en niet gevonden: noem de kolom.", "NEEDED and not found: name the column."));
        _text.Append(CultureInfo.InvariantCulture, $"  # {column.Name()}:  # {column.Meaning().In(language)}\n");
    }

    private void Found(CanonicalColumn column, List<string> names)
    {
        var shown = names is [var only] ? Quoted(only) : $"[{string.Join(", ", names.Select(Quoted))}]";
        var (choices, question) = column.Kind() switch
        {
            ColumnKind.Day => Dates(column, names),
            ColumnKind.Number => Numbers(column, names),
            _ => (null, null),
        };
        if (choices is null)
        {
            _text.Append(CultureInfo.InvariantCulture, $"  {column.Name()}: {(names.Count == 1 ? shown : $"{{ column: {shown} }}")}  # {column.Meaning().In(language)}\n");
            return;
        }

        Questions.Add(column);
        Indented(question!);
        _text.Append(CultureInfo.InvariantCulture, $"  {column.Name()}: {{ column: {shown}, {choices} }}\n");
    }

    private (string? Choices, Wording? Question) Dates(CanonicalColumn column, List<string> names)
    {
        var finding = Evidence(column, names).Select(evidence => evidence.Dates(column)).FirstOrDefault(finding => finding.Question is not null);
        return finding is null ? (null, null) : ("format: " + string.Join(" | ", finding.Choices.Select(DateForms.Word)), finding.Question);
    }

    private (string? Choices, Wording? Question) Numbers(CanonicalColumn column, List<string> names)
    {
        var finding = Evidence(column, names).Select(evidence => evidence.Numbers(column)).FirstOrDefault(finding => finding.Question is not null);
        return finding is null ? (null, null) : ("decimal: " + string.Join(" | ", finding.Choices.Select(NumberForms.Word)), finding.Question);
    }

    private IEnumerable<FormEvidence> Evidence(CanonicalColumn column, List<string> names)
    {
        var mapped = new MappedColumn(column, names, null, new Dictionary<string, string>(), null, null);
        return sources.Where(source => mapped.NameIn(source.Names) is not null)
            .Select(source => source.Evidence(new ColumnPlan([new PlannedColumn(column, mapped.NameIn(source.Names), mapped)])))
            .Where(evidence => evidence.Columns.Count > 0);
    }

    private void Comment(Wording line) => _text.Append(CultureInfo.InvariantCulture, $"# {line.In(language)}\n");

    private void Indented(Wording line) => _text.Append(CultureInfo.InvariantCulture, $"  # {line.In(language)}\n");

    // A comment ends with its line, and a name can hold anything.
    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));

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
