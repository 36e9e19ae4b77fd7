using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Tests.Statistics.Quantiles;

public sealed class SampleTests
{
    [Fact]
    public void Values_are_reached_in_ascending_order_by_ranks_from_one()
    {
        var sample = new Sample([3, 1, 2, 1]);
        Assert.Equal(4, sample.Count);
        Assert.Equal([1, 1, 2, 3], Enumerable.Range(1, 4).Select(rank => sample.AtRank(rank)));
    }

    [Fact]
    public void The_caller_keeps_its_own_values()
    {
        double[] values = [2, 1];
        var sample = new Sample(values);
        values[0] = 9;
        Assert.Equal([9, 1], values);
        Assert.Equal(2, sample.AtRank(2));
    }

    [Fact]
    public void A_sample_may_be_empty()
    {
        Assert.Equal(0, new Sample([]).Count);
        Assert.Equal(0, new WeightedSample([]).Count);
        Assert.Equal(0, new WeightedSample([(5, 0)]).Count);
    }

    [Theory]
    [InlineData(0, "before the first")]
    [InlineData(3, "after the last")]
    public void A_rank_outside_is_refused(long rank, string because)
    {
        Assert.NotEmpty(because);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sample([1, 2]).AtRank(rank));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeightedSample([(1, 2)]).AtRank(rank));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_value_that_is_not_finite_is_refused(double value)
    {
        Assert.Throws<ArgumentException>(() => new Sample([1, value]));
        Assert.Throws<ArgumentException>(() => new Sample(Enumerable.Repeat(value, 1)));
        Assert.Throws<ArgumentException>(() => new WeightedSample([(value, 1)]));
    }

    [Fact]
    public void Of_the_two_zeros_the_order_of_the_rows_chooses_none()
    {
        Assert.False(double.IsNegative(new Sample([-0.0, 0.0]).AtRank(1)));
        Assert.False(double.IsNegative(new WeightedSample([(-0.0, 1)]).AtRank(1)));
    }

    [Theory]
    [InlineData(-1, "negative")]
    [InlineData(1_000_000_001, "beyond a milliard")]
    public void A_count_outside_zero_to_a_milliard_is_refused(long count, string because)
    {
        Assert.NotEmpty(because);
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeightedSample([(1, count)]));
    }

    [Fact]
    public void Counts_stand_for_values_written_out()
    {
        var sample = new WeightedSample([(7, 2), (3, 1), (5, 0), (7, 1), (4, 2)]);
        Assert.Equal([3, 4, 4, 7, 7, 7], Enumerable.Range(1, (int)sample.Count).Select(rank => sample.AtRank(rank)));
    }

    [Fact]
    public void Milliards_are_counted_without_writing_them_out()
    {
        var sample = new WeightedSample(
            Enumerable.Range(1, 5000).Select(i => ((double)i, WeightedSample.LargestCount)));
        Assert.Equal(5_000_000_000_000, sample.Count);
        Assert.Equal(4000.5, Quantile.Of(sample, Percentage.Of(80), QuantileType.Type2));
        Assert.Equal(4000, Quantile.Of(sample, Percentage.Of(80), QuantileType.Type1));
    }
}
