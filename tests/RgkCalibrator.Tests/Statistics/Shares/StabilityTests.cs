using System.Globalization;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Statistics.Survival;
using RgkCalibrator.Statistics.Testing;
using RgkCalibrator.Tests.Statistics.Survival;

namespace RgkCalibrator.Tests.Statistics.Shares;

public sealed class StabilityTests
{
    private static readonly ILookup<string, IReadOnlyDictionary<string, string>> Data =
        Reference.Rows("drift_data.csv").ToLookup(row => row["set"]);

    [Fact]
    public void Percentiles_and_shares_per_year_are_those_of_R()
    {
        foreach (var rows in Reference.Rows("drift_by_year.csv").GroupBy(row => (row["set"], row["p"]))
            .Select(group => group.ToList()))
        {
            var years = Of(rows[0]).Years;
            Assert.Equal(rows.Count, years.Count);
            foreach (var (row, year) in rows.Zip(years))
            {
                Assert.Equal(
                    (row.Whole("year"), row.Whole("n"), row.Whole("exceed_pooled")),
                    (year.Year, year.Beyond.N, year.Beyond.K));
                Assert.Equal(row.Number("q_type2"), year.Estimate!.Value);
            }
        }
    }

    [Fact]
    public void The_tests_of_drift_are_those_of_R()
    {
        // R 4.2.2: prop.trend.test, chisq.test, quantreg::rq, cor.test(method = "kendall", exact = TRUE).
        foreach (var row in Reference.Rows("drift_tests.csv"))
        {
            var stability = Of(row);
            AssertClose(row.Number("pooled_q"), stability.Pooled!.Value);
            AssertClose(row.Number("trend_chisq"), stability.Trend.Statistic);
            AssertClose(row.Number("trend_p"), stability.Trend.P);
            AssertClose(row.Number("homog_chisq"), stability.Homogeneity.Statistic);
            Assert.Equal(row.Whole("homog_df"), stability.Homogeneity.Degrees);
            AssertClose(row.Number("homog_p"), stability.Homogeneity.P);
            AssertClose(row.Number("rq_slope"), stability.Line!.Slope);
            // Where several lines are equally good R answers with a corner of them, and we with their middle.
            var (values, years) = Columns(row["set"]);
            AssertClose(
                Loss(
                    values,
                    years,
                    row.Percentage(),
                    new RegressionLine(row.Number("rq_intercept"), row.Number("rq_slope"))),
                Loss(values, years, row.Percentage(), stability.Line));
            AssertClose(row.Number("theil_sen"), stability.Yearly!.MedianSlope);
            Assert.Equal(row.Whole("mann_kendall_S"), stability.Yearly.S);
            AssertClose(row.Number("kendall_p_exact"), stability.Yearly.P);
        }
    }

    [Fact]
    public void The_regression_line_is_as_good_as_the_best_line_through_two_points()
    {
        var random = new SplitMix64(1729);
        for (var round = 0; round < 200; round++)
        {
            var n = 2 + random.BelowFrom64Bits(14);
            int[] years = [.. Enumerable.Range(0, n).Select(i => i < 2 ? i : random.BelowFrom64Bits(5))];
            double[] values = [.. Enumerable.Range(0, n)
                .Select(_ => random.BelowFrom64Bits(round % 2 == 0 ? 8 : 1000) / 2.0)];
            var percentage = Percentage.Of(1 + random.BelowFrom64Bits(99));
            var line = QuantileRegression.Fit(values, years, percentage)!;
            var best = Enumerable.Range(0, n)
                .SelectMany(i => Enumerable.Range(0, n).Where(j => years[i] < years[j]), (i, j) => (i, j))
                .Min(pair => Loss(values, years, percentage, Through(values, years, pair)));
            AssertClose(best + 1, Loss(values, years, percentage, line) + 1);
        }
    }

    [Fact]
    public void A_year_with_too_few_values_has_no_percentile_but_its_share_is_shown()
    {
        var stability = Stability.OverYears(
            [1, 2, 3, 4, 5], [2018, 2018, 2018, 2018, 2019], Percentage.Of(75), 2, 0.95);
        Assert.NotNull(stability.Years[0].Estimate);
        Assert.Null(stability.Years[1].Estimate);
        Assert.Equal((1, 1), (stability.Years[1].Beyond.K, stability.Years[1].Beyond.N));
        Assert.Null(stability.Yearly);
    }

    [Fact]
    public void One_year_or_none_has_no_trend()
    {
        var none = Stability.OverYears([], [], Percentage.Of(80), 17, 0.95);
        Assert.Equal(
            (null, 0, null, new ChiSquareResult(0, 0, 1)), (none.Pooled, none.Years.Count, none.Line, none.Trend));
        var one = Stability.OverYears([1, 2, 3], [2020, 2020, 2020], Percentage.Of(80), 1, 0.95);
        Assert.Equal(
            (null, new ChiSquareResult(0, 0, 1), new ChiSquareResult(0, 0, 1)), (one.Line, one.Trend, one.Homogeneity));
        Assert.Null(Stability.BreakAt(2020, [1, 2, 3], [2020, 2020, 2020], Percentage.Of(80), 0.95));
    }

