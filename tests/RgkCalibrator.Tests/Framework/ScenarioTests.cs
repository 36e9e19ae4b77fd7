using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Groups;
using RgkCalibrator.Tests.Intake;

namespace RgkCalibrator.Tests.Framework;

/// <summary>Scenarios beside each other are what each would be on its own.</summary>
public sealed class ScenarioTests : IDisposable
{
    private static readonly string Example = Repository.PathOf("data/scenarios/voorbeeld.yaml");

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Each_scenario_has_the_numbers_of_a_run_with_its_settings()
    {
        var scenarios = ScenarioFile.Read(Example).Where(scenario => scenario.Population == Population.All).ToList();
        var report = Comparison.Compare(
            [SmallRegion.Declarations], _folder["uit"], scenarios, SmallRegion.Settings, SmallRegion.OneThread);

        Assert.Equal(14, report.Scenarios.Count);
        // A draft does not have the other choices: ScenarioChoiceTests and LongestConcurrentTests reckon them anew.
        foreach (var scenario in report.Scenarios.Where(IsChoiceOfDraft))
        {
            var alone = Alone(scenario);
            Assert.Equal(
                alone.Lines.Where(line => report.Lines.Any(one => Name(one.Group) == Name(line.Group)))
                    .Select(line => $"{Name(line.Group)} {line.Chosen}"),
                report.Lines.SelectMany(line => line.Scenarios).Where(line => line.Scenario == scenario)
                    .Select(line => $"{Name(line.Line.Group)} {line.Line.Chosen}"));
        }
    }

    [Fact]
    public void The_volume_at_the_duration_of_the_base_is_that_of_the_base_in_the_base()
    {
        var lines = Compared("scenarios: [{ name: P75, percentile: 75 }]");

        Assert.All(lines, line => Assert.Equal(line.Base.Volume, line.Base.AtBase));
        var shorter = lines.Where(line => line.Scenarios.Count == 2 && line.Scenarios[1].Duration is { } duration
            && duration.InWeeks() < line.Base.Duration!.InWeeks()).ToList();
        Assert.NotEmpty(shorter);
        Assert.All(shorter, line => Assert.True(line.Scenarios[1].AtBase >= line.Scenarios[1].Volume));
    }

    [Fact]
    public void A_lower_percentile_puts_more_outside_and_more_volume_above()
    {
        var lines = Compared("scenarios: [{ name: P60, percentile: 60 }]").Where(line => line.Base.Volume is not null);

        Assert.All(lines, line =>
        {
            Assert.True(line.Scenarios[1].OutsidePerYear >= line.Base.OutsidePerYear);
            Assert.True(line.Scenarios[1].AbovePerYear >= line.Base.AbovePerYear);
        });
    }

    [Theory]
    [InlineData("cohort: 2018-04-02..2023-10-01")]
    [InlineData("cohortRule: active")]
    public void The_same_trajectories_have_the_same_figures_a_year_whatever_chose_them(string setting)
    {
        var lines = Compared($"scenarios: [{{ name: zelfde, {setting} }}]");

        Assert.Contains(lines, line => line.Base.OutsidePerYear > 0);
        Assert.All(lines, line =>
        {
            Assert.Equal(line.Base.Line.Group.Cohort, line.Scenarios[1].Line.Group.Cohort);
            Assert.Equal(line.Base.OutsidePerYear, line.Scenarios[1].OutsidePerYear);
            Assert.Equal(line.Base.AbovePerYear, line.Scenarios[1].AbovePerYear);
        });
    }

