using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Trajectories;

/// <summary>The days by which figures are told for a year.</summary>
public sealed class DaysThatCountTests
{
    private const string All = "2018-01-01..2023-12-31";

    [Theory]
    // With 90 free days: 91 days after the first observed one, to 91 days before the last.
    [InlineData(All, 90, CohortRule.Started, "2018-04-02..2023-10-01")]
    [InlineData(All, 90, CohortRule.Ended, "2018-04-02..2023-10-01")]
    [InlineData(All, 90, CohortRule.Active, "2018-04-02..2023-10-01")]
    [InlineData(All, 0, CohortRule.Started, "2018-01-02..2023-12-30")]
    [InlineData("2019-01-01..2020-12-31", 90, CohortRule.Started, "2019-01-01..2020-12-31")]
    [InlineData("2018-01-01..2018-04-02", 90, CohortRule.Started, "2018-04-02..2018-04-02")]
    // Only with a message can a start count here.
    [InlineData("2018-01-01..2018-04-01", 90, CohortRule.Started, "2018-01-01..2018-04-01")]
    [InlineData("2023-10-02..2023-12-31", 90, CohortRule.Started, "2023-10-02..2023-12-31")]
    public void Only_days_on_which_any_trajectory_could_count_do(
        string cohort, int gap, CohortRule rule, string expected) =>
        Assert.Equal(PeriodOf(expected), Of(cohort, gap, rule, asKnownOn: null));

    [Theory]
    [InlineData("2021-12-31", CohortRule.Started, "2018-04-02..2021-10-01")]
    [InlineData("2021-12-31", CohortRule.Active, "2018-04-02..2021-10-01")]
    [InlineData("2018-02-01", CohortRule.Started, "2018-01-01..2018-02-01")]
    public void What_was_not_known_yet_is_left_out(string asKnownOn, CohortRule rule, string expected) =>
        Assert.Equal(PeriodOf(expected), Of(All, 90, rule, PeriodOf($"{asKnownOn}..{asKnownOn}").First));

    [Fact]
    public void A_cohort_after_all_that_was_known_keeps_its_days() => Assert.Equal(
        PeriodOf("2022-01-01..2022-12-31"),
        Of("2022-01-01..2022-12-31", 90, CohortRule.Started, new DateOnly(2020, 1, 1)));

    [Theory]
    [InlineData("2023-10-01..2023-12-31", CohortRule.Started, EndKnowledge.Gap, false)]
    [InlineData("2023-10-02..2023-12-31", CohortRule.Started, EndKnowledge.Gap, true)]
    [InlineData("2023-10-02..2023-12-31", CohortRule.Started, EndKnowledge.Stops, true)]
    [InlineData("2023-10-02..2023-12-31", CohortRule.Ended, EndKnowledge.Gap, true)]
    // An earlier start can end by a message, or run, in the last days.
    [InlineData("2023-10-02..2023-12-31", CohortRule.Ended, EndKnowledge.Stops, false)]
    [InlineData("2023-10-02..2023-12-31", CohortRule.Active, EndKnowledge.Gap, false)]
    public void A_cohort_of_the_last_days_is_too_recent_where_no_message_or_earlier_start_can_bring_a_trajectory(
        string cohort, CohortRule rule, EndKnowledge ends, bool isTooRecent)
    {
        var settings = new TrajectorySettings(PeriodOf(All), PeriodOf(cohort), GapDays: 90, SplitByProvider: false)
        {
            Rule = rule,
            EndKnowledge = ends,
        };

        Assert.Equal(isTooRecent, new ObservationWindow(settings).IsTooRecentCohort);
    }

    private static Period Of(string cohort, int gap, CohortRule rule, DateOnly? asKnownOn) => new ObservationWindow(
        new TrajectorySettings(PeriodOf(All), PeriodOf(cohort), gap, SplitByProvider: false)
        {
            Rule = rule,
            AsKnownOn = asKnownOn,
        }).DaysThatCount();

    private static Period PeriodOf(string text) =>
        Period.TryParse(text, out var period) ? period! : throw new ArgumentException("No period.", nameof(text));
}
