using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Statistics.Survival;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Framework;

/// <summary>Lines over all trajectories of the cohort, those that still run among them.</summary>
public sealed class CorrectedProposalsTests
{
    private static readonly FrameworkSettings Settings = new();
    private static readonly FrameworkSettings OfCompleted = new() { Estimator = Estimator.Completed };

    [Fact]
    public void Running_trajectories_that_outlast_a_step_lengthen_the_duration()
    {
        var group = Care.Group(Care.Usual, Complete(0, 2, 100).Concat(Running(30, 60)));

        var (corrected, completed) = (Proposals.ForGroup(group, Settings), Proposals.ForGroup(group, OfCompleted));

        Assert.Equal(
            (DurationStep.Months(24), false, 0.625),
            (
                corrected.Chosen.Duration!.Step,
                corrected.Chosen.Duration.IsReached,
                corrected.Chosen.Duration.Within.Share));
        Assert.Equal(
            (DurationStep.Months(3), true), (completed.Chosen.Duration!.Step, completed.Chosen.Duration.IsReached));
        Assert.Equal(
            (completed.Chosen.Duration, corrected.Chosen.Duration),
            (corrected.Other.Duration, completed.Other.Duration));
        Assert.Equal(
            (0.375, true, false), (corrected.CensoredShare, IsMarked(corrected), IsMarked(completed)));

        static bool IsMarked(DraftLine line) =>
            LineMarks.On(line, LineDisclosure.Line(line, new DisclosureProfile()))
                .Any(mark => mark.Id == "many-running");
    }

    [Fact]
    public void Who_could_not_be_followed_for_so_long_is_stood_for_by_the_others()
    {
        // 20 were followed for one month; each of the other 80 stands for 1.25.
        var care = Complete(0, 2, 40).Concat(Complete(1, 5, 40)).Concat(Running(1, 20));

        var line = Proposals.ForGroup(Care.Group(Care.Usual, care), Settings with { Compared = Percentage.Of(50) });

        Assert.Equal((0.5, 1), (line.Compared.Duration!.Within.Share, line.Chosen.Duration!.Within.Share));
        Assert.Equal(
            (DurationStep.Months(3), DurationStep.Months(6)), (line.Compared.Duration.Step, line.Chosen.Duration.Step));
        Assert.Equal(
            (100, 50, 100),
            (line.Compared.Coverage!.All, line.Compared.Coverage.Duration, line.Chosen.Coverage!.Duration));
        Assert.InRange(line.Chosen.Coverage.Volume, 80, 100);
    }

    [Fact]
    public void Shares_and_limits_are_those_of_Kaplan_Meier_at_the_step_on_random_groups()
    {
        var random = new Random(1729);
        var told = 0;
        for (var round = 0; round < 100; round++)
        {
            var group = Care.Group(
                Care.Usual, Enumerable.Range(0, 20 + random.Next(200)).Select(child => Any(random, child)));
            if (group.Count < 17)
                continue;
            var curve = new KaplanMeier(new SurvivalSample(group.CohortMonths, group.Ends()))
                .Curve(SurvivalLimits.LogLog, 0.95);
            var within = new GroupEstimates(group, Estimator.Corrected, Settings).Within;
            for (var step = 0; step < within.Count; step++)
            {
                var at = curve.LastOrDefault(one => one.Time <= Care.Usual.AllowedDurations[step].Length);
                Assert.Equal(1 - (at?.Survival ?? 1), within[step].Share, 12);
                if (at?.Survival is not (> 0 and < 1))
                    continue;
                Assert.Equal(1 - at.Upper!.Value, within[step].Lower, 9);
                Assert.Equal(1 - at.Lower!.Value, within[step].Upper, 9);
                told++;
            }
        }

        Assert.InRange(told, 300, int.MaxValue);
    }

