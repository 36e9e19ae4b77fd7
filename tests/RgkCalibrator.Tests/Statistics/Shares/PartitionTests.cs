using System.Globalization;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Tests.Statistics.Shares;

public sealed class PartitionTests
{
    private static readonly ILookup<string, IReadOnlyDictionary<string, string>> Data =
        Reference.Rows("partition_data.csv").ToLookup(row => row["set"]);

    [Fact]
    public void Shares_beyond_the_pooled_percentile_are_those_of_R()
    {
        // R 4.2.2: sum(x > q), binom.test(exceed, n), quantile(x, p, type = 2).
        foreach (var row in Reference.Rows("partition_exceedance.csv"))
        {
            var (x, own) = (
                Values(Data[row["set"]]), Values(Data[row["set"]].Where(other => other["group"] == row["group"])));
            var pooled = Quantile.Of(new Sample(x), row.Percentage(), QuantileType.Type2)!.Value;
            AssertClose(row.Number("pooled_q"), pooled);
            AssertClose(row.Number("own_q"), Quantile.Of(new Sample(own), row.Percentage(), QuantileType.Type2)!.Value);
            var (exceed, n) = (own.Count(value => value > pooled), own.Length);
            Assert.Equal((row.Whole("exceed"), row.Whole("n")), (exceed, n));
            var (interval95, interval90) = (
                ShareInterval.FromCounts(exceed, n, 0.95), ShareInterval.FromCounts(exceed, n, 0.9));
            AssertClose(row.Number("share"), interval95.Share!.Value);
            AssertClose(row.Number("cp95_lo"), interval95.Lower);
            AssertClose(row.Number("cp95_hi"), interval95.Upper);
            AssertClose(row.Number("cp90_lo"), interval90.Lower);
            AssertClose(row.Number("cp90_hi"), interval90.Upper);
        }
    }

    [Fact]
    public void Tests_of_group_by_beyond_are_those_of_R()
    {
        // R 4.2.2: chisq.test(correct = FALSE), fisher.test.
        foreach (var row in Reference.Rows("partition_tests.csv"))
        {
            var groups = Data[row["set"]].GroupBy(other => other["group"]).Select(rows => Values(rows)).ToList();
            var pooled = Quantile.Of(
                new Sample(groups.SelectMany(group => group)), row.Percentage(), QuantileType.Type2)!.Value;
            var counts = groups.ConvertAll(
                group => new BeyondCount(group.Count(value => value > pooled), group.Length));
            var homogeneity = Homogeneity.Test(counts);
            AssertClose(row.Number("chisq"), homogeneity.Statistic);
            Assert.Equal(row.Whole("df"), homogeneity.Degrees);
            AssertClose(row.Number("chisq_p"), homogeneity.P);
            var fisher = FisherExact.Test(counts);
            Assert.True(fisher.IsExact);
            AssertClose(row.Number("fisher_p"), fisher.P);
        }
    }

    [Fact]
    public void The_comparison_of_Harris_and_Boyd_is_that_of_R()
    {
        foreach (var row in Reference.Rows("partition_harris_boyd.csv"))
        {
            var (first, second) = (Group(row, "g1"), Group(row, "g2"));
            var result = (row["scale"] == "log" ? HarrisBoyd.OnLogs(first, second) : HarrisBoyd.OnRaw(first, second))!;
            AssertClose(row.Number("z"), result.Z);
            AssertClose(row.Number("z_crit"), result.CriticalZ);
            AssertClose(row.Number("sd_ratio"), result.DeviationRatio);
            Assert.Equal(row["partition"] == "TRUE", result.IsOwnLines);
            Assert.Equal(0, result.LeftOut);
        }
    }

    [Fact]
    public void Harris_and_Boyd_need_two_values_that_vary_and_tell_what_has_no_logarithm()
    {
        Assert.Null(HarrisBoyd.OnRaw([1], [1, 2]));
        Assert.Null(HarrisBoyd.OnRaw([1, 1], [2, 2]));
        Assert.Null(HarrisBoyd.OnLogs([0, 0, 1], [1, 2]));
        Assert.Equal(2, HarrisBoyd.OnLogs([0, 1, 2], [1, 3, 0])!.LeftOut);
        Assert.Throws<ArgumentException>(() => HarrisBoyd.OnLogs([double.NaN, 1, 2], [1, 2]));
    }

