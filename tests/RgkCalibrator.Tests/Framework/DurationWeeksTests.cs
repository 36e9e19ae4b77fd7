using RgkCalibrator.Framework;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Framework;

public sealed class DurationWeeksTests
{
    [Theory]
    [InlineData(40, DurationUnit.Week, 1, DurationUnit.SchoolYear, true, "the weeks of a school year")]
    [InlineData(40, DurationUnit.Week, 40, DurationUnit.Week, true, "the same")]
    [InlineData(1, DurationUnit.SchoolYear, 1, DurationUnit.SchoolYear, true, "the same")]
    [InlineData(39, DurationUnit.Week, 1, DurationUnit.SchoolYear, false, "a week less")]
    [InlineData(12, DurationUnit.Month, 1, DurationUnit.SchoolYear, false, "a whole year")]
    [InlineData(12, DurationUnit.Month, 52, DurationUnit.Week, false, "as many weeks, but counted otherwise")]
    [InlineData(9, DurationUnit.Month, 39, DurationUnit.Week, false, "as many weeks, but counted otherwise")]
    [InlineData(12, DurationUnit.Week, 12, DurationUnit.Month, false, "the same number")]
    public void A_school_year_and_40_weeks_are_one_duration_and_no_others_are(
        int length, DurationUnit unit, int otherLength, DurationUnit otherUnit, bool isSame, string why)
    {
        var (one, other) = (new DurationStep(length, unit), new DurationStep(otherLength, otherUnit));

        Expect.Equal(isSame, one.IsAlsoCalled(other), why);
        Expect.Equal(isSame, other.IsAlsoCalled(one), why);
    }
}
