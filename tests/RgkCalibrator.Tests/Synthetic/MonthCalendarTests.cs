using System.Globalization;
using RgkCalibrator.Synthetic;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Synthetic;

public sealed class MonthCalendarTests
{
    private static readonly DateOnly First = new(2000, 1, 1);
    private static readonly int[] MonthSteps = [3, 6, 9, 12, 18, 24];
    private static readonly int[] Distances = [0, 1, 11, 12, 24];

    [Fact]
    public void Months_are_those_of_the_calendar()
    {
        for (var date = First; date.Year < 2050; date = date.AddDays(1))
        {
            var month = MonthCalendar.MonthOf(DayNumber.Of(date));
            Assert.Equal(((date.Year - 2000) * 12) + date.Month - 1, month);
            Assert.Equal(1, DayNumber.ToDate(MonthCalendar.FirstDay(month)).Day);
            Assert.Equal(date.AddMonths(1).Month, DayNumber.ToDate(MonthCalendar.LastDay(month) + 1).Month);
            foreach (var months in Distances)
            {
                Assert.Equal(
                    date.AddMonths(months), DayNumber.ToDate(MonthCalendar.AddMonths(DayNumber.Of(date), months)));
            }
        }
    }

    [Theory]
    [InlineData("41C01", "3m,6m,9m,12m,18m,24m")]
    [InlineData("45ABS", "12w,26w,schooljaar")]
    public void The_truth_counts_steps_as_the_rules_do(string code, string names)
    {
        var product = RegionModel.Load().Products.Single(product => product.Code == code);
        DurationStep[] steps = product.HasSchoolSteps
            ? [DurationStep.Weeks(12), DurationStep.Weeks(26), DurationStep.SchoolYear]
            : [.. MonthSteps.Select(DurationStep.Months)];

        Assert.Equal(names, string.Join(',', TruthSteps.Names(product)));
        for (var date = new DateOnly(2019, 1, 1); date.Year < 2025; date = date.AddDays(1))
        {
            Assert.Equal(
                steps.Select(step => step.LastDay(date)),
                steps.Select((_, step) => DayNumber.ToDate(TruthSteps.LastDay(product, DayNumber.Of(date), step))));
        }
    }

    [Theory]
    [InlineData("2020-01-01", "2020-06-30", 6.0, "whole months")]
    [InlineData("2020-01-01", "2020-01-15", 15 / 31.0, "part of a month of 31 days")]
    [InlineData("2020-01-31", "2020-02-27", 28 / 29.0, "the month after the 31st ends on the 29th")]
    [InlineData("2020-01-31", "2020-02-29", 1.0 + (1 / 31.0), "one day past a clipped month")]
    public void Duration_in_months_is_whole_months_and_a_fraction_of_the_next(
        string start, string end, double months, string why)
    {
        var found = TruthSteps.InMonths(DayNumber.Of(Day(start)), DayNumber.Of(Day(end)));

        Assert.True(Math.Abs(months - found) < 1e-12, why);
    }

    [Theory]
    [InlineData("2016-02-29", "2018-02-28", 1)]
    [InlineData("2016-02-29", "2018-03-01", 2)]
    [InlineData("2016-05-10", "2018-05-09", 1)]
    [InlineData("2016-05-10", "2018-05-10", 2)]
    public void Age_is_full_years(string birth, string day, int years) =>
        Assert.Equal(years, MonthCalendar.FullYears(Day(birth), Day(day)));

    private static DateOnly Day(string iso) => DateOnly.Parse(iso, CultureInfo.InvariantCulture);
}
