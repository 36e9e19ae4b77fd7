using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;

namespace RgkCalibrator.Tests.Statistics.Shares;

public sealed class TierTests
{
    [Theory]
    [InlineData(0, Tier.None)]
    [InlineData(16, Tier.None)]
    [InlineData(17, Tier.Indicative)]
    [InlineData(39, Tier.Indicative)]
    [InlineData(40, Tier.Provisional)]
    [InlineData(119, Tier.Provisional)]
    [InlineData(120, Tier.Full)]
    [InlineData(3_000_000_000, Tier.Full)]
    public void The_tier_follows_from_the_size(long n, Tier tier) => Assert.Equal(tier, new TierSettings().Of(n));

    [Fact]
    public void The_sizes_are_settings() => Assert.Equal(Tier.Provisional, new TierSettings(5, 10, 20).Of(10));

    // binom_min_n.csv for P75 and P80 (95%): the smallest sample with an upper limit; the others by log(0.025) /
    // log(p).
    [Theory]
    [InlineData("50", 17, 40, 120, "fewer would do, but not for less is a line a line")]
    [InlineData("75", 17, 40, 120, "as for P80")]
    [InlineData("80", 17, 40, 120, "the usual ones")]
    [InlineData("80.5", 18, 42, 124, "8 and 24 beyond, rounded up")]
    [InlineData("82.5", 20, 46, 138, "a half")]
    [InlineData("90", 36, 80, 240, "twice as many for half as many beyond")]
    [InlineData("97.5", 146, 320, 960, "eight times as many")]
    [InlineData("99.5", 736, 1600, 4800, "forty times as many")]
    public void Above_P80_it_takes_more_values_to_know_as_much(
        string percent, int indicative, int provisional, int full, string why)
    {
        var sizes = TierSettings.For(
            Percentage.Of(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture)));

        Expect.Equal(
            (indicative, provisional, full), (sizes.IndicativeFrom, sizes.ProvisionalFrom, sizes.FullFrom), why);
    }

    [Fact]
    public void From_indicative_on_a_percentile_above_P80_has_an_upper_limit()
    {
        for (var halves = 160; halves < 200; halves++)
        {
            var percentage = Percentage.Of(halves / 2m);
            var first = TierSettings.For(percentage).IndicativeFrom;

            Assert.Equal(first, RankInterval.ForSize(first, percentage, 0.95).Upper);
            Assert.Equal(first, RankInterval.ForSize(first - 1, percentage, 0.95).Upper);
        }
    }

    [Fact]
    public void Beyond_the_largest_value_there_is_nothing_to_know() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TierSettings.For(Percentage.Of(100)));

    [Fact]
    public void The_sizes_follow_the_percentile_of_the_lines_unless_they_are_given()
    {
        var settings = new RgkCalibrator.Framework.FrameworkSettings { Percentage = Percentage.Of(90) };

        Assert.Equal(80, settings.Tiers.ProvisionalFrom);
        Assert.Equal(40, (settings with { Percentage = Percentage.Of(80) }).Tiers.ProvisionalFrom);
        Assert.Equal(50, (settings with { Tiers = new TierSettings(17, 50, 120) }).Tiers.ProvisionalFrom);
    }

    [Theory]
    [InlineData(0, 40, 120)]
    [InlineData(41, 40, 120)]
    [InlineData(17, 121, 120)]
    public void Sizes_that_do_not_ascend_are_refused(int indicative, int provisional, int full) =>
        Assert.Throws<ArgumentException>(() => new TierSettings(indicative, provisional, full));
}
