using RgkCalibrator.Requests;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Requests;

/// <summary>Durations, volumes, days and codes as people write them.</summary>
public sealed class RequestWordsTests
{
    [Theory]
    [InlineData("14 maanden", 14, DurationUnit.Month)]
    [InlineData(" 14  Maanden ", 14, DurationUnit.Month)]
    [InlineData("1 maand", 1, DurationUnit.Month)]
    [InlineData("14mnd", 14, DurationUnit.Month)]
    [InlineData("26 weken", 26, DurationUnit.Week)]
    [InlineData("1 week", 1, DurationUnit.Week)]
    [InlineData("1 jaar", 12, DurationUnit.Month)]
    [InlineData("een jaar", 12, DurationUnit.Month)]
    [InlineData("1,5 jaar", 18, DurationUnit.Month)]
    [InlineData("1.5 jaar", 18, DurationUnit.Month)]
    [InlineData("anderhalf jaar", 18, DurationUnit.Month)]
    [InlineData("half jaar", 6, DurationUnit.Month)]
    [InlineData("een half jaar", 6, DurationUnit.Month)]
    [InlineData("2 years", 24, DurationUnit.Month)]
    [InlineData("schooljaar", 1, DurationUnit.SchoolYear)]
    [InlineData("1 schooljaar", 1, DurationUnit.SchoolYear)]
    [InlineData("School year", 1, DurationUnit.SchoolYear)]
    [InlineData("600 maanden", 600, DurationUnit.Month)]
    public void A_duration_is_read(string text, int length, DurationUnit unit)
    {
        Assert.True(DurationWords.TryRead(text, out var step));
        Assert.Equal(new DurationStep(length, unit), step);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("0 maanden")]
    [InlineData("-3 maanden")]
    [InlineData("1,5 maand")]
    [InlineData("601 weken")]
    [InlineData("51 jaar")]
    [InlineData("2 schooljaren")]
    [InlineData("90 dagen")]
    [InlineData("12 maanden of langer")]
    [InlineData("=1 jaar")]
    public void What_is_no_duration_is_not_taken_for_one(string text) =>
        Assert.False(DurationWords.TryRead(text, out _));

    [Theory]
    [InlineData("60", "60")]
    [InlineData("60,5", "60.5")]
    [InlineData("60.5", "60.5")]
    [InlineData(" 0,25 ", "0.25")]
    [InlineData("0,125", "0.125")]
    [InlineData("1234", "1234")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1000000", "1000000")]
    public void A_volume_is_read(string text, string number)
    {
        Assert.True(RequestNumber.TryRead(text, out var read));
        Assert.Equal(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [InlineData("1.234")]
    [InlineData("1,234")]
    [InlineData("12.345")]
    public void A_volume_that_can_be_read_in_two_ways_is_not_read(string text)
    {
        Assert.False(RequestNumber.TryRead(text, out _));
        Assert.True(RequestNumber.IsDoubtful(text));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1000001")]
    [InlineData("veel")]
    [InlineData("1e3")]
    [InlineData("1.2.3")]
    [InlineData("٣")]
    [InlineData("NaN")]
    [InlineData("")]
    public void What_is_no_volume_is_not_taken_for_one(string text)
    {
        Assert.False(RequestNumber.TryRead(text, out _));
        Assert.False(RequestNumber.IsDoubtful(text));
    }

    [Theory]
    [InlineData("2025-09-03")]
    [InlineData("03-09-2025")]
    [InlineData("3-9-2025")]
    [InlineData("20250903")]
    [InlineData("3 sep 2025")]
    public void A_day_is_read_with_the_day_before_the_month(string text) =>
        Assert.Equal(new DateOnly(2025, 9, 3), RequestCells.Day(text));

    [Theory]
    [InlineData("31-02-2025")]
    [InlineData("01-09-1999")]
    [InlineData("01-09-2100")]
    [InlineData("morgen")]
    [InlineData("")]
    public void What_is_no_day_of_this_century_is_not_taken_for_one(string text) => Assert.Null(RequestCells.Day(text));

    [Theory]
    [InlineData("1", VolumeFrequency.PerDay)]
    [InlineData("2", VolumeFrequency.PerWeek)]
    [InlineData("4", VolumeFrequency.PerMonth)]
    [InlineData("6", VolumeFrequency.Total)]
    [InlineData("Per week", VolumeFrequency.PerWeek)]
    [InlineData("maand", VolumeFrequency.PerMonth)]
    [InlineData("totaal", VolumeFrequency.Total)]
    public void A_frequency_is_its_code_of_iJw_or_a_word(string text, VolumeFrequency frequency)
    {
        Assert.Equal(frequency, RequestCells.Frequency(text));
        Assert.Null(RequestCells.Frequency("3"));
    }
}
