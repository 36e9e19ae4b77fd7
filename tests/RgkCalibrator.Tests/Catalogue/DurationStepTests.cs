using System.Globalization;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Catalogue;

public sealed class DurationStepTests
{
    [Theory]
    [InlineData("1 maand", "2023-01-01", "2023-01-31", "a whole month")]
    [InlineData("1 maand", "2023-01-31", "2023-02-27", "31 January and a short February")]
    [InlineData("1 maand", "2024-01-31", "2024-02-28", "31 January and a leap year")]
    [InlineData("12 maand", "2024-02-29", "2025-02-27", "29 February to a year without one")]
    [InlineData("48 maand", "2024-02-29", "2028-02-28", "29 February to the next")]
    [InlineData("6 maand", "2023-08-31", "2024-02-28", "six months from 31 August")]
    [InlineData("6 maand", "2023-01-01", "2023-06-30", "half a year")]
    [InlineData("12 week", "2023-01-01", "2023-03-25", "84 days, the first included")]
    [InlineData("1 week", "2024-02-26", "2024-03-03", "seven days over 29 February")]
    [InlineData("schooljaar", "2023-07-31", "2023-07-31", "the last day of a school year")]
    [InlineData("schooljaar", "2023-08-01", "2024-07-31", "the first day of a school year")]
    [InlineData("schooljaar", "2023-12-31", "2024-07-31", "the last day of a calendar year")]
    [InlineData("schooljaar", "2024-01-01", "2024-07-31", "the first day of a calendar year")]
    public void A_step_ends_on_its_last_day(string duration, string start, string expected, string why)
    {
        Assert.True(DurationText.TryRead(duration, out var step));
        var last = step.LastDay(DateOnly.Parse(start, CultureInfo.InvariantCulture));
        Expect.Equal(DateOnly.Parse(expected, CultureInfo.InvariantCulture), last, why);
    }

    [Theory]
    [InlineData("1 maand", 1, DurationUnit.Month)]
    [InlineData("600 maanden", 600, DurationUnit.Month)]
    [InlineData("26 week", 26, DurationUnit.Week)]
    [InlineData("26 weken", 26, DurationUnit.Week)]
    [InlineData("schooljaar", 1, DurationUnit.SchoolYear)]
    public void A_duration_is_read(string text, int length, DurationUnit unit)
    {
        Assert.True(DurationText.TryRead(text, out var step));
        Assert.Equal(new DurationStep(length, unit), step);
    }

    [Theory]
    [InlineData("")]
    [InlineData("maand")]
    [InlineData("12")]
    [InlineData("12maand")]
    [InlineData("12  maand")]
    [InlineData("0 week")]
    [InlineData("601 maand")]
    [InlineData("+3 maand")]
    [InlineData("1.5 maand")]
    [InlineData("99999999999 maand")]
    [InlineData("12 Maand")]
    [InlineData("2 schooljaar")]
    [InlineData("12 dagen")]
    public void Anything_else_is_no_duration(string text) => Assert.False(DurationText.TryRead(text, out _));

    [Fact]
    public void Steps_are_ranked_from_short_to_long()
    {
        string[] ascending =
        [
            "1 week", "4 week", "1 maand", "12 week", "3 maand", "26 week", "6 maand", "9 maand", "schooljaar",
            "41 week", "10 maand", "52 week", "12 maand", "24 maand",
        ];
        var ranks = ascending.Select(text => DurationText.TryRead(text, out var step) ? DurationText.Rank(step) : 0)
            .ToList();
        Assert.Equal(ranks.Distinct().Order(), ranks);
    }
}
