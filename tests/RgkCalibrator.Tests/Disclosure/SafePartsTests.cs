using RgkCalibrator.Disclosure;
using RgkCalibrator.Disclosure.Attack;
using RgkCalibrator.Disclosure.Releases;
using RgkCalibrator.Framework;
using RgkCalibrator.Tests.Disclosure.Attack;
using RgkCalibrator.Tests.Disclosure.Releases;

namespace RgkCalibrator.Tests.Disclosure;

/// <summary>Start years and providers beside each other, as they may be shown.</summary>
public sealed class SafePartsTests
{
    private static readonly DisclosureProfile Profile = RandomRelease.Together;

    private static readonly List<(DraftLine Line, PartFactor Factor, IReadOnlyList<PartCell> Cells)> All =
    [
        .. from seed in Enumerable.Range(0, 12)
           from line in RandomRelease.Of(seed, 4_000 + (2_000 * seed)).Lines
           where line.Followed is not null
           from factor in Enum.GetValues<PartFactor>()
           select (line, factor, PartCells.Of(line, factor, Profile)),
    ];

    [Fact]
    public void Every_part_has_enough_children_on_both_sides_of_the_line()
    {
        var shown = All.Where(one => one.Cells.Count > 0).ToList();

        Assert.True(shown.Count > 40);
        Assert.All(shown, one => Assert.All(one.Cells, cell =>
        {
            var (group, limit) = (one.Line.Group, (double)one.Line.Chosen.Volume!.Value);
            var sides = cell.Places.ToLookup(
                place => one.Line.Followed!.UnitsAt(place) > limit, place => group.Child[place]);
            Assert.True(sides[true].Distinct().Count() >= Profile.SmallestGroup);
            Assert.True(sides[false].Distinct().Count() >= Profile.SmallestGroup);
        }));
    }

    [Fact]
    public void The_parts_hold_every_trajectory_that_could_be_followed_once() => Assert.All(
        All.Where(one => one.Cells.Count > 0),
        one => Assert.Equal(one.Line.Followed!.Places, one.Cells.SelectMany(cell => cell.Places).Order()));

    [Fact]
    public void Nothing_is_parted_where_few_could_not_be_followed() => Assert.All(
        All.Where(one => one.Cells.Count > 0),
        one =>
        {
            var followed = one.Line.Followed!.Places.ToHashSet();
            var left = Enumerable.Range(0, one.Line.Group.Cohort).Where(place => !followed.Contains(place))
                .Select(place => one.Line.Group.Child[place]).Distinct().Count();
            Assert.True(left == 0 || left >= Profile.SmallestGroup);
        });

    [Fact]
    public void All_others_are_three_providers_at_least_and_hold_those_without_a_name()
    {
        var rests = All.Where(one => one.Factor == PartFactor.Provider)
            .SelectMany(one => one.Cells, (one, cell) => (one.Line, Cell: cell)).ToList();

        Assert.Contains(rests, one => one.Cell.Key == PartCells.Rest);
        Assert.All(rests, one =>
        {
            var providers = one.Cell.Places.Select(place => one.Line.Group.Covariates[place].Provider).ToHashSet();
            Assert.True(one.Cell.Key == PartCells.Rest ? providers.Count(key => key != 0) >= 3 : providers.Count == 1);
            Assert.True(one.Cell.Key == PartCells.Rest || !providers.Contains(0));
            if (one.Cell.Key == PartCells.Rest)
                Assert.All(providers, own => Assert.True(LeavesEnough(one.Line, one.Cell, own)));
        });

        // Who of them takes away its own children learns of enough others.
        static bool LeavesEnough(DraftLine line, PartCell cell, int own)
        {
            var (group, limit) = (line.Group, (double)line.Chosen.Volume!.Value);
            var others = cell.Places.Where(place => group.Covariates[place].Provider != own)
                .ToLookup(place => line.Followed!.UnitsAt(place) > limit, place => group.Child[place]);
            return new[] { true, false }.All(side => others[side].Distinct().Count() >= Profile.SmallestGroup);
        }
    }

