using RgkCalibrator.Catalogue;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Requests;
using RgkCalibrator.Review;
using RgkCalibrator.Trajectories;

using static RgkCalibrator.Tests.Requests.FrameworkOf2025;

namespace RgkCalibrator.Tests.Requests;

public sealed class FrameworkCheckTests
{
    private static readonly DateOnly First = new(2025, 9, 1);

    // The last day of 12 months, of the school year and of so many weeks from that day, by the calendar.
    private static readonly Dictionary<(string, string), DateOnly> LastDays = new()
    {
        [("6", "maand")] = new(2026, 2, 28),
        [("9", "maand")] = new(2026, 5, 31),
        [("12", "maand")] = new(2026, 8, 31),
        [("18", "maand")] = new(2027, 2, 28),
        [("12", "week")] = new(2025, 11, 23),
        [("40", "week")] = new(2026, 7, 31), // a school year
    };

    public static TheoryData<string, string> Lines { get; } = LinesOf2025();

    [Theory]
    [MemberData(nameof(Lines))]
    public void Every_line_of_2025_holds_its_limits_and_nothing_beyond_them(string code, string subgroup)
    {
        var row = RowOf(code, subgroup);
        var (volume, facts) = ((decimal)row.Number("volume"), FactsOf(code, subgroup));
        var last = LastDays[(row["duration"], row["duration_unit"])];

        Assert.Equal(RequestVerdict.Inside, Of(volume, last));
        Assert.Equal(RequestVerdict.Inside, Of(volume - 0.01m, last.AddDays(-1)));
        Assert.Equal(RequestVerdict.BeyondVolume, Of(volume + 0.01m, last));
        Assert.Equal(RequestVerdict.BeyondVolume, Of(volume + 1, last));
        Assert.Equal(RequestVerdict.BeyondDuration, Of(volume, last.AddDays(1)));
        Assert.Equal(RequestVerdict.BeyondBoth, Of(2 * volume, last.AddDays(1)));

        RequestVerdict Of(decimal asked, DateOnly end)
        {
            var answer = Answer(code, asked, Days(First, end), facts);
            Assert.Equal(subgroup.Length == 0 ? [] : [subgroup], Subgroups(answer));
            return answer.Verdict;
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void In_words_a_line_holds_its_own_duration_and_none_that_is_one_longer(string code, string subgroup)
    {
        var row = RowOf(code, subgroup);
        var (length, facts) = ((int)row.Whole("duration"), FactsOf(code, subgroup));
        var unit = row["duration_unit"] == "week" ? DurationUnit.Week : DurationUnit.Month;

        Assert.Equal(RequestVerdict.Inside, Of(length));
        Assert.Equal(RequestVerdict.Inside, Of(length - 1));
        Assert.Equal(RequestVerdict.BeyondDuration, Of(length + 1));

        RequestVerdict Of(int asked) =>
            Answer(code, 1, RequestedDuration.Of(new DurationStep(asked, unit)), facts).Verdict;
    }

    [Fact]
    public void A_school_year_is_the_same_as_forty_weeks_in_words_and_ends_in_July_by_the_calendar()
    {
        Assert.Equal(
            RequestVerdict.Inside, Answer("45V05", 87, RequestedDuration.Of(DurationStep.SchoolYear)).Verdict);
        Assert.Equal(
            RequestVerdict.Inside, Answer("45V05", 87, Days(new(2026, 3, 2), new(2026, 7, 31))).Verdict);
        Assert.Equal(
            RequestVerdict.BeyondDuration, Answer("45V05", 87, Days(new(2026, 3, 2), new(2026, 8, 1))).Verdict);
    }

    [Theory]
    [InlineData(52, 12, true)]
    [InlineData(53, 12, false)]
    [InlineData(26, 6, true)]
    [InlineData(27, 6, false)]
    [InlineData(39, 9, true)]
    [InlineData(78, 18, true)]
    [InlineData(79, 18, false)]
    public void Weeks_and_months_are_compared_by_a_year_of_fifty_two_weeks(int weeks, int months, bool isInside)
    {
        var duration = DurationCheck.Of(RequestedDuration.Of(DurationStep.Weeks(weeks)), DurationStep.Months(months));

        Assert.Equal(isInside, duration.Beyond == 0);
    }

    [Fact]
    public void What_goes_beyond_is_told_in_units_and_as_a_part_of_the_line()
    {
        var one = Answer("54002", 60, Months(14)).Only!;

        Assert.Equal((12m, 0.25m), (one.Volume!.Beyond, one.Volume.BeyondShare));
        Assert.Equal((2m, ExcessUnit.Month), (one.Duration!.Beyond, one.Duration.BeyondUnit));
        Assert.Equal(2m / 12, one.Duration.BeyondShare);
    }

    [Fact]
    public void Months_from_the_last_day_of_a_month_end_where_the_calendar_ends_them()
    {
        Assert.Equal(
            RequestVerdict.Inside, Answer("45C09", 78, Days(new(2025, 8, 31), new(2026, 2, 27))).Verdict);
        Assert.Equal(
            RequestVerdict.BeyondDuration, Answer("45C09", 78, Days(new(2025, 8, 31), new(2026, 2, 28))).Verdict);
    }

    [Fact]
    public void Lines_that_say_the_same_answer_though_a_fact_is_missing()
    {
        var answer = Answer("45C10", 143, Months(9));

        Assert.Equal(["eerste", "vervolg"], Subgroups(answer));
        Assert.Equal([ConditionKind.Order], answer.Deciding);
        Assert.Equal(RequestVerdict.Inside, answer.Verdict);
        Assert.Equal(RequestVerdict.FactMissing, Answer("45C10", 143, Months(10)).Verdict);
        Assert.Equal(RequestVerdict.BeyondDuration, Answer("45C10", 143, Months(19)).Verdict);
    }

    [Fact]
    public void A_line_for_a_care_year_is_compared_with_a_year_of_a_longer_request()
    {
        var facts = FactsOf("41A03", "kdc-3-4");

        Assert.Equal(RequestVerdict.BeyondDuration, Answer("41A03", 364, Months(14), facts).Verdict);
        Assert.Equal(RequestVerdict.BeyondBoth, Answer("41A03", 364.01m, Months(14), facts).Verdict);
        Assert.Equal(312, Answer("41A03", 364, Months(14), facts).Only!.Volume!.Requested);
        Assert.False(Answer("41A03", 312, Months(6), facts).Only!.Volume!.IsOfOneYear);
    }

    [Fact]
    public void The_alternative_of_a_line_is_compared_and_not_converted()
    {
        Assert.Equal(RequestVerdict.Inside, InUnit("41C01", 104, CareUnit.Uur).Verdict);
        Assert.Equal(RequestVerdict.Inside, InUnit("41C01", 104 * 60, CareUnit.Minuut).Verdict);
        Assert.Equal(RequestVerdict.BeyondVolume, InUnit("41C01", 104.01m, CareUnit.Uur).Verdict);
        Assert.Equal(RequestVerdict.BeyondVolume, InUnit("41C01", 53, CareUnit.Dagdeel).Verdict);
        Assert.Equal(RequestVerdict.Unreadable, InUnit("41C01", 1, CareUnit.Etmaal).Verdict);
        Assert.Equal(RequestVerdict.Unreadable, InUnit("54002", 1, CareUnit.Dagdeel).Verdict);
    }

    [Theory]
    [InlineData("43A09", LineAbsence.OutsideFramework)]
    [InlineData("45A65", LineAbsence.NotInFramework)]
    public void A_product_without_a_line_is_told_why(string code, LineAbsence why)
    {
        var answer = Answer(code, 1, Months(1));

        Assert.Equal((RequestVerdict.NoLine, why), (answer.Verdict, answer.Only!.Absence));
    }

    [Fact]
    public void A_product_that_the_catalogue_lacks_is_unknown() =>
        Assert.Equal(RequestVerdict.UnknownProduct, Answer("99999", 1, Months(1)).Verdict);

    [Fact]
    public void A_line_that_was_dropped_is_told_and_the_one_for_the_whole_product_does_not_take_its_place()
    {
        var framework = new PublishedFramework([], [Line("45C10", "", 100)]) { Dropped = [new("45C10", "eerste", "")] };

        var first = Of(framework, "45C10", new() { Order = CareOrder.First }).Only!;

        Assert.Equal(LineAbsence.Dropped, first.Absence);
        Assert.Equal(RequestVerdict.Inside, Of(framework, "45C10", new() { Order = CareOrder.FollowUp }).Verdict);
    }

    [Fact]
    public void A_framework_that_does_not_divide_a_product_has_one_line_for_all_of_it() =>
        Assert.Equal(
            RequestVerdict.Inside, Of(new([], [Line("45C10", "", 100)]), "45C10", RequestFacts.None).Verdict);

    [Fact]
    public void A_framework_with_other_subgroups_than_the_catalogue_says_so()
    {
        var answer = Of(new([], [Line("54002", "jong", 100)]), "54002", RequestFacts.None);

        Assert.Equal(LineAbsence.OtherSubgroups, answer.Only!.Absence);
    }

    [Fact]
    public void A_provider_with_a_line_of_its_own_is_held_to_that()
    {
        var framework = new PublishedFramework(
            [], [Line("54002", "", 100), Line("54002", "", 40) with { Provider = "a" }]);
        var request = new CareRequest("54002", new(50, null, VolumeFrequency.Total), Months(3));
        var check = FrameworkCheck.Of("kader.csv", framework, CatalogueFile.Haaglanden2025());

        Assert.Equal(RequestVerdict.BeyondVolume, check.Answer(request with { Provider = "a" }).Verdict);
        Assert.Equal(RequestVerdict.Inside, check.Answer(request with { Provider = "b" }).Verdict);
        Assert.Equal(RequestVerdict.Inside, check.Answer(request).Verdict);
    }

    [Fact]
    public void Two_lines_for_the_same_care_and_a_line_in_another_unit_are_refused()
    {
        PublishedLine[] twice = [Line("54002", "", 100), Line("54002", "", 90)];
        PublishedLine[] other = [Line("54002", "", 100) with { Unit = CareUnit.Dagdeel }];

        Assert.All([twice, other], lines => Assert.Throws<CalibrationException>(
            () => FrameworkCheck.Of("kader.csv", new([], lines), CatalogueFile.Haaglanden2025())));
    }

    private static TheoryData<string, string> LinesOf2025()
    {
        var lines = new TheoryData<string, string>();
        foreach (var row in Reference.Rows("framework_2025.csv"))
            lines.Add(row["code"], row["subgroup"]);
        return lines;
    }

    private static IReadOnlyDictionary<string, string> RowOf(string code, string subgroup) =>
        Reference.Rows("framework_2025.csv").Single(one => (one["code"], one["subgroup"]) == (code, subgroup));

    private static IEnumerable<string> Subgroups(RequestAnswer answer) =>
        answer.Lines.Select(line => line.Subgroup == Subgroup.RestId ? string.Empty : line.Subgroup)
            .Where(subgroup => subgroup.Length > 0);

    private static RequestAnswer InUnit(string code, decimal volume, CareUnit unit) => Check.Answer(
        new CareRequest(code, new RequestedVolume(volume, unit, VolumeFrequency.Total), Months(12)));

    private static RequestAnswer Of(PublishedFramework framework, string code, RequestFacts facts) =>
        FrameworkCheck.Of("kader.csv", framework, CatalogueFile.Haaglanden2025()).Answer(
            new CareRequest(code, new(50, null, VolumeFrequency.Total), Months(3)) { Facts = facts });

    private static PublishedLine Line(string code, string subgroup, decimal volume) => new(
        code, code, FrameworkKind.Rgk, subgroup, subgroup, volume, CareUnit.Uur, DurationStep.Months(12));
}
