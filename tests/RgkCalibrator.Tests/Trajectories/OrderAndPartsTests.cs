using System.Globalization;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Trajectories;

public sealed class OrderAndPartsTests
{
    private static readonly Dictionary<string, ProductRules> Cut =
        new() { ["54002"] = ProductRules.None with { IsCut = true } };

    [Theory]
    [InlineData(
        "2019-01-01",
        CareOrder.Unknown,
        "365 days after the first observed day: care before it could have ended 365 days before")]
    [InlineData("2019-01-02", CareOrder.First, "366 days after it")]
    public void A_first_trajectory_is_known_where_a_follow_up_would_have_been_seen(
        string start, CareOrder order, string why) =>
        Expect.Equal(order, Assert.Single(Built([], Row(start, "2019-03-31"))).Order, why);

    [Theory]
    [InlineData("2020-03-31", CareOrder.FollowUp, "365 free days")]
    [InlineData("2020-04-01", CareOrder.First, "366 free days")]
    public void A_later_trajectory_is_a_follow_up_within_a_year(string start, CareOrder order, string why) =>
        Expect.Equal(order, Built([], Row("2018-09-01", "2019-03-31"), Row(start, "2020-04-30"))[1].Order, why);

    [Fact]
    public void Care_of_another_product_client_or_split_provider_makes_no_follow_up()
    {
        var line = Row("2020-01-01", "2020-01-31") with { Provider = "A" };
        var later = Row("2020-08-01", "2020-08-31") with { Provider = "A" };

        Assert.Equal([CareOrder.First, CareOrder.FollowUp], Built([], line, later).Select(row => row.Order));
        Assert.DoesNotContain(
            CareOrder.FollowUp, Built([], line, later with { Product = "45C04" }).Select(row => row.Order));
        Assert.DoesNotContain(
            CareOrder.FollowUp, Built([], line, later with { Client = "c2" }).Select(row => row.Order));
        Assert.DoesNotContain(
            CareOrder.FollowUp,
            BySettings(Reading.GapOf90 with { SplitByProvider = true }, [], line, later with { Provider = "B" })
                .Select(row => row.Order));
    }

    [Fact]
    public void A_new_assignment_cuts_uninterrupted_care_into_a_first_part_and_follow_ups()
    {
        TestRow[] lines =
        [
            Row("2020-01-01", "2020-01-31") with { Assignment = "1" },
            Row("2020-02-01", "2020-02-29") with { Assignment = "1" },
            Row("2020-03-01", "2020-03-31") with { Assignment = "2" },
            Row("2020-04-01", "2020-04-30"),
            Row("2020-05-01", "2020-05-31") with { Assignment = "1" },
            Row("2020-12-01", "2020-12-31") with { Assignment = "2" },
        ];

        var parts = Built(Cut, lines);

        Assert.Equal(
            [(1, 2, CareOrder.First), (2, 3, CareOrder.FollowUp), (3, 1, CareOrder.FollowUp)],
            parts.Select(part => (part.Sequence, part.Lines, part.Order)));
        Assert.Equal([Day("2020-01-01"), Day("2020-03-01"), Day("2020-12-01")], parts.Select(part => part.Start));
        Assert.Equal(2, Built([], lines).Count);
    }

    [Fact]
    public void Lines_that_begin_on_the_day_of_a_cut_are_of_the_new_part_and_assignments_of_one_day_cut_nothing()
    {
        TestRow[] lines =
        [
            Row("2020-01-01", "2020-01-31") with { Assignment = "1" },
            Row("2020-01-01", "2020-01-31") with { Assignment = "2" },
            Row("2020-02-01", "2020-02-29") with { Assignment = "1" },
            Row("2020-02-01", "2020-02-29") with { Assignment = "3" },
        ];

        Assert.Equal([2, 2], Built(Cut, lines).Select(part => part.Lines));
        Assert.Equal([2, 2], Built(Cut, [.. lines.Reverse()]).Select(part => part.Lines));
    }

    [Fact]
    public void Without_assignments_only_restarts_are_seen_and_the_set_says_so()
    {
        using var reading = new Reading { Mapping = Reading.AllAsked };
        using var declarations = reading.Read(
            reading.Write(
                Row("2020-01-01", "2020-01-31"), Row("2020-02-01", "2020-02-29"), Row("2020-12-01", "2020-12-31")));

        var set = TrajectoryBuilder.Build(declarations, Reading.GapOf90, Cut, RunSettings.Default);

        Assert.Equal([CareOrder.First, CareOrder.FollowUp], set.Rows().Select(row => row.Order));
        Assert.Empty(set.Noted);
    }

    private static IReadOnlyList<TrajectoryRow> Built(
        Dictionary<string, ProductRules> rules, params IReadOnlyList<TestRow> rows) =>
        BySettings(Reading.GapOf90, rules, rows);

    private static IReadOnlyList<TrajectoryRow> BySettings(
        TrajectorySettings settings, Dictionary<string, ProductRules> rules, params IReadOnlyList<TestRow> rows)
    {
        using var reading = new Reading { Mapping = Reading.AllAsked };
        return reading.Trajectories(settings, rules, rows);
    }

    private static TestRow Row(string start, string end) => TestRow.Good with { Start = Day(start), End = Day(end) };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
