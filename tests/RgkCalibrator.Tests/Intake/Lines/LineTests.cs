using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Tests.Intake.Lines;

public sealed class LineTests
{
    // 6000 ticks on the 31 days from day 100: 193 a day, and 17 more on day 130.
    private static readonly Line Month = new() { Start = 100, End = 130, Volume = 6000 };

    [Theory]
    [InlineData(98, 0, "long before")]
    [InlineData(99, 0, "the day before")]
    [InlineData(100, 193, "the first day")]
    [InlineData(106, 1351, "a week")]
    [InlineData(129, 5790, "all days but the last")]
    [InlineData(130, 6000, "the last day, with the remainder")]
    [InlineData(131, 6000, "the day after")]
    public void The_volume_up_to_a_day_is_in_whole_ticks_with_the_remainder_on_the_last_day(
        int lastDay, long ticks, string why) =>
        Expect.Equal(ticks, Month.VolumeUntil(lastDay), why);

    [Fact]
    public void Of_fewer_ticks_than_days_all_lie_on_the_last_day()
    {
        var line = Month with { Volume = 30 };

        Assert.Equal((0, 30), (line.VolumeUntil(129), line.VolumeUntil(130)));
    }
}
