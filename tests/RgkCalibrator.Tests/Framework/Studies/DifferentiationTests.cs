using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Statistics.Testing;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Framework.Studies;

public sealed class DifferentiationTests
{
    private static readonly FrameworkSettings Settings = new();

    [Theory]
    [InlineData(80)]
    [InlineData(75)]
    public void Shares_and_tests_of_ages_are_those_of_R(int percent)
    {
        var percentage = Percentage.Of(percent);
        var followed = Followed.Twelve(Reference.Rows("partition_data.csv").Where(row => row["set"] == "synthetic")
            .Select((row, child) => Followed.Of(child, row.Number("x")) with
            {
                Covariates = Followed.By(0, int.Parse(row["group"].Split('-')[0], null)),
            }));

        var ages = Of(followed, [], Settings with { Percentage = percentage })
            .Single(one => (one.Factor, one.Measure) == (Factor.Age, BeyondMeasure.VolumeWithin));

        var expected = Reference.Rows("partition_exceedance.csv")
            .Where(row => row["set"] == "synthetic" && row.Percentage() == percentage)
            .ToDictionary(row => row["group"]);
        Assert.Equal(["0-5", "6-11", "12-17"], ages.Levels.Select(level => level.Name));
        foreach (var level in ages.Levels)
        {
            var row = expected[level.Name];
            Assert.Equal((row.Whole("n"), row.Whole("exceed")), (level.N, level.Count));
            Assert.Equal(
                (row.Number("cp95_lo"), row.Number("cp95_hi")), (level.Beyond.Lower, level.Beyond.Upper), Close);
            Assert.Equal(Math.Ceiling(row.Number("own_q")), (double)level.OwnLine!.Value);
            Assert.Equal(row.Number("pooled_q"), ages.Pooled);
        }

        var tests = Reference.Rows("partition_tests.csv")
            .Single(row => row["set"] == "synthetic" && row.Percentage() == percentage);
        Assert.Equal(tests.Number("fisher_p"), ages.Partition.Fisher.P, 1e-9);
        var furthest = Reference.Rows("partition_harris_boyd.csv")
            .Where(row => row["set"] == "synthetic" && row["scale"] == "log")
            .MaxBy(row => row.Number("z") / row.Number("z_crit"))!;
        Assert.Equal(furthest.Number("z"), ages.HarrisBoyd!.Z, 1e-9);
        Assert.Equal(furthest.Number("z_crit"), ages.HarrisBoyd.CriticalZ, 1e-9);
    }

    [Fact]
    public void A_planted_difference_between_subgroups_is_advised_and_between_ages_lacks_a_reason()
    {
        var random = new Random(1729);
        var care = Enumerable.Range(0, 600)
            .Select(i => Followed.Of(i, (i < 300 ? 1 : 3) * Followed.Hours(random)) with
            {
                Covariates = Followed.By(0, i < 300 ? 3 : 14),
            }).ToList();

        var all = Differentiation.Adjusted(Of(Followed.Twelve(care), Parts(care.Take(300), care.Skip(300)), Settings));

        var (parts, ages) = (Volume(all, Factor.Subgroup), Volume(all, Factor.Age));
        Assert.Equal((PartitionAdvice.OwnLines, PartitionLacks.None), (parts.Advice, parts.Lacks));
        Assert.Equal((PartitionAdvice.Judgement, PartitionLacks.Reason), (ages.Advice, ages.Lacks));
        Assert.Equal(["licht", "zwaar"], parts.Levels.Select(level => level.Name));
    }

    [Fact]
    public void Without_a_difference_own_lines_are_hardly_ever_advised_and_the_shares_add_up()
    {
        var advised = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var care = Enumerable.Range(0, 400).Select(i => AnyCare(random, i)).ToList();

            var all = Differentiation.Adjusted(
                Of(Followed.Twelve(care), Parts(care.Take(150), care.Skip(150)), Settings));

            advised += all.Any(one => one.Advice == PartitionAdvice.OwnLines) ? 1 : 0;
            foreach (var one in all.Where(one => one.Factor is Factor.Age or Factor.WithStay or Factor.Subgroup))
            {
                Assert.Equal(400, one.Levels.Sum(level => level.N));
                Assert.Equal(
                    one.Measure == BeyondMeasure.Outlasting
                        ? care.Count(own => own.Step > 3)
                        : care.Count(own => own.Within[0] > one.Pooled * 6000),
                    one.Levels.Sum(level => level.Count));
            }
        }

