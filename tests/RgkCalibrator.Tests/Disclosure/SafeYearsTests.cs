using RgkCalibrator.Disclosure;
using RgkCalibrator.Disclosure.Attack;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Tests.Disclosure.Attack;
using RgkCalibrator.Tests.Groups;

namespace RgkCalibrator.Tests.Disclosure;

/// <summary>Percentiles by start year, as they may be shown.</summary>
public sealed class SafeYearsTests
{
    private static readonly DisclosureProfile Profile = RandomRelease.Together;

    private static readonly List<Told> All =
    [
        .. from seed in Enumerable.Range(0, 14)
           let release = RandomRelease.Of(seed, 6_000 + (5_000 * seed))
           let safe = release.By(Profile)
           from shown in safe.Distributions
           where shown.YearPercentiles is not null
           let draft = release.Lines.Single(line => line.Group.Product.Code == shown.Line.Product.Code
               && line.Group.Subgroup == shown.Line.SubgroupId)
           select new Told(draft, shown, shown.YearPercentiles!),
    ];

    [Fact]
    public void Every_class_holds_enough_children_of_every_year_and_of_the_others_together()
    {
        Assert.True(All.Count > 40);
        Assert.All(All, one =>
        {
            foreach (var row in one.Rows())
            {
                var classes = row.ToLookup(place => one.ClassOf(place), place => one.Draft.Group.Child[place]);
                Assert.All(
                    Enumerable.Range(0, one.Years.Ends.Count + 1),
                    i => Assert.True(classes[i].Distinct().Count() >= Profile.SmallestGroup));
            }
        });
        Assert.True(All.Exists(one => one.Rows().Count > one.Years.Years.Count));
    }

    [Fact]
    public void A_year_has_the_children_that_the_percentile_needs() => Assert.All(All, one =>
    {
        Assert.True(one.Years.Years.Count >= 2);
        Assert.All(one.Years.Years, year => Assert.True(
            one.PlacesOf(year).Select(place => one.Draft.Group.Child[place]).Distinct().Count()
                >= Profile.ChildrenNeeded(one.Years.Percentage)));
    });

    [Fact]
    public void The_percentile_and_its_limits_lie_in_the_classes_that_are_told()
    {
        Assert.All(All, one => Assert.All(one.Years.Years, year =>
        {
            var (places, confidence) = (one.PlacesOf(year), one.Draft.Chosen.Volume!.Estimate.Confidence);
            double[] values = [.. places.Select(one.Draft.Followed!.UnitsAt).Order()];
            // The naive twin: count by share, and add up binomial chances one by one.
            var share = one.Years.Percentage.Share;
            var value = values.First(candidate => values.Count(other => other <= candidate) >= share * values.Length);
            Assert.True(value > (year.Above ?? -1) && value <= (year.UpTo ?? double.MaxValue));
            var (lower, upper) = Ranks(values.Length, share, confidence);
            if (lower >= 1)
                Assert.Equal(one.Years.Ends.Where(end => end < values[lower - 1]).Max(Known), year.Lower);
            if (upper <= values.Length)
                Assert.Equal(one.Years.Ends.Where(end => end >= values[upper - 1]).Min(Known), year.Upper);
        }));
        Assert.True(All.Exists(one => one.Years.Years.Any(year => year.Upper is null)));
        Assert.True(All.Exists(one => one.Years.Years.Any(year => year.Upper is not null)));

        static double? Known(double end) => end;
    }

    [Fact]
    public void The_classes_keep_away_from_all_else_that_is_told_of_the_volumes() => Assert.All(All, one =>
    {
        var volumes = one.Draft.Volumes!;
        var known = new KnownValues(volumes, volumes.Units());
        double[] told =
        [
            .. (one.Shown.VolumeCurve?.Points ?? []).Select(point => point.Value),
            .. (one.Shown.Volume?.Bins ?? []).Select(bin => bin.To).OfType<double>(),
            (double)one.Draft.Chosen.Volume!.Value,
        ];
        Assert.All(
            one.Years.Ends.Except(told),
            end => Assert.True(known.IsApart(end, [.. told.Union(one.Years.Ends).Except([end])], Profile)));
    });

    [Fact]
    public void What_the_attacker_takes_of_a_year_is_true()
    {
        var tried = 0;
        foreach (var one in All)
        {
            foreach (var year in one.Years.Years)
            {
                var published = PublishedDistribution.Of(one.Shown.Line, one.Shown, Profile)
                    .Single(distribution => distribution.Year == year.Name);
                double[] values = [.. one.PlacesOf(year).Select(one.Draft.Followed!.UnitsAt)];
                Assert.Contains(values.Length, published.Sizes);
                Assert.All(published.Statements, statement =>
                {
                    var (least, most) = statement.Counts(values.Length);
                    Assert.InRange(
                        values.Count(value => value > statement.Above && value <= statement.UpTo), least, most);
                });
                tried++;
            }
        }

        Assert.True(tried > 150);
    }

