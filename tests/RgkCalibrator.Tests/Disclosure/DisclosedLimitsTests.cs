using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Disclosure;

public sealed class DisclosedLimitsTests
{
    private static readonly DisclosureProfile Strict = new();

    [Fact]
    public void A_volume_limit_is_shown_when_ten_children_lie_beyond_it()
    {
        Assert.All(
            Drafts(),
            one => Assert.Equal(one.IsEnough(one.Outward.Lower, below: true), one.Line.Lower!.Volume is not null));
        Assert.All(
            Drafts(),
            one => Assert.Equal(one.IsEnough(one.Outward.Upper, below: false), one.Line.Upper!.Volume is not null));
        Assert.Contains(Drafts(), one => one.Line.Upper!.Volume is null);
        Assert.Contains(Drafts(), one => one.Line.Upper!.Volume is not null);
    }

    [Fact]
    public void Limits_lie_outward_on_the_step_around_the_line()
    {
        Assert.All(
            Drafts(),
            one => Assert.Equal(one.Line.Lower!.Volume is null ? null : one.Outward.Lower, one.Line.Lower.Volume));
        Assert.All(
            Drafts(),
            one => Assert.Equal(one.Line.Upper!.Volume is null ? null : one.Outward.Upper, one.Line.Upper.Volume));
        Assert.All(
            Drafts(),
            one =>
                Assert.True(
                    (one.Line.Lower!.Volume ?? 0) <= one.Line.Chosen.Volume
                        && one.Line.Chosen.Volume <= (one.Line.Upper!.Volume ?? decimal.MaxValue)));
    }

    [Fact]
    public void Limits_of_durations_are_allowed_ones_around_the_line()
    {
        Assert.All(
            Drafts().Where(one => one.Line.Lower!.Duration is not null),
            one => Assert.True(Weeks(one.Line.Lower!.Duration!) <= Weeks(one.Line.Chosen.Duration!)));
        Assert.All(
            Drafts().Where(one => one.Line.Upper!.Duration is not null),
            one => Assert.True(Weeks(one.Line.Upper!.Duration!) >= Weeks(one.Line.Chosen.Duration!)));
        Assert.Contains(Drafts(), one => one.Line.Upper!.Duration is not null);
    }

    [Fact]
    public void A_withheld_line_has_no_limits()
    {
        var line = LineDisclosure.Line(
            Proposals.ForGroup(Care.Group(Care.Usual, LineDisclosureTests.Varied(49)), new FrameworkSettings()),
            Strict);

        Assert.True(line is { Withheld: Withheld.TooFewChildren, Lower: null, Upper: null });
    }

    private static decimal Weeks(DurationStep step) => step.InWeeks();

    private static List<Case> Drafts()
    {
        var random = new Random(1729);
        return
        [
            .. Enumerable.Range(0, 200)
                .Select(round => Case.Of(Care.Usual with { VolumeStep = round % 3 == 0 ? 0.1m : null }, random))
                .Where(one => one.Line.Withheld is null),
        ];
    }

    private sealed record Case(DraftLine Draft, SafeLine Line)
    {
        public (decimal? Lower, decimal? Upper) Outward =>
            (
                Rounded(Draft.Chosen.Volume!.Estimate.Lower, decimal.Floor),
                Rounded(Draft.Chosen.Volume.Estimate.Upper, decimal.Ceiling));

        public static Case Of(Product product, Random random)
        {
            var draft = Proposals.ForGroup(Care.Random(random, product, random.Next(50, 500)), new FrameworkSettings());
            return new Case(draft, LineDisclosure.Line(draft, Strict));
        }

        public bool IsEnough(decimal? limit, bool below)
        {
            if (limit is null)
                return false;
            var (group, step) = (Draft.Group, Draft.Chosen.Duration!.Index);
            return Observed.VolumesWithin(group, Draft.Estimator, step).Places
                .Where(place =>
                        ((decimal)group.CohortVolumeWithin(step)[place] / group.Product.TicksPerUnit)
                            .CompareTo(limit.Value) == (below ? -1 : 1))
                .Select(place => group.Child[place]).Distinct().Count() >= 10;
        }

        private decimal? Rounded(double? limit, Func<decimal, decimal> outward)
        {
            if (limit is null)
                return null;
            var step = VolumeRounding.StepAt((decimal)limit.Value, Draft.Group.Product.VolumeStep);
            return outward((decimal)limit.Value / step) * step;
        }
    }
}
