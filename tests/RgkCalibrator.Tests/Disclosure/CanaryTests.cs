using System.Globalization;

namespace RgkCalibrator.Tests.Disclosure;

/// <summary>
/// A thousand children among six thousand, of whom everything that can be recognised is a canary: their numbers,
/// reference numbers, providers, municipalities, locations, interventions, codes and birth dates. The real program
/// reads them, and no canary is to leave.
/// </summary>
public sealed class CanaryTests : IDisposable
{
    private const int Children = 1000;
    private const string Canary = "KANARIE";

    private static readonly string[] Header =
    [
        "Clientnummer", "Productcode", "Begindatum", "Einddatum", "Volume", "Eenheid", "Aanbieder", "Geboortedatum",
        "Gemeente", "Locatie", "Interventie", "Toewijzingnummer", "Regelnummer", "Opmerking",
    ];

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void No_canary_leaves_in_a_file_of_extern_in_the_manifest_or_on_the_screen()
    {
        var outcome = Run("derive", Planted(canonical: true), SmallRegion.Declarations, "--out", _folder["pakket"],
            "--png", "none", "--per-provider");

        Assert.True(outcome.Code == 0, outcome.Said);
        var texts = PackageTexts.In(_folder["pakket/extern"]).Append(("manifest.json", Text("pakket/manifest.json")))
            .ToList();
        Assert.True(texts.Count > 60);
        HaveNone([.. texts, ("screen", outcome.Said)]);
        // They were read: what stays inside knows them.
        Assert.Contains(Canary, Text("pakket/intern/providers.csv"), StringComparison.Ordinal);
        Assert.Contains(Canary, Text("pakket/intern/provider-lines.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_canary_leaves_in_a_comparison_of_scenarios()
    {
        File.WriteAllText(
            _folder["scenarios.yaml"],
            "scenarios: [{ name: P75, percentile: 75 }, { name: zonder, interventions: without }]");

        var outcome = Run("compare", Planted(canonical: true), SmallRegion.Declarations, "--scenarios",
            _folder["scenarios.yaml"], "--out", _folder["vergelijking"]);

        Assert.True(outcome.Code == 0, outcome.Said);
        var texts = PackageTexts.In(_folder["vergelijking/extern"]).ToList();
        Assert.Contains(texts, text => text.Name.EndsWith(".png", StringComparison.Ordinal));
        HaveNone([.. texts, ("manifest.json", Text("vergelijking/manifest.json")), ("screen", outcome.Said)]);
        Assert.Contains(Canary, Text("vergelijking/intern/effect-per-aanbieder.csv"), StringComparison.Ordinal);
        Assert.Contains(Canary, Text("vergelijking/intern/stap-per-aanbieder.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_canary_stands_in_a_report_on_the_input()
    {
        var outcome = Run("validate", Planted(canonical: true), Broken(), "--out", _folder["verslag"]);

        Assert.True(outcome.Code is 0 or 2 or 5, outcome.Said);
        HaveNone([.. PackageTexts.In(_folder["verslag"]), ("screen", outcome.Said)]);
    }

    [Fact]
    public void No_canary_stands_in_a_mapping_that_is_proposed()
    {
        var outcome = Run("init", Planted(canonical: false), "--out", _folder["mapping.yaml"]);

        Assert.True(outcome.Code == 0, outcome.Said);
        HaveNone([("mapping.yaml", Text("mapping.yaml")), ("screen", outcome.Said)]);
    }

    [Fact]
    public void No_canary_is_told_when_trajectories_are_written()
    {
        var outcome = Run("trajectories", Planted(canonical: true), "--out", _folder["t.csv"]);

        Assert.True(outcome.Code == 0, outcome.Said);
        HaveNone([("screen", outcome.Said)]);
        Assert.Contains(Canary, Text("t.csv"), StringComparison.Ordinal);
    }

    private static RgkProcess Run(params string[] arguments) => RgkProcess.Run(Longest, arguments);

    private static void HaveNone(IReadOnlyList<(string Name, string Text)> texts)
    {
        string[] births = [.. Enumerable.Range(0, Children).Select(Birth).Distinct().SelectMany(Forms)];
        Assert.All(texts, text =>
        {
            Assert.False(text.Text.Contains(Canary, StringComparison.OrdinalIgnoreCase), text.Name);
            Assert.DoesNotContain(births, birth => text.Text.Contains(birth, StringComparison.Ordinal));
        });
    }

    private static IEnumerable<string> Forms(DateOnly day) =>
        new[] { "yyyy-MM-dd", "dd-MM-yyyy" }.Select(form => day.ToString(form, CultureInfo.InvariantCulture));

    // Between the days that a catalogue names.
    private static DateOnly Birth(int child) => new DateOnly(2004, 3, 3).AddDays(child * 2);

    private string Text(string name) => File.ReadAllText(_folder[name]);

    private string Planted(bool canonical)
    {
        string[] header = canonical
            ?
            [
                "client_id", "product_code", "start_date", "end_date", "volume", "unit", "provider_id", "birth_date",
                "municipality", "location", "intervention", "assignment_id", "line_id", "opmerking",
            ]
            : Header;
        return Write("geplant.csv", header, Enumerable.Range(0, Children).Select(Row));
    }

    // Cells that cannot be read, in a file that leaves questions.
    private string Broken() => Write(
        "kapot.csv",
        [.. Header.Select((_, i) =>
            i < 6 ? new[] { "client_id", "product_code", "start_date", "end_date", "volume", "unit" }[i] : Header[i])],
        Enumerable.Range(0, 50).Select(child => Row(child).Replace(";01-", $";{Canary}-", StringComparison.Ordinal)));

    private string Write(string name, string[] header, IEnumerable<string> rows)
    {
        File.WriteAllLines(_folder[name], [string.Join(';', header), .. rows]);
        return _folder[name];
    }

    private static string Row(int child)
    {
        var id = Canary + Numbers.Whole(child);
        // Of each ten one has a code that nobody knows, and one a unit.
        var (code, unit) = (child % 10 == 3 ? "code-" + id : "45C02", child % 10 == 7 ? "eenheid-" + id : "uur");
        return string.Join(
            ';', "kind-" + id, code, "01-03-2019", $"{Numbers.Whole(10 + (child % 20))}-05-2019",
                Numbers.Whole(10 + (child % 50)) + ",5",
            unit, "aanbieder-" + Canary + Numbers.Whole(child % 5),
                Birth(child).ToString("dd-MM-yyyy", CultureInfo.InvariantCulture),
            "gemeente-" + id, "locatie-" + id, "interventie-" + id, "toewijzing-" + id, "regel-" + id,
            "opmerking-" + id);
    }
}
