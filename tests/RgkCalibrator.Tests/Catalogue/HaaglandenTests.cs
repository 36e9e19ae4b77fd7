using System.Globalization;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Catalogue;

/// <summary>The catalogue that ships against the published annexes of 8 July 2025, typed in Reference/*.csv.</summary>
public sealed class HaaglandenTests
{
    private static readonly ProductCatalogue Shipped = CatalogueFile.Haaglanden2025();
    private static readonly List<Dictionary<string, string>> AnnexProducts = Rows("products_2025.csv");
    private static readonly List<Dictionary<string, string>> AnnexLines = Rows("framework_2025.csv");

    [Fact]
    public void Every_product_of_annex_1_is_in_it_with_its_name_framework_and_role()
    {
        // 43A53 stands twice in the annex; its first name is taken.
        foreach (var published in AnnexProducts.DistinctBy(row => row["code"]))
        {
            var product = Shipped.Find(published["code"])!;
            Assert.Equal(published["name"], product.Name);
            Assert.Equal(published["framework"], product.Framework.ToString(), ignoreCase: true);
            Assert.Equal(
                published["role"] == "surcharge" ? "none" : published["role"],
                product.Role.ToString(),
                ignoreCase: true);
        }
    }

    [Fact]
    public void It_holds_no_other_codes_than_the_annexes()
    {
        var published = AnnexProducts.Concat(AnnexLines).Select(row => row["code"]).ToHashSet();
        Assert.Equal(
            published.Order(StringComparer.Ordinal),
            Shipped.Products.Select(product => product.Code).Order(StringComparer.Ordinal));
        Assert.Equal(85, published.Count);
    }

    [Fact]
    public void Every_published_line_is_a_current_line_of_its_product_in_the_published_order()
    {
        foreach (var published in AnnexLines.GroupBy(row => row["code"]))
        {
            var product = Shipped.Find(published.Key)!;
            Assert.All(published, row => Assert.Equal(row["kind"], product.Framework.ToString(), ignoreCase: true));
            Assert.Equal(
                published.Select(Text),
                product.Current.Select(line => Text(product, line)),
                StringComparer.OrdinalIgnoreCase);
        }

        Assert.Equal(AnnexLines.Count, Shipped.Products.Sum(product => product.Current.Count));
    }

    [Fact]
    public void Products_with_a_line_come_first_in_the_order_of_the_annexes()
    {
        var withLine = Shipped.Products.Where(product => product.Current.Count > 0).Select(product => product.Code);
        Assert.Equal(AnnexLines.Select(row => row["code"]).Distinct(), withLine);
        Assert.All(Shipped.Products.Take(34), product => Assert.NotEqual(FrameworkKind.None, product.Framework));
        Assert.All(Shipped.Products.Skip(34), product => Assert.Equal(FrameworkKind.None, product.Framework));
    }

    [Fact]
    public void Names_of_products_outside_annex_1_are_those_of_annex_3()
    {
        var announced = AnnexProducts.Select(row => row["code"]).ToHashSet();
        var others = AnnexLines.Where(row => !announced.Contains(row["code"])).ToList();
        Assert.Equal(["41V01", "41V02", "45S05", "45V05", "45S09", "45V09"], others.Select(row => row["code"]));
        Assert.All(others, row => Assert.Equal(row["product"], Shipped.Find(row["code"])!.Name));
    }

    [Fact]
    public void A_product_whose_published_lines_are_all_of_subgroups_has_no_line_of_its_own()
    {
        Assert.All(["54003", "45A65", "41A03"], code => Assert.Null(Shipped.Find(code)!.CurrentOf("")));
        Assert.Null(Shipped.Find("54003")!.CurrentOf(Subgroup.RestId));
        Assert.Equal(61, Shipped.Find("45C02")!.CurrentOf("")!.Volume);
    }

    [Fact]
    public void A_published_line_without_subgroup_of_a_product_with_subgroups_is_that_of_the_rest()
    {
        Assert.Equal(312, Shipped.Find("41A03")!.CurrentOf(Subgroup.RestId)!.Volume);
        Assert.Equal(104, Shipped.Find("41A03")!.CurrentOf("kdc-2")!.Volume);
        Assert.Null(Shipped.Find("41A03")!.CurrentOf("kdc-6"));
    }

