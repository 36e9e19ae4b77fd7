using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Groups;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Framework;

/// <summary>What changes when one framework takes the place of another.</summary>
public sealed class EffectChangeTests
{
    private static readonly Group Trajectories = Care.Group(
        Care.Usual with { AllowedDurations = [DurationStep.SchoolYear, DurationStep.Months(12)] },
        [Care.Of(1, 0, 50, steps: 2)]);

    [Fact]
    public void Of_a_school_year_and_40_weeks_the_change_of_the_volume_is_told() =>
        Assert.Equal(20, Change(DurationStep.Weeks(40), DurationStep.SchoolYear).Volume);

    [Fact]
    public void Of_a_school_year_and_40_weeks_the_effects_are_the_same()
    {
        var change = Change(DurationStep.Weeks(40), DurationStep.SchoolYear, more: 0);

        Assert.NotNull(change.EffectBefore);
        Assert.Equal(change.EffectBefore, change.EffectAfter);
    }

    [Fact]
    public void Of_other_durations_no_change_of_the_volume_is_told()
    {
        Assert.Null(Change(DurationStep.Months(12), DurationStep.SchoolYear).Volume);
        Assert.Null(Change(DurationStep.Weeks(39), DurationStep.SchoolYear).Volume);
    }

    private static EffectChange Change(DurationStep before, DurationStep after, decimal more = 20) =>
        new(Effect(new LineValue(40, before)), Effect(new LineValue(40 + more, after)), Provider: null);

    private static FrameworkEffect Effect(LineValue line) => new(
        "kader", Trajectories, line, LineEffect.On(Trajectories, Estimator.Completed, line, years: 1),
        new Dictionary<string, LineEffect>());
}
