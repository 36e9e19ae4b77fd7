using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Tests.Intake.Rows;

public sealed class VolumeColumnTests
{
    [Fact]
    public void A_stored_decimal_gives_the_ticks_that_exact_arithmetic_gives()
    {
        var random = new Random(1729);
        for (var scale = 0; scale <= 18; scale++)
        {
            var convert = new DecimalScale(scale);
            for (var i = 0; i < 5_000; i++)
            {
                // Of every size, so that small numbers of ticks and their halves occur too.
                var stored = random.NextInt64(long.MaxValue >> random.Next(63)) * (i % 2 == 0 ? 1 : -1);

                Assert.Equal(Expected(stored, scale), convert.ToTicks(stored));
            }
        }
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 5)]
    [InlineData(9, 25000)]
    [InlineData(18, 41666666666666)]
    public void Around_every_half_tick_the_nearest_is_taken_and_halves_go_away_from_zero(int scale, long about)
    {
        var convert = new DecimalScale(scale);
        for (var stored = about - 200; stored <= about + 200; stored++)
            Assert.Equal(Expected(stored, scale), convert.ToTicks(stored));
    }

    [Theory]
    [InlineData(2, 1, 60, "a hundredth of an hour")]
    [InlineData(5, 25, 2, "one tick and a half")]
    [InlineData(5, -25, -2, "minus one tick and a half")]
    [InlineData(5, 24, 1, "just under")]
    [InlineData(0, 7, 42000, "whole units")]
    public void Halves_go_away_from_zero(int scale, long stored, long ticks, string why) =>
        Expect.Equal(ticks, new DecimalScale(scale).ToTicks(stored), why);

    [Fact]
    public void A_decimal_beyond_the_largest_volume_is_bad_at_every_scale()
    {
        for (var scale = 0; scale <= 9; scale++)
        {
            var convert = new DecimalScale(scale);
            var largest = VolumeColumn.Largest * (long)Math.Pow(10, scale);

            Assert.Equal(VolumeColumn.Largest * Ticks.PerUnit, convert.ToTicks(largest));
            Assert.Equal(-VolumeColumn.Largest * Ticks.PerUnit, convert.ToTicks(-largest));
            Assert.Equal(VolumeColumn.Bad, convert.ToTicks(largest + 1));
            Assert.Equal(VolumeColumn.Bad, convert.ToTicks(-largest - 1));
            Assert.Equal(VolumeColumn.Bad, convert.ToTicks(long.MaxValue));
            Assert.Equal(VolumeColumn.Bad, convert.ToTicks(long.MinValue));
        }
    }

    [Fact]
    public void A_double_gives_the_ticks_of_the_decimal_that_it_was_written_as()
    {
        var random = new Random(1729);
        for (var i = 0; i < 200_000; i++)
        {
            // Up to 15 digits, which a double holds; those with a 5 at the end lie on halves of a tick now and then.
            var units = random.NextInt64(1_000_000_000_000_000 >> random.Next(40))
                / (decimal)Math.Pow(10, 6 + random.Next(4));

            Assert.Equal(Ticks.FromUnits(units), VolumeColumn.FromDouble((double)units));
            Assert.Equal(-Ticks.FromUnits(units), VolumeColumn.FromDouble((double)-units));
        }
    }

    [Theory]
    [InlineData(0.00025, 2)]
    [InlineData(-0.00025, -2)]
    [InlineData(0.00075, 5)]
    [InlineData(0.01, 60)]
    [InlineData(7.1, 42600)]
    [InlineData(123456789.00008334, 740740734001)]
    [InlineData(999999999.00025, 5999999994002)]
    [InlineData(1e9, 6_000_000_000_000)]
    [InlineData(1.0000001e9, VolumeColumn.Bad)]
    [InlineData(-1.0000001e9, VolumeColumn.Bad)]
    [InlineData(double.NaN, VolumeColumn.Bad)]
    [InlineData(double.PositiveInfinity, VolumeColumn.Bad)]
    [InlineData(double.NegativeInfinity, VolumeColumn.Bad)]
    [InlineData(double.MaxValue, VolumeColumn.Bad)]
    [InlineData(double.Epsilon, 0)]
    [InlineData(0.0, 0)]
    public void A_double_becomes_the_nearest_tick_or_is_bad(double units, long ticks) =>
        Assert.Equal(ticks, VolumeColumn.FromDouble(units));

    private static long Expected(long stored, int scale)
    {
        var units = new decimal(0) + stored;
        for (var i = 0; i < scale; i++)
            units /= 10;
        return Math.Abs(units) > VolumeColumn.Largest
            ? VolumeColumn.Bad
            : decimal.ToInt64(Math.Round(units * 6000, MidpointRounding.AwayFromZero));
    }
}