    [Fact]
    public void A_year_of_care_that_ran_has_the_trajectories_that_began_in_it()
    {
        const string Year = "cohort: 2020-01-01..2020-12-31";
        var lines = Compared(
            $"scenarios: [{{ name: begonnen, {Year} }}, {{ name: liepen, {Year}, cohortRule: active }}]")
            .Where(line => line.Scenarios.Count == 3).ToList();

        Assert.Contains(lines, line =>
            line.Scenarios[2].Line.Group.Cohort > line.Scenarios[1].Line.Group.Cohort && line.Scenarios[2].Inside < 1);
        Assert.All(lines, line =>
        {
            var (began, ran) = (line.Scenarios[1], line.Scenarios[2]);
            var aYear = began.Line.Group.Cohort / began.Years;
            Assert.Equal(aYear, ran.Line.Group.Cohort / ran.Years, 9);
            if (ran.Volume is { } volume)
            {
                var effect = LineEffect.On(
                    ran.Line.Group, ran.Line.Estimator, new LineValue(volume, ran.Duration!), ran.Years)!;
                Assert.Equal((1 - ran.Inside!.Value) * aYear, ran.OutsidePerYear!.Value, 9);
                Assert.Equal(aYear, effect.Trajectories, 9);
            }
        });
    }

    [Fact]
    public void The_figures_a_year_are_of_all_trajectories_by_either_estimator()
    {
        var lines = Compared("scenarios: [{ name: afgerond, estimator: completed }]")
            .SelectMany(line => line.Scenarios).Where(line => line.Inside is not null).ToList();

        Assert.Contains(lines, line => line.Line.Estimator == Estimator.Completed);
        Assert.All(lines, line =>
        {
            var trajectories = line.Line.Group.Cohort / line.Years;
            var effect = LineEffect.On(
                line.Line.Group, line.Line.Estimator, new LineValue(line.Volume!.Value, line.Duration!), line.Years)!;
            Assert.Equal((1 - line.Inside!.Value) * trajectories, line.OutsidePerYear!.Value, 6);
            Assert.Equal((trajectories, line.OutsidePerYear.Value), (effect.Trajectories, effect.Outside), Nearly);
        });
    }

    [Theory]
    [InlineData("concurrent: without")]
    [InlineData("interventions: without")]
    [InlineData("withoutMunicipality: '9901'")]
    public void What_is_left_out_makes_the_sample_smaller(string setting)
    {
        using var reading = new Reading();
        var noted = reading.WriteQuery($"""
            SELECT *, CASE WHEN hash(client_id) % 5 = 0 THEN 'MST' ELSE '' END AS intervention
            FROM read_parquet('{SmallRegion.Declarations}/*.parquet')
            """);

        var lines = Compared($"scenarios:\n  - name: minder\n    {setting}\n", noted);

        var (all, some) = (
            lines.Sum(line => line.Base.Line.Group.Cohort),
            lines.Sum(line => line.Scenarios.Skip(1).Sum(one => one.Line.Group.Cohort)));
        Assert.InRange(some, all / 3, all * 0.95);
    }

    [Theory]
    [InlineData(Estimator.Corrected)]
    [InlineData(Estimator.Completed)]
    public void The_effect_of_the_proposal_is_its_coverage_and_providers_add_up_to_it(Estimator estimator)
    {
        var settings = SmallRegion.Settings with
        {
            Framework = SmallRegion.Settings.Framework with { Estimator = estimator },
        };
        var report = Comparison.Compare(
            [SmallRegion.Declarations], _folder["uit"], [], settings, SmallRegion.OneThread,
            new ComparedWith { Frameworks = [Repository.PathOf("data/reference/framework_2025.csv")] });

        foreach (var effect in report.Effects.Where(one => one.Framework == "voorstel"))
        {
            var line = report.Lines.Single(one => one.Group == effect.Group).Base;
            Assert.Equal(line.OutsidePerYear!.Value, effect.Effect!.Outside, 6);
            Assert.Equal(effect.Effect.Outside, effect.ByProvider.Values.Sum(one => one.Outside), 6);
            Assert.Equal(effect.Effect.Trajectories, effect.ByProvider.Values.Sum(one => one.Trajectories), 6);
            Assert.Equal(effect.Effect.Above, effect.ByProvider.Values.Sum(one => one.Above), 6);
        }

        // The catalogue that ships holds the published lines as the current ones.
        Assert.Equal(
            report.Effects.Where(one => one.Framework == "huidig").Select(one => one.Effect),
            report.Effects.Where(one => one.Framework == "framework_2025.csv").Select(one => one.Effect));
    }