    [Fact]
    public void The_percentile_before_steps_is_kept_and_never_the_largest_time_where_it_is_not_reached()
    {
        var (reached, notReached) = (
            Complete(0, 2, 50).Concat(Complete(1, 5, 50)).Concat(Running(30, 10)),
            Complete(0, 2, 100).Concat(Running(30, 60)));

        var (one, other) = (
            Proposals.ForGroup(Care.Group(Care.Usual, reached), Settings).Chosen.Duration!,
            Proposals.ForGroup(Care.Group(Care.Usual, notReached), Settings).Chosen.Duration!);

        Assert.Equal((5, true, null), (one.Estimate.Value, one.Estimate.Reached, one.Estimate.Shortfall));
        Assert.Equal(
            (null, false, new Shortfall(30, 0.625)),
            (other.Estimate.Value, other.Estimate.Reached, other.Estimate.Shortfall));
    }

    [Fact]
    public void A_step_is_unstable_when_the_limits_of_a_share_hold_the_percentile()
    {
        for (var within = 700; within < 900; within += 5)
        {
            var group = Care.Group(
                Care.Usual, Complete(0, 2, within).Concat(Complete(1, 5, 950 - within)).Concat(Running(1, 50)));
            var share = new GroupEstimates(group, Estimator.Corrected, Settings).Within[0];

            Assert.Equal(
                share.Lower < 0.8 && share.Upper >= 0.8,
                Proposals.ForGroup(group, Settings).Chosen.Duration!.IsUnstable);
        }
    }

    [Fact]
    public void Where_the_volume_is_not_reached_the_current_line_stays()
    {
        var line = Proposals.ForGroup(Care.Group(Care.Usual, Complete(0, 1, 20).Concat(Running(2, 200))), Settings);

        Assert.Equal((Tier.Indicative, Basis.Insufficient), (line.Tier, line.Basis));
        Assert.True(
            line is { Chosen: { Duration: null, Volume: null }, Other: { Duration: null, Volume: null }, Joint: null });
    }

    [Fact]
    public void Of_complete_trajectories_alone_those_that_run_change_nothing()
    {
        var complete = Complete(0, 2, 70).Concat(Complete(2, 8, 50)).ToList();

        var (with, without) = (
            Proposals.ForGroup(Care.Group(Care.Usual, complete.Concat(Running(7, 90))), OfCompleted),
            Proposals.ForGroup(Care.Group(Care.Usual, complete), OfCompleted));

        Assert.Equal((without.Chosen, without.Compared), (with.Chosen, with.Compared));
    }

    [Fact]
    public void The_calibrated_pair_holds_the_share_that_the_percentiles_together_do_not()
    {
        var random = new Random(1729);
        var group = Care.Group(Care.Usual, Enumerable.Range(0, 500).Select(child => Any(random, child)));

        foreach (var settings in new[] { Settings, OfCompleted })
        {
            var joint = Proposals.ForGroup(group, settings).Joint!;
            Assert.InRange(joint.Pair.Marginal.Inside, 0.6, 0.799);
            Assert.InRange(joint.Pair.Calibrated.Inside, 0.8, 0.9);
            Assert.True(
                (double)joint.Volume >= joint.Pair.Calibrated.Volume
                    && joint.Duration!.Length >= joint.Pair.Calibrated.Duration);
        }
    }

    private static Care Any(Random random, int child)
    {
        var (end, seen) = ((1 + random.Next(80)) / 4.0, (1 + random.Next(160)) / 4.0);
        var steps = Care.Usual.AllowedDurations;
        var step = Enumerable.Range(0, steps.Count).FirstOrDefault(i => end <= steps[i].Length, steps.Count);
        return Care.Of(child, step, 5 + random.Next(40)) with
        {
            Months = Math.Min(end, seen),
            IsRunning = seen < end,
            Days = 1 + (int)(30 * Math.Min(end, seen)),
        };
    }

    private static IEnumerable<Care> Complete(int step, int months, int count) =>
        Enumerable.Range(0, count)
            .Select(i => Care.Of((1000 * step) + i, step, 10 + i) with { Months = months, Days = 30 * months });

    private static IEnumerable<Care> Running(int months, int count) =>
        Enumerable.Range(0, count).Select(i => Care.Running(100_000 + i, months, 10 + i));
}
