using System.Globalization;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Trajectories;

public sealed class AgeTests
{
    [Theory]
    [InlineData("2010-06-15", "2010-06-15", 0, "the day of birth")]
    [InlineData("2010-06-15", "2010-06-14", null, "the day before")]
    [InlineData("2010-06-15", "2018-06-14", 7, "the day before a birthday")]
    [InlineData("2010-06-15", "2018-06-15", 8, "on a birthday")]
    [InlineData("2008-02-29", "2009-02-28", 0, "29 February, no leap year, 28 February")]
    [InlineData("2008-02-29", "2009-03-01", 1, "29 February, no leap year, 1 March")]
    [InlineData("2008-02-29", "2012-02-28", 3, "29 February, leap year, 28 February")]
    [InlineData("2008-02-29", "2012-02-29", 4, "29 February, leap year, 29 February")]
    [InlineData("2008-12-31", "2009-01-01", 0, "over New Year")]
    [InlineData("1990-03-02", "2021-03-01", 30, "the day before turning 31")]
    [InlineData("1990-03-01", "2021-03-01", null, "31 is no age in youth care")]
    [InlineData("1988-02-29", "2019-02-28", 30, "29 February, the day before turning 31")]
    [InlineData("1988-02-29", "2019-03-01", null, "29 February, 31")]
    [InlineData("1900-01-01", "2021-03-01", null, "what iJw writes for unknown")]
    public void Age_is_in_full_years(string birth, string day, int? age, string why) =>
        Expect.Equal(age, Age.On(Number(day), Number(birth)), why);

    [Fact]
    public void Without_a_birth_date_the_age_is_unknown() => Assert.Null(Age.On(Number("2020-01-01"), Line.NoDay));

    [Fact]
    public void On_every_day_it_is_the_number_of_birthdays_so_far()
    {
        for (var birth = new DateOnly(2007, 12, 25); birth <= new DateOnly(2008, 3, 5); birth = birth.AddDays(1))
        {
            var age = 0;
            for (var day = birth; day < birth.AddYears(9); day = day.AddDays(1))
            {
                var isBirthday = day > birth && ((day.Month, day.Day) == (birth.Month, birth.Day)
                    || (birth is { Month: 2, Day: 29 } && day is { Month: 3, Day: 1 }
                        && !DateTime.IsLeapYear(day.Year)));
                age += isBirthday ? 1 : 0;

                Assert.Equal(age, Age.On(DayNumber.Of(day), DayNumber.Of(birth)));
            }
        }
    }

    private static int Number(string day) =>
        DayNumber.Of(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
