using FsCheck;
using FsCheck.Fluent;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Tests.Groups;

namespace RgkCalibrator.Tests.Disclosure;

/// <summary>
/// Curves and boxes of volumes, of groups in which some still run and children have several trajectories.
/// </summary>
public sealed class SafeCurveTests
{
    private static readonly DisclosureProfile Strict = new();
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(1729, 1729);

    // P80 beside P75 first; then halves, off the grid of the curve, near to each other, and the other one higher.
    private static readonly (int Chosen, int Compared)[] Percentiles =
        [(160, 150), (160, 150), (165, 180), (160, 165), (180, 165), (153, 101), (160, 190)];

    private static readonly Gen<Case> Cases =
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from trajectories in Gen.Choose(50, 900)
        from percentiles in Gen.Elements(Percentiles)
        select Case.Of(
            Care.Random(new Random(seed), Care.Usual with { VolumeStep = seed % 3 == 0 ? 0.1m : null }, trajectories),
            percentiles);

    [Fact]
    public void Ten_children_lie_below_the_first_point_between_neighbours_and_above_the_last() => Holds(one =>
        Ends(one.Curve).Zip(Ends(one.Curve).Skip(1)).All(pair => one.ChildrenBetween(pair.First, pair.Second) >= 10));

    [Fact]
    public void Points_ascend_in_value_and_in_share_and_lie_on_the_step() => Holds(one =>
        one.Curve.Points.Zip(one.Curve.Points.Skip(1)).All(pair =>
            pair.First.Value < pair.Second.Value && pair.First.Percentage.Halves < pair.Second.Percentage.Halves)
        && one.Curve.Points.All(point =>
            VolumeRounding.Up((decimal)point.Value, one.Draft.Group.Product.VolumeStep) == (decimal)point.Value));

    [Fact]
    public void Every_point_is_the_percentile_that_a_naive_reading_finds() => Holds(one =>
        one.Curve.Points.All(point => one.Naive(point.Percentage) is { } naive && naive <= point.Value
            && one.ShareUpTo(point.Value) >= point.Percentage.Share - 1e-9));

    [Fact]
    public void Points_are_of_the_grid_or_of_the_line_itself() => Holds(one =>
    {
        var allowed = SafeCurve.Grid.Append(one.Line.Chosen.Percentage).Append(one.Line.Compared.Percentage).ToList();
        var children = one.Known.Places.Select(place => one.Draft.Group.Child[place]).Distinct().Count();
        return one.Curve.Points.All(point =>
            allowed.Contains(point.Percentage) && children >= Strict.ChildrenNeeded(point.Percentage));
    });

    [Fact]
    public void No_point_lies_within_ten_children_of_what_the_line_shows() => Holds(one =>
        new[] { one.Line.Chosen, one.Line.Compared, one.Line.Other }
            .Select(proposal => (double?)proposal?.Volume).OfType<double>()
            .All(volume => one.Curve.Points.All(point => point.Value == volume
                || Between(one, point.Value, volume) >= 10
                || IsShown(one.Line, point.Value))));

    [Fact]
    public void Between_the_two_volumes_of_a_line_below_the_lower_and_above_the_higher_lie_ten_children() =>
        Holds(one => one.Line is not { Chosen.Volume: { } chosen, Compared.Volume: { } compared }
            || ((chosen == compared || Between(one, (double)chosen, (double)compared) >= 10)
                && one.ChildrenBetween(double.NegativeInfinity, (double)Math.Min(chosen, compared)) >= 10));

    [Fact]
    public void A_box_shows_values_of_the_curve_in_order() => Holds(one => one.Box is not { } box
        || (Values(box).All(value => one.Curve.Points.Any(point => point.Value == value))
            && Values(box).SequenceEqual(Values(box).Order())));

