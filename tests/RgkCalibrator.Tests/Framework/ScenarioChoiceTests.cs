using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Framework;

/// <summary>Choices that a draft does not have, against what a draft shows otherwise and against naive sums.</summary>
public sealed class ScenarioChoiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Volumes_of_whole_trajectories_are_the_percentiles_that_a_run_has_in_its_estimates()
    {
        var scenario = Parsed("volume: whole-trajectory");
        var alone = Alone(scenario);
        var estimates = alone.Estimates
            .Where(one => one is { Measure: "volume", Population: Estimation.All })
            .Where(one => one.Estimate.Percentage == SmallRegion.Settings.Framework.Percentage)
            .ToDictionary(one => new LineName(one.ProductCode, one.Subgroup), one => one.Estimate.Value);

        var lines = Compared(scenario).Select(line => (line.Base, Whole: line.Scenarios[^1])).Where(pair =>
            pair.Whole.Volume is not null && pair.Whole.Line.SharedVolumes is null).ToList();

        Assert.True(lines.Count > 10);
        Assert.All(lines, pair =>
        {
            var (product, name) = (pair.Base.Line.Group.Product, pair.Base.Line.Group.Name);
            Assert.Equal(VolumeRounding.Up((decimal)estimates[name]!.Value, product.VolumeStep), pair.Whole.Volume);
            Assert.Equal(pair.Whole.Volume, pair.Whole.AtBase);
            Assert.Equal(pair.Base.Duration, pair.Whole.Duration);
        });
        Assert.Contains(lines, pair => pair.Whole.Volume > pair.Base.Volume);
    }

    [Fact]
    public void Lines_that_share_a_volume_share_it_for_whole_trajectories()
    {
        var scenario = Parsed("volume: whole-trajectory\n    estimator: completed");
        var trajectories = Calibration.Trajectories(
            [SmallRegion.Declarations], SmallRegion.Settings, SmallRegion.OneThread);

        var lines = Compared(scenario).Where(line => line.Group.Product.Code == "45C10")
            .Select(line => line.Scenarios[^1]).ToList();

        // Type 2 of Hyndman and Fan, of first and follow-up trajectories together.
        List<decimal> volumes =
        [
            .. trajectories.Rows()
                .Where(row => row is { ProductCode: "45C10", IsInCohort: true, IsEndKnown: true })
                .Where(row => row.Order != CareOrder.Unknown)
                .Select(row => row.VolumeTicks / 6000m).Order(),
        ];
        var rank = volumes.Count * 4 / 5;
        var percentile = volumes.Count * 4 % 5 == 0 ? (volumes[rank - 1] + volumes[rank]) / 2 : volumes[rank];
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Equal(VolumeRounding.Up(percentile, null), line.Volume));
    }

    [Fact]
    public void The_joint_pair_of_a_scenario_is_the_one_that_a_run_shows_beside_its_line()
    {
        var scenario = Parsed("pair: joint");
        var alone = Alone(scenario).Lines.ToDictionary(line => line.Group.Name);

        var lines = Compared(scenario).Where(line => line.Scenarios.Count == 2 && line.Scenarios[1].Volume is not null)
            .ToList();

        Assert.True(lines.Count > 10);
        Assert.All(lines, line =>
        {
            var (joint, shown) = (line.Scenarios[1], alone[line.Group.Name].Joint!);
            Assert.Equal(shown.Volume, joint.Volume);
            Assert.Equal(shown.Duration ?? line.Group.Product.AllowedDurations[^1], joint.Duration);
            // An allowed duration that holds the pair's, and a volume rounded up, hold at least the share.
            Assert.True(shown.Duration is null || joint.Inside >= 0.8 - 1e-9);
        });
        Assert.Contains(lines, line => line.Base.Inside < 0.75);
    }

    [Fact]
    public void Merged_products_are_what_one_product_would_be_of_which_the_lines_have_one_code()
    {
        using var reading = new Reading();
        var recoded = reading.WriteQuery($"""
            SELECT * REPLACE (CASE product_code WHEN '45C05' THEN '45C02' ELSE product_code END AS product_code)
            FROM read_parquet('{SmallRegion.Declarations}/*.parquet')
            """);
        var merge = Parsed("merge: [[45C02, 45C05]]");

        var lines = Compared(merge);
        var one = Compared(new Scenario("een"), recoded).ToDictionary(line => line.Group.Name);

        var merged = lines.Where(line => line.Group.Product.Code != "45C05").ToList();
        Assert.Equal(lines.Count - 1, merged.Count);
        Assert.Equal(
            merged.SelectMany(line => line.Scenarios.Skip(1))
                .Select(line => $"{line.Line.Group.Name} {line.Line.Chosen} {line.Line.Group.Cohort}"),
            merged.Where(line => line.Scenarios.Count > 1).Select(line => one[line.Group.Name].Base.Line)
                .Select(line => $"{line.Group.Name} {line.Chosen} {line.Group.Cohort}"));
        // What was beside it is now itself, so that fewer trajectories are concurrent and some are joined.
        var (own, other) = (Of(lines, "45C02"), Of(lines, "45C05"));
        Assert.Single(other.Scenarios);
        Assert.InRange(
            own.Scenarios[1].Line.Group.Cohort, own.Group.Cohort + 1, own.Group.Cohort + other.Group.Cohort - 1);
    }

    [Fact]
    public void A_merged_line_says_what_it_is_compared_with()
    {
        Comparison.Compare(
            [SmallRegion.Declarations], _folder["uit"], [Parsed("merge: [[45C02, 45C05]]")], SmallRegion.Settings,
            SmallRegion.OneThread);

        var text = File.ReadAllText(_folder["uit/intern/vergelijking.md"]);
        Assert.Contains(
            "De lijn staat bij 45C02 en is vergeleken met de lijn van 45C02 alleen", text, StringComparison.Ordinal);
        Assert.Contains("telt mee bij 45C02", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[45C02, 41A03]]", "eenheid")]
    [InlineData("[[45C02, 99999]]", "catalogus")]
    [InlineData("[[45C01, 45C02]]", "voorop")]
    public void Products_that_are_no_one_product_are_refused_with_the_name_of_the_scenario(string merge, string remedy)
    {
        var refused = Assert.Throws<CalibrationException>(() => Compared(Parsed($"merge: {merge}")));

        Assert.Equal("s.yaml, scenario 'anders'", refused.Where);
        Assert.StartsWith("Regel 2: ", refused.What.Dutch, StringComparison.Ordinal);
        Assert.Contains(remedy, refused.Remedy.Dutch, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static Scenario Parsed(string choices) =>
        ScenarioFile.Parse($"scenarios:\n  - name: anders\n    {choices}\n", "s.yaml")[0];

    private static ComparedLine Of(IReadOnlyList<ComparedLine> lines, string code) =>
        lines.Single(line => line.Group.Product.Code == code);

    private IReadOnlyList<ComparedLine> Compared(Scenario scenario, string? declarations = null) => Comparison.Compare(
        [declarations ?? SmallRegion.Declarations], _folder["uit"], [scenario], SmallRegion.Settings,
        SmallRegion.OneThread).Lines;

    private static FrameworkDraft Alone(Scenario scenario)
    {
        var settings = SmallRegion.Settings with { Catalogue = scenario.Apply(SmallRegion.Settings.Catalogue) };
        return Calibration.Draft(
            Calibration.Trajectories([SmallRegion.Declarations], settings, SmallRegion.OneThread), settings);
    }
}
