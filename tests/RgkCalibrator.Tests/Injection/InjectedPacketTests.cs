using System.Text;
using System.Text.Json;
using RgkCalibrator.Tests.Cli;
using RgkCalibrator.Tests.Review;

namespace RgkCalibrator.Tests.Injection;

/// <summary>
/// A catalogue whose names, labels, notes and units are payloads, and declarations in a file, of providers and with
/// codes that are: through the whole program, into every file that it writes and every line that it says.
/// </summary>
public sealed class InjectedPacketTests : IDisposable
{
    private const int InOneProduct = 5;
    private const int Children = 130;

    // Beside another scenario a line takes two hundred.
    private const int ChildrenForScenarios = 520;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_draft_of_payloads_holds_none_that_is_active()
    {
        var (catalogue, declarations) = Write();

        var outcome = Outcome.Of(
            "derive", declarations, "--catalogue", catalogue, "--out", _folder["pakket"], "--png", "none");

        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Empty(Active(outcome));
        Assert.Empty(ActiveIn(_folder["pakket"]));
        // The payloads were there to be seen.
        using var draft = JsonDocument.Parse(File.ReadAllText(_folder["pakket/extern/kader-concept.json"]));
        var names = draft.RootElement.GetProperty("lines").EnumerateArray()
            .Select(line => line.GetProperty("product").GetString()).ToHashSet();
        Assert.True(names.Count(name => Payloads.All.Contains(name)) > 40, string.Join('\n', names));
    }

    [Fact]
    public void Annexes_of_a_workbook_that_was_filled_in_with_payloads_hold_none_that_is_active()
    {
        var (catalogue, declarations) = Write();
        Assert.Equal(0, Outcome.Of(
            "derive", declarations, "--catalogue", catalogue, "--out", _folder["pakket"], "--png", "none").Code);
        // No spreadsheet saves the others, and those with control signs are refused in the cell.
        var texts = Payloads.All.Where(text => text.Trim().Length is > 0 and <= 1000 && !text.Any(char.IsControl)
            && text == string.Concat(text.EnumerateRunes()) && !text.Contains('\uFFFE', StringComparison.Ordinal)
            && !text.Contains('\uFFFF', StringComparison.Ordinal)).ToList();
        using (var book = new FilledWorkbook(_folder["pakket/extern/kader-concept.xlsx"], _folder["boek.xlsx"]))
        {
            foreach (var (i, row) in book.Decide().Rows.Index())
            {
                book.Set(row, "Motivering", texts[3 * i % texts.Count]);
                book.Set(row, "Buiten het kader", texts[((3 * i) + 1) % texts.Count]);
                book.Set(row, "Besloten door", texts[((3 * i) + 2) % texts.Count]);
            }

            book.Save();
        }

        var outcome = Outcome.Of(
            "finalize", _folder["boek.xlsx"], "--run", _folder["pakket"], "--catalogue", catalogue, "--out",
            _folder["bijlagen"]);

        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Empty(Active(outcome));
        Assert.Empty(ActiveIn(_folder["bijlagen"]));
        var other = Outcome.Of("diff", _folder["bijlagen/framework.json"], _folder["bijlagen/framework.json"]);
        Assert.Equal(0, other.Code);
    }

