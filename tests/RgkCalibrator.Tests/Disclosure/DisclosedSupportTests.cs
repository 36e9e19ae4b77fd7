using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Tests.Groups;

namespace RgkCalibrator.Tests.Disclosure;

/// <summary>What is told of how much the trajectories of a line support.</summary>
public sealed class DisclosedSupportTests
{
    [Theory]
    [InlineData(118, 5, Tier.Provisional, Tier.Full, "125 are shown")]
    [InlineData(118, 0, Tier.Provisional, Tier.Full, "120 are shown")]
    [InlineData(117, 0, Tier.Provisional, Tier.Provisional, "115 are shown")]
    public void A_tier_is_that_of_the_number_that_is_shown(
        int complete, int running, Tier exact, Tier told, string why)
    {
        var (draft, line) = Made(complete, running);

        Expect.Equal((exact, told), (draft.Tier, line.Tier), why);
        Assert.Null(line.Withheld);
    }

    [Theory]
    [InlineData(15, 5, null, "20 are shown, so that too few would tell that some still run")]
    [InlineData(15, 0, Lack.TooFew, "15 are shown")]
    [InlineData(9, 0, Lack.TooFew, "it is not told how many there are")]
    public void That_there_are_too_few_is_told_where_the_number_that_is_shown_is(
        int complete, int running, Lack? told, string why)
    {
        var (draft, line) = Made(complete, running);

        Assert.Equal((Lack.TooFew, Basis.Insufficient), (draft.Lack, draft.Basis));
        Expect.Equal((told, told is null ? Basis.History : Basis.Insufficient), (line.Lack, line.Basis), why);
        Assert.Equal(Withheld.TooFewChildren, line.Withheld);
    }

    private static (DraftLine Draft, SafeLine Line) Made(int complete, int running)
    {
        var care = Enumerable.Range(0, complete).Select(child => Care.Of(child, child % 3, 10 + (child % 90)))
            .Concat(Enumerable.Range(500, running).Select(child => Care.Running(child, 3, 20)));
        var draft = Proposals.ForGroup(Care.Group(Care.Usual, care), new FrameworkSettings());
        return (draft, LineDisclosure.Line(draft, new DisclosureProfile()));
    }
}
