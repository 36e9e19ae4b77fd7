using System.Globalization;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Trajectories;

public sealed class StayAndOtherCareTests
{
    private static readonly Dictionary<string, ProductRules> Rules = new()
    {
        ["54002"] = ProductRules.None with { Role = CareRole.Ambulatory },
        ["45C04"] = ProductRules.None with { Role = CareRole.Ambulatory },
        ["43A09"] = ProductRules.None with { Role = CareRole.Stay },
        ["45A58"] = ProductRules.None,
    };

    // Days after the first, around those that count as the start.
    private static readonly int[] Lengths = [0, 10, 29, 30, 31, 100, 300];

    [Theory]
    [InlineData("2020-02-01", "2020-02-29", false, false, "the day before")]
    [InlineData("2020-02-01", "2020-03-01", true, true, "the first day")]
    [InlineData("2020-03-31", "2020-04-30", true, true, "thirty days after it")]
    [InlineData("2020-04-01", "2020-04-30", false, true, "thirty-one days after it")]
    [InlineData("2020-06-01", "2020-06-30", false, false, "the day after the end")]
    public void A_stay_counts_where_it_touches_the_start(
        string start, string end, bool withStay, bool anyStay, string why)
    {
        var row = Of("54002", Line("54002", "2020-03-01", "2020-05-31"), Line("43A09", start, end));

        Expect.Equal((withStay, anyStay), (row.WithStay, row.AnyStay), why);
        Assert.Equal((false, false), (row.Concurrent, row.AnyConcurrent));
    }

    [Fact]
    public void A_stay_within_thirty_days_counts_also_past_the_end()
    {
        var row = Of("54002", Line("54002", "2020-03-01", "2020-03-05"), Line("43A09", "2020-03-20", "2020-03-31"));

        Assert.Equal((true, false), (row.WithStay, row.AnyStay));
    }

    [Fact]
    public void A_stay_is_looked_for_in_its_lines_and_not_in_the_days_between_them()
    {
        TestRow[] stay = [Line("43A09", "2020-01-01", "2020-01-31"), Line("43A09", "2020-04-15", "2020-04-30")];

        Assert.False(Of("54002", [Line("54002", "2020-03-01", "2020-03-31"), .. stay]).WithStay);
    }

    [Fact]
    public void Other_ambulatory_care_makes_a_trajectory_concurrent_and_a_surcharge_or_a_stay_does_not()
    {
        var line = Line("54002", "2020-03-01", "2020-05-31");

        Assert.True(Of("54002", line, Line("45C04", "2020-03-15", "2020-04-30")).Concurrent);
        Assert.Equal((false, true), Both(Of("54002", line, Line("45C04", "2020-05-01", "2020-05-31"))));
        Assert.Equal((false, false), Both(Of("54002", line, Line("45A58", "2020-03-01", "2020-05-31"))));
        Assert.Equal((false, false), Both(Of("54002", line, Line("43A09", "2020-03-01", "2020-05-31"))));
        Assert.Equal((false, false), Both(Of("54002", line, Line("54002", "2020-09-01", "2020-09-30"))));
        Assert.Equal(
            (false, false), Both(Of("54002", line, Line("45C04", "2020-03-01", "2020-05-31") with { Client = "c2" })));

        static (bool?, bool?) Both(TrajectoryRow row) => (row.Concurrent, row.AnyConcurrent);
    }

    [Theory]
    [InlineData("43A09")]
    [InlineData("45A58")]
    [InlineData("99X99")]
    public void What_is_no_ambulatory_care_is_not_asked(string product)
    {
        var row = Of(product, Line(product, "2020-03-01", "2020-03-31"), Line("54002", "2020-03-01", "2020-03-31"));

        Assert.Equal((null, null, null, null), (row.WithStay, row.AnyStay, row.Concurrent, row.AnyConcurrent));
    }

    [Fact]
    public void What_lies_beside_the_start_does_not_depend_on_how_long_a_trajectory_lasts()
    {
        for (var seed = 1729; seed < 1789; seed++)
        {
            var random = new Random(seed);
            var first = Day("2020-06-01");
            TestRow[] beside =
            [
                .. Enumerable.Range(0, 4).Select(_ => first.AddDays(random.Next(-120, 240)))
                    .Select(start => (Start: start, Product: random.Next(2) == 0 ? "43A09" : "45C04"))
                    .Select(care => new TestRow(
                        "c1", care.Product, care.Start, care.Start.AddDays(random.Next(40)), 1, "uur")),
            ];
            var rows = Lengths
                .Select(
                    days => Of("54002", [new TestRow("c1", "54002", first, first.AddDays(days), 1, "uur"), .. beside]))
                .ToList();

            Assert.Single(rows.Select(row => (row.WithStay, row.Concurrent, row.Order)).Distinct());
        }
    }

    private static TrajectoryRow Of(string product, params IReadOnlyList<TestRow> rows)
    {
        using var reading = new Reading();
        return reading.Trajectories(Reading.GapOf90, Rules, rows).First(row => row.ProductCode == product);
    }

    private static TestRow Line(string product, string start, string end) =>
        TestRow.Good with { Product = product, Start = Day(start), End = Day(end) };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
