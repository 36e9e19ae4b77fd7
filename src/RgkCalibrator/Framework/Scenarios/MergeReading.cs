using RgkCalibrator.Catalogue;
using RgkCalibrator.Yaml;

namespace RgkCalibrator.Framework.Scenarios;

/// <summary>Reads which products count as one in a scenario.</summary>
internal static class MergeReading
{
    private const string Key = "merge";

    /// <summary>The lists of codes under 'merge'; none where the key is not given.</summary>
    /// <exception cref="CalibrationException">
    /// They are no lists of codes, a list has fewer than two, or a code stands there twice.
    /// </exception>
    internal static ProductMerge Read(YamlSection section)
    {
        var lists = section.Items(Key).Select(node => ReadCodes(node, section.Errors)).ToList();
        RefuseTwice(lists, section.Errors);
        return lists.Count == 0
            ? ProductMerge.None
            : new ProductMerge(lists.ConvertAll<IReadOnlyList<string>>(codes => codes.ConvertAll(code => code.Text)));
    }

    private static List<YamlText> ReadCodes(YamlNode node, YamlErrors errors)
    {
        if (node is not YamlList list)
            throw NoLists(node.Line, errors);
        var codes = list.Items
            .Select(item => item is YamlText { Text.Length: > 0 } code ? code : throw NoLists(item.Line, errors))
            .ToList();
        return codes.Count >= 2 ? codes : throw TooFew(node.Line, codes, errors);
    }

    private static void RefuseTwice(IReadOnlyList<List<YamlText>> lists, YamlErrors errors)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (place, codes) in lists.Index())
        {
            foreach (var code in codes)
            {
                if (seen.TryAdd(code.Text, place))
                    continue;
                throw seen[code.Text] == place ? TwiceInOne(code, errors) : InTwo(code, errors);
            }
        }
    }

    private static CalibrationException NoLists(int line, YamlErrors errors) => errors.At(
        line,
        new("'merge' moet een lijst zijn van lijsten met productcodes.",
            "'merge' must be a list of lists of product codes."),
        new("Zet om elke lijst haken, en om alle lijsten samen ook: merge: [[45C02, 45C05]].",
            "Put brackets around each list, and around all of them: merge: [[45C02, 45C05]]."));

    private static CalibrationException TooFew(int line, List<YamlText> codes, YamlErrors errors)
    {
        if (codes.Count == 0)
        {
            return errors.At(
                line,
                new("in 'merge' staat een lijst zonder codes.", "'merge' has a list without codes."),
                new("Zet er twee of meer productcodes in, of haal de lijst weg.",
                    "Put two or more product codes in it, or take the list away."));
        }

        var code = YamlErrors.Quoted(codes[0].Text);
        return errors.At(
            line,
            new($"in 'merge' staat een lijst met alleen {code}; samen tellen gaat met twee codes of meer.",
                $"'merge' has a list with {code} alone; it takes two codes or more to count as one."),
            new($"Zet achter {code} de codes die ermee samen tellen, of haal de lijst weg.",
                $"Put the codes that count as one with {code} behind it, or take the list away."));
    }

    private static CalibrationException TwiceInOne(YamlText code, YamlErrors errors) => errors.At(
        code.Line,
        new($"de code {YamlErrors.Quoted(code.Text)} staat twee keer in één lijst van 'merge'.",
            $"the code {YamlErrors.Quoted(code.Text)} stands twice in one list of 'merge'."),
        new("Laat de code één keer staan.", "Leave the code once."));

    private static CalibrationException InTwo(YamlText code, YamlErrors errors) => errors.At(
        code.Line,
        new($"de code {YamlErrors.Quoted(code.Text)} staat in twee lijsten van 'merge'.",
            $"the code {YamlErrors.Quoted(code.Text)} stands in two lists of 'merge'."),
        new("Zet de code in één lijst. Tellen al deze producten samen, maak er dan één lijst van.",
            "Put the code in one list. If all these products count as one, make it a single list."));
}
