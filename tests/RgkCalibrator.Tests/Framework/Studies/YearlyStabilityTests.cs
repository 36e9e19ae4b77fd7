using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Tests.Groups;

namespace RgkCalibrator.Tests.Framework.Studies;

public sealed class YearlyStabilityTests
{
    private static readonly FrameworkSettings Settings = new();

    [Theory]
    [InlineData("drift", true)]
    [InlineData("stable", false)]
    public void The_tests_of_volumes_are_those_of_R(string set, bool hasDrift)
    {
        var care = Reference.Rows("drift_data.csv").Where(row => row["set"] == set)
            .Select((row, child) => Followed.Of(child, row.Number("x"), (int)row.Whole("year")));

        var stability = YearlyStability.FromFollowed(Followed.Twelve(care), Settings);

        var expected = Reference.Rows("drift_tests.csv").Single(row => row["set"] == set && row["p"] == "0.8");
        Assert.Equal(expected.Number("pooled_q"), stability.Volume.Pooled);
        Assert.Equal(expected.Number("trend_p"), stability.Volume.Trend.P, 1e-12);
        Assert.Equal(expected.Number("homog_p"), stability.Volume.Homogeneity.P, 1e-12);
        Assert.Equal(expected.Number("rq_slope"), stability.Volume.Line!.Slope, 1e-9);
        Assert.Equal(
            Reference.Rows("drift_by_year.csv").Where(row => row["set"] == set && row["p"] == "0.8")
                .Select(row => (row.Whole("year"), row.Whole("n"), row.Whole("exceed_pooled"))),
            stability.Volume.Years.Select(year => ((long)year.Year, year.Beyond.N, year.Beyond.K)));
        Assert.Equal(hasDrift, stability.HasDrift);
        // Nobody outlasts the duration: nothing can differ, and Holm counts four tests.
        Assert.Equal(1, stability.Outlasting.Trend.P);
        Assert.Equal(
            Math.Min(1, 4 * Math.Min(expected.Number("trend_p"), expected.Number("homog_p"))),
            stability.DriftP!.Value,
            1e-12);
    }

    [Fact]
    public void Without_drift_about_95_percent_of_lines_have_none_and_planted_drift_is_found()
    {
        var (seeming, found, longer) = (0, 0, 0);
        for (var seed = 0; seed < 200; seed++)
        {
            seeming += Of(new Random(seed), 0, 0).HasDrift == true ? 1 : 0;
            found += Of(new Random(seed), 0.15, 0).HasDrift == true ? 1 : 0;
            longer += Of(new Random(seed), 0, 0.08).HasDrift == true ? 1 : 0;
        }

        // 5% of 200 with three standard errors of 3.1; Holm makes it fewer.
        Assert.InRange(seeming, 0, 19);
        Assert.InRange(found, 190, 200);
        Assert.InRange(longer, 190, 200);
    }

    [Fact]
    public void The_last_years_have_no_value_rather_than_a_low_one()
    {
        // Observed to the end of 2023: whoever began in the course of 2023 could not be followed for twelve months.
        var random = new Random(1729);
        var care = Enumerable.Range(0, 600)
            .Select(child => Followed.Of(child, Followed.Hours(random), 2018 + (child % 6)));
        var followed = Observed.Followed(
            Care.Group(Care.Usual, care), Followed.TwelveMonths, new DateOnly(2023, 9, 30));

        var stability = YearlyStability.FromFollowed(followed, Settings);

        Assert.Equal(Enumerable.Range(2018, 6).Select(year => (year, 100)), stability.Starts);
        Assert.Equal([2018, 2019, 2020, 2021, 2022], stability.Volume.Years.Select(year => year.Year));
        Assert.True(stability.Volume.Years[^1].Beyond.N < 100);
        Assert.Equal(
            (followed.Count, stability.Volume.Years.Sum(year => year.Beyond.N)),
            (followed.Count, stability.Outlasting.Years.Sum(year => year.Share.N)));
    }

    [Fact]
    public void A_year_with_too_few_that_could_be_followed_has_no_percentile()
    {
        var care = Enumerable.Range(0, 33).Select(child => Followed.Of(child, 10 + child, child < 17 ? 2018 : 2019));

        var stability = YearlyStability.FromFollowed(Followed.Twelve(care), Settings);

        Assert.Equal([true, false], stability.Volume.Years.Select(year => year.Estimate is not null));
        Assert.Null(stability.HasDrift);
    }

    [Fact]
    public void A_break_is_shown_apart()
    {
        var random = new Random(2);
        var care = Enumerable.Range(0, 600)
            .Select(
                child => Followed.Of(
                    child,
                    (child % 6 < 3 ? 1 : 2) * Followed.Hours(random),
                    2018 + (child % 6),
                    outlasts: child % 6 < 3 && child % 4 == 0));

        var stability = YearlyStability.FromFollowed(Followed.Twelve(care), Settings);

        Assert.Equal((300L, 300L), (stability.VolumeBreak!.Before.N, stability.VolumeBreak.From.N));
        Assert.True(
            stability.VolumeBreak.Fisher.P < 1e-4 && stability.Outlasting.Break!.P < 1e-4 && stability.Ends!.P < 1e-4);
        Assert.True(stability.VolumeBreak.From.Value > 1.5 * stability.VolumeBreak.Before.Value);
    }

    [Fact]
    public void A_start_on_the_first_day_of_the_break_year_counts_from_the_break()
    {
        var (last, first) = (new DateOnly(Settings.BreakYear - 1, 12, 31), new DateOnly(Settings.BreakYear, 1, 1));
        var care = Enumerable.Range(0, 60)
            .Select(child => Followed.Of(child, 10 + child) with { Start = child % 2 == 0 ? last : first });

        var stability = YearlyStability.FromFollowed(Followed.Twelve(care), Settings);

        Assert.Equal((30L, 30L), (stability.VolumeBreak!.Before.N, stability.VolumeBreak.From.N));
        Assert.NotNull(stability.Outlasting.Break);
        Assert.NotNull(stability.Ends);
    }

    [Fact]
    public void Of_none_and_of_one_year_nothing_can_be_told()
    {
        var none = YearlyStability.FromFollowed(Followed.Twelve([]), Settings);
        var one = YearlyStability.FromFollowed(
            Followed.Twelve(Enumerable.Range(0, 50).Select(child => Followed.Of(child, 10))), Settings);

        Assert.Equal((null, null, null, null), (none.HasDrift, none.Volume.Pooled, none.VolumeBreak, none.Ends));
        Assert.Equal((null, null, null), (one.HasDrift, one.VolumeBreak, one.Outlasting.Break));
    }

    private static YearlyStability Of(Random random, double more, double longer) => YearlyStability.FromFollowed(
        Followed.Twelve(Enumerable.Range(0, 900).Select(child =>
        {
            var year = random.Next(6);
            return Followed.Of(
                child,
                Math.Exp(more * year) * Followed.Hours(random),
                2018 + year,
                random.NextDouble() < 0.1 + (longer * year));
        })),
        Settings);
}
