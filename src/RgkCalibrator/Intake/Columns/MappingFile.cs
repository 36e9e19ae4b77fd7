using RgkCalibrator.Intake.Forms;
using RgkCalibrator.Yaml;

namespace RgkCalibrator.Intake.Columns;

/// <summary>Reads a mapping: a YAML file that says what a source calls its columns. The first mistake is told with its line.</summary>
public static class MappingFile
{
    private static readonly string[] ColumnKeys = ["column", "constant", "values", "format", "decimal"];

    private static readonly YamlFormat<DateForm> Dates = YamlFormat.Choice([.. Enum.GetValues<DateForm>().Select(form => (DateForms.Word(form), form))]);

    private static readonly YamlFormat<NumberForm> Decimals = YamlFormat.Choice([.. Enum.GetValues<NumberForm>().Select(form => (NumberForms.Word(form), form))]);

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
            [.. CanonicalColumns.All.Where(column => columns.Has(column.Name())).Select(column => ReadColumn(column, columns.Node(column.Name()), mistakes))],
            YamlFile.Fingerprint(text));
    }

    private static YamlErrors MistakesOf(string file) =>
        new(file, new("mappingbestand", "mapping file"), new("de sleutel 'columns'", "the key 'columns'"));

    private static MappedColumn ReadColumn(CanonicalColumn column, YamlNode node, YamlErrors mistakes)
    {
        var none = new Dictionary<string, string>(StringComparer.Ordinal);
        if (node is YamlText { Text: "" })
            throw mistakes.NoValue(node.Line, column.Name());
        if (node is YamlText { Text: var name })
            return new MappedColumn(column, [name], null, none, null, null);
        var block = new YamlSection(node, column.Name(), ColumnKeys, mistakes);
        Check(column, block, mistakes);
        return new MappedColumn(
            column,
            block.Has("column") ? block.Values("column", YamlFormat.Text) : [],
            block.Has("constant") ? block.Value("constant", YamlFormat.Text) : null,
            block.Has("values") ? ReadValues(block.Node("values"), mistakes) : none,
            block.Has("format") ? block.Value("format", Dates) : null,
            block.Has("decimal") ? block.Value("decimal", Decimals) : null);
    }

    private static void Check(CanonicalColumn column, YamlSection block, YamlErrors mistakes)
    {
        if (block.Has("column") == block.Has("constant"))
        {
            throw mistakes.At(
                block.Line,
                new($"{YamlErrors.Quoted(column.Name())} heeft 'column' of 'constant' nodig, een van de twee.", $"{YamlErrors.Quoted(column.Name())} needs 'column' or 'constant', one of the two."),
                new("Noem de kolom van het bestand, of geef een waarde die voor elke rij geldt.", "Name the column of the file, or give a value that holds for every row."));
        }

        Refuse("constant", column.Kind() != ColumnKind.Text);
        Refuse("values", column.Kind() != ColumnKind.Text);
        Refuse("format", column.Kind() != ColumnKind.Day);
        Refuse("decimal", column.Kind() != ColumnKind.Number);

        void Refuse(string key, bool isForeign)
        {
            if (!isForeign || !block.Has(key))
                return;
            throw mistakes.At(
                block.LineOf(key),
                new($"'{key}' kan niet bij {YamlErrors.Quoted(column.Name())}.", $"'{key}' is not possible with {YamlErrors.Quoted(column.Name())}."),
                new(
                    "'format' hoort bij datums, 'decimal' bij getallen, 'values' en 'constant' bij teksten.",
                    "'format' goes with dates, 'decimal' with numbers, 'values' and 'constant' with texts."));
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