    [Theory]
    [InlineData("kdc-2", "Location:KDC Age:2")]
    [InlineData("kdc-3-4", "Location:KDC Age:3-4")]
    [InlineData("kdc-5", "Location:KDC Age:5")]
    [InlineData("ambulant", "WithStay:false")]
    [InlineData("ambulant-verblijf", "WithStay:true")]
    [InlineData("eerste", "Order:first")]
    [InlineData("vervolg", "Order:follow-up")]
    [InlineData("ambulant-eerste", "Order:first WithStay:false")]
    [InlineData("ambulant-vervolg", "Order:follow-up WithStay:false")]
    public void Every_published_subgroup_has_its_rule(string id, string rule)
    {
        var published = AnnexLines.Where(row => row["subgroup"] == id).Select(row => row["code"]).ToList();
        var subgroups = Shipped.Products
            .SelectMany(product =>
                product.Subgroups.Where(one => one.Id == id).Select(one => (product.Code, Rule: RuleOf(one))))
            .ToList();
        Assert.NotEmpty(published);
        Assert.Equal(
            published.Order(StringComparer.Ordinal), subgroups.Select(one => one.Code).Order(StringComparer.Ordinal));
        Assert.All(subgroups, one => Assert.Equal(rule.Split(' ').Order(), one.Rule));
    }

    [Fact]
    public void No_other_product_has_subgroups() =>
        Assert.Equal(
            AnnexLines.Count(row => row["subgroup"].Length > 0),
            Shipped.Products.Sum(product => product.Subgroups.Count));

    [Fact]
    public void Lines_that_share_a_published_measure_share_it_in_the_catalogue()
    {
        foreach (var product in Shipped.Products.Where(product => product.Subgroups.Count > 0))
        {
            var lines = product.Current.Select(line => (Line: line, Own: OwnOf(product, line))).ToList();
            Assert.True(
                lines.Where(one => one.Own == OwnMeasures.Duration)
                    .Select(one => one.Line.Volume).Distinct().Count() <= 1,
                product.Code);
            Assert.True(
                lines.Where(one => one.Own == OwnMeasures.Volume)
                    .Select(one => one.Line.Duration).Distinct().Count() <= 1,
                product.Code);
        }

        Assert.Equal(
            "41A03 volume, 54003 both, 54004 both, 45C10 duration, 45MBO duration, 45HBO both duration, "
                + "45HBP duration, 45WON duration, 53WON volume",
            string.Join(", ", Shipped.Products.Where(product => product.Subgroups.Count > 0).Select(Own)),
            ignoreCase: true);
    }

    [Fact]
    public void Every_exception_ground_is_with_its_products()
    {
        var published = Rows("exception_grounds_2025.csv")
            .SelectMany(row => row["code"].Split('+').Select(code => (code, row["ground_id"], row["summary"]))).Order();
        var shipped = Shipped.Products.SelectMany(
            product => product.ExceptionGrounds.Select(ground => (product.Code, ground.Id, ground.Summary))).Order();
        Assert.Equal(published, shipped);
    }

    private static string Own(Product product) => product.Code + " "
        + string.Join(' ', product.Current.Select(line => OwnOf(product, line)).Distinct().Order());

    private static OwnMeasures OwnOf(Product product, CurrentLine line) =>
        line.SubgroupId is null ? product.Own : product.Subgroups.Single(one => one.Id == line.SubgroupId).Own;

    private static IEnumerable<string> RuleOf(Subgroup subgroup) =>
        subgroup.When.Select(condition => condition.Kind + ":" + string.Join(',', condition.Values)).Order();

    [Fact]
    public void Lines_for_first_and_follow_up_care_make_a_product_follow_assignments()
    {
        // 'vervolg' in the published subgroups.
        var expected = AnnexLines.Where(row => row["subgroup"].Contains("vervolg", StringComparison.Ordinal))
            .Select(row => row["code"]).Distinct();
        Assert.Equal(
            expected,
            Shipped.Products.Where(product => product.Part == PartRule.Assignment).Select(product => product.Code));
        Assert.Equal(
            ["41A03"],
            Shipped.Products.Where(product => product.Observation == Observation.CareYear)
                .Select(product => product.Code));
    }

