using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Tests.Groups;

namespace RgkCalibrator.Tests.Disclosure;

public sealed class DisclosedEvidenceTests
{
    private static readonly DisclosureProfile Strict = new();

    [Theory]
    [InlineData(0, false, false, "a blank for few alone would tell that there are some")]
    [InlineData(1, false, false, "the difference of two counts would tell of one child")]
    [InlineData(9, false, false, "of nine")]
    [InlineData(10, true, true, "ten children still have care")]
    public void Complete_ones_are_counted_unless_that_tells_of_few_that_still_run(
        int running, bool isCounted, bool isShared, string why)
    {
        var line = Safe(LineDisclosureTests.Varied(300).Concat(Running(running)));

        Expect.Equal(isCounted, line.Complete is { Value: 300 }, why);
        Expect.Equal(isShared, line.Running is not null, why);
        Assert.Equal(5 * ((300 + running + 2) / 5), line.Trajectories.Value);
    }

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    public void The_volume_of_the_other_estimator_and_the_calibrated_pair_need_200_children(int children, bool areShown)
    {
        // Those that still run use more than any complete one.
        var running = Enumerable.Range(0, 60).Select(i => Care.Running(10_000 + i, 30, 1000 + i));
        var line = Safe(Spread(children).Concat(running));

        Assert.Equal(areShown, line.Other!.Volume is not null);
        Assert.Equal(areShown, line.VolumeDifference is not null);
        Assert.Equal(areShown, Safe(Spread(children)).Calibrated is not null);
    }

    [Fact]
    public void Two_volumes_with_fewer_than_ten_children_between_do_not_stand_side_by_side()
    {
        // 250 complete ones; volumes rise by one a child.
        for (var running = 10; running <= 120; running += 10)
        {
            var draft = Draft(Spread(250).Concat(Running(running)));
            var line = LineDisclosure.Line(draft, Strict);
            var (one, other) = (draft.Chosen.Volume!.Value, draft.Other.Volume!.Value);
            var between = draft.Group.CohortVolumeWithin(draft.Chosen.Duration!.Index).ToArray()
                .Count(ticks => ticks > 6000 * Math.Min(one, other) && ticks <= 6000 * Math.Max(one, other));

            Assert.Equal(one == other || between >= 10, line.Other!.Volume is not null);
        }
    }

    [Fact]
    public void The_volume_of_the_other_estimator_keeps_ten_children_from_the_volume_beside_the_line()
    {
        // Those that still run use more than any complete one: P80 lies among them.
        var care = Spread(250).Concat(Enumerable.Range(0, 120).Select(i => Care.Running(10_000 + i, 30, 400 + i)))
            .ToList();
        var refused = 0;
        for (var halves = 101; halves < 120; halves++)
        {
            var settings = new FrameworkSettings { Compared = Percentage.Of(halves / 2m) };
            var draft = Proposals.ForGroup(Care.Group(Care.Usual, care), settings);
            var (one, beside) = (draft.Chosen.Volume!.Value, draft.Compared.Volume!.Value);
            var other = draft.Other.Volume!.Value;

            // Volumes rise by one a child.
            var isApart = one == other || Math.Abs(one - other) >= 10;
            var isApartBeside = beside == other || Math.Abs(beside - other) >= 10;
            Assert.Equal(isApart && isApartBeside, LineDisclosure.Line(draft, Strict).Other!.Volume is not null);
            refused += isApart && !isApartBeside ? 1 : 0;
        }

        Assert.NotEqual(0, refused);
    }

    [Fact]
    public void The_calibrated_pair_keeps_ten_children_from_a_higher_percentile_beside_the_line()
    {
        for (var halves = 161; halves < 190; halves++)
        {
            var settings = new FrameworkSettings { Compared = Percentage.Of(halves / 2m) };
            var draft = Proposals.ForGroup(Care.Group(Care.Usual, Spread(2500)), settings);
            var line = LineDisclosure.Line(draft, Strict);
            var (pair, compared) = (draft.Joint!.Volume, draft.Compared.Volume!.Value);

            // Volumes rise by one a child.
            Assert.Equal(pair == compared || Math.Abs(pair - compared) >= 10, line.Calibrated is not null);
        }
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void The_other_estimator_is_shown_only_where_it_may_be_told_how_many_still_run(int running, bool isShown) =>
        Assert.Equal(isShown, Safe(Spread(300).Concat(Running(running))).Other!.Duration is not null);

    [Fact]
    public void A_withheld_line_shows_neither_another_estimator_nor_a_pair()
    {
        var line = Safe(Spread(49).Concat(Running(40)));

        Assert.Equal(Withheld.TooFewChildren, line.Withheld);
        Assert.True(line is { Other: null, Calibrated: null, VolumeDifference: null, Marks: [] });
    }

    [Fact]
    public void A_percentile_that_weights_lay_among_few_children_is_not_shown()
    {
        // 60 short ones; of the long ones all but five are still followed for too short a time.
        var care = Spread(60).Select(one => one with { Step = 0, Months = 1 })
            .Concat(Enumerable.Range(0, 5).Select(i => Care.Of(500 + i, 1, 900 + i) with { Months = 5 }))
            .Concat(Enumerable.Range(0, 100).Select(i => Care.Running(600 + i, 2, 1)));

        Assert.Equal(Withheld.TooFewChildren, Safe(care).Withheld);
        Assert.Null(Safe(care, Estimator.Completed).Withheld);
    }

    private static IEnumerable<Care> Spread(int children) =>
        Enumerable.Range(0, children)
            .Select(
                child => Care.Of(child, child % 3, 100 + child) with { Months = 1 + (child % 23), Days = 1 + child });

    private static IEnumerable<Care> Running(int count) =>
        Enumerable.Range(0, count).Select(i => Care.Running(10_000 + i, 30, 200 + i));

    private static DraftLine Draft(IEnumerable<Care> care, Estimator estimator = Estimator.Corrected) =>
        Proposals.ForGroup(Care.Group(Care.Usual, care), new FrameworkSettings { Estimator = estimator });

    private static SafeLine Safe(IEnumerable<Care> care, Estimator estimator = Estimator.Corrected) =>
        LineDisclosure.Line(Draft(care, estimator), Strict);
}
