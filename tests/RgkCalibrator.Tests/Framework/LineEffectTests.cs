using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Framework;

/// <summary>What a line comes to on the trajectories of a group.</summary>
public sealed class LineEffectTests
{
    private static readonly LineValue Eighty = new(80, DurationStep.Months(12));

    private static readonly Product ByCareYear = Care.Usual with
    {
        Observation = Observation.CareYear,
        Tariff = 10,
    };

    [Fact]
    public void Each_care_year_is_held_to_a_volume_per_care_year_by_itself()
    {
        // 100 and 60 in two years, 90 and 90, and 160 in one.
        var group = WithYears([(1, [100, 60]), (2, [90, 90]), (3, [160])]);

        var effect = LineEffect.On(group, Estimator.Completed, Eighty, years: 2)!;

        Assert.Equal((20 + 10 + 10 + 80) / 2.0, effect.Above, 9);
        Assert.Equal(3 / 2.0, effect.Trajectories, 9);
    }

    [Fact]
    public void Without_care_years_whole_trajectories_are_held_to_the_volume()
    {
        // The second uses most after the longest duration.
        var group = Care.Group(
            Care.Usual,
            [Care.Of(1, 0, 160), Care.Of(2, 6, 60) with { Whole = Ticks.FromUnits(180) }, Care.Of(3, 0, 60)]);

        Assert.Equal(80 + 100, LineEffect.On(group, Estimator.Completed, Eighty, years: 1)!.Above, 9);
    }

    [Fact]
    public void The_euros_above_a_volume_per_care_year_are_those_of_what_each_year_used_beyond_it()
    {
        var group = WithYears([(1, [100, 60]), (2, [70, 75])]);
        var effect = LineEffect.On(group, Estimator.Completed, Eighty, years: 1)!;
        var framework = new FrameworkEffect("kader", group, Eighty, effect, new Dictionary<string, LineEffect>());

        Assert.Equal(20 * 10, new EffectChange(framework, framework, Provider: null).Euros(effect)!.Value, 9);
    }

