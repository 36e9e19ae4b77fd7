using static RgkCalibrator.Tests.Hostile.HostileCase;

namespace RgkCalibrator.Tests.Hostile;

/// <summary>Catalogues, mappings and disclosure profiles that mean harm.</summary>
internal static class HostileSettings
{
    private const string Catalogue = """
        trajectories: { observed: 2018-01-01..2023-12-31, gapDays: 90 }
        products:
          - { code: 45C02, name: Licht, framework: norm, unit: uur }

        """;

    private const string Mapping = "columns:\n  client_id: client_id\n";

    private static readonly (string Name, string Text)[] Anything =
    [
        ("nothing", string.Empty), ("a comment", "# niets\n"), ("two documents", "a: 1\n---\nb: 2\n"),
        ("an end of document only", "...\n"), ("a single word", "KANARIE"), ("a list", "- a\n- b\n"),
        ("an alias", "a: &a [x]\nb: *a\n"), ("an alias of nothing", "a: *b\n"), ("an alias in itself", "a: &a [*a]\n"),
        ("a merge", "a: &a { x: 1 }\n<<: *a\n"), ("a tag", "a: !!python/object/apply:os.system [ls]\n"),
        ("a tag of a type", "!System.Diagnostics.Process\nFileName: x\n"), ("a directive", "%YAML 9.9\n---\na: 1\n"),
        ("a directive of tags", "%TAG ! tag:x,2000:\n---\n!a b\n"), ("a tab", "a:\n\tb: 1\n"), ("a zero", "a: \0\n"),
        ("a control sign", "a: \u0001\n"), ("an escape", "a: \"\\x1b[2J\"\n"),
        ("a brace that never closes", "a: {b: 1\n"),
        ("a bracket that never closes", "a: [1, 2\n"), ("a quote that never closes", "a: \"b\n"),
        ("a thousand open brackets", new string('[', 1000)), ("a million open brackets", new string('[', 1_000_000)),
        ("a thousand open braces", new string('{', 1000)),
        ("a hundred thousand dashes", string.Concat(Enumerable.Repeat("- ", 100_000))),
        ("a million question marks", string.Concat(Enumerable.Repeat("? ", 1_000_000))),
        ("a million blank lines", new string('\n', 1_000_000)),
        ("a key of a megabyte", new string('a', 1 << 20) + ": 1\n"),
        ("a quoted key of a megabyte", "\"" + new string('a', 1 << 20) + "\": 1\n"),
        ("a value of a megabyte", "a: " + new string('b', 1 << 20) + "\n"),
        ("a key that is a list", "[a, b]: c\n"), ("a key that is a map", "{a: b}: c\n"),
        ("a key that is nothing", ": c\n"),
        ("a key twice", "columns: 1\ncolumns: 2\n"), ("a thousand billion laughs", Laughs()),
        ("sixty thousand keys", string.Concat(Enumerable.Range(0, 60_000).Select(i => $"k{Numbers.Whole(i)}: 1\n"))),
        ("a block of text without end", "a: |\n  " + new string('b', 100_000)),
        ("JSON", "{\"a\": {\"b\": [1, 2, {}]}}"),
        ("a lone surrogate, escaped", "a: \"\\uD800\"\n"), ("a letter past the last, escaped", "a: \"\\UFFFFFFFF\"\n"),
        ("a mark of UTF-8 in the middle", "a: 1\n\uFEFFb: 2\n"), ("XML", "<a><!ENTITY b 'c'></a>"),
        ("CSV", Header + "\n" + Rows),
    ];

