using RgkCalibrator.Intake.Formats;
using RgkCalibrator.Yaml;

namespace RgkCalibrator.Intake.Columns;

/// <summary>
/// Reads a mapping: a YAML file that says what a source calls its columns. The first mistake is told with its line.
/// </summary>
public static class MappingFile
{
    private static readonly string[] ColumnKeys =
        ["column", "constant", "values", "format", "decimal", "serviceNumbers"];

    // A mapping need not say that there are: they are refused.
    private static readonly YamlFormat<bool> No = YamlFormat.Choice(("false", false));

    private static readonly YamlFormat<ValueFormat> Dates = Choice(ValueFormats.Dates);

    private static readonly YamlFormat<ValueFormat> Decimals = Choice(ValueFormats.Numbers);

    /// <summary>The mapping in a YAML file, in UTF-8.</summary>
    /// <exception cref="CalibrationException">The file cannot be read or holds a mistake.</exception>
    public static ColumnMapping Read(string path) => Parse(YamlFile.Read(path, MistakesOf(path)), path);

    /// <summary>The mapping in a text; <paramref name="file"/> is what messages call it.</summary>
    /// <exception cref="CalibrationException">The text holds a mistake.</exception>
    public static ColumnMapping Parse(string text, string file)
    {
        var mistakes = MistakesOf(file);
        var root = new YamlSection(YamlTree.Read(text, mistakes), "mapping", ["columns"], mistakes);
        string[] names = [.. CanonicalColumns.All.Select(column => column.Name())];
        var columns = new YamlSection(root.Node("columns"), "columns", names, mistakes);
        return new ColumnMapping(
            [.. CanonicalColumns.All.Where(column => columns.Has(column.Name()))
                .Select(column => ReadColumn(column, columns.Node(column.Name()), mistakes) with
                {
                    Line = columns.LineOf(column.Name()),
                })],
            YamlFile.Fingerprint(text));
    }

    private static YamlErrors MistakesOf(string file) =>
        new(file, new("mappingbestand", "mapping file"), new("de sleutel 'columns'", "the key 'columns'"));

    private static YamlFormat<ValueFormat> Choice(IReadOnlyList<ValueFormat> formats) =>
        YamlFormat.Choice([.. formats.Select(format => (format.Word(), format))]);

    private static MappedColumn ReadColumn(CanonicalColumn column, YamlNode node, YamlErrors mistakes)
    {
        if (node is YamlText { Text: "" })
            throw mistakes.NoValue(node.Line, column.Name());
        if (node is YamlText { Text: var name })
            return new MappedColumn(column, [name]);
        var block = new YamlSection(node, column.Name(), ColumnKeys, mistakes);
        Check(column, block, mistakes);
        var mapped = new MappedColumn(column, block.Has("column") ? block.Values("column", YamlFormat.Text) : [])
        {
            Constant = block.Has("constant") ? block.Value("constant", YamlFormat.Text) : null,
            Format = block.Has("format") ? block.Value("format", Dates)
                : block.Has("decimal") ? block.Value("decimal", Decimals)
                : null,
            HasNoServiceNumbers = block.Has("serviceNumbers") && !block.Value("serviceNumbers", No),
        };
        return block.Has("values") ? mapped with { Values = ReadValues(block.Node("values"), mistakes) } : mapped;
    }

    private static void Check(CanonicalColumn column, YamlSection block, YamlErrors mistakes)
    {
        if (block.Has("column") == block.Has("constant"))
        {
            throw mistakes.At(
                block.Line,
                new(
                    $"{YamlErrors.Quoted(column.Name())} heeft 'column' of 'constant' nodig, een van de twee.",
                    $"{YamlErrors.Quoted(column.Name())} needs 'column' or 'constant', one of the two."),
                new(
                    "Noem de kolom van het bestand, of geef een waarde die voor elke rij geldt.",
                    "Name the column of the file, or give a value that holds for every row."));
        }

        Refuse("constant", ColumnKind.Text);
        Refuse("values", ColumnKind.Text);
        Refuse("format", ColumnKind.Day);
        Refuse("decimal", ColumnKind.Number);
        RefuseUnless(column == CanonicalColumn.ClientId, "serviceNumbers");

        void Refuse(string key, ColumnKind unless) => RefuseUnless(column.Kind() == unless, key);

        void RefuseUnless(bool isPossible, string key)
        {
            if (isPossible || !block.Has(key))
                return;
            throw mistakes.At(
                block.LineOf(key),
                new(
                    $"'{key}' kan niet bij {YamlErrors.Quoted(column.Name())}.",
                    $"'{key}' is not possible with {YamlErrors.Quoted(column.Name())}."),
                new(
                    "'format' hoort bij datums, 'decimal' bij getallen, 'values' en 'constant' bij teksten, "
                    + "'serviceNumbers' bij client_id.",
                    "'format' goes with dates, 'decimal' with numbers, 'values' and 'constant' with texts, "
                    + "'serviceNumbers' with client_id."));
        }
    }

    private static Dictionary<string, string> ReadValues(YamlNode node, YamlErrors mistakes)
    {
        if (node is not YamlMap map)
            throw mistakes.WrongShape(node.Line, "values", new("een blok met waarden", "a block with values"));
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            values[entry.Key] = entry.Value is YamlText { Text: var text }
                ? text
                : throw mistakes.WrongShape(entry.Line, "values", new("een blok met waarden", "a block with values"));
        }

        return values;
    }
}
