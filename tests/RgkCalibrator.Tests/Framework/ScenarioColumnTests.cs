using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Groups;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Framework;

/// <summary>The volume of a scenario at the duration of the base, on constructed trajectories.</summary>
public sealed class ScenarioColumnTests
{
    private static readonly CountedDays Year =
        new(new(new DateOnly(2019, 1, 1), new DateOnly(2019, 12, 31)), CohortRule.Started);

    /// <summary>All end within twelve months.</summary>
    private static readonly Care[] WithinTheYear =
        [.. Enumerable.Range(0, 100).Select(child => Care.Of(child, Followed.TwelveMonths, 10 + (child / 10)))];

    /// <summary>Seventy end soon; the others still run after thirteen months, beyond which nobody is known.</summary>
    private static readonly Care[] StillRunning =
    [
        .. Enumerable.Range(0, 70).Select(child => Care.Of(child, 0, 10)),
        .. Enumerable.Range(70, 30).Select(child => Care.Running(child, 13, 25)),
    ];

    private static readonly Care[] Few = [.. WithinTheYear.Take(5)];

    [Fact]
    public void A_scenario_that_does_not_reach_its_duration_has_a_volume_within_that_of_the_base()
    {
        var line = Compared(WithinTheYear, StillRunning);

        Assert.Equal(DurationStep.Months(12), line.Base.Duration);
        Assert.Equal(Lack.NotReached, line.Scenarios[1].Line.Lack);
        Assert.Equal((null, 25m), (line.Scenarios[1].Volume, line.Scenarios[1].AtBase));
    }

    [Fact]
    public void A_base_that_does_not_reach_its_duration_has_none_within_which_volumes_are_compared()
    {
        var line = Compared(StillRunning, WithinTheYear);

        Assert.Equal((null, null), (line.Base.Duration, line.Base.AtBase));
        Assert.Equal(DurationStep.Months(12), line.Scenarios[1].Duration);
        Assert.NotNull(line.Scenarios[1].Volume);
        Assert.Null(line.Scenarios[1].AtBase);
    }

    [Fact]
    public void Nor_has_a_base_of_too_few_trajectories()
    {
        var line = Compared(Few, WithinTheYear);

        Assert.Equal(Lack.TooFew, line.Base.Line.Lack);
        Assert.NotNull(line.Scenarios[1].Volume);
        Assert.Null(line.Scenarios[1].AtBase);
    }

    private static ComparedLine Compared(IEnumerable<Care> ofBase, IEnumerable<Care> ofScenario) =>
        Assert.Single(ScenarioLines.Compare(
            [Product(ofBase), Product(ofScenario)], [Scenario.Base, new Scenario("anders")], new FrameworkSettings(),
            [Year, Year]));

    private static ProductGroups[] Product(IEnumerable<Care> care) => [new(Care.Group(Care.Usual, care))];
}