        // Holm keeps one false alarm in twenty runs, and the outer band asks for more than significance.
        Assert.InRange(advised, 0, 5);
    }

    [Fact]
    public void What_goes_on_beyond_the_duration_is_judged_by_the_bands_of_its_own_share()
    {
        var care = Enumerable.Range(0, 400)
            .Select(i => Followed.Of(i, 10, outlasts: i % 10 == 0) with
            {
                Covariates = Followed.By(0, (i / 10 % 2) == 0 ? 3 : 9),
            });

        var ages = Of(Followed.Twelve(care), [], Settings)
            .Single(one => (one.Factor, one.Measure) == (Factor.Age, BeyondMeasure.Outlasting));

        Assert.Equal(Percentage.Of(90), ages.Partition.Percentage);
        Assert.Equal([20L, 20], ages.Levels.Select(level => level.Count));
        Assert.Equal(PartitionAdvice.OneLine, ages.Advice);
        Assert.Equal([3m, 3], ages.Levels.Select(level => level.OwnLine));
    }

    [Fact]
    public void A_small_group_is_named_as_what_own_lines_lack()
    {
        var random = new Random(1);
        var care = Enumerable.Range(0, 330).Select(i => Followed.Of(i, (i < 300 ? 1 : 9) * Followed.Hours(random)))
            .ToList();

        var parts = Volume(
            Differentiation.Adjusted(Of(Followed.Twelve(care), Parts(care.Take(300), care.Skip(300)), Settings)),
            Factor.Subgroup);

        Assert.Equal((PartitionAdvice.Judgement, PartitionLacks.Size), (parts.Advice, parts.Lacks));
    }

    [Fact]
    public void Nothing_is_compared_without_members_of_two_groups_and_equal_values_never_ask_for_own_lines()
    {
        Assert.Empty(Of(Followed.Twelve([]), [], Settings));
        Assert.Empty(Differentiation.Adjusted([]));
        var equal = Enumerable.Range(0, 100)
            .Select(i => Followed.Of(i, 10) with { Covariates = Followed.By(0, i % 2 == 0 ? 3 : 9) });

        var all = Differentiation.Adjusted(Of(Followed.Twelve(equal), [], Settings));

        Assert.Equal([BeyondMeasure.VolumeWithin], all.Select(one => one.Measure));
        Assert.NotEqual(PartitionAdvice.OwnLines, all[0].Advice);
        Assert.Equal(1, all[0].AdjustedP);
        Assert.False(all[0].HarrisBoyd?.IsOwnLines);
    }

    [Fact]
    public void Three_equal_care_years_of_a_child_count_about_as_one()
    {
        var beyond = Enumerable.Range(0, 100).SelectMany(child => Enumerable.Repeat(child % 5 == 0, 3)).ToList();

        var count = ClusteredCount.ByChild(
            beyond, [.. Enumerable.Range(0, 100).SelectMany(child => Enumerable.Repeat(child, 3))]);

        // Rao and Scott: n·m/(m − 1)·Σ(k − rn)²/n² over r(1 − r), here 3·100/99.
        Assert.Equal(300 / 99.0, count.DesignEffect, 1e-12);
        Assert.Equal((new BeyondCount(60, 300), new BeyondCount(20, 99)), (count.Counted, count.Effective));
    }

    [Fact]
    public void Care_years_of_children_that_differ_count_as_they_are()
    {
        var alone = ClusteredCount.ByChild(
            [.. Enumerable.Range(0, 90).Select(i => i % 3 == 0)], [.. Enumerable.Range(0, 90)]);
        var none = ClusteredCount.ByChild([.. Enumerable.Repeat(false, 9)], [.. Enumerable.Range(0, 9)]);
        var one = ClusteredCount.ByChild([true, false, true], [7, 7, 7]);

        Assert.Equal(
            (new BeyondCount(30, 90), true), (alone.Counted, Math.Abs(alone.DesignEffect - (90 / 89.0)) < 1e-12));
        Assert.Equal((new BeyondCount(0, 9), 1.0), (none.Effective, none.DesignEffect));
        Assert.Equal((new BeyondCount(2, 3), 1.0), (one.Effective, one.DesignEffect));
    }

    private static bool Close((double A, double B) one, (double A, double B) other) =>
        Math.Abs(one.A - other.A) < 1e-9 && Math.Abs(one.B - other.B) < 1e-9;

    private static List<FactorComparison> Of(
        Observed whole, IReadOnlyList<Observed> parts, FrameworkSettings settings) =>
        [.. Differentiation.OfProduct(whole, parts, settings)];

    private static Care AnyCare(Random random, int child) =>
        Followed.Of(child, Followed.Hours(random), outlasts: random.Next(5) == 0) with
        {
            Covariates = Followed.By(0, random.Next(20), TrajectoryFacts.Ambulatory | AnyFact(random)),
        };

    private static TrajectoryFacts AnyFact(Random random) =>
        random.Next(3) == 0 ? TrajectoryFacts.WithStay : TrajectoryFacts.First;

    private static Observed[] Parts(IEnumerable<Care> light, IEnumerable<Care> heavy) =>
        [
            Followed.Twelve(light, new GroupScope("licht", "Licht")),
            Followed.Twelve(heavy, new GroupScope("zwaar", "Zwaar")),
        ];

    private static FactorComparison Volume(IReadOnlyList<FactorComparison> all, Factor factor) =>
        all.Single(one => one.Factor == factor && one.Measure == BeyondMeasure.VolumeWithin);
}
