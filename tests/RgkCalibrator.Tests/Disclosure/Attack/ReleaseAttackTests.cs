using System.Globalization;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Disclosure.Attack;
using RgkCalibrator.Framework;
using Xunit.Abstractions;

namespace RgkCalibrator.Tests.Disclosure.Attack;

/// <summary>What can be worked out of a release, on regions of 1,500 to 90,000 children.</summary>
public sealed class ReleaseAttackTests(ITestOutputHelper output)
{
    // RGK_ATTACKS=2000 tries as many as a release of the program should.
    private static readonly int Releases = int.Parse(
        Environment.GetEnvironmentVariable("RGK_ATTACKS") ?? "40", CultureInfo.InvariantCulture);

    [Fact]
    public void Of_no_release_a_group_of_fewer_than_ten_follows_and_without_the_rules_of_most_one_does()
    {
        var (pinned, apart, told, lost, figures, stretches, untrue) = (0, 0, 0, 0, 0, 0, 0);
        foreach (var release in All())
        {
            var (together, without) = (release.By(RandomRelease.Together), release.By(RandomRelease.Apart));
            pinned += ReleaseAttack.On(together, RandomRelease.Together).Count;
            var found = ReleaseAttack.On(without, RandomRelease.Apart);
            apart += found.Count;
            told += found.Count > 0 ? 1 : 0;
            stretches += found.Count(one => one.Measure is not null);
            untrue += found.Count(one => one.Measure is not null && !IsTrue(one, release));
            figures += without.Verdicts.Count(verdict => verdict.Loss is null);
            lost += together.Verdicts.Count(verdict => verdict.Loss is not null)
                - without.Verdicts.Count(verdict => verdict.Loss is not null);
        }

        output.WriteLine(
            $"{Releases} releases: {pinned} pinned with the rules on figures together; without them {apart}, of which "
                + $"{stretches} stretches of distributions ({untrue} wrong), in {told} releases. The rules withhold "
                + $"{lost} of {figures} figures.");
        Assert.Equal(0, pinned);
        Assert.InRange(told, Releases / 2, Releases);
        Assert.InRange(stretches, Releases / 10, int.MaxValue);
        // A percentile that is the middle of two values misleads the attacker.
        Assert.InRange(untrue, 0, stretches / 20);
    }

    [Fact]
    public void What_is_pinned_is_left_out_until_nothing_is()
    {
        var tried = 0;
        foreach (var release in All().Take(10))
        {
            var without = release.By(RandomRelease.Apart);
            if (!ReleaseAttack.On(without, RandomRelease.Apart).Any(one => one.Measure is not null))
                continue;

            var held = HeldRelease.From(without, RandomRelease.Apart);

            Assert.DoesNotContain(ReleaseAttack.On(held, RandomRelease.Apart), one => one.Measure is not null);
            Assert.Equal(without.Lines.Count, held.Lines.Count);
            Assert.True(Shown(held) < Shown(without));
            tried++;
        }

        Assert.NotEqual(0, tried);

        static int Shown(SafeDraft draft) => draft.Verdicts.Count(verdict => verdict.Loss is null);
    }

    [Fact]
    public void Bounds_are_those_that_follow_by_hand()
    {
        // Below 10 lie 40 to 44, below 20 at least 45 of 60, from 20 to 30 at most 3.
        var bounds = new CountBounds(5);
        bounds.Between(0, 4, 60, 60);
        bounds.Between(0, 1, 40, 44);
        bounds.Between(0, 2, 45, 60);
        bounds.Between(2, 3, 0, 3);
        bounds.Between(0, 3, 0, 47);

        Assert.True(bounds.Tighten());

        Assert.Equal((1, 7), (bounds.Least(1, 2), bounds.Most(1, 2)));
        Assert.Equal((13, 15), (bounds.Least(3, 4), bounds.Most(3, 4)));
        Assert.Equal((0, 2), (bounds.Least(2, 3), bounds.Most(2, 3)));
    }

    [Fact]
    public void Statements_that_cannot_all_be_true_are_told()
    {
        var bounds = new CountBounds(3);
        bounds.Between(0, 2, 10, 10);
        bounds.Between(0, 1, 11, 12);

        Assert.False(bounds.Tighten());
    }

    private static IEnumerable<RandomRelease> All() => Enumerable.Range(0, Releases).Select(seed =>
        RandomRelease.Of(seed, (int)(1500 * Math.Pow(60, Math.Pow(new Random(seed).NextDouble(), 4)))));

    private static bool IsTrue(PinnedCount pinned, RandomRelease release)
    {
        var draft = release.Lines.Single(line => line.Group.Product.Code == pinned.Line.Product.Code
            && line.Group.Subgroup == pinned.Line.SubgroupId);
        var isVolume = pinned.Measure == Measure.Volume;
        var known = isVolume ? draft.Volumes! : Observed.Volumes(draft.Group, draft.Estimator);
        var values = isVolume
            ? known.Units()
            : HistogramClasses.OfDuration(draft.Group, draft.Chosen.Duration!.Index).Values;
        return known.Children().Where((_, i) => values[i] > pinned.Above && values[i] <= pinned.UpTo).Distinct().Count()
            is > 0 and < 10;
    }
}
