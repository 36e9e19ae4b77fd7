using RgkCalibrator.Statistics.Completion;

namespace RgkCalibrator.Tests.Statistics.Completion;

public sealed class CompletionCurveTests
{
    // The claims of Taylor and Ashe (1983), cumulative, and the factors that Mack (1993, table 1,
    // doi:10.2143/AST.23.2.2005092) gives of them.
    private static readonly double[][] TaylorAshe =
    [
        [357848, 1124788, 1735330, 2218270, 2745596, 3319994, 3466336, 3606286, 3833515, 3901463],
        [352118, 1236139, 2170033, 3353322, 3799067, 4120063, 4647867, 4914039, 5339085],
        [290507, 1292306, 2218525, 3235179, 3985995, 4132918, 4628910, 4909315],
        [310608, 1418858, 2195047, 3757447, 4029929, 4381982, 4588268],
        [443160, 1136350, 2128333, 2897821, 3402672, 3873311],
        [396132, 1333217, 2180715, 2985752, 3691712],
        [440832, 1288463, 2419861, 3483130],
        [359480, 1421128, 2864498],
        [376686, 1363294],
        [344014],
    ];

    private static readonly double[] MacksFactors =
        [3.490607, 1.747333, 1.457413, 1.173852, 1.103824, 1.086269, 1.053874, 1.076555, 1.017725];

    [Fact]
    public void The_factors_are_those_that_Mack_gives()
    {
        var triangle = new DelayTriangle(last: 9, longest: 9);
        foreach (var (year, sums) in TaylorAshe.Index())
        {
            for (var delay = 0; delay < sums.Length; delay++)
                triangle.Add(year, year + delay, sums[delay] - (delay == 0 ? 0 : sums[delay - 1]));
        }

        var curve = CompletionCurve.From(triangle, periods: 100)!;

        Assert.All(MacksFactors.Zip(curve.Factors), pair => Assert.Equal(pair.First, pair.Second, 6e-7));
        Assert.Equal(1 / MacksFactors.Aggregate((one, next) => one * next), curve.At(0).Share, 1e-7);
    }

    [Fact]
    public void What_arrived_after_the_last_whole_period_is_not_counted()
    {
        var (whole, more) = (Even(), Even());
        more.Add(period: 60, arrived: 61, count: 1e6);
        more.Add(period: 61, arrived: 61, count: 1e6);

        Assert.Equal(Shares(whole), Shares(more));
    }

    [Fact]
    public void Only_the_latest_periods_that_can_tell_teach_it()
    {
        var triangle = new DelayTriangle(last: 60, longest: 2);
        for (var period = 0; period <= 60; period++)
        {
            triangle.Add(period, period, period < 40 ? 90 : 60);
            triangle.Add(period, period + 1, period < 40 ? 5 : 30);
            triangle.Add(period, period + 2, period < 40 ? 5 : 10);
        }

        double[] latest = [0.6, 0.9, 1];
        Assert.All(latest.Zip(Shares(triangle, periods: 12)), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void The_lowest_and_the_highest_are_of_periods_that_are_complete()
    {
        var triangle = new DelayTriangle(last: 10, longest: 1);
        foreach (var (period, first) in new[] { 50, 60, 80 }.Index())
        {
            triangle.Add(period, period, first);
            triangle.Add(period, period + 1, 100 - first);
        }

        var first0 = CompletionCurve.From(triangle, periods: 100)!.At(0);

        Assert.Equal((0.5, 0.8), (first0.Lowest, first0.Highest));
        Assert.Equal(190.0 / 300, first0.Share, 1e-12);
    }

    [Fact]
    public void Nothing_is_there_at_a_delay_within_which_nothing_ever_arrives()
    {
        var triangle = new DelayTriangle(last: 20, longest: 2);
        for (var period = 0; period < 20; period++)
            triangle.Add(period, period + 1, 10);

        Assert.Equal([0, 1, 1], Shares(triangle));
    }

    [Fact]
    public void There_is_no_curve_where_a_delay_was_never_seen()
    {
        var triangle = new DelayTriangle(last: 5, longest: 12);
        triangle.Add(4, 5, 10);

        Assert.Null(CompletionCurve.From(triangle, periods: 36));
    }

    private static DelayTriangle Even()
    {
        var triangle = new DelayTriangle(last: 60, longest: 3);
        for (var period = 0; period <= 60; period++)
        {
            for (var delay = 0; delay < 4; delay++)
                triangle.Add(period, period + delay, 25);
        }

        return triangle;
    }

    private static double[] Shares(DelayTriangle triangle, int periods = 36) =>
        [.. CompletionCurve.From(triangle, periods)!.Shares.Select(share => share.Share)];
}
