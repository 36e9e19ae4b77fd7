using System.Globalization;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Trajectories;

public sealed class CohortRuleTests
{
    private static readonly Period In2020 = new(new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31));

    [Theory]
    [InlineData("2020-01-01", "2021-06-30", true, false, true, "starts on the first day")]
    [InlineData("2020-12-31", "2021-06-30", true, false, true, "starts on the last day")]
    [InlineData("2019-06-01", "2020-01-01", false, true, true, "ends on the first day")]
    [InlineData("2019-06-01", "2020-12-31", false, true, true, "ends on the last day")]
    [InlineData("2019-06-01", "2021-06-30", false, false, true, "runs all along")]
    [InlineData("2019-06-01", "2019-12-31", false, false, false, "ends the day before")]
    [InlineData("2021-01-01", "2021-06-30", false, false, false, "starts the day after")]
    public void A_rule_says_which_trajectories_count(
        string start, string end, bool started, bool ended, bool active, string why)
    {
        using var reading = new Reading();
        var settings = new TrajectorySettings(Reading.Observed, In2020, 90, SplitByProvider: false);
        var (first, last) = (
            DateOnly.Parse(start, CultureInfo.InvariantCulture), DateOnly.Parse(end, CultureInfo.InvariantCulture));
        // Several lines, since one may not last longer than a year.
        TestRow[] rows =
            [
                .. Hundreds(first, last).Select(
                    from => new TestRow("A", "54002", from, Earlier(from.AddDays(99), last), 5, "uur")),
            ];

        Expect.Equal(started, Counts(CohortRule.Started), why);
        Expect.Equal(ended, Counts(CohortRule.Ended), why);
        Expect.Equal(active, Counts(CohortRule.Active), why);

        bool Counts(CohortRule rule) => reading.Trajectories(settings with { Rule = rule }, rows).Single().IsInCohort;
    }

    private static IEnumerable<DateOnly> Hundreds(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(100))
            yield return day;
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    [Fact]
    public void An_unknown_start_never_counts()
    {
        using var reading = new Reading();
        TestRow row = new("A", "54002", new DateOnly(2018, 2, 1), new DateOnly(2018, 12, 31), 5, "uur");

        Assert.All(
            Enum.GetValues<CohortRule>(),
            rule => Assert.False(reading.Trajectories(Reading.GapOf90 with { Rule = rule }, row).Single().IsInCohort));
    }
}
