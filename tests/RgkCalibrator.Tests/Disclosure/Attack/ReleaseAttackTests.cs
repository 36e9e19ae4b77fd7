using System.Globalization;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Disclosure.Attack;
using RgkCalibrator.Framework;
using RgkCalibrator.Statistics.Quantiles;
using Xunit.Abstractions;

namespace RgkCalibrator.Tests.Disclosure.Attack;

/// <summary>What can be worked out of a release, on regions of 1,500 to 90,000 children.</summary>
public sealed class ReleaseAttackTests(ITestOutputHelper output)
{
    // RGK_ATTACKS=2000 tries as many as a release of the program should.
    private static readonly int Releases = int.Parse(
        Environment.GetEnvironmentVariable("RGK_ATTACKS") ?? "40", CultureInfo.InvariantCulture);

    [Fact]
    public void Of_no_release_a_stretch_or_a_count_is_pinned_to_fewer_than_ten_and_without_the_rules_of_most_some_are()
    {
        var (pinned, apart, told, lost, figures) = (0, 0, 0, 0, 0);
        foreach (var release in All())
        {
            var (together, without) = (release.By(RandomRelease.Together), release.By(RandomRelease.Apart));
            pinned += ReleaseAttack.On(together, RandomRelease.Together).Count;
            Assert.Empty(ReleaseAttack.On(
                HeldRelease.From(together, RandomRelease.Together), RandomRelease.Together));
            var found = ReleaseAttack.On(without, RandomRelease.Apart);
            apart += found.Count;
            told += found.Count > 0 ? 1 : 0;
            figures += without.Verdicts.Count(verdict => verdict.Loss is null);
            lost += together.Verdicts.Count(verdict => verdict.Loss is not null)
                - without.Verdicts.Count(verdict => verdict.Loss is not null);
        }

        output.WriteLine(
            $"{Releases} releases: {pinned} pinned with the rules on figures together; without them {apart}, in {told} "
                + $"releases. The rules withhold {lost} of {figures} figures.");
        Assert.Equal(0, pinned);
        Assert.InRange(told, Releases / 2, Releases);
    }

    [Fact]
    public void What_is_found_is_true()
    {
        var (seen, wrong) = (0, 0);
        foreach (var release in All())
        {
            var drafts = release.Lines.ToDictionary(line => (line.Group.Product.Code, line.Group.Subgroup));
            foreach (var one in ReleaseAttack.On(release.By(RandomRelease.Apart), RandomRelease.Apart))
            {
                if (one.Measure is not { } measure)
                    continue;
                var draft = drafts[(one.Line.Product.Code, one.Line.SubgroupId)];
                var (known, values) = ValuesOf(draft, measure);
                var real = known.Weights.Where((_, i) => values[i] > one.Above && values[i] <= one.UpTo).Sum();
                seen++;
                wrong += real is > 0.5 and < 10 ? 0 : 1;
            }
        }

        output.WriteLine($"{seen} stretches, {wrong} wrong");
        Assert.Equal(0, wrong);
        Assert.InRange(seen, 50, int.MaxValue);
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
        RandomRelease.Of(seed, (int)(1500 * Math.Pow(60, new Random(seed).NextDouble()))));

    private static (Observed Known, double[] Values) ValuesOf(DraftLine draft, Measure measure)
    {
        if (measure == Measure.Volume)
            return (draft.Volumes!, draft.Volumes!.Units());
        var known = Observed.Volumes(draft.Group, draft.Estimator);
        return (known, HistogramClasses.OfDuration(draft.Group, draft.Chosen.Duration!.Index).Values);
    }
}
