using RgkCalibrator.Statistics;

namespace RgkCalibrator.Tests.Statistics;

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

    [Theory]
    [InlineData(0, 40, 120)]
    [InlineData(41, 40, 120)]
    [InlineData(17, 121, 120)]
    public void Sizes_that_do_not_ascend_are_refused(int indicative, int provisional, int full) =>
        Assert.Throws<ArgumentException>(() => new TierSettings(indicative, provisional, full));
}