    [Fact]
    public void A_break_shows_both_sides()
    {
        var (values, years) = Columns("drift");
        var split = Stability.BreakAt(2021, values, years, Percentage.Of(80), 0.95)!;
        Assert.Equal((285, 315), (split.Before.N, split.From.N));
        // Exceeding 39: 11 + 11 + 17 and 19 + 30 + 31 (drift_by_year.csv).
        Assert.Equal(FisherExact.Test([new(39, 285), new(80, 315)]), split.Fisher);
    }

    [Fact]
    public void The_log_rank_test_of_lung_by_sex_is_that_of_R()
    {
        // R 4.2.2: survdiff(Surv(time, status) ~ sex, lung).
        var row = Reference.Rows("logrank.csv").Single();
        var result = LogRank.Test(Lung("m"), Lung("f"));
        AssertClose(row.Number("chisq"), result.Statistic);
        Assert.Equal(row.Whole("df"), result.Degrees);
        AssertClose(row.Number("p"), result.P);
        Assert.Equal(
            new ChiSquareResult(0, 0, 1),
            LogRank.Test(new SurvivalSample([1], [false]), new SurvivalSample([2], [true])));
        Assert.Throws<ArgumentException>(
            () => LogRank.Test(new SurvivalSample([1, 5], [true, true], [0, 2]), Lung("m")));
    }

    [Fact]
    public void The_log_rank_test_of_the_leukaemia_trial_is_that_of_the_textbooks()
    {
        // Freireich et al. (1963), Blood 21(6): weeks in remission; Kleinbaum and Klein (2012), Survival Analysis,
        // chapter 2: 16.79.
        int[] placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
        var result = LogRank.Test(
            KaplanMeierTests.Leukaemia, new SurvivalSample(placebo, [.. placebo.Select(_ => true)]));
        Assert.Equal(16.79, Math.Round(result.Statistic, 2));
    }

    [Fact]
    public void Small_chances_keep_their_digits() =>
        // χ² with one degree of freedom: 2·(1 − Φ(√x)); of 100 that is 1.523970604832094e-23.
        AssertClose(1.523970604832094e-23, CochranArmitage.Test([new(0, 0, 50), new(1, 50, 50)]).P);

    [Theory]
    [InlineData(new[] { 1.0, 2, 3, 4 }, 6, 2.0 / 24)]
    [InlineData(new[] { 4.0, 3, 2, 1 }, -6, 2.0 / 24)]
    [InlineData(new[] { 1.0, 3, 2 }, 1, 1.0)]
    [InlineData(new[] { 5.0, 5, 5 }, 0, 1.0)]
    public void Few_years_have_an_exact_trend(double[] values, long s, double p)
    {
        var result = MannKendall.Test([.. Enumerable.Range(2018, values.Length)], values)!;
        Assert.Equal(s, result.S);
        AssertClose(p, result.P);
        Assert.Null(MannKendall.Test([1], [2]));
        Assert.Throws<ArgumentException>(() => MannKendall.Test([1, 1], [2, 3]));
    }

    private static SurvivalSample Lung(string sex)
    {
        var rows = Reference.Rows("surv_data.csv").Where(row => row["set"] == "lung" && row["group"] == sex).ToList();
        return new SurvivalSample(
            [.. rows.Select(row => row.Number("time"))], [.. rows.Select(row => row["event"] == "1")]);
    }

    private static RegressionLine Through(double[] values, int[] years, (int I, int J) pair)
    {
        var slope = (values[pair.J] - values[pair.I]) / (years[pair.J] - years[pair.I]);
        return new RegressionLine(values[pair.I] - (slope * years[pair.I]), slope);
    }

    private static double Loss(double[] values, int[] years, Percentage percentage, RegressionLine line) => values
        .Zip(years, (value, year) => value - line.Intercept - (line.Slope * (year - years.Min())))
        .Sum(rest => rest * (percentage.Share - (rest < 0 ? 1 : 0)));

    private static Stability Of(IReadOnlyDictionary<string, string> row)
    {
        var (values, years) = Columns(row["set"]);
        return Stability.OverYears(values, years, row.Percentage(), 17, 0.95);
    }

    private static (double[] Values, int[] Years) Columns(string set) =>
        ([.. Data[set].Select(row => row.Number("x"))], [.. Data[set].Select(row => (int)row.Whole("year"))]);

    private static void AssertClose(double expected, double actual) => Assert.True(
        Math.Abs(expected - actual) <= 1e-9 * Math.Abs(expected),
        string.Create(CultureInfo.InvariantCulture, $"{actual} for {expected}"));
}
