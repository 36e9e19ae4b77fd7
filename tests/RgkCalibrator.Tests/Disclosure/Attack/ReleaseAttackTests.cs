using RgkCalibrator.Disclosure;
using RgkCalibrator.Disclosure.Attack;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Tests.Disclosure.Releases;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Tests.Intake;
using Xunit.Abstractions;

namespace RgkCalibrator.Tests.Disclosure.Attack;

/// <summary>What can be worked out of a release, on regions of 1,500 to 90,000 children.</summary>
public sealed class ReleaseAttackTests(ITestOutputHelper output)
{
    [Fact]
    public void Of_no_release_a_group_of_fewer_than_ten_follows_and_without_the_rules_of_most_one_does()
    {
        var (pinned, apart, told, lost, figures, stretches, untrue) = (0, 0, 0, 0, 0, 0, 0);
        foreach (var release in RandomRelease.All())
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
            $"{RandomRelease.Number} releases: {pinned} pinned with the rules on figures together; without them "
                + $"{apart}, of which {stretches} stretches of distributions ({untrue} wrong), in {told} releases. The "
                + $"rules withhold {lost} of {figures} figures.");
        Assert.Equal(0, pinned);
        Assert.InRange(told, RandomRelease.Number / 2, RandomRelease.Number);
        Assert.InRange(stretches, RandomRelease.Number / 10, int.MaxValue);
        // A percentile that is the middle of two values misleads the attacker.
        Assert.InRange(untrue, 0, stretches / 20);
    }

    [Fact]
    public void What_is_pinned_is_left_out_until_nothing_is()
    {
        var tried = 0;
        foreach (var release in RandomRelease.All().Take(6))
        {
            var without = release.By(RandomRelease.Apart);
            var pinned = ReleaseAttack.On(without, RandomRelease.Apart);
            if (pinned.Count == 0)
                continue;

            var held = HeldRelease.From(without, RandomRelease.Apart);

            Assert.Empty(ReleaseAttack.On(held, RandomRelease.Apart));
            Assert.Equal(without.Lines.Count, held.Lines.Count);
            Assert.Equal(Shown(without) - Shown(held), OfLines(held));
            tried += pinned.Any(one => one.Measure is not null) ? 1 : 0;
        }

        Assert.NotEqual(0, tried);

        static int OfLines(SafeDraft draft) => draft.Lines.Sum(line => line.TakenByAttack.Count);

        // The volume of a whole product goes where no two of its subgroups are shown.
        static int Shown(SafeDraft draft) => draft.Verdicts.Count(verdict =>
            verdict.Loss is null && verdict.Figure != Figure.PooledVolume);
    }

    [Fact]
    public void A_part_whose_count_follows_from_the_whole_and_the_others_is_mended_by_the_count_of_the_whole()
    {
        // The third part has few children with many trajectories, so that its count is not told.
        var parts = Enumerable.Range(0, 3).Select(part => Care.Group(
            Care.Usual, Part(part), new GroupScope("deel" + part, "Deel " + part))).ToList();
        var whole = Care.Group(Care.Usual, Enumerable.Range(0, 3).SelectMany(Part));
        var release = new RandomRelease([new ProductGroups(whole, parts, whole)], new FrameworkSettings())
            .By(RandomRelease.Apart);
        Assert.Contains(
            ReleaseAttack.On(release, RandomRelease.Apart), one => one.Link == Figure.PooledVolume);

        var held = HeldRelease.From(release, RandomRelease.Apart);

        Assert.Empty(ReleaseAttack.On(held, RandomRelease.Apart));
        Assert.Equal([KeyValuePair.Create(Figure.Trajectories, 1)], held.TakenByAttack);
        Assert.Null(held.Verdicts.Single(one => one.Figure == Figure.PooledVolume).Trajectories.Value);
        Assert.Equal(2, held.Lines.Count(line => line.Chosen.Volume is not null));
        var notes = new DraftNotes(
            Reading.GapOf90, new(), RandomRelease.Apart, IsSynthetic: true, Language.Dutch);
        Assert.Equal(
            """{"withheld":1,"figures":{"trajectories":1}}""",
            ReleaseJson.Build(held, [], notes)["attack"]!.ToJsonString());

        static IEnumerable<Care> Part(int part) => part < 2
            ? Enumerable.Range(1000 * part, 300).Select(child => Care.Of(child, child % 3, 10 + (child % 90)))
            : Enumerable.Range(0, 90).Select(i => Care.Of(5000 + (i % 9), i % 3, 10 + i));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void Few_that_still_run_leave_no_trace_in_lines_of_complete_trajectories(int running)
    {
        var settings = new FrameworkSettings { Estimator = Estimator.Completed };
        var complete = Enumerable.Range(0, 96).Select(child => Care.Of(child, child % 3, 10 + (child % 90))).ToList();
        var some = complete.Concat(Enumerable.Range(500, running).Select(child => Care.Running(child, 3, 20)));

        Assert.Equal(Text(complete), Text(some));

        string Text(IEnumerable<Care> care) => PublishedText.Of(new RandomRelease(
            [new ProductGroups(Care.Group(Care.Usual, care))], settings).By(RandomRelease.Together));
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