    [Fact]
    public void A_comparison_of_payloads_holds_none_that_is_active()
    {
        var (catalogue, declarations) = Write(ChildrenForScenarios, most: 8);
        File.WriteAllText(
            _folder["scenarios.yaml"],
            "scenarios:\n" + string.Concat(Payloads.All.Where(text => text.Trim() == text && text.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase).Take(24)
                .Select((text, i) =>
                    $"  - {{ name: {Yaml(text)}, percentile: 60{(i % 2 == 0 ? string.Empty : ", pair: joint")} }}\n")));

        var outcome = Outcome.Of(
            "compare", declarations, "--catalogue", catalogue, "--scenarios", _folder["scenarios.yaml"], "--out",
            _folder["vergelijking"], "--png", "none");

        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Empty(Active(outcome));
        Assert.Empty(ActiveIn(_folder["vergelijking"]));
        // The payloads were there to be seen, outside too.
        var shown = File.ReadAllText(_folder["vergelijking/extern/vergelijking-machine.csv"]);
        Assert.True(Payloads.All.Count(text => text.Trim().Length > 8 && shown.Contains(text[^8..],
            StringComparison.Ordinal)) > 5, shown);
        Assert.Contains(
            "extern/grafieken/scenarios-volume", string.Concat(Directory.EnumerateFiles(
                _folder["vergelijking/extern/grafieken"]).Select(file => "extern/grafieken/" + Path.GetFileName(file))),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void A_report_on_payloads_holds_none_that_is_active(string language)
    {
        var (catalogue, declarations) = Write();

        var outcome = Outcome.Of(
            "validate", declarations, "--catalogue", catalogue, "--out", _folder["verslag"], "--lang", language);

        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Empty(Active(outcome));
        Assert.Empty(ActiveIn(_folder["verslag"]));
    }

    [Fact]
    public void A_mapping_that_is_proposed_for_payloads_is_read_back_as_it_was_meant()
    {
        // Names that a header can have: no line ends, and none but their own.
        var names = Payloads.All.Where(name => name.AsSpan().IndexOfAny("\r\n;\"") < 0 && name.Trim() == name)
            .Where(name => name.Any(char.IsLetter)).ToList();
        foreach (var (name, number) in names.Where((_, i) => i % 4 == 0).Select((name, i) => (name, i)))
        {
            var file = _folder[$"a{Numbers.Whole(number)}.csv"];
            File.WriteAllText(file, $"{name};product_code;start_date\nc1;54002;13-03-2019\nc2;54002;14-03-2019\n");

            var outcome = Outcome.Of("init", file, "--out", file + ".yaml");

            Assert.True(outcome.Code is 0 or 2 or 5, outcome.Error);
            if (outcome.Code == 0)
            {
                Assert.Empty(Inspections.Of(".txt", File.ReadAllBytes(file + ".yaml")).Select(sign =>
                    $"{name}: {sign}"));
            }
        }
    }

    private static IReadOnlyList<string> Active(Outcome outcome) =>
        Inspections.Of(".txt", Encoding.UTF8.GetBytes(outcome.Output + outcome.Error));

    private static IEnumerable<string> ActiveIn(string folder) =>
        Directory.EnumerateFiles(folder, "*",
            SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(file =>
            Inspections.Of(Path.GetExtension(file), File.ReadAllBytes(file))
                .Select(trouble => $"{Path.GetRelativePath(folder, file)}: {trouble}"));

    private (string Catalogue, string Declarations) Write(int children = Children, int most = int.MaxValue)
    {
        // What is blank is refused as a name.
        var products = Payloads.All.Where(text => !string.IsNullOrWhiteSpace(text)).Chunk(InOneProduct).Take(most)
            .ToList();
        var catalogue = new StringBuilder("name: " + Yaml(Payloads.All[0]) + "\nnotice: " + Yaml(Payloads.All[1])
            + "\n");
        catalogue.Append("trajectories: { observed: 2018-01-01..2023-12-31, gapDays: 90 }\nproducts:\n");
        // Quotes and line ends can stand in no name of a file on every system.
        var path = _folder["<script>alert(1)<=40+2{{7}}.csv"];
        using var declarations = new StreamWriter(path);
        declarations.Write("client_id;product_code;start_date;end_date;volume;unit;provider_id;birth_date\n");
        for (var i = 0; i < products.Count; i++)
        {
            string[] texts = [.. products[i], .. products[0]];
            var code = $"P{Numbers.Whole(i)}";
            catalogue.Append(ProductOf(code, texts));
            for (var child = 0; child < children; child++)
                declarations.Write(RowOf(code, (i * children) + child, texts[child % InOneProduct]));
        }

        File.WriteAllText(_folder["catalogus.yaml"], catalogue.ToString());
        return (_folder["catalogus.yaml"], path);
    }

    private static string ProductOf(string code, string[] texts) =>
        $"  - code: {code}\n    name: {Yaml(texts[0])}\n    framework: rgk\n    unit: uur\n"
            + $"    alternativeUnit: {Yaml(texts[1])}\n    current: [{{ volume: 12, duration: 12 maand }}]\n"
            + $"    exceptionGrounds: [{{ id: grond, summary: {Yaml(texts[2])} }}]\n"
            + $"    subgroups:\n      - {{ id: jong, label: {Yaml(texts[3])}, when: {{ age: 0-9 }} }}\n"
            + $"      - {{ id: oud, label: {Yaml(texts[4])}, when: {{ age: 10-18 }} }}\n";

    private static string RowOf(string code, int child, string provider)
    {
        var (month, volume) = (Numbers.Whole(1 + (child % 9)), Numbers.Whole(3 + ((child * 7) % 20)));
        var birth = Numbers.Whole(child % 2 == 0 ? 2012 : 2005);
        var (kind, last) = (Numbers.Whole(child), Numbers.Whole(14 + (child % 14)));
        return $"kind-{kind};{code};13-{month}-2019;{last}-"
            + $"{month}-2019;{volume},5;uur;\"{provider.Replace("\"", "\"\"",
                StringComparison.Ordinal)}\";01-02-{birth}\n";
    }

    // JSON is YAML, but for what it leaves bare.
    private static string Yaml(string text) => JsonSerializer.Serialize(text);
}
