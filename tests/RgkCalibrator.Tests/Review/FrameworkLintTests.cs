using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Review;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Review;

/// <summary>Lint finds what does not fit together in a framework, and nothing else.</summary>
public sealed class FrameworkLintTests
{
    private const int Mutations = 200;

    private static readonly string Folder = Repository.PathOf("data/reference");

    // What the published framework of 2025 has, by rule; the first seven are known from reading it.
    private static readonly string[] Known =
    [
        "45A65 no-line", "43A53 code-twice",
        "41V01 not-announced", "41V02 not-announced", "45S05 not-announced", "45V05 not-announced",
        "45S09 not-announced", "45V09 not-announced",
        "41V02 intensity", "45V05 intensity", "45V09 level",
        // Names that differ between annex 1 and the others: 'Specialistische GGZ', '10voortoekomst', 'Dyslexie …'.
        "54002 other-name", "54C02 other-name", "54C03 other-name",
    ];

    private static PublishedFramework Published { get; } = FrameworkTables.Read(
        Path.Combine(Folder, "framework_2025.csv"), Path.Combine(Folder, "products_2025.csv"));

    [Fact]
    public void All_that_is_known_of_the_published_framework_is_found_and_nothing_else() =>
        Assert.Equal(Known.Order(), Found(Published).Order());

    [Fact]
    public void A_sound_framework_gives_nothing() => Assert.Empty(Found(Sound()));

    [Fact]
    public void Without_a_list_of_products_only_the_lines_are_compared() => Assert.Equal(
        ["41V02 intensity", "45V05 intensity", "45V09 level"], Found(Published with { Products = [] }).Order());

    [Fact]
    public void Of_200_mutations_of_a_sound_framework_at_least_95_of_100_are_found()
    {
        var missed = new List<string>();
        for (var i = 0; i < Mutations; i++)
        {
            var (name, mutate) = FrameworkMutations.All[i % FrameworkMutations.All.Count];
            if (FrameworkLint.Check(mutate(Sound(), SplitMix64.ForStream(2025, i))).Count == 0)
                missed.Add(name);
        }

        Assert.True(missed.Count <= Mutations / 20, string.Join(", ", missed));
    }

