using System.Globalization;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Trajectories;

public sealed class CalendarMonthsTests
{
    [Theory]
    [InlineData("2019-01-01", "2019-06-30", 6, 0, 31, "1 January to 30 June")]
    [InlineData("2019-03-01", "2019-03-01", 0, 1, 31, "a single day in March")]
    [InlineData("2019-02-28", "2019-02-28", 0, 1, 28, "a single day, of a month that runs from 28 February")]
    [InlineData("2019-01-31", "2019-02-27", 1, 0, 28, "a month from 31 January, clipped to 28 February")]
    [InlineData("2019-01-31", "2019-02-28", 1, 1, 31, "a day more, of a month that runs from 28 February to 31 March")]
    [InlineData("2020-02-29", "2021-02-27", 12, 0, 31, "a year from a leap day")]
    [InlineData("2020-02-29", "2021-02-28", 12, 1, 29, "a day more, of a month that runs from 28 February to 29 March")]
    [InlineData("2019-12-31", "2019-12-31", 0, 1, 31, "the last day of a year")]
    [InlineData("2018-01-15", "2019-07-14", 18, 0, 31, "a year and a half")]
    public void From_the_first_to_the_last_day(
        string first, string last, int months, int days, int ofMonth, string why) =>
        Expect.Equal(months + ((double)days / ofMonth), CalendarMonths.Between(Day(first), Day(last)), why);

    [Fact]
    public void The_last_day_does_not_come_before_the_first() =>
        Assert.Throws<ArgumentException>(() => CalendarMonths.Between(Day("2019-03-02"), Day("2019-03-01")));

    [Fact]
    public void Between_agrees_with_counting_month_by_month()
    {
        foreach (var (first, last) in Stretches())
            Expect.Equal(Naive(first, last), CalendarMonths.Between(first, last), $"{first:O} {last:O}");
    }

    [Fact]
    public void The_recipe_of_the_manual_gives_the_same_months()
    {
        var manual = File.ReadAllText(Repository.PathOf("HANDLEIDING.md"));
        string[] steps =
        [
            "=J2+K2 ", "=(JAAR(L2)-JAAR(J2))*12+MAAND(L2)-MAAND(J2)", "=M2-ALS(ZELFDE.DAG(J2;M2)>L2;1;0)",
            "=N2+(L2-ZELFDE.DAG(J2;N2))/(ZELFDE.DAG(J2;N2+1)-ZELFDE.DAG(J2;N2))",
        ];

        Assert.All(steps, step => Assert.Contains(step, manual, StringComparison.Ordinal));
        foreach (var (first, last) in Stretches())
        {
            var after = first.AddDays(last.DayNumber - first.DayNumber + 1);
            var months = ((after.Year - first.Year) * 12) + after.Month - first.Month;
            var whole = months - (first.AddMonths(months) > after ? 1 : 0);
            var (from, to) = (first.AddMonths(whole), first.AddMonths(whole + 1));
            var part = (after.DayNumber - from.DayNumber) / (double)(to.DayNumber - from.DayNumber);
            Expect.Equal(whole + part, CalendarMonths.Between(first, last), $"{first:O} {last:O}");
        }
    }

    [Fact]
    public void At_most_m_months_is_the_same_as_within_a_step_of_m_months()
    {
        foreach (var (first, last) in Stretches())
        {
            for (var months = 1; months <= 36; months++)
            {
                var isWithin = last <= DurationStep.Months(months).LastDay(first);
                Expect.Equal(isWithin, CalendarMonths.Between(first, last) <= months, $"{first:O} {last:O}");
            }
        }
    }

    [Fact]
    public void A_day_more_is_always_longer()
    {
        foreach (var (first, last) in Stretches())
        {
            Assert.True(
                CalendarMonths.Between(first, last) < CalendarMonths.Between(first, last.AddDays(1)),
                $"{first:O} {last:O}");
        }
    }

    /// <summary>
    /// Random stretches of up to three years, and all those that turn around the ends of months and leap days.
    /// </summary>
    private static IEnumerable<(DateOnly First, DateOnly Last)> Stretches()
    {
        var random = new Random(1729);
        for (var i = 0; i < 5_000; i++)
        {
            var first = Day("2018-01-01").AddDays(random.Next(6 * 365));
            yield return (first, first.AddDays(random.Next(1100)));
        }

        DateOnly[] turns =
        [
            Day("2019-01-28"), Day("2019-02-27"), Day("2019-08-30"),
            Day("2020-01-30"), Day("2020-02-28"), Day("2023-12-30"),
        ];
        foreach (var first in turns.SelectMany(turn => Enumerable.Range(0, 4).Select(turn.AddDays)))
        {
            foreach (var month in Enumerable.Range(1, 30))
            {
                foreach (var last in Enumerable.Range(-3, 7).Select(first.AddMonths(month).AddDays))
                    yield return (first, last);
            }
        }
    }

    /// <summary>Whole months as long as they fit, then the days of the next one.</summary>
    private static double Naive(DateOnly first, DateOnly last)
    {
        var months = 0;
        while (first.AddMonths(months + 1) <= last.AddDays(1))
            months++;
        var next = NaiveLine.DaysFrom(first.AddMonths(months), first.AddMonths(months + 1).AddDays(-1)).ToList();
        return months + ((double)next.Count(day => day <= last) / next.Count);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
