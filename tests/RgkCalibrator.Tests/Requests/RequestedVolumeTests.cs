using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Requests;
using RgkCalibrator.Trajectories;

using static RgkCalibrator.Tests.Requests.FrameworkOf2025;

namespace RgkCalibrator.Tests.Requests;

/// <summary>A volume a week, month or day over a duration.</summary>
public sealed class RequestedVolumeTests
{
    [Theory]
    [InlineData(70, VolumeFrequency.PerWeek, 12, "3640")] // 52 weeks
    [InlineData(60, VolumeFrequency.PerWeek, 7, "1820")] // 7 × 52/12 weeks, which is no whole number of them
    [InlineData(100, VolumeFrequency.PerMonth, 14, "1400")]
    [InlineData(10, VolumeFrequency.PerDay, 12, "3640")] // 364 days
    [InlineData(60.5, VolumeFrequency.Total, 3, "60.5")]
    public void In_words_a_month_has_fifty_two_twelfths_of_a_week(
        double amount, VolumeFrequency frequency, int months, string total)
    {
        var parts = Months(months).PartsOfCare(isOfSchoolYear: false);

        Assert.Equal(
            decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture),
            new RequestedVolume((decimal)amount, null, frequency).Over(parts));
    }

    [Theory]
    [InlineData("2025-09-01", "2026-02-28", 26)] // half a year, of 181 days
    [InlineData("2025-07-01", "2025-12-31", 26)] // half a year, of 184 days
    [InlineData("2025-09-01", "2025-09-14", 2)]
    [InlineData("2025-08-31", "2026-02-27", 26)]
    [InlineData("2024-02-29", "2025-02-27", 52)]
    public void By_the_calendar_whole_months_count_as_months_and_days_as_sevenths(string first, string last, int weeks)
    {
        var parts = Days(
            DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture),
            DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture)).PartsOfCare(false);

        Assert.Equal(weeks, new RequestedVolume(1, null, VolumeFrequency.PerWeek).Over(parts));
    }

    [Fact]
    public void Of_a_school_year_no_more_than_forty_weeks_count()
    {
        var year = Days(new(2025, 9, 1), new(2026, 7, 31));
        var two = Days(new(2025, 9, 1), new(2027, 7, 31));

        Assert.Equal(40 * 84, year.PartsOfCare(isOfSchoolYear: true));
        Assert.Equal(80 * 84, two.PartsOfCare(isOfSchoolYear: true));
        Assert.Equal(11 * 364, year.PartsOfCare(isOfSchoolYear: false));
        Assert.Equal(RequestVerdict.Inside, Weekly("41V01", 3, CareUnit.Dagdeel, year));
        Assert.Equal(RequestVerdict.BeyondVolume, Weekly("41V01", 3.01m, CareUnit.Dagdeel, year));
    }

    [Theory]
    [InlineData("45C02", 70)]
    [InlineData("45C05", 100)]
    [InlineData("45C09", 180)]
    public void The_published_intensity_of_a_norm_is_inside_its_volume_over_its_duration(string code, int minutes)
    {
        var row = Reference.Rows("framework_2025.csv").Single(one => one["code"] == code);
        var duration = Months((int)row.Whole("duration"));

        Assert.Equal(RequestVerdict.Inside, Weekly(code, minutes, CareUnit.Minuut, duration));
        Assert.Equal(RequestVerdict.BeyondVolume, Weekly(code, minutes + 1, CareUnit.Minuut, duration));
    }

    [Fact]
    public void The_intensity_stands_beside_that_of_the_line_in_its_unit()
    {
        var volume = Check.Answer(new CareRequest(
            "45C02", new(120, CareUnit.Minuut, VolumeFrequency.PerWeek), Months(6))).Only!.Volume!;

        Assert.Equal((120m, 70m), (volume.PerWeek, volume.LimitPerWeek));
        Assert.Equal(RgkCalibrator.Catalogue.IntensityUnit.MinuutPerWeek, volume.IntensityUnit);
        Assert.Equal(52m, volume.Requested);
    }

    [Fact]
    public void A_duration_in_words_from_a_day_on_ends_by_the_calendar_and_counts_its_own_weeks()
    {
        var weeks = RequestedDuration.Of(new DateOnly(2025, 9, 1), DurationStep.Weeks(26));

        Assert.Equal(new DateOnly(2026, 3, 1), weeks.Period!.Last);
        Assert.Equal(26 * 84, weeks.PartsOfCare(isOfSchoolYear: false));
    }

    private static RequestVerdict Weekly(string code, decimal volume, CareUnit unit, RequestedDuration duration) =>
        Check.Answer(new CareRequest(code, new(volume, unit, VolumeFrequency.PerWeek), duration)).Verdict;
}
