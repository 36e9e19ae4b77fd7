using System.Globalization;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Groups;

/// <summary>Which care years a group holds, and in which subgroup each is.</summary>
public sealed class CareYearTests
{
    private static readonly Product PerYear =
        new("45C04", "Dagbehandeling", FrameworkKind.Rgk, CareRole.Ambulatory, CareUnit.Uur)
        {
            Observation = Observation.CareYear,
        };

    [Fact]
    public void The_care_years_of_a_child_are_one_cluster_and_each_has_the_age_of_its_first_day()
    {
        using var reading = new Reading();
        var settings = Reading.GapOf90;
        var birth = new DateOnly(2015, 3, 1);
        TestRow[] rows =
        [
            .. Enumerable.Range(0, 30).Select(month => TestRow.Good with
            {
                Product = "45C04",
                Birth = birth,
                Start = new DateOnly(2020, 3, 1).AddMonths(month),
                End = new DateOnly(2020, 4, 1).AddMonths(month).AddDays(-1),
                Volume = month + 1,
            }),
        ];
        var catalogue = new ProductCatalogue(
            "test",
            settings,
            [PerYear with { Subgroups = [Aged("vijf", "5"), Aged("zes", "6")] }]);

        var groups = Care.Grouped(Care.Built(reading, rows, catalogue), catalogue);

        Assert.Equal(["", "vijf", "zes", GroupScope.RestId], groups.Select(group => group.Subgroup));
        Assert.Equal([1, 1, 0, 0], groups.Select(group => group.Count));
        Assert.Equal([3, 1, 1, 1], groups.Select(group => group.CareYears!.Count));
        Assert.Equal(1, groups[0].CareYears!.Children);
        Assert.Equal([78L, 222, 165], groups[0].CareYears!.Volume.ToArray().Select(ticks => ticks / Ticks.PerUnit));
        Assert.Equal(groups[0].Volume[0], groups[0].CareYears!.Volume.ToArray().Sum());
    }

    [Theory]
    [InlineData("2022-12-31", true, "observed to its last day")]
    [InlineData("2022-12-30", false, "the last day is not observed, and the care may go on")]
    public void A_care_year_counts_when_it_is_observed_or_the_care_ended_in_it(
        string observed, bool isCounted, string why)
    {
        using var reading = new Reading();
        var lastDay = DateOnly.ParseExact(observed, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var settings = Reading.GapOf90 with { AsKnownOn = lastDay };
        var start = new DateOnly(2022, 1, 1);
        var catalogue = new ProductCatalogue("test", settings, [PerYear]);
        TestRow[] rows =
        [
            .. Enumerable.Range(0, 12)
                .Select(month =>
                    TestRow.Good with
                    {
                        Product = "45C04",
                        Start = start.AddMonths(month),
                        End = start.AddMonths(month).AddDays(20),
                    }),
        ];

        Assert.True(
            (isCounted ? 1 : 0) == Assert.Single(
                Care.Grouped(Care.Built(reading, rows, catalogue), catalogue)).CareYears!.Count,
            why);
        Assert.Equal(
            1, Assert.Single(Care.Grouped(Care.Built(reading, rows[..5], catalogue), catalogue)).CareYears!.Count);
    }

    private static Subgroup Aged(string id, string age) =>
        new(id, id, [new SubgroupCondition(ConditionKind.Age, [age])]);
}
