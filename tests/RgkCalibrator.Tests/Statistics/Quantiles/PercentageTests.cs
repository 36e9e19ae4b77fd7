using System.Numerics;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Tests.Statistics.Quantiles;

public sealed class PercentageTests
{
    [Theory]
    [InlineData("0", 0, "P0")]
    [InlineData("0.5", 1, "P0.5")]
    [InlineData("80", 160, "P80")]
    [InlineData("80.0", 160, "P80")]
    [InlineData("97.5", 195, "P97.5")]
    [InlineData("100", 200, "P100")]
    public void A_whole_or_half_percentage_is_a_number_of_halves(string percent, int halves, string name)
    {
        var percentage = Percentage.Of(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(halves, percentage.Halves);
        Assert.Equal(name, percentage.ToString());
        Assert.Equal(halves / 200.0, percentage.Share);
    }

    [Theory]
    [InlineData("-0.5", "below 0")]
    [InlineData("100.5", "above 100")]
    [InlineData("33.3", "a tenth")]
    [InlineData("79.9999999999999999", "nearly whole")]
    [InlineData("79228162514264337593543950335", "the largest decimal")]
    public void Any_other_number_is_refused(string percent, string because)
    {
        var number = decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture);
        Assert.NotEmpty(because);
        Assert.Throws<ArgumentOutOfRangeException>(() => Percentage.Of(number));
    }

    [Fact]
    public void The_name_does_not_depend_on_the_culture()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("nl-NL");
            Assert.Equal("P97.5", Percentage.Of(97.5m).ToString());
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void Of_a_hundred_values_each_whole_percentage_has_its_own_rank()
    {
        for (var percent = 0; percent <= 100; percent++)
            Assert.Equal(percent, Percentage.Of(percent).Rank(100));
    }

    [Fact]
    public void A_rank_is_the_smallest_whole_number_that_is_enough()
    {
        long[] sizes = [0, 1, 2, 3, 7, 199, 200, 201, 1_000_003, 1_000_000_000, long.MaxValue];
        foreach (var n in sizes)
        {
            for (var halves = 0; halves <= 200; halves++)
            {
                var rank = Percentage.Of(halves / 2m).Rank(n);
                Assert.True(200 * (BigInteger)rank >= (BigInteger)n * halves);
                Assert.True(200 * ((BigInteger)rank - 1) < (BigInteger)n * halves);
            }
        }
    }

    [Fact]
    public void A_negative_size_has_no_rank() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Percentage.Of(80).Rank(-1));
}