    [Fact]
    public void Who_knows_every_part_and_every_class_exactly_pins_no_small_group_that_they_name_together()
    {
        var tried = 0;
        foreach (var (line, _, cells) in All.Where(one => one.Cells.Count > 0).Take(25))
        {
            var limit = (double)line.Chosen.Volume!.Value;
            var above = line.Followed!.Places.Where(place => line.Followed.UnitsAt(place) > limit)
                .OrderBy(line.Followed.UnitsAt).ToList();
            // Classes as a histogram has them: each of enough trajectories.
            var classes = above.Chunk(Math.Max(12, (above.Count + 4) / 5)).Where(some => some.Length >= 10).ToList();
            int[] parts = [.. cells.Select(cell => cell.Places.Count(above.Contains))];
            var bounds = BoundsOf(parts, [.. classes.Select(some => some.Length)], above.Count);
            for (var one = 0; one < parts.Length * classes.Count; one++)
            {
                var (least, most) = bounds.Of(Weights(parts.Length * classes.Count, one))!.Value;
                Assert.False(least >= 1 && most < Profile.SmallestGroup, $"{least} to {most}");
                tried++;
            }
        }

        Assert.True(tried > 200);
    }

    [Fact]
    public void Providers_have_a_number_and_counts_are_rounded()
    {
        var shown = RandomRelease.Of(3, 20_000).By(Profile).Distributions.Select(one => one.Providers)
            .OfType<SafeParts>().ToList();

        Assert.NotEmpty(shown);
        Assert.All(shown, parts =>
        {
            var numbered = parts.Parts.Where(part => part.Name.Length > 0).ToList();
            Assert.Equal(
                Enumerable.Range(1, numbered.Count).Select(i => Numbers.Whole(i)),
                numbered.Select(part => part.Name));
            Assert.All(parts.Parts, part => Assert.Equal((0, 0), (part.Trajectories % 5, part.Above % 5)));
        });
    }

    [Fact]
    public void A_release_with_other_parts_than_an_earlier_one_shows_none()
    {
        var checkedLines = 0;
        for (var seed = 0; seed < 8; seed++)
        {
            var region = RandomRelease.Of(seed, 20_000);
            var first = MadeReleases.Draft(region);
            // A third of the children leaves: products change, and providers fall below the smallest group.
            var second = MadeReleases.Draft(region.Keeping((_, child) => child % 3 != 0), first.Ledger);
            var pairs = Released(second).Join(
                Released(first), mine => mine.Key, theirs => theirs.Key,
                (mine, theirs) => (mine.Line, Earlier: theirs.Line));
            foreach (var (line, earlier) in pairs)
            {
                var (parts, before) = (PartsOf(line), PartsOf(earlier));
                if (parts.Count == 0 || before.Count == 0)
                    continue;
                Assert.Equal(before, parts);
                checkedLines++;
            }
        }

        Assert.True(checkedLines > 5);

        static List<string> PartsOf(ReleasedLine line) =>
            [.. line.Behind.Where(one => one.IsOfPart).Select(one => one.Name).Order(StringComparer.Ordinal)];

        static IEnumerable<(string Key, ReleasedLine Line)> Released(HeldDraft draft) => draft.Ledger.Products
            .GroupBy(product => product.Code).Select(product => product.Last())
            .SelectMany(product => product.Lines, (product, line) => ($"{product.Code}/{line.Line.SubgroupId}", line));
    }

    /// <summary>What the numbers of each part in each class can be, by the sums of both.</summary>
    private static LinearBounds BoundsOf(int[] parts, int[] classes, int all)
    {
        var cells = parts.Length * classes.Length;
        var ofParts = parts.Select((part, i) => Sum(one => one / classes.Length == i, 0, part));
        var ofClasses = classes.Select((count, i) => Sum(one => one % classes.Length == i, count, count));
        // The last trajectories may stand in no class.
        return new LinearBounds(cells, [.. ofParts, .. ofClasses, Sum(_ => true, classes.Sum(), all)]);

        (double[], double, double) Sum(Func<int, bool> isIn, double least, double most) =>
            ([.. Enumerable.Range(0, cells).Select(one => isIn(one) ? 1.0 : 0)], least, most);
    }

    private static double[] Weights(int count, int one) =>
        [.. Enumerable.Range(0, count).Select(i => i == one ? 1.0 : 0)];
}
