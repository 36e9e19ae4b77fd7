using RgkCalibrator.Control;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Disclosure.Attack;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Tests.Control;
using RgkCalibrator.Tests.Framework;
using RgkCalibrator.Tests.Groups;

namespace RgkCalibrator.Tests.Disclosure;

/// <summary>What one provider may know of all others of a line.</summary>
public sealed class SafeRegionTests
{
    private static readonly DisclosureProfile Profile = new();

    [Fact]
    public void It_is_of_the_others_and_rounded()
    {
        var region = RegionOf(MadeControl.Usual(), 1)!;

        // 120 + 70 + 60 + 50 + 40 + 30 + 1, of which 24 + 13 + 12 + 11 + 8 + 6 + 1 beyond.
        Assert.Equal(370, region.Trajectories);
        Assert.Equal((75 / 370d, false), (region.Volume!.Value, region.Volume.IsBand));
    }

    [Fact]
    public void It_does_not_change_with_the_figures_of_the_provider_itself()
    {
        var others = Enumerable.Range(1, 5).SelectMany(provider => MadeControl.Of(provider, 40, 12, outlasts: 12))
            .ToList();

        var (few, many) = (
            RegionOf(MadeControl.Line([.. MadeControl.Of(0, 20, 2), .. others]), 0)!,
            RegionOf(MadeControl.Line([.. MadeControl.Of(0, 90, 70), .. others]), 0)!);

        Assert.Equal((few.Trajectories, few.Volume), (many.Trajectories, many.Volume));
    }

    [Theory]
    [InlineData("two others", false, 60, 60)]
    [InlineData("three others", true, 60, 60, 60)]
    [InlineData("one has half", false, 120, 60, 60)]
    [InlineData("two have two thirds", false, 100, 100, 60)]
    [InlineData("without the largest too few are left beyond", false, 24, 24, 24)]
    public void It_needs_several_others_of_whom_none_has_most(string why, bool isShown, params int[] sizes)
    {
        var care = sizes.SelectMany((n, i) => MadeControl.Of(1 + i, n, n / 5)).Concat(MadeControl.Of(0, 30, 6));

        Expect.Equal(isShown, RegionOf(MadeControl.Line(care), 0) is not null, why);
    }

    [Fact]
    public void Others_without_a_name_do_not_count()
    {
        var care = Enumerable.Range(0, 4).SelectMany(provider => MadeControl.Of(provider, 60, 12)).ToList();

        Assert.NotNull(RegionOf(MadeControl.Line(care, ["A", "B", "C", "D"]), 0));
        Assert.Null(RegionOf(MadeControl.Line(care, ["A", "B", "C", ""]), 0));
    }

    [Fact]
    public void The_share_beyond_either_is_left_out_where_few_are_beyond_one_alone()
    {
        // Each of the others: 20 beyond the volume, of whom so many outlast, and some more who outlast alone.
        static IEnumerable<Care> Others(int both, int alone) => Enumerable.Range(1, 4).SelectMany(provider =>
            MadeControl.Of(provider, 60, 20, outlasts: both).Concat(Alone(provider, alone)));

        static IEnumerable<Care> Alone(int provider, int n) => MadeControl.Of(provider, n, 0, 2027, outlasts: n);

        Assert.NotNull(Beside(Others(10, 10)).Either);
        Assert.Null(Beside(Others(10, 2)).Either);
        Assert.NotNull(Beside(Others(10, 2)).Duration);

        static SafeRegion Beside(IEnumerable<Care> others) =>
            RegionOf(MadeControl.Line([.. MadeControl.Of(0, 30, 6), .. others]), 0)!;
    }

    [Fact]
    public void Who_stands_out_does_so_beside_the_share_as_it_is_shown()
    {
        var region = RegionOf(MadeControl.Usual(), 1)!;

        Assert.True(region.StandsOut(BeyondMeasure.VolumeWithin, 60, 90));
        Assert.False(region.StandsOut(BeyondMeasure.VolumeWithin, 18, 90));
        Assert.Null(region.StandsOut(BeyondMeasure.VolumeWithin, 0, 0));
    }

    /// <summary>
    /// The provider knows its own figures exactly, its mirror, what the region releases of all providers of the line,
    /// and the rules.
    /// </summary>
    [Fact]
    public void A_provider_that_takes_away_its_own_figures_pins_no_small_group_of_the_others()
    {
        var (tried, shown) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var line = MadeControl.Line(RandomCare(new Random(seed)));
            var parts = PartCells.OfProviders(line.Since, line.Unnamed, Profile);
            foreach (var own in line.Providers)
            {
                if (RegionOf(line, line.ProviderNumbers[own.Provider]) is not { } region)
                    continue;
                shown++;
                foreach (var (what, least, most) in new Attacker(line, own, region, parts).Bounds())
                {
                    Assert.False(
                        least > 0.5 && most < Profile.SmallestGroup - 0.5,
                        $"{seed} {own.Provider} {what}: {least} to {most}");
                    tried++;
                }
            }
        }

