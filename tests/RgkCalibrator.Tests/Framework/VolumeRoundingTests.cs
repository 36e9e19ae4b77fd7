using System.Globalization;
using RgkCalibrator.Framework;

namespace RgkCalibrator.Tests.Framework;

public sealed class VolumeRoundingTests
{
    [Theory]
    [InlineData("0", null, "0", "nothing")]
    [InlineData("0.0001", null, "0.5", "anything more")]
    [InlineData("0.5", null, "0.5", "an exact half")]
    [InlineData("9.4", null, "9.5", "halves under 10")]
    [InlineData("9.5", null, "9.5", "the last half")]
    [InlineData("9.6", null, "10", "from halves to ten")]
    [InlineData("9.9999", null, "10", "just under ten")]
    [InlineData("10", null, "10", "ten itself")]
    [InlineData("10.01", null, "11", "whole units from ten")]
    [InlineData("10.5", null, "11", "no halves from ten")]
    [InlineData("61", null, "61", "an exact unit")]
    [InlineData("61.0001666666", null, "62", "a tick more")]
    [InlineData("9.6", "5", "10", "the product's own step, under 10")]
    [InlineData("10", "5", "10", "an exact multiple of it")]
    [InlineData("10.01", "5", "15", "more than a multiple of it")]
    [InlineData("0.3", "0.1", "0.3", "a step that no double holds")]
    [InlineData("0.31", "0.1", "0.4", "more than one")]
    [InlineData("7", "0.25", "7", "quarters")]
    public void Volumes_are_rounded_up(string volume, string? step, string expected, string why) =>
        Expect.Equal(Number(expected), VolumeRounding.Up(Number(volume), step is null ? null : Number(step)), why);

    [Fact]
    public void Of_every_tick_the_smallest_multiple_that_is_not_below_it()
    {
        // A minute is 100 ticks: 1/60 has no finite decimals.
        foreach (var step in new decimal?[] { null, 0.1m, 0.25m, 0.5m, 1, 4, 7.5m })
        {
            for (var ticks = 0L; ticks <= 15 * Ticks.PerUnit; ticks += 25)
            {
                var rounded = VolumeRounding.Up((decimal)ticks / Ticks.PerUnit, step);
                var size = step ?? (ticks < 10 * Ticks.PerUnit ? 0.5m : 1);
                var naive = Enumerable.Range(0, 200).First(count => count * size * Ticks.PerUnit >= ticks) * size;
                Assert.Equal(naive, rounded);
            }
        }
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
