using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Tests.Groups;

namespace RgkCalibrator.Tests.Disclosure;

/// <summary>What a line shows of its trajectories: their number, and shares of them.</summary>
public sealed class DisclosedSharesTests
{
    private static readonly DisclosureProfile Strict = new();

    [Theory]
    [InlineData(0, null)]
    [InlineData(9, null)]
    [InlineData(10, 10L)]
    [InlineData(12, 10L)]
    [InlineData(13, 15L)]
    [InlineData(52, 50L)]
    [InlineData(53, 55L)]
    public void Counts_are_shown_to_the_nearest_five_from_ten(int children, long? shown)
    {
        var count = Safe(LineDisclosureTests.Varied(children)).Trajectories;

        Assert.Equal((shown, 10), (count.Value, count.Smallest));
    }

    [Fact]
    public void Twenty_trajectories_of_nine_children_are_not_counted() =>
        Assert.Null(Safe(Enumerable.Range(0, 20).Select(i => Care.Of(i % 9, 0, 5 + i))).Trajectories.Value);

    [Theory]
    [InlineData(100, 100, 0.9, true, "all")]
    [InlineData(91, 100, 0.9, true, "91 of 100, though 90% of rounded counts")]
    [InlineData(90, 100, 0.9, false, "90 of 100")]
    [InlineData(960, 1000, 0.9, true, "96%")]
    [InlineData(898, 1000, 0.9, false, "90% of rounded counts")]
    [InlineData(108, 120, 0.9, true, "92% of rounded counts")]
    [InlineData(161, 200, 0.8, false, "161 of 200 rounds to 160 of 200")]
    public void Shares_above_90_percent_are_a_band(int inside, int all, double share, bool isBand, string why)
    {
        var care = LineDisclosureTests.Varied(all).Select((one, i) => one with { Step = i < inside ? 0 : 1 });
        var draft = Draft(care);
        Assert.Equal((inside, all), (draft.Chosen.Coverage!.Duration, draft.Chosen.Coverage.All));

        var within = LineDisclosure.Line(draft, Strict).WithinDuration!;

        Expect.Equal(new SafeShare(share, isBand), within, why);
    }

    [Theory]
    [InlineData(42, 51, false, "9 children left over")]
    [InlineData(43, 53, true, "10 children left over")]
    public void A_share_that_leaves_over_fewer_than_ten_children_is_not_shown_and_not_called_more_than_90_percent(
        int inside, int all, bool isShown, string why)
    {
        var care = LineDisclosureTests.Varied(all).Select((one, i) => one with { Step = i < inside ? 0 : 1 });

        var within = Safe(care).WithinDuration;

        Expect.Equal(isShown, within is not null, why);
        Assert.True(within is not { IsBand: true }, why);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void A_share_that_fewer_than_ten_children_make_up_is_not_shown(int inside, bool isShown)
    {
        // Beyond the longest duration the share within it can be small.
        var care = LineDisclosureTests.Varied(100).Select((one, i) => one with { Step = i < inside ? 5 : 6 });

        var line = Safe(care);

        Assert.True(line.IsBeyondLongest);
        Assert.Equal(isShown, line.WithinDuration is not null);
    }

    [Fact]
    public void What_a_share_leaves_over_is_counted_in_children()
    {
        // Twenty trajectories lie outside, all of one child.
        var line = Safe(LineDisclosureTests.Varied(100)
            .Select((one, i) => one with { Step = i < 80 ? 0 : 1, Child = i < 80 ? i : 200 }));

        Assert.Null(line.WithinDuration);
        Assert.NotNull(line.Chosen.Volume);
    }

    private static DraftLine Draft(IEnumerable<Care> care, FrameworkSettings? settings = null) =>
        Proposals.ForGroup(Care.Group(Care.Usual, care), settings ?? new FrameworkSettings());

    private static SafeLine Safe(IEnumerable<Care> care, FrameworkSettings? settings = null) =>
        LineDisclosure.Line(Draft(care, settings), Strict);
}