    [Fact]
    public void Two_frameworks_of_one_file_name_are_told_apart_by_their_paths()
    {
        string[] files = [_folder["een/framework.csv"], _folder["twee/framework.csv"]];
        foreach (var file in files)
        {
            _ = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Copy(Repository.PathOf("data/reference/framework_2025.csv"), file);
        }

        var report = Comparison.Compare(
            [SmallRegion.Declarations], _folder["uit"], [], SmallRegion.Settings, SmallRegion.OneThread,
            new ComparedWith { Frameworks = files });

        Assert.Equal(["huidig", .. files, "voorstel"], report.Effects.Select(one => one.Framework).Distinct());
    }

    [Fact]
    public void A_volume_in_another_unit_than_the_catalogue_is_refused()
    {
        var published = File.ReadAllText(Repository.PathOf("data/reference/framework_2025.csv"));
        File.WriteAllText(
            _folder["kader.csv"], published.Replace(",312,dagdeel", ",312,uur", StringComparison.Ordinal));

        var refused = Assert.Throws<CalibrationException>(() => Comparison.Compare(
            [SmallRegion.Declarations], _folder["uit"], [], SmallRegion.Settings, SmallRegion.OneThread,
            new ComparedWith { Frameworks = [_folder["kader.csv"]] }));

        Assert.Equal(_folder["kader.csv"], refused.Where);
        Assert.Contains("41A03", refused.What.English, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["uit"]));
    }

    [Theory]
    [InlineData("interventions: without")]
    [InlineData("withoutMunicipality: '0518'")]
    public void Nothing_is_left_out_by_a_column_or_a_municipality_that_no_file_has(string setting)
    {
        var refused = Assert.Throws<CalibrationException>(
            () => Compared($"scenarios:\n  - name: minder\n    {setting}\n"));

        Assert.Equal("s.yaml, scenario 'minder'", refused.Where);
    }

    [Theory]
    [InlineData("scenarios: [{ name: basis }]", "basis")]
    [InlineData("scenarios: [{ name: a }, { name: A }]", "nog niet voorkomt")]
    [InlineData("scenarios: [{ name: a, percentile: 101 }]", "50 tot en met 99.5")]
    [InlineData("scenarios: [{ name: a, percentil: 80 }]", "percentile")]
    [InlineData("scenarios: [{ percentile: 80 }]", "name")]
    [InlineData("scenarios: []", "scenarios")]
    [InlineData("scenarios: [{ name: a, estimator: alle }]", "corrected")]
    [InlineData("scenarios: [{ name: a, volume: whole }]", "whole-trajectory")]
    [InlineData("scenarios: [{ name: a, duration: longest }]", "longest-concurrent")]
    [InlineData("scenarios: [{ name: a, pair: joint, volume: care-year }]", "Haal 'volume'")]
    [InlineData("scenarios: [{ name: a, pair: joint, duration: longest-concurrent }]", "Haal 'duration'")]
    [InlineData("scenarios: [{ name: a, merge: [45C02, 45C05] }]", "[[45C02, 45C05]]")]
    [InlineData("scenarios: [{ name: a, merge: [[45C02]] }]", "een lijst met alleen '45C02'")]
    [InlineData("scenarios: [{ name: a, merge: [[45C02]] }]", "Zet achter '45C02' de codes")]
    [InlineData("scenarios: [{ name: a, merge: [[]] }]", "een lijst zonder codes")]
    [InlineData("scenarios: [{ name: a, merge: [[45C02, 45C05, 45C02]] }]", "'45C02' staat twee keer in één lijst")]
    [InlineData(
        "scenarios: [{ name: a, merge: [[45C02, 45C05], [45C05, 45C09]] }]", "'45C05' staat in twee lijsten")]
    public void A_mistake_in_the_file_is_told_with_what_to_write(string text, string remedy)
    {
        var refused = Assert.Throws<CalibrationException>(() => ScenarioFile.Parse(text, "s.yaml"));

        Assert.Contains(remedy, refused.What.Dutch + refused.Remedy.Dutch, StringComparison.Ordinal);
        Assert.StartsWith("s.yaml", refused.Where, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cohort_outside_the_observed_days_is_refused_with_the_file_the_line_and_the_name_of_the_scenario()
    {
        var refused = Assert.Throws<CalibrationException>(
            () => Compared("scenarios: [{ name: later, cohort: 2024-01-01..2024-12-31 }]"));

        Assert.Equal("s.yaml, scenario 'later'", refused.Where);
        Assert.StartsWith("Regel 1: het cohort", refused.What.Dutch, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("asKnownOn: 2017-06-30", "2018-07-02..2023-12-31")]
    [InlineData("asKnownOn: 2024-06-30", "2018-07-02..2023-12-31")]
    [InlineData("asKnownOn: 2018-07-01", "2018-07-02..2023-12-31")]
    [InlineData("observed: 2020-01-01..2020-03-01", "2020-07-01")]
    [InlineData("observed: 2020-01-01..2020-12-31, asKnownOn: 2020-03-01", "2020-07-01..2020-12-31")]
    [InlineData("cohort: 2023-10-02..2023-12-31", "2023-10-01")]
    [InlineData("cohort: 2023-10-02..2023-12-31, cohortRule: ended", "2023-10-01")]
    [InlineData("cohort: 2022-01-01..2022-12-31, asKnownOn: 2020-12-31", "2020-10-01")]
    public void A_time_in_which_nothing_can_count_is_refused_with_the_days_that_can_be_chosen(
        string setting, string days)
    {
        var refused = Assert.Throws<CalibrationException>(
            () => Compared($"scenarios: [{{ name: kort, {setting} }}]"));

        Assert.Equal(ExitCode.WrongUse, refused.ExitCode);
        Assert.EndsWith("scenario 'kort'", refused.Where, StringComparison.Ordinal);
        Assert.Contains($" {days}", refused.Remedy.Dutch, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["uit"]));
    }

    [Theory]
    [InlineData("asKnownOn: 2018-07-02")]
    [InlineData("observed: 2020-01-01..2020-07-01")]
    [InlineData("cohort: 2023-10-01..2023-12-31")]
    [InlineData("cohort: 2023-10-02..2023-12-31, cohortRule: active")]
    public void The_shortest_time_in_which_something_can_count_is_taken(string setting) =>
        Assert.NotEmpty(Compared($"scenarios: [{{ name: kort, {setting} }}]"));

    public void Dispose() => _folder.Dispose();

    private static bool Nearly((double One, double Other) left, (double One, double Other) right) =>
        Math.Abs(left.One - right.One) < 1e-6 && Math.Abs(left.Other - right.Other) < 1e-6;

    private static bool IsChoiceOfDraft(Scenario scenario) =>
        !scenario.IsJoint && !scenario.HasLongestConcurrent && scenario.Volume != VolumeBasis.WholeTrajectory;

    private static FrameworkDraft Alone(Scenario scenario)
    {
        var settings = SmallRegion.Settings with
        {
            Catalogue = scenario.Apply(SmallRegion.Settings.Catalogue),
            Framework = scenario.Apply(SmallRegion.Settings.Framework),
        };
        return Calibration.Draft(
            Calibration.Trajectories([SmallRegion.Declarations], settings, SmallRegion.OneThread), settings);
    }

    private IReadOnlyList<ComparedLine> Compared(string scenarios, string? declarations = null) => Comparison.Compare(
        [declarations ?? SmallRegion.Declarations], _folder["uit"], ScenarioFile.Parse(scenarios, "s.yaml"),
        SmallRegion.Settings, SmallRegion.OneThread).Lines;

    private static string Name(Group group) => $"{group.Product.Code}/{group.Subgroup}";
}