    [Theory]
    [InlineData("45C02", "3m 6m 9m 12m 18m 24m")]
    [InlineData("45V09", "3m 6m 9m 12m 18m 24m")]
    [InlineData("45ABS", "12w 26w school")]
    [InlineData("45S05", "12w 26w school")]
    [InlineData("45S09", "12w 26w school")]
    [InlineData("41V01", "12w 26w school")]
    [InlineData("41V02", "12w 26w school")]
    [InlineData("45V05", "12w 26w school")]
    public void Care_at_school_is_in_weeks_and_school_years_and_other_care_in_months(string code, string durations) =>
        Assert.Equal(durations, string.Join(' ', Shipped.Find(code)!.AllowedDurations.Select(Text)));

    [Fact]
    public void Every_current_duration_is_an_allowed_one() =>
        Assert.All(Shipped.Products, product =>
            Assert.All(product.Current, line => Assert.Contains(line.Duration, product.AllowedDurations)));

    [Fact]
    public void Hours_as_an_alternative_to_half_days_stay_text()
    {
        foreach (var row in AnnexLines.Where(row => row["alternative_volume"].Length > 0))
        {
            Assert.StartsWith(
                row["alternative_volume"] + " " + row["alternative_unit"],
                Shipped.Find(row["code"])!.AlternativeUnit,
                StringComparison.Ordinal);
        }

        Assert.Equal(
            ["41C01", "41C02"],
            Shipped.Products.Where(product => product.AlternativeUnit is not null).Select(product => product.Code));
    }

    [Fact]
    public void Its_trajectories_are_those_of_2018_to_2023()
    {
        var years = new Period(new DateOnly(2018, 1, 1), new DateOnly(2023, 12, 31));
        Assert.Equal(new TrajectorySettings(years, years, 90, false), Shipped.Trajectories);
        Assert.Equal("Haaglanden 2025", Shipped.Name);
        Assert.StartsWith("Codes, namen en huidige lijnen", Shipped.Notice, StringComparison.Ordinal);
    }

    private static string Text(Dictionary<string, string> row) => string.Join(
        '|',
        row["subgroup"],
        row["label"],
        row["volume"],
        row["volume_unit"],
        PublishedDuration(row),
        row["intensity"],
        row["intensity_unit"]);

    private static string Text(Product product, CurrentLine line) => string.Join(
        '|',
        line.SubgroupId,
        product.Subgroups.SingleOrDefault(one => one.Id == line.SubgroupId)?.Label,
        line.Volume.ToString(CultureInfo.InvariantCulture),
        product.Unit,
        Text(line.Duration),
        line.Intensity?.ToString(CultureInfo.InvariantCulture),
        line.Intensity is null ? "" : Intensity(product.IntensityUnit));

    // 40 weken = one school year (Reference of the annexes).
    private static string PublishedDuration(Dictionary<string, string> row) =>
        (row["duration"], row["duration_unit"]) switch
        {
            ("40", "week") => "school",
            var (length, unit) => length + unit[..1],
        };

    private static string Text(DurationStep step) => step.Unit switch
    {
        DurationUnit.Month => Numbers.Whole(step.Length) + "m",
        DurationUnit.Week => Numbers.Whole(step.Length) + "w",
        _ => "school",
    };

    private static string Intensity(IntensityUnit? unit) => unit switch
    {
        IntensityUnit.MinuutPerWeek => "minuut/week",
        IntensityUnit.DagdeelPerWeek => "dagdeel/week",
        _ => "?",
    };

    // One cell may be quoted, for its commas.
    private static string[] Cells(string line) => line.Split('"') is [var before, var quoted, var after]
        ? [.. before.TrimEnd(',').Split(','), quoted, .. after.TrimStart(',').Split(',')]
        : line.Split(',');

    private static List<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Reference", file));
        var names = lines[0].Split(',');
        return
        [
            .. lines.Skip(1)
                .Select(line => names.Zip(Cells(line)).ToDictionary(pair => pair.First, pair => pair.Second)),
        ];
    }
}
