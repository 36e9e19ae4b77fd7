using System.Globalization;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Tests.Statistics;

public sealed class ExactShareTests
{
    [Fact]
    public void Limits_and_tests_of_a_share_are_those_of_R()
    {
        // R 4.2.2: binom.test(k, n) and binom.test(k, n, 0.2, "greater").
        var rows = Reference.Rows("clopper_pearson.csv");
        Assert.Equal(40, rows.Count);
        foreach (var row in rows)
        {
            var (k, n) = (row.Whole("k"), row.Whole("n"));
            var interval = ShareInterval.FromCounts(k, n, 0.95);
            AssertClose(row.Number("lo"), interval.Lower);
            AssertClose(row.Number("hi"), interval.Upper);
            AssertClose(row.Number("p_greater"), BinomialTest.AtLeast(k, n, 0.2));
        }
    }

    [Fact]
    public void Of_nothing_any_share_is_possible() =>
        Assert.Equal(new ShareInterval(0, 0, null, 0, 1, 0.95), ShareInterval.FromCounts(0, 0, 0.95));

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(1_000_000_000)]
    public void When_none_of_n_lies_beyond_the_upper_limit_is_a_root(long n) =>
        AssertClose(
            -Math.Log(0.025) / n, -Math.Log(1 - ShareInterval.FromCounts(0, n, 0.95).Upper), n == 1 ? 1e-9 : 1e-6);

    [Fact]
    public void The_limits_turn_the_tails_into_half_of_alpha()
    {
        long[][] cases = [[1, 9], [50, 1000], [200_000_000, 1_000_000_000]];
        foreach (var pair in cases)
        {
            var interval = ShareInterval.FromCounts(pair[0], pair[1], 0.9);
            AssertClose(0.05, BinomialTest.AtLeast(pair[0], pair[1], interval.Lower), 1e-6);
            AssertClose(0.05, BinomialTest.AtMost(pair[0], pair[1], interval.Upper), 1e-6);
        }
    }

    [Fact]
    public void What_lies_outside_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ShareInterval.FromCounts(-1, 2, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => ShareInterval.FromCounts(3, 2, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => ShareInterval.FromCounts(1, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialTest.AtLeast(1, 2, double.NaN));
        Assert.Equal(
            (0.0, 1.0, 0.0),
            (BinomialTest.AtLeast(3, 2, 0.5), BinomialTest.AtMost(2, 2, 0.5), BinomialTest.AtMost(-1, 2, 0.5)));
        Assert.Equal(
            (1.0, 0.0, 0.0),
            (BinomialTest.Exactly(0, 2, 0), BinomialTest.Exactly(1, 2, 1), BinomialTest.Exactly(3, 2, 0.5)));
    }

    [Fact]
    public void Fishers_test_adds_up_every_table_with_the_same_margins()
    {
        var random = new SplitMix64(1729);
        for (var round = 0; round < 200; round++)
        {
            var groups = Enumerable.Range(0, 2 + random.BelowFrom64Bits(3)).Select(_ => 1 + random.BelowFrom64Bits(9))
                .Select(n => new BeyondCount(random.BelowFrom64Bits(n + 1), n)).ToList();
            AssertClose(Naive(groups), FisherExact.Test(groups).P, 1e-9);
        }
    }

    [Fact]
    public void The_lady_tasting_tea_has_her_34_of_70()
    {
        // Fisher (1935), The Design of Experiments: three of four cups right; (1 + 16 + 16 + 1)/70 two-sided.
        AssertClose(34 / 70.0, FisherExact.Test([new(3, 4), new(1, 4)]).P, 1e-12);
    }

    [Fact]
    public void Own_history_is_that_of_R()
    {
        foreach (var row in Reference.Rows("own_history_fisher.csv"))
        {
            AssertClose(
                row.Number("fisher_p"),
                FisherExact.Test(
                    [new(row.Whole("k_old"), row.Whole("n_old")), new(row.Whole("k_new"), row.Whole("n_new"))]).P);
        }
    }

    [Fact]
    public void Four_groups_of_a_hundred_are_exact_and_near_the_chi_square()
    {
        BeyondCount[] groups = [new(14, 90), new(19, 100), new(27, 105), new(30, 110)];
        var result = FisherExact.Test(groups);
        Assert.True(result.IsExact);
        Assert.InRange(result.P, Homogeneity.Test(groups).P * 0.8, Homogeneity.Test(groups).P * 1.25);
    }

    [Theory]
    [InlineData(100_000, 20_000, 20_200)]
    [InlineData(1_000_000_000, 200_000_000, 200_020_000)]
    public void Two_groups_are_exact_however_large(long n, long first, long second)
    {
        var (fisher, homogeneity) = (
            FisherExact.Test([new(first, n), new(second, n)]), Homogeneity.Test([new(first, n), new(second, n)]));
        Assert.True(fisher.IsExact);
        Assert.InRange(fisher.P, homogeneity.P, homogeneity.P * 1.03);
    }

    [Fact]
    public void A_table_that_is_too_large_is_said_not_to_be_exact()
    {
        var groups = Enumerable.Range(0, 12).Select(i => new BeyondCount(20_000 + (100 * i), 100_000)).ToList();
        Assert.Equal(new FisherResult(Homogeneity.Test(groups).P, IsExact: false), FisherExact.Test(groups));
    }

    [Fact]
    public void Groups_that_cannot_differ_have_a_chance_of_one()
    {
        var one = new FisherResult(1, IsExact: true);
        Assert.Equal(one, FisherExact.Test([]));
        Assert.Equal(one, FisherExact.Test([new(1, 3), new(0, 0)]));
        Assert.Equal(one, FisherExact.Test([new(0, 3), new(0, 4)]));
        Assert.Equal(one, FisherExact.Test([new(3, 3), new(4, 4)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FisherExact.Test([new(4, 3), new(4, 4)]));
    }

    // Every way to put so many beyond, with chances from binomial coefficients as whole numbers.
    private static double Naive(List<BeyondCount> groups)
    {
        var tables = new List<(long Beyond, double Ways)> { (0, 1) };
        foreach (var group in groups)
        {
            tables = [.. tables.SelectMany(
                table => Enumerable.Range(0, (int)group.N + 1)
                    .Select(k => (table.Beyond + k, table.Ways * Choose(group.N, k))))];
        }

        var total = groups.Sum(group => group.Beyond);
        var seen = groups.Aggregate(1.0, (ways, group) => ways * Choose(group.N, group.Beyond));
        var same = tables.Where(table => table.Beyond == total).Select(table => table.Ways).ToList();
        return same.Where(ways => ways <= seen).Sum() / same.Sum();
    }

    private static double Choose(long n, long k)
    {
        var ways = 1.0;
        for (var i = 1; i <= k; i++)
            ways = ways * (n - i + 1) / i;
        return Math.Round(ways);
    }

    private static void AssertClose(double expected, double actual, double relative = 1e-9) => Assert.True(
        Math.Abs(expected - actual) <= relative * Math.Abs(expected),
        string.Create(CultureInfo.InvariantCulture, $"{actual} for {expected}"));
}
