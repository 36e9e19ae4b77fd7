using System.Globalization;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Trajectories;

public sealed class DurationStepTests
{
    [Theory]
    [InlineData(6, DurationUnit.Month, "2019-01-01", "2019-06-30", "1 January to 30 June is six months")]
    [InlineData(1, DurationUnit.Month, "2019-01-31", "2019-02-27", "a month from 31 January ends before 28 February")]
    [InlineData(6, DurationUnit.Month, "2018-08-31", "2019-02-27", "clipped to 28 February")]
    [InlineData(6, DurationUnit.Month, "2019-08-31", "2020-02-28", "clipped to 29 February")]
    [InlineData(12, DurationUnit.Month, "2020-02-29", "2021-02-27", "a year from a leap day")]
    [InlineData(24, DurationUnit.Month, "2018-03-15", "2020-03-14", "two years")]
    [InlineData(1, DurationUnit.Week, "2019-01-01", "2019-01-07", "seven days")]
    [InlineData(26, DurationUnit.Week, "2019-01-01", "2019-07-01", "182 days")]
    [InlineData(1, DurationUnit.SchoolYear, "2019-07-31", "2019-07-31", "the school year's last day")]
    [InlineData(1, DurationUnit.SchoolYear, "2019-08-01", "2020-07-31", "the school year's first day")]
    [InlineData(1, DurationUnit.SchoolYear, "2019-12-31", "2020-07-31", "in December")]
    [InlineData(1, DurationUnit.SchoolYear, "2020-01-01", "2020-07-31", "in January")]
    public void The_last_day_within_a_step(int length, DurationUnit unit, string start, string last, string why) =>
        Expect.Equal(Day(last), new DurationStep(length, unit).LastDay(Day(start)), why);

    [Fact]
    public void The_named_steps_are_what_they_say()
    {
        Assert.Equal(new DurationStep(3, DurationUnit.Month), DurationStep.Months(3));
        Assert.Equal(new DurationStep(12, DurationUnit.Week), DurationStep.Weeks(12));
        Assert.Equal(new DurationStep(1, DurationUnit.SchoolYear), DurationStep.SchoolYear);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new DurationStep(1, (DurationUnit)9).LastDay(Day("2019-01-01")));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