    [Fact]
    public void Who_knows_the_whole_table_and_every_stretch_exactly_pins_no_small_group_that_they_name_together()
    {
        var tried = 0;
        foreach (var one in All.Take(20))
        {
            var rows = one.Rows();
            for (var i = 0; i <= one.Years.Ends.Count; i++)
            {
                // Of a class: how many of each year, and how many in each stretch of a finer histogram.
                var inside = rows.SelectMany(row => row).Where(place => one.ClassOf(place) == i)
                    .OrderBy(one.Draft.Followed!.UnitsAt).ToList();
                int[] years = [.. rows.Select(row => row.Count(place => one.ClassOf(place) == i))];
                int[] stretches = [.. Stretches(inside.Count)];
                var cells = years.Length * stretches.Length;
                var bounds = new LinearBounds(
                    cells,
                    [
                        .. years.Select((n, row) => Sum(cells, cell => cell / stretches.Length == row, n)),
                        .. stretches.Select((n, part) => Sum(cells, cell => cell % stretches.Length == part, n)),
                    ]);
                for (var cell = 0; cell < cells; cell++)
                {
                    var (least, most) = bounds.Of([.. Enumerable.Range(0, cells).Select(k => k == cell ? 1.0 : 0)])!
                        .Value;
                    Assert.False(least >= 1 && most < Profile.SmallestGroup, $"{least} to {most}");
                    tried++;
                }
            }
        }

        Assert.True(tried > 1000);

        static IEnumerable<int> Stretches(int n) =>
            Enumerable.Range(0, n / 10).Select(i => i < (n / 10) - 1 ? 10 : n - (10 * i)).Take(4).ToList() is var few
                && few.Sum() < n ? [.. few, n - few.Sum()] : few;

        static (double[], double, double) Sum(int cells, Func<int, bool> isIn, int n) =>
            ([.. Enumerable.Range(0, cells).Select(cell => isIn(cell) ? 1.0 : 0)], n, n);
    }

    [Fact]
    public void Without_the_shares_of_years_no_percentiles_of_them_are_told() => Assert.All(All, one =>
    {
        Assert.Null(one.Shown.Without([Figure.YearShares]).YearPercentiles);
        Assert.NotNull(one.Shown.Without([Figure.YearPercentiles]).Years);
        Assert.Null(one.Shown.Without([Figure.YearPercentiles]).YearPercentiles);
    });

    [Theory]
    [InlineData(269, true)]
    [InlineData(270, false)]
    public void A_year_of_which_nearly_all_are_equal_is_not_told(int equal, bool isTold)
    {
        // Of 300 so many have one volume, the others less and more.
        int[] others = [10, 85, 97];

        Assert.Equal(isTold, IsTold(300, child => child < equal ? 70 : others[child % 3]));
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(49, false)]
    public void A_year_of_fewer_than_fifty_children_has_no_P80(int children, bool isTold)
    {
        int[] volumes = [20, 60, 85, 95];

        Assert.Equal(isTold, IsTold(children, child => volumes[child % 4]));
    }

    /// <summary>Whether the P80 of 2020 is told, beside two years of spread volumes.</summary>
    private static bool IsTold(int children, Func<int, int> unitsOf)
    {
        var care = Year(2018, 300, child => 1 + (child % 100)).Concat(Year(2019, 300, child => 1 + (child % 100)))
            .Concat(Year(2020, children, unitsOf));
        var release = new RandomRelease(
            [new ProductGroups(Care.Group(Care.Usual, care))],
            new FrameworkSettings { Estimator = Estimator.Completed });
        var told = release.By(Profile).Distributions.Single().YearPercentiles!.Years.Select(year => year.Name).ToList();
        Assert.Equal(["2018", "2019"], told.Except(["2020"]));
        return told.Contains("2020");

        static IEnumerable<Care> Year(int year, int n, Func<int, int> unitsOf) => Enumerable.Range(0, n).Select(child =>
            Care.Of((1000 * year) + child, child % 3, unitsOf(child)) with { Start = new(year, 3, 1) });
    }

    /// <summary>The largest l with P(X ≤ l − 1) ≤ α/2 and the smallest u with P(X ≥ u) ≤ α/2.</summary>
    private static (int Lower, int Upper) Ranks(int n, double share, double confidence)
    {
        var (tail, chances) = ((1 - confidence) / 2 * (1 + 1e-9), new double[n + 1]);
        var log = n * Math.Log(1 - share);
        for (var k = 0; k <= n; k++)
        {
            chances[k] = Math.Exp(log);
            log += Math.Log((n - k) / (k + 1.0)) + Math.Log(share / (1 - share));
        }

        var (below, lower) = (0.0, 0);
        while ((below += chances[lower]) <= tail)
            lower++;
        var (above, upper) = (0.0, n + 1);
        while ((above += chances[upper - 1]) <= tail)
            upper--;
        return (lower, upper);
    }

    private sealed record Told(DraftLine Draft, SafeDistributions Shown, SafeYears Years)
    {
        private readonly IReadOnlyList<PartCell> _cells = PartCells.Of(Draft, PartFactor.StartYear, Profile);

        public IReadOnlyList<int> PlacesOf(SafeYear year) => _cells.Single(cell => cell.Key == year.Name).Places;

        /// <summary>The years that are told, and all others together where there are any.</summary>
        public List<IReadOnlyList<int>> Rows()
        {
            var told = Years.Years.Select(year => year.Name).ToHashSet();
            int[] others = [.. _cells.Where(cell => !told.Contains(cell.Key)).SelectMany(cell => cell.Places)];
            return [.. Years.Years.Select(PlacesOf), .. others.Length > 0 ? new[] { others } : []];
        }

        public int ClassOf(int place) => Years.Ends.Count(end => end < Draft.Followed!.UnitsAt(place));
    }
}
