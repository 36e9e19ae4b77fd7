using System.Text.Json.Nodes;
using RgkCalibrator.Tests.Hostile;
using RgkCalibrator.Tests.Injection;
using RgkCalibrator.Tests.Requests;

namespace RgkCalibrator.Tests.Cli;

/// <summary>A request, or a list of them, beside a framework.</summary>
public sealed class CheckTests : IDisposable
{
    private static readonly string[][] Requests =
    [
        ["--product", "54002", "--volume", "60", "--duration", "14 maanden"],
        ["--product", "54002", "--volume", "48", "--duration", "1 jaar"],
        ["--product", "41A03", "--volume", "150", "--duration", "12 maanden"],
        ["--product", "41A03", "--volume", "364,5", "--duration", "14 maanden", "--age", "3", "--location", "KDC"],
        ["--product", "45C10", "--volume", "30", "--duration", "26 weken"],
        ["--product", "45HBO", "--volume", "40", "--duration", "10 maanden", "--with-stay"],
        ["--product", "45V05", "--volume", "100", "--unit", "minuut", "--per", "week", "--duration", "schooljaar"],
        [
            "--product", "45C02", "--volume", "70", "--unit", "01", "--per", "2", "--start", "2025-09-01", "--end",
            "2026-10-31", "--concurrent", "18 maanden",
        ],
        ["--product", "41C01", "--volume", "104,01", "--unit", "uur", "--duration", "52 weken"],
        ["--product", "54002", "--volume", "4", "--unit", "dagdeel", "--duration", "1 jaar"],
        ["--product", "43A09", "--volume", "100", "--duration", "1 jaar"],
        ["--product", "45A65", "--volume", "10", "--duration", "1 jaar"],
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void The_answers_are_whole_sentences(string language)
    {
        var text = string.Concat(Requests.Select(request =>
        {
            var outcome = Check([.. request, "--lang", language]);
            Assert.Empty(outcome.Error);
            return $"rgk check {string.Join(' ', request)}\n{outcome.Output}({Numbers.Whole(outcome.Code)})\n\n";
        }));

        Golden.Verify($"aanvraag-{language}.txt", text);
    }

    [Theory]
    [InlineData(0, "54002", "48", "12 maanden")]
    [InlineData(6, "54002", "48,01", "12 maanden")]
    [InlineData(6, "54002", "48", "13 maanden")]
    [InlineData(2, "99999", "48", "12 maanden")]
    [InlineData(7, "43A09", "48", "12 maanden")]
    [InlineData(7, "54003", "150", "12 maanden")]
    [InlineData(2, "54002", "1.234", "12 maanden")]
    [InlineData(2, "54002", "veel", "12 maanden")]
    [InlineData(2, "54002", "48", "lang")]
    public void The_code_says_inside_beyond_or_no_answer(int code, string product, string volume, string duration)
    {
        var outcome = Check("--product", product, "--volume", volume, "--duration", duration);

        Assert.Equal(code, outcome.Code);
        Assert.Equal(code == 2, outcome.Error.Length > 0);
    }

    [Theory]
    [InlineData("--product", "54002", "--volume", "1")]
    [InlineData("--product", "54002", "--duration", "1 jaar")]
    [InlineData("--volume", "1", "--duration", "1 jaar")]
    [InlineData("--product", "54002", "--volume", "1", "--start", "2025-01-01")]
    [InlineData("--product", "54002", "--volume", "1", "--start", "2025-01-01", "--end", "2024-12-31")]
    [InlineData("--product", "54002", "--volume", "1", "--start", "gisteren", "--end", "2024-12-31")]
    [InlineData("--product", "54002", "--volume", "1", "--duration", "1 jaar", "--age", "31")]
    [InlineData("--product", "54002", "--volume", "1", "--duration", "1 jaar", "--with-stay", "--without-stay")]
    [InlineData("--product", "54002", "--volume", "1", "--duration", "1 jaar", "--order", "laatste")]
    [InlineData("--product", "54002", "--volume", "1", "--duration", "1 jaar", "--unit", "kilo")]
    [InlineData("--product", "54002", "--volume", "1", "--duration", "1 jaar", "--per", "jaar")]
    [InlineData("--product", "54002", "--volume", "1", "--duration", "1 jaar", "--out", "uit")]
    [InlineData("--product", "54002", "--volume", "1", "--duration", "1 jaar", "--strict")]
    [InlineData("--list", "lijst.csv", "--age", "3")]
    public void What_is_missing_or_cannot_be_is_refused_with_a_remedy(params string[] arguments)
    {
        var outcome = Check(arguments);

        Assert.Equal(2, outcome.Code);
        Assert.Empty(outcome.Output);
        Assert.Equal(3, outcome.ErrorLines.Count);
    }

    [Fact]
    public void The_share_of_past_trajectories_is_read_from_what_was_released_and_from_nothing_else()
    {
        CopyExtern();
        string[] request = ["--product", "54002", "--volume", "48", "--duration", "12 maanden"];
        var released = JsonNode.Parse(File.ReadAllText(_folder["pakket/extern/verdelingen.json"]))!["lines"]!.AsArray()
            .Single(line => (string?)line!["productCode"] == "54002")!["volumes"]!.AsArray()
            .Last(point => (decimal)point!["volume"]! <= 48)!["atLeast"]!;

        var outcome = Check([.. request, "--run", _folder["pakket"]]);

        Assert.Equal(0, outcome.Code);
        Assert.Contains($"ten minste {released}% bleef binnen 48 uur", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("zijn verzonnen", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("zijn verzonnen", Check(request).Output, StringComparison.Ordinal);

        File.AppendAllText(_folder["pakket/extern/verdelingen.json"], " ");
        Assert.Equal(3, Check([.. request, "--run", _folder["pakket"]]).Code);
        File.Delete(_folder["pakket/extern/verdelingen.json"]);
        Assert.Equal(3, Check([.. request, "--run", _folder["pakket"]]).Code);
        Assert.Equal(5, Check([.. request, "--run", _folder.Root]).Code);
    }

    [Fact]
    public void A_list_is_written_for_inside_only_and_holds_no_name()
    {
        File.WriteAllText(
            _folder["lijst.csv"],
            "ReferentieAanbieder;ProductCode;ToewijzingIngangsdatum;ToewijzingEinddatum;Volume;Naam;Locatie\n"
                + "A-1;54002;01-09-2025;31-08-2026;48;Jan;KANARIE\n"
                + "=HYPERLINK(1);54002;01-09-2025;31-08-2026;49;Jan;=1\n"
                + "A-3;54002;31-08-2026;01-09-2025;48;Jan;\n");

        var outcome = Check("--list", _folder["lijst.csv"], "--out", _folder["uit"]);

        Assert.Equal(0, outcome.Code);
        Assert.Equal(
            [
                "intern/aanvragen-per-lijn.csv", "intern/aanvragen.csv", "intern/aanvragen.xlsx", "manifest.json",
            ],
            SmallRegion.Files(_folder["uit"]).Keys);
        Assert.All(SmallRegion.Files(_folder["uit"]).Values.Append(outcome.Output), text =>
        {
            Assert.DoesNotContain("Jan", text, StringComparison.Ordinal);
            Assert.DoesNotContain(HostileCase.Canary, text, StringComparison.Ordinal);
            Assert.DoesNotContain("HYPERLINK", text, StringComparison.Ordinal);
        });
        Assert.All(
            Directory.EnumerateFiles(_folder["uit/intern"]),
            file => Assert.Empty(Inspections.Of(Path.GetExtension(file), File.ReadAllBytes(file))));
        Assert.Contains(
            "\"kind\": \"requests\"", File.ReadAllText(_folder["uit/manifest.json"]), StringComparison.Ordinal);
        Assert.Equal(0, Outcome.Of("verify", _folder["uit"]).Code);
        var again = SmallRegion.Files(_folder["uit"]);
        Assert.Equal(0, Check("--list", _folder["lijst.csv"], "--out", _folder["uit"]).Code);
        Assert.Equal(again, SmallRegion.Files(_folder["uit"]));
    }

    [Fact]
    public void An_adopted_framework_gives_its_own_grounds_and_says_what_was_dropped_and_made_up()
    {
        static JsonObject Line(string code, string subgroup, JsonObject? adopted) => new()
        {
            ["productCode"] = code,
            ["product"] = code,
            ["framework"] = "rgk",
            ["unit"] = "uur",
            ["subgroup"] = subgroup,
            ["label"] = subgroup,
            ["proposed"] = null,
            ["current"] = null,
            ["decision"] = adopted is null ? "drop" : "adopt",
            ["adopted"] = adopted,
            ["reason"] = "",
            ["outsideTyped"] = "",
            ["decidedBy"] = "",
            ["date"] = null,
            ["withinBoth"] = 0.72,
            ["alternative"] = null,
            ["perWeek"] = null,
            ["outside"] = new JsonArray("Eigen grond"),
        };

        var adopted = new JsonObject
        {
            ["volume"] = 50,
            ["duration"] = new JsonObject { ["length"] = 12, ["unit"] = "month" },
        };
        var framework = new JsonObject
        {
            ["format"] = "rgk-framework",
            ["formatVersion"] = 1,
            ["synthetic"] = true,
            ["percentile"] = "P85",
            ["draftSha256"] = "",
            ["products"] = new JsonArray(),
            ["lines"] = new JsonArray(Line("54002", "", adopted), Line("45C10", "eerste", null)),
        };
        File.WriteAllText(_folder["framework.json"], framework.ToJsonString());
        File.WriteAllText(_folder["lijst.csv"], "product_code,duration,volume\n54002,1 jaar,48\n");

        var beyond = Outcome.Of(
            "check", _folder["framework.json"], "--product", "54002", "--volume", "51", "--duration", "1 jaar");
        var dropped = Outcome.Of(
            "check", _folder["framework.json"], "--product", "45C10", "--volume", "51", "--duration", "1 jaar",
            "--order", "first");
        var list = Outcome.Of("check", _folder["framework.json"], "--list", _folder["lijst.csv"], "--lang", "en");

        Assert.Equal((6, 7, 0), (beyond.Code, dropped.Code, list.Code));
        Assert.Contains("- Eigen grond", beyond.Output, StringComparison.Ordinal);
        Assert.Contains("verzonnen gegevens", beyond.Output, StringComparison.Ordinal);
        Assert.Contains("vervallen", dropped.Output, StringComparison.Ordinal);
        Assert.Contains("0.3", list.Output, StringComparison.Ordinal);
        Assert.Contains("the percentile of the framework: 15%", list.Output, StringComparison.Ordinal);
        Assert.Contains("made-up data", list.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Under_strict_a_request_that_cannot_be_read_stops_the_list()
    {
        File.WriteAllText(_folder["lijst.csv"], "product_code,duration,volume\n54002,1 jaar,48\n54002,1 jaar,\n");

        var outcome = Check("--list", _folder["lijst.csv"], "--out", _folder["uit"], "--strict");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("lijst.csv, 2: missing-volume", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["uit"]));
        Assert.Equal(0, Check("--list", _folder["lijst.csv"], "--out", _folder["uit"]).Code);
    }

    [Fact]
    public void The_list_itself_is_not_written_over()
    {
        Directory.CreateDirectory(_folder["uit"]);
        File.WriteAllText(_folder["uit/lijst.csv"], "product_code,duration,volume\n54002,1 jaar,48\n");

        Assert.Equal(2, Check("--list", _folder["uit/lijst.csv"], "--out", _folder["uit"]).Code);
        Assert.True(File.Exists(_folder["uit/lijst.csv"]));
    }

    [Fact]
    public void The_files_of_the_hostile_corpus_break_nothing_as_lists_and_show_no_cell()
    {
        foreach (var (i, given) in HostileCases.All.Values.Where(one => !one.IsDangerous).Index())
        {
            var folder = Directory.CreateDirectory(_folder[Numbers.Whole(i)]).FullName;
            if (given.Make(folder) is not ["validate", var file] || !File.Exists(file))
                continue;

            var outcome = Check("--list", file);

            Assert.True(
                outcome.Code is 0 or 2 or 3 or 5, $"{given.Name}: {Numbers.Whole(outcome.Code)} {outcome.Error}");
            Assert.DoesNotContain(
                HostileCase.Canary, outcome.Output + outcome.Error, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task One_request_is_answered_at_once_and_without_the_engine()
    {
        // Work of the processors, not of the clock: others run at the same time, and it compiles itself as it runs.
        var outcome = RgkProcess.Run(TimeSpan.FromSeconds(3), ["check", FrameworkOf2025.File, .. Requests[0]]);

        Assert.Equal(6, outcome.Code);
        if (!OperatingSystem.IsLinux())
            return;
        var start = RgkProcess.StartOf(["check", FrameworkOf2025.File, .. Requests[0]]);
        start.Environment["LD_DEBUG"] = "files";
        using var process = System.Diagnostics.Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        Assert.Contains("Uitkomst", await process.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Contains("libcoreclr", await said, StringComparison.Ordinal);
        Assert.DoesNotContain("duckdb", await said, StringComparison.OrdinalIgnoreCase);
    }

    private static Outcome Check(params string[] arguments) =>
        Outcome.Of(["check", FrameworkOf2025.File, .. arguments]);

    private void CopyExtern()
    {
        Directory.CreateDirectory(_folder["pakket/extern"]);
        foreach (var name in new[] { "manifest.json", "extern/verdelingen.json", "extern/kader-concept.json" })
            File.Copy(Path.Combine(SmallRegion.Packet, name), _folder["pakket/" + name]);
    }
}