    [Fact]
    public void Each_provider_has_what_the_care_years_of_its_own_trajectories_used_beyond_the_volume()
    {
        using var reading = new Reading();
        var catalogue = new ProductCatalogue("test", Reading.GapOf90, [ByCareYear]);
        var set = Built(reading, catalogue, Months("a", "een", 24, 10), Months("b", "twee", 13, 8));
        var group = Assert.Single(Care.Grouped(set, catalogue));

        var effects = LineEffect.ByProvider(group, Estimator.Completed, _ => Eighty, years: 1)
            .ToDictionary(pair => set.Providers[pair.Key], pair => pair.Value);

        // Twelve months of ten in two years; of eight in one, and a month after it.
        Assert.Equal(["een", "twee"], effects.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((40 + 40, 1), (effects["een"].Above, effects["een"].Trajectories));
        Assert.Equal((16, 1), (effects["twee"].Above, effects["twee"].Trajectories));
    }

    [Fact]
    public void A_provider_whose_care_years_alone_are_in_a_group_has_what_these_use_beyond_the_volume()
    {
        using var reading = new Reading();
        var product = ByCareYear with
        {
            Subgroups =
            [
                new Subgroup("vijf", "vijf", [new SubgroupCondition(ConditionKind.Age, ["5"])]),
                new Subgroup("zes", "zes", [new SubgroupCondition(ConditionKind.Age, ["6"])]),
            ],
        };
        var catalogue = new ProductCatalogue("test", Reading.GapOf90, [product]);
        var (five, six) = (new DateOnly(2014, 1, 1), new DateOnly(2013, 1, 1));
        var set = Built(
            reading, catalogue, Months("a", "een", 24, 10, five), Months("b", "twee", 12, 8, six));
        var group = Care.Grouped(set, catalogue).Single(one => one.Subgroup == "zes");

        var whole = LineEffect.On(group, Estimator.Completed, Eighty, years: 1)!;
        var effects = LineEffect.ByProvider(group, Estimator.Completed, _ => Eighty, years: 1)
            .ToDictionary(pair => set.Providers[pair.Key], pair => pair.Value);

        Assert.Equal(40 + 16, whole.Above, 9);
        Assert.Equal(new LineEffect(0, 0, 40), effects["een"]);
        Assert.Equal((1, 16), (effects["twee"].Trajectories, effects["twee"].Above));
    }

    [Fact]
    public void Where_nobody_was_followed_long_enough_all_trajectories_count_and_none_lies_inside()
    {
        var group = Care.Group(
            Care.Usual, Enumerable.Range(0, 30).Select(child => Care.Running(child, 4, 10)));

        Assert.Equal(new LineEffect(30, 30, 0), LineEffect.On(group, Estimator.Corrected, Eighty, years: 1));
    }

    [Fact]
    public void Completed_trajectories_stand_for_those_that_still_run()
    {
        // Three of six ended: one of these three exceeds the line, by 80.
        var group = Care.Group(
            Care.Usual,
            [
                Care.Of(1, 0, 160), Care.Of(2, 0, 60), Care.Of(3, 0, 60),
                .. Enumerable.Range(4, 3).Select(child => Care.Running(child, 4, 10)),
            ]);

        var effect = LineEffect.On(group, Estimator.Completed, Eighty, years: 2)!;

        Assert.Equal(new LineEffect(3, 1, 80), effect);
        Assert.Equal(2 / 3.0, effect.Inside!.Value, 9);
    }

    [Fact]
    public void Completed_care_years_stand_for_those_that_are_not_over()
    {
        var group = Care.Group(
            ByCareYear, [Care.Of(1, 0, 100)],
            careYears: Care.Group(ByCareYear, [Care.Of(1, 0, 100), Care.Running(1, 4, 90)]));

        Assert.Equal(2 * 20, LineEffect.On(group, Estimator.Completed, Eighty, years: 1)!.Above, 9);
    }

    [Fact]
    public void Where_none_is_completed_all_trajectories_count_and_none_lies_inside()
    {
        var group = Care.Group(
            Care.Usual, Enumerable.Range(0, 30).Select(child => Care.Running(child, 4, 10)));

        Assert.Equal(new LineEffect(30, 30, 0), LineEffect.On(group, Estimator.Completed, Eighty, years: 1));
    }

    [Fact]
    public void Those_that_no_known_one_stands_for_count_in_all_and_lie_outside()
    {
        // Nobody else is known beyond the four months after which ten could not be followed.
        var group = Care.Group(
            Care.Usual,
            [
                .. Enumerable.Range(0, 20).Select(child => Care.Of(child, 0, 10)),
                .. Enumerable.Range(20, 10).Select(child => Care.Running(child, 4, 10)),
            ]);

        var effect = LineEffect.On(group, Estimator.Corrected, Eighty, years: 1)!;

        Assert.Equal((30, 10), (effect.Trajectories, effect.Outside));
        Assert.Equal(20 / 30.0, effect.Inside!.Value, 9);
    }

    private static Group WithYears(IReadOnlyList<(int Child, decimal[] Years)> care) => Care.Group(
        ByCareYear,
        care.Select(one => Care.Of(one.Child, one.Years.Length == 1 ? Followed.TwelveMonths : 5, one.Years.Sum())),
        careYears: Care.Group(
            ByCareYear, care.SelectMany(one => one.Years.Select(year => Care.Of(one.Child, 0, year)))));

    private static IEnumerable<TestRow> Months(
        string child, string provider, int months, decimal volume, DateOnly? birth = null) =>
        Enumerable.Range(0, months).Select(month => new DateOnly(2019, 1, 1).AddMonths(month)).Select(first =>
            TestRow.Good with
            {
                Client = child,
                Product = ByCareYear.Code,
                Provider = provider,
                Birth = birth,
                Start = first,
                End = first.AddMonths(1).AddDays(-1),
                Volume = volume,
            });

    private static TrajectorySet Built(
        Reading reading, ProductCatalogue catalogue, params IReadOnlyList<IEnumerable<TestRow>> rows)
    {
        var intake = new IntakeSettings(
            catalogue.Trajectories.ObservedThen().Last, catalogue.Codes(), OnlyKnownProducts: true);
        using var declarations = reading.Read([reading.Write([.. rows.SelectMany(one => one)])], intake);
        return TrajectoryBuilder.Build(
            declarations, catalogue.Trajectories, catalogue.Rules(isCut: true), RunSettings.Default);
    }
}