        Assert.True(shown > 100 && tried > 500, $"{shown} {tried}");
    }

    private static SafeRegion? RegionOf(ControlledLine line, int provider) => SafeRegion.Beside(
        line.Since, provider, line.Unnamed, new Dictionary<BeyondMeasure, double>(), Profile);

    private static List<Care> RandomCare(Random random)
    {
        var (share, longer) = (0.05 + (0.3 * random.NextDouble()), 0.3 * random.NextDouble());
        return
        [
            .. Enumerable.Range(0, 4 + random.Next(9)).SelectMany(provider => Enumerable
                .Range(0, 1 + random.Next(random.Next(10, 120)))
                .Select(i => Followed.Of(
                    i, random.NextDouble() < share ? 60 : 40, 2026, random.NextDouble() < longer) with
                {
                    Child = (provider * 10_000) + i,
                    Covariates = Followed.By(provider),
                })),
        ];
    }

    /// <summary>
    /// Unknown are, of the others: of each provider that stands apart and of those who stand together those above and
    /// within the volume; and all in four groups by volume and duration.
    /// </summary>
    private sealed class Attacker
    {
        private readonly List<(double[] Weights, double Least, double Most)> _known = [];
        private readonly CountRange _all;
        private readonly int _count;
        private readonly int _size;

        internal Attacker(
            ControlledLine line, ControlledProvider own, SafeRegion region, IReadOnlyList<PartCell> parts)
        {
            var name = Numbers.Whole(line.ProviderNumbers[own.Provider]);
            var others = parts.Where(part => part.Key != name).ToList();
            // Where no parts are shown, all others are one.
            _count = Math.Max(1, others.Count);
            _size = (2 * _count) + 4;
            _all = CountRange.Of(region.Trajectories, Profile, isWhole: true);
            _known.Add((Weights(one => one < 2 * _count), _all.Least, _all.Most));
            // Of the volume, parts and quarters tell the same. Quarters: both, volume alone, duration alone, neither.
            _known.Add((Difference(0, quarter => quarter < 2), 0, 0));
            _known.Add((Difference(1, quarter => quarter >= 2), 0, 0));
            Know(region.Volume, quarter => quarter < 2);
            Know(region.Duration, quarter => quarter % 2 == 0);
            Know(region.Either, quarter => quarter < 3);
            var isInRest = parts.All(part => part.Key != name);
            foreach (var (place, part) in others.Index())
            {
                var mine = isInRest && part.Key == PartCells.Rest ? own.Volume!.Beyond : new(0, 0);
                var above = PartCells.Above(part, line.Since);
                Know(2 * place, above, mine.Beyond);
                Know((2 * place) + 1, part.Places.Count - above, mine.N - mine.Beyond);
            }
        }

        internal IEnumerable<(string What, double Least, double Most)> Bounds()
        {
            var bounds = new LinearBounds(_size, _known);
            return Enumerable.Range(0, _size).Select(unknown =>
            {
                var (least, most) = bounds.Of(Weights(one => one == unknown))!.Value;
                return ($"{unknown} of {_size}", least, most);
            }).ToList();
        }

        private double[] Weights(Func<int, bool> counts) =>
            [.. Enumerable.Range(0, _size).Select(one => counts(one) ? 1d : 0)];

        // All parts on one side of the volume less the quarters on that side.
        private double[] Difference(int side, Func<int, bool> quarters) =>
        [
            .. Enumerable.Range(0, _size).Select(one => one < 2 * _count
                ? (one % 2 == side ? 1d : 0)
                : quarters(one - (2 * _count)) ? -1d : 0),
        ];

        private void Know(SafeShare? share, Func<int, bool> quarters)
        {
            if (share is null)
                return;
            var ranges = Enumerable.Range((int)_all.Least, (int)(_all.Most - _all.Least) + 1)
                .Select(n => CountRange.OfShare(share, n, Profile, isWhole: true)).ToList();
            _known.Add((
                Weights(one => one >= 2 * _count && quarters(one - (2 * _count))),
                ranges.Min(range => range.Least), ranges.Max(range => range.Most)));
        }

        // Counts of parts are told rounded: of all, and of those above.
        private void Know(int unknown, long told, long mine)
        {
            var range = CountRange.Of(Profile.Rounded(told), Profile, isWhole: true);
            // What lies within follows from two rounded counts.
            var slack = unknown % 2 == 0 ? 0 : Profile.CountRounding;
            _known.Add((
                Weights(one => one == unknown), Math.Max(0, range.Least - mine - slack),
                Math.Max(0, range.Most - mine + slack)));
        }
    }
}