    [Theory]
    [InlineData(99, false, false, "P10 and P90 need a hundred")]
    [InlineData(120, false, false, "between P75 and P80 lie six, and P90 lies near the limit of the interval")]
    [InlineData(400, true, true, "twenty lie between")]
    public void A_box_opens_where_the_upper_quartile_lies_too_near_to_the_line_and_has_whiskers_of_many_children(
        int children, bool hasQuartile, bool hasWhiskers, string why)
    {
        var box = Case.Of(
            Care.Group(
                Care.Usual,
                Enumerable.Range(0, children).Select(child => Care.Of(child, child % 3, 100 + child)))).Box!;

        Expect.Equal(hasQuartile, box.UpperQuartile is not null, why);
        Expect.Equal(hasWhiskers, box is { Low: not null, High: not null }, why);
        Assert.True(box.LowerQuartile < box.Median, why);
    }

    [Fact]
    public void Nothing_is_shown_of_equal_volumes()
    {
        var equal = Case.Of(
            Care.Group(Care.Usual, Enumerable.Range(0, 300).Select(child => Care.Of(child, child % 3, 40))));

        Assert.Null(equal.Safe);
    }

    [Fact]
    public void Many_trajectories_of_few_children_make_no_point()
    {
        // Nine children hold the lower half of the trajectories.
        var care = Enumerable.Range(0, 300).Select(i => Care.Of(i % 9, 0, 1 + (i % 40)))
            .Concat(Enumerable.Range(100, 300).Select(child => Care.Of(child, 1, child)));

        var curve = Case.Of(Care.Group(Care.Usual, care)).Curve;

        Assert.All(curve.Points, point => Assert.True(point.Value > 100, "below 100 there are nine children"));
    }

    private static IEnumerable<double> Ends(SafeCurve curve) =>
        curve.Points.Select(point => point.Value).Prepend(double.NegativeInfinity).Append(double.PositiveInfinity);

    private static int Between(Case one, double first, double second) =>
        one.ChildrenBetween(Math.Min(first, second), Math.Max(first, second));

    private static bool IsShown(SafeLine line, double value) =>
        new[] { line.Chosen, line.Compared, line.Other }.Any(proposal => (double?)proposal?.Volume == value);

    private static IEnumerable<double> Values(SafeBox box) =>
        new[] { box.Low, box.LowerQuartile, box.Median, box.UpperQuartile, box.High }.OfType<double>();

    private static void Holds(Func<Case, bool> law)
    {
        var seen = 0;
        Prop.ForAll(Arb.From(Cases), one =>
        {
            seen += one.Safe?.VolumeCurve is null ? 0 : 1;
            return one.Safe?.VolumeCurve is null || law(one);
        }).Check(Seeded);
        Assert.InRange(seen, 150, int.MaxValue);
    }

    private sealed record Case(
        DraftLine Draft, SafeLine Line, SafeDistributions? Safe, Observed Known, double[] Units)
    {
        public SafeCurve Curve => Safe!.VolumeCurve!;

        public SafeBox? Box => Safe!.VolumeBox;

        public static Case Of(Group group, (int Chosen, int Compared)? halves = null)
        {
            var (chosen, compared) = halves ?? (160, 150);
            var draft = Proposals.ForGroup(
                group,
                new FrameworkSettings
                {
                    Percentage = Percentage.Of(chosen / 2m),
                    Compared = Percentage.Of(compared / 2m),
                });
            var line = LineDisclosure.Line(draft, Strict);
            var step = draft.Chosen.Duration?.Index ?? 0;
            var known = Observed.VolumesWithin(group, draft.Estimator, step);
            double[] units = [.. known.Places.Select(place => Ticks.ToUnits(group.CohortVolumeWithin(step)[place]))];
            return new Case(draft, line, SafeDistributions.From(draft, line, Strict), known, units);
        }

        public int ChildrenBetween(double above, double upTo) =>
            Known.Places.Where((_, i) => Units[i] > above && Units[i] <= upTo).Select(place => Draft.Group.Child[place])
                .Distinct().Count();

        public double ShareUpTo(double value) => Known.Weights.Where((_, i) => Units[i] <= value).Sum() / Known.Total;

        public double? Naive(Percentage percentage) =>
            Units.Order().Where(value => ShareUpTo(value) >= percentage.Share - 1e-9).Select(value => (double?)value)
                .FirstOrDefault();
    }
}
