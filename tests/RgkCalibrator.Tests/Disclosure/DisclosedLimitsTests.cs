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
    public void A_volume_limit_is_shown_only_when_ten_children_lie_beyond_it()
    {
        Assert.All(
            Drafts(),
            one => Assert.True(one.Line.Lower!.Volume is not { } limit || one.Beyond(limit, below: true) >= 10));
        Assert.All(
            Drafts(),
            one => Assert.True(one.Line.Upper!.Volume is not { } limit || one.Beyond(limit, below: false) >= 10));
        Assert.Contains(Drafts(), one => one.Line.Upper!.Volume is null);
        Assert.Contains(Drafts(), one => one.Line.Upper!.Volume is not null);
    }

    [Fact]
    public void Limits_lie_outward_on_the_step_around_the_line()
    {
        Assert.All(Drafts(), one => Assert.False(one.Line.Lower!.Volume > one.Outward.Lower));
        Assert.All(Drafts(), one => Assert.False(one.Line.Upper!.Volume < one.Outward.Upper));
        Assert.Contains(Drafts(), one => one.Line.Lower!.Volume == one.Outward.Lower);
        Assert.Contains(Drafts(), one => one.Line.Upper!.Volume == one.Outward.Upper);
        Assert.All(
            Drafts(),
            one =>
                Assert.True(
                    (one.Line.Lower!.Volume ?? 0) <= one.Line.Chosen.Volume
                        && one.Line.Chosen.Volume <= (one.Line.Upper!.Volume ?? decimal.MaxValue)));
    }

    [Fact]
    public void Between_a_volume_limit_and_the_other_volumes_lie_ten_children()
    {
        var moved = 0;
        foreach (var one in Drafts())
        {
            decimal?[] shown =
                [one.Line.Lower!.Volume, one.Line.Upper!.Volume, one.Line.Chosen.Volume, one.Line.Compared.Volume];
            var volumes = shown.OfType<decimal>().Distinct().Order().ToList();
            Assert.All(volumes.Zip(volumes.Skip(1)), pair => Assert.InRange(
                one.Beyond(pair.First, below: false, upTo: pair.Second), 10, int.MaxValue));
            moved += one.Line.Lower.Volume < one.Outward.Lower ? 1 : 0;
        }

        Assert.NotEqual(0, moved);
    }

    [Theory]
    [InlineData(44, "the lower limit is the 42nd of 60, at 12 months")]
    [InlineData(41, "the 42nd is at 18 months, the proposal itself")]
    public void Where_few_lie_just_below_the_proposed_duration_a_lower_limit_does_not_tell_that_some_do(
        int within12, string why)
    {
        (int Step, int Count)[] steps = [(1, 20), (3, within12 - 20), (4, 50 - within12), (5, 10)];
        var care = steps.SelectMany(one => Enumerable.Repeat(one.Step, one.Count)).Select((step, child) =>
            Care.Of(child, step, 10 + child) with { Months = Care.Usual.AllowedDurations[step].Length });
        var settings = new FrameworkSettings { Estimator = Estimator.Completed };

        var line = LineDisclosure.Line(Proposals.ForGroup(Care.Group(Care.Usual, care), settings), Strict);

        Expect.Equal(DurationStep.Months(18), line.Chosen.Duration, why);
        Expect.Equal(DurationStep.Months(9), line.Lower!.Duration, why);
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

        public int Beyond(decimal limit, bool below, decimal upTo = decimal.MaxValue)
        {
            var (group, step) = (Draft.Group, Draft.Chosen.Duration!.Index);
            return Observed.VolumesWithin(group, Draft.Estimator, step).Places
                .Where(place =>
                    (decimal)group.CohortVolumeWithin(step)[place] / group.Product.TicksPerUnit is var volume
                    && volume.CompareTo(limit) == (below ? -1 : 1) && volume <= upTo)
                .Select(place => group.Child[place]).Distinct().Count();
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