    private static readonly (string Name, string Line)[] Products =
    [
        ("a code that is a path", "{ code: ../../x, name: x, framework: norm, unit: uur }"),
        ("a code of a megabyte", $"{{ code: {new string('a', 1 << 20)}, name: x, framework: norm, unit: uur }}"),
        ("a tariff that is no number", "{ code: x, name: x, framework: norm, unit: uur, tariff: NaN }"),
        ("an endless tariff", "{ code: x, name: x, framework: norm, unit: uur, tariff: 1e999 }"),
        ("a tariff of a thousand digits",
            $"{{ code: x, name: x, framework: norm, unit: uur, tariff: {new string('9', 1000)} }}"),
        ("a negative step", "{ code: x, name: x, framework: norm, unit: uur, volumeStep: -1 }"),
        ("a step of nothing", "{ code: x, name: x, framework: norm, unit: uur, volumeStep: 0 }"),
        ("a step of next to nothing",
            "{ code: x, name: x, framework: norm, unit: uur, volumeStep: 0.0000000000000000000000000001 }"),
        ("a duration without end",
            "{ code: x, name: x, framework: norm, unit: uur, allowedDurations: [99999999999 maand] }"),
        ("a duration of nothing", "{ code: x, name: x, framework: norm, unit: uur, allowedDurations: [0 maand] }"),
        ("a duration below nothing", "{ code: x, name: x, framework: norm, unit: uur, allowedDurations: [-3 maand] }"),
        ("an age below nothing",
            "{ code: x, name: x, framework: norm, unit: uur, subgroups: [{ id: a, label: a, when: { age: -3--1 } }] }"),
        ("an age turned around",
            "{ code: x, name: x, framework: norm, unit: uur, subgroups: [{ id: a, label: a, when: { age: 9-3 } }] }"),
        ("a subgroup that is a path",
            "{ code: x, name: x, framework: norm, unit: uur, subgroups: [{ id: ../a, label: a, when: { age: 3 } }] }"),
        ("a code twice", "{ code: 45C02, name: x, framework: norm, unit: uur }"),
        ("a unit that is none", "{ code: x, name: x, framework: norm, unit: ons }"),
    ];

    public static IEnumerable<HostileCase> All =>
    [
        .. Anything.Select(text => Given("--catalogue", text.Name, text.Text, 2)),
        .. Anything.Select(text => Given("--mapping", text.Name, text.Text, 2)),
        .. Products.Select(product => Given("--catalogue", product.Name, Catalogue + "  - " + product.Line + "\n", 2)),
        Given("--catalogue", "a day of the year 0",
            Catalogue.Replace("2018-01-01", "0000-01-01", StringComparison.Ordinal), 2),
        Given("--catalogue", "a day of the year 9999",
            Catalogue.Replace("2023-12-31", "9999-12-31", StringComparison.Ordinal), 0, 2),
        Given("--catalogue", "days turned around",
            Catalogue.Replace("2018-01-01", "2024-01-01", StringComparison.Ordinal), 2),
        Given("--catalogue", "an endless gap",
            Catalogue.Replace("gapDays: 90", "gapDays: 99999999999", StringComparison.Ordinal), 2),
        Given("--catalogue", "bytes of Windows-1252", "name: \u00EB", 2),
        Given("--mapping", "a column called nothing", Mapping + "  volume: ''\n", 2),
        Given("--mapping", "a column called by a megabyte", Mapping + $"  volume: {new string('a', 1 << 20)}\n", 2),
        Given("--mapping", "a constant volume", Mapping + "  volume: { constant: 1 }\n", 2),
        Given("--mapping", "sixty thousand values",
            Mapping + "  unit: { column: unit, values: { "
                + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"v{Numbers.Whole(i)}: uur, "))
                    + "uur: uur } }\n", 0),
    ];

    private static HostileCase Given(string option, string name, string text, params int[] codes)
    {
        return new($"{option} {name}", Make, codes);

        string[] Make(string folder)
        {
            File.WriteAllText(Path.Combine(folder, "instelling.yaml"), text);
            File.WriteAllText(Path.Combine(folder, "invoer.csv"), Header + "\n" + Rows);
            return ["validate", Path.Combine(folder, "invoer.csv"), option, Path.Combine(folder, "instelling.yaml")];
        }
    }

    private static string Laughs() => "a0: &a0 [ha, ha]\n" + string.Concat(Enumerable.Range(1, 40).Select(i =>
        $"a{Numbers.Whole(i)}: &a{Numbers.Whole(i)} [*a{Numbers.Whole(i - 1)}, *a{Numbers.Whole(i - 1)}]\n"));
}