    [Theory]
    [InlineData("2,7")]
    [InlineData("0")]
    [InlineData("99999999999")]
    public void An_annex_is_a_whole_number(string annex)
    {
        using var folder = new TemporaryFolder();
        var text = File.ReadAllText(Path.Combine(Folder, "framework_2025.csv"));
        File.WriteAllText(
            folder["kader.csv"], text.Replace("\n2,rgk,41A03", $"\n\"{annex}\",rgk,41A03", StringComparison.Ordinal));

        var refused = Assert.Throws<CalibrationException>(() => FrameworkTables.Read(folder["kader.csv"], null));

        Assert.Contains("the column annex", refused.What.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_does_not_belong_in_its_column_is_refused_with_row_and_column()
    {
        using var folder = new TemporaryFolder();
        var text = File.ReadAllText(Path.Combine(Folder, "framework_2025.csv"));
        File.WriteAllText(folder["kader.csv"], text.Replace(",312,dagdeel", ",veel,dagdeel", StringComparison.Ordinal));

        var refused = Assert.Throws<CalibrationException>(() => FrameworkTables.Read(folder["kader.csv"], null));

        Assert.Equal(ExitCode.Files, refused.ExitCode);
        Assert.Contains("row 1 after the header the column volume", refused.What.English, StringComparison.Ordinal);
        Assert.DoesNotContain("veel", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1000000000000000000")]
    [InlineData("1000000,1")]
    public void A_volume_of_more_than_a_million_is_refused(string volume)
    {
        using var folder = new TemporaryFolder();
        var text = File.ReadAllText(Path.Combine(Folder, "framework_2025.csv"));
        File.WriteAllText(
            folder["kader.csv"], text.Replace(",312,dagdeel", $",\"{volume}\",dagdeel", StringComparison.Ordinal));

        var refused = Assert.Throws<CalibrationException>(() => FrameworkTables.Read(folder["kader.csv"], null));

        Assert.Contains(
            "the column volume has a number of more than a million", refused.What.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kader.csv", "framework_2025.csv")]
    [InlineData("producten.csv", "products_2025.csv")]
    public void Without_the_right_header_an_example_is_named_and_no_mapping(string file, string example)
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Folder, "framework_2025.csv"), folder["kader.csv"]);
        File.WriteAllText(folder[file], "a,b\n1,2\n");

        var refused = Assert.Throws<CalibrationException>(
            () => FrameworkTables.Read(folder["kader.csv"], file == "kader.csv" ? null : folder[file]));

        Assert.Contains(example, refused.Remedy.Dutch, StringComparison.Ordinal);
        Assert.DoesNotContain("mapping", refused.Remedy.Dutch, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("weg.json")]
    [InlineData("weg.csv")]
    public void A_framework_that_is_not_there_cannot_be_read(string file)
    {
        using var folder = new TemporaryFolder();

        var refused = Assert.Throws<CalibrationException>(
            () => Finalization.ReadFramework(folder[file], products: null));

        Assert.Equal(ExitCode.Files, refused.ExitCode);
        Assert.EndsWith(file, refused.Where, StringComparison.Ordinal);
        Assert.Equal("Het bestand is niet te lezen.", refused.What.Dutch);
        Assert.Contains("bestaat", refused.Remedy.Dutch, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CareUnit.Uur, 999_999, 18, true)]
    [InlineData(CareUnit.Uur, 8_760, 12, false)]
    [InlineData(CareUnit.Minuut, 600_000, 12, true)]
    [InlineData(CareUnit.Minuut, 525_600, 12, false)]
    [InlineData(CareUnit.Dagdeel, 2_300, 12, true)]
    [InlineData(CareUnit.Dagdeel, 2_184, 12, false)]
    [InlineData(CareUnit.Etmaal, 380, 12, true)]
    [InlineData(CareUnit.Etmaal, 366, 12, false)]
    [InlineData(CareUnit.Etmaal, 31, 1, false)]
    [InlineData(CareUnit.Euro, 999_999, 12, false)]
    public void More_a_week_than_a_week_has_is_found(CareUnit unit, int volume, int months, bool isFound)
    {
        var line = Published.Lines[0] with
        {
            Volume = volume,
            Unit = unit,
            Duration = DurationStep.Months(months),
            Intensity = null,
        };

        var rules = FrameworkLint.Check(new PublishedFramework([], [line])).Select(finding => finding.Rule);

        Assert.Equal(isFound, rules.Contains("more-than-a-week"));
    }

    [Theory]
    [InlineData(100, 12, null)]
    [InlineData(500, 12, null)]
    [InlineData(501, 12, "far-from-former")]
    [InlineData(19, 12, "far-from-former")]
    [InlineData(100, 2, "far-from-former")]
    public void A_line_of_more_than_five_times_the_one_before_is_found(int volume, int months, string? rule)
    {
        var line = Published.Lines[0] with
        {
            Volume = volume,
            Duration = DurationStep.Months(months),
            Intensity = null,
            Former = new LineValue(100, DurationStep.Months(12)),
        };

        var rules = FrameworkLint.Check(new PublishedFramework([], [line])).Select(finding => finding.Rule)
            .Where(one => one == "far-from-former");

        Assert.Equal(rule is null ? [] : [rule], rules);
    }

    /// <summary>The published framework with what is known of it mended.</summary>
    private static PublishedFramework Sound()
    {
        var names = Published.Products.ToLookup(product => product.Code, product => product.Name);
        var lines = Published.Lines.Select(line => line.Code switch
        {
            "41V02" => line with { Volume = 140 },
            "45V05" => line with { Volume = 67 },
            "45V09" => line with { Product = "Individuele begeleiding zwaar ipv school" },
            _ => line with { Product = names[line.Code].FirstOrDefault(line.Product) },
        }).ToList();
        var products = Published.Products.DistinctBy(product => product.Code)
            .Select(product => product.Code == "45A65" ? product with { Framework = FrameworkKind.None } : product);
        var added = lines.DistinctBy(line => line.Code).Where(line => !names.Contains(line.Code))
            .Select(line => new PublishedProduct(line.Code, line.Product, line.Kind));
        return new PublishedFramework([.. products, .. added], lines);
    }

    private static IEnumerable<string> Found(PublishedFramework framework) =>
        FrameworkLint.Check(framework).Select(finding => $"{finding.Code} {finding.Rule}");
}