    [Fact]
    public void The_bands_of_Lahti_are_carried_to_other_shares()
    {
        var rows = Reference.Rows("lahti_transposed.csv");
        var (at80, at75) = (LahtiBands.ForPercentage(Percentage.Of(80)), LahtiBands.ForPercentage(Percentage.Of(75)));
        AssertClose(rows[0].Number("D"), LahtiBands.Distance(0.032));
        AssertClose(rows[1].Number("D"), LahtiBands.Distance(0.041));
        string[] names = ["lo_at_0.2", "hi_at_0.2", "lo_at_0.25", "hi_at_0.25"];
        double[] expected = [.. names.Select(name => rows[0].Number(name)),
            .. names.Select(name => rows[1].Number(name))];
        double[] actual = [at80.OneLineFrom, at80.OneLineTo, at75.OneLineFrom, at75.OneLineTo, at80.OwnLinesTo,
            at80.OwnLinesFrom, at75.OwnLinesTo, at75.OwnLinesFrom];
        foreach (var (one, other) in expected.Zip(actual))
            AssertClose(one, other);
    }

    [Fact]
    public void At_the_share_they_were_published_for_the_bands_are_those_of_Lahti()
    {
        var bands = LahtiBands.ForPercentage(Percentage.Of(97.5m));
        Assert.Equal([0.018, 0.032, 0.009, 0.041],
            new[] { bands.OneLineFrom, bands.OneLineTo, bands.OwnLinesTo, bands.OwnLinesFrom }
            .Select(share => Math.Round(share, 12)));
        Assert.Throws<ArgumentOutOfRangeException>(() => LahtiBands.ForPercentage(Percentage.Of(100)));
    }

    [Theory]
    [InlineData(20, 20, true, PartitionAdvice.OneLine)]
    [InlineData(23, 17, true, PartitionAdvice.OneLine)]
    [InlineData(25, 15, true, PartitionAdvice.Judgement)]
    [InlineData(29, 11, true, PartitionAdvice.OwnLines)]
    [InlineData(29, 15, true, PartitionAdvice.OwnLines)]
    [InlineData(25, 11, true, PartitionAdvice.OwnLines)]
    [InlineData(29, 11, false, PartitionAdvice.Judgement)]
    public void Advice_follows_from_the_bands_and_all_that_own_lines_ask_for(
        int first, int second, bool hasReason, PartitionAdvice expected)
    {
        var partition = Partition.Compare([new(first, 100), new(second, 100), new(0, 0)], Percentage.Of(80), 0.95);
        Assert.Equal(
            expected,
            partition.Advise(new PartitionEvidence(0.01, Tier.Provisional, HasDifferentLines: true, hasReason)).Advice);
    }

    [Theory]
    [InlineData(0.05, Tier.Full, true, true, PartitionLacks.Significance)]
    [InlineData(0.01, Tier.Indicative, true, true, PartitionLacks.Size)]
    [InlineData(0.01, Tier.Full, false, true, PartitionLacks.DifferentLines)]
    [InlineData(0.5, Tier.None, false, false,
        PartitionLacks.Significance | PartitionLacks.Size | PartitionLacks.DifferentLines | PartitionLacks.Reason)]
    public void What_is_missing_is_told(
        double p, Tier tier, bool hasDifferentLines, bool hasReason, PartitionLacks expected)
    {
        var partition = Partition.Compare([new(35, 100), new(5, 100)], Percentage.Of(80), 0.95);
        Assert.Equal(
            (PartitionAdvice.Judgement, expected),
            partition.Advise(new PartitionEvidence(p, tier, hasDifferentLines, hasReason)));
    }

    [Fact]
    public void Holm_steps_down()
    {
        // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") is 0.03 0.06 0.06 0.02.
        Assert.Equal([0.03, 0.06, 0.06, 0.02], Holm.Adjusted([0.01, 0.04, 0.03, 0.005]).Select(p => Math.Round(p, 12)));
        Assert.Equal([1, 1], Holm.Adjusted([0.9, 0.6]));
        Assert.Empty(Holm.Adjusted([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Holm.Adjusted([double.NaN]));
    }

    [Fact]
    public void Groups_that_do_not_differ_have_nothing_to_test()
    {
        Assert.Equal(new ChiSquareResult(0, 0, 1), Homogeneity.Test([new(0, 5), new(0, 7)]));
        Assert.Equal(new ChiSquareResult(0, 0, 1), Homogeneity.Test([new(2, 5), new(0, 0)]));
    }

    private static double[] Group(IReadOnlyDictionary<string, string> row, string name) =>
        Values(Data[row["set"]].Where(other => other["group"] == row[name]));

    private static double[] Values(IEnumerable<IReadOnlyDictionary<string, string>> rows) =>
        [.. rows.Select(row => row.Number("x"))];

    private static void AssertClose(double expected, double actual) => Assert.True(
        Math.Abs(expected - actual) <= 1e-9 * Math.Abs(expected),
        string.Create(CultureInfo.InvariantCulture, $"{actual} for {expected}"));
}
