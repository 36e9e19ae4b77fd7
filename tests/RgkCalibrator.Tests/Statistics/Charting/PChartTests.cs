using RgkCalibrator.Statistics.Charting;
using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Tests.Statistics.Charting;

public sealed class PChartTests
{
    private const double Close = 1e-9;

    // Rscript p_chart_laney.R, R 4.2.2: its own computation of Laney (2002), beside it in Reference.
    [Fact]
    public void Centre_sigma_z_limits_and_distances_are_those_of_R()
    {
        var cases = Reference.Rows("p_chart_laney.csv").GroupBy(row => row["case"]).ToList();
        Assert.Equal(5, cases.Count);
        foreach (var rows in cases)
        {
            var chart = PChart.Of([.. rows.Where(row => row.Whole("base") == 1).Select(Count)])!;
            foreach (var row in rows)
            {
                var (count, limits) = (Count(row), chart.Limits(row.Whole("n")));
                Assert.Equal(row.Number("centre"), chart.Centre, Close);
                Assert.Equal(row.Number("sigma_z"), chart.SigmaZ, Close);
                Assert.Equal(row.Number("lower"), limits.Lower, Close);
                Assert.Equal(row.Number("upper"), limits.Upper, Close);
                Assert.Equal(row.Number("z"), chart.Z((double)count.Beyond / count.N, count.N), Close);
            }
        }
    }

    [Fact]
    public void Limits_are_never_narrower_than_those_of_chance()
    {
        var even = PChart.Of([.. Enumerable.Repeat(new BeyondCount(20, 100), 12)])!;

        Assert.Equal((0, 1, 12), (even.SigmaZ, even.Widening, even.Periods));
        Assert.Equal(0.2 + (3 * 0.04), even.Limits(100).Upper, Close);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 10)]
    public void There_is_no_chart_where_nothing_or_all_lies_beyond_or_of_one_period(long beyond, long n)
    {
        Assert.Null(PChart.Of([new(0, 10), new(0, 20)]));
        Assert.Null(PChart.Of([new(10, 10), new(20, 20)]));
        Assert.Null(PChart.Of(n == 0 ? [] : [new BeyondCount(beyond, n)]));
    }

    private static BeyondCount Count(IReadOnlyDictionary<string, string> row) => new(row.Whole("x"), row.Whole("n"));
}
