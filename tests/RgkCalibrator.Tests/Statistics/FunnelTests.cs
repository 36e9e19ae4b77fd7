using System.Globalization;
using RgkCalibrator.Statistics.Shares;

namespace RgkCalibrator.Tests.Statistics;

public sealed class FunnelTests
{
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Providers = Reference.Rows("funnel_providers.csv");

    [Fact]
    public void Exact_limits_are_those_of_R()
    {
        // R 4.2.2: qbinom, pbinom; Spiegelhalter's interpolation.
        var rows = Reference.Rows("funnel_exact.csv");
        Assert.Equal(128, rows.Count);
        foreach (var row in rows)
        {
            var limit = FunnelLimit.Of(row.Number("target"), row.Whole("n"), row.Number("P"));
            Assert.Equal((row.Whole("r_qbinom"), row.Whole("alarm_count")), (limit.Quantile, limit.Alarm));
            AssertClose(row.Number("limit_interp"), limit.Interpolated, 1e-9);
            AssertClose(row.Number("limit_arcsine"), FunnelLimit.Arcsine(row.Number("target"), row.Whole("n"), row.Number("P"), 0), 1e-9);
        }
    }

    [Fact]
    public void Providers_stand_where_R_puts_them()
    {
        var points = Points(0.2);
        var winsorized = Overdispersion.Winsorized([.. points.Select(point => point.Z)]);
        var arcsine = Overdispersion.Winsorized([.. points.Select(point => point.ArcsineZ)]);
        for (var i = 0; i < points.Count; i++)
        {
            var row = Providers[i];
            AssertClose(row.Number("share"), points[i].Share);
            AssertClose(row.Number("z"), points[i].Z);
            AssertClose(row.Number("z_wins"), winsorized[i]);
            AssertClose(row.Number("z_arcsine"), points[i].ArcsineZ);
            AssertClose(row.Number("z_arcsine_wins"), arcsine[i]);
            AssertClose(row.Number("p_upper_exact"), points[i].UpperTail);
            AssertClose(row.Number("p_lower_exact"), points[i].LowerTail);
            AssertClose(row.Number("p_mid_upper"), points[i].MidUpperTail);
        }
    }

    [Fact]
    public void Overdispersion_is_that_of_R()
    {
        foreach (var row in Reference.Rows("funnel_overdispersion.csv"))
        {
            var target = row["case"] == "pooled" ? Providers.Sum(one => one.Whole("exceed")) / (double)Providers.Sum(one => one.Whole("n")) : 0.2;
            AssertClose(row.Number("target"), target);
            var result = Overdispersion.Of(Points(target))!;
            AssertClose(row.Number("phi_raw"), result.Phi);
            AssertClose(row.Number("phi_wins"), result.WinsorizedPhi);
            AssertClose(row.Number("phi_arcsine_wins"), result.ArcsinePhi);
            AssertClose(row.Number("tau2_arcsine"), result.TauSquared);
            AssertClose(row.Number("chisq_p_homog"), result.Homogeneity.P);
        }
    }

    [Theory]
    [InlineData(28, FunnelSide.Within, "drawn limit 27.6: over the line, and yet no alarm")]
    [InlineData(29, FunnelSide.Above, "the exact tail is under 2.5%")]
    [InlineData(12, FunnelSide.Within, "just inside")]
    [InlineData(11, FunnelSide.Below, "so few are rare")]
    public void The_exact_tail_gives_the_flag_and_not_the_drawn_limit(long beyond, FunnelSide expected, string because)
    {
        Assert.NotEmpty(because);
        Assert.Equal(expected, new FunnelPoint(beyond, 100, 0.2).Flag(0.95));
        Assert.Equal(FunnelSide.Within, new FunnelPoint(beyond, 100, 0.2).Flag(0.998));
    }

    [Fact]
    public void Flags_and_alarms_agree_for_every_count()
    {
        double[] confidences = [0.95, 0.998];
        foreach (var confidence in confidences)
        {
            for (var n = 1; n <= 60; n++)
            {
                var below = FunnelLimit.Of(0.2, n, (1 - confidence) / 2).Alarm;
                var above = FunnelLimit.Of(0.2, n, 1 - ((1 - confidence) / 2)).Alarm;
                for (var k = 0; k <= n; k++)
                    Assert.Equal(k <= below ? FunnelSide.Below : k >= above ? FunnelSide.Above : FunnelSide.Within, new FunnelPoint(k, n, 0.2).Flag(confidence));
            }
        }
    }

    [Fact]
    public void The_target_is_what_the_others_realise()
    {
        Assert.Equal(0.25, FunnelPoint.TargetWithout([new(50, 60), new(10, 30), new(5, 30)], 0));
        Assert.Null(FunnelPoint.TargetWithout([new(50, 60)], 0));
    }

    [Fact]
    public void More_spread_than_chance_widens_the_limits()
    {
        Assert.True(FunnelLimit.Arcsine(0.2, 100, 0.975, 0.003) > FunnelLimit.Arcsine(0.2, 100, 0.975, 0));
        Assert.True(FunnelLimit.Arcsine(0.2, 100, 0.025, 0.003) < FunnelLimit.Arcsine(0.2, 100, 0.025, 0));
        Assert.Null(Overdispersion.Of([new FunnelPoint(1, 5, 0.2)]));
        Assert.Equal(0, Overdispersion.Of([new FunnelPoint(20, 100, 0.2), new FunnelPoint(20, 100, 0.2)])!.TauSquared);
    }

    [Fact]
    public void What_lies_outside_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new FunnelPoint(1, 0, 0.2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FunnelPoint(3, 2, 0.2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FunnelPoint(1, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FunnelPoint(1, 2, 0.2).Flag(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelLimit.Of(0.2, 0, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelLimit.Arcsine(0.2, 5, 0.5, -1));
    }

    private static List<FunnelPoint> Points(double target) =>
        [.. Providers.Select(row => new FunnelPoint(row.Whole("exceed"), row.Whole("n"), target))];

    private static void AssertClose(double expected, double actual, double absolute = 0) => Assert.True(
        Math.Abs(expected - actual) <= Math.Max(absolute * 1e-3, 1e-9 * Math.Abs(expected)), string.Create(CultureInfo.InvariantCulture, $"{actual} for {expected}"));
}
