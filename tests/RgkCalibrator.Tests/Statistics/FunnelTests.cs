using System.Globalization;
using RgkCalibrator.Statistics.Shares;

namespace RgkCalibrator.Tests.Statistics;

public sealed class FunnelTests
{
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Providers =
        Reference.Rows("funnel_providers.csv");

    [Fact]
    public void Exact_limits_are_those_of_R()
    {
        // R 4.2.2: qbinom, pbinom; Spiegelhalter's interpolation.
        var rows = Reference.Rows("funnel_exact.csv");
        Assert.Equal(128, rows.Count);
        foreach (var row in rows)
        {
            var limit = FunnelLimit.Interpolated(row.Number("target"), row.Whole("n"), row.Number("P"));
            AssertClose(row.Number("limit_interp"), limit, 1e-9);
            AssertClose(
                row.Number("limit_arcsine"),
                FunnelLimit.Arcsine(row.Number("target"), row.Whole("n"), row.Number("P"), 0),
                1e-9);
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
        }
    }

    [Fact]
    public void Overdispersion_is_that_of_R()
    {
        foreach (var row in Reference.Rows("funnel_overdispersion.csv"))
        {
            var target = row["case"] == "pooled"
                ? Providers.Sum(one => one.Whole("exceed")) / (double)Providers.Sum(one => one.Whole("n"))
                : 0.2;
            AssertClose(row.Number("target"), target);
            var result = Overdispersion.Among(Points(target))!;
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
    public void The_numbers_from_which_a_provider_is_flagged_are_those_of_R()
    {
        foreach (var row in Reference.Rows("funnel_exact.csv"))
        {
            var (n, target, p, alarm) = (
                row.Whole("n"), row.Number("target"), row.Number("P"), row.Whole("alarm_count"));
            var (side, inward, confidence) = p < 0.5
                ? (FunnelSide.Below, alarm + 1, 1 - (2 * p))
                : (FunnelSide.Above, alarm - 1, (2 * p) - 1);
            if (alarm >= 0 && alarm <= n)
                Assert.Equal(side, new FunnelPoint(alarm, n, target).Flag(confidence));
            if (inward >= 0 && inward <= n)
                Assert.NotEqual(side, new FunnelPoint(inward, n, target).Flag(confidence));
        }
    }

    [Fact]
    public void More_spread_than_chance_widens_the_limits()
    {
        Assert.True(FunnelLimit.Arcsine(0.2, 100, 0.975, 0.003) > FunnelLimit.Arcsine(0.2, 100, 0.975, 0));
        Assert.True(FunnelLimit.Arcsine(0.2, 100, 0.025, 0.003) < FunnelLimit.Arcsine(0.2, 100, 0.025, 0));
        Assert.Null(Overdispersion.Among([new FunnelPoint(1, 5, 0.2)]));
        Assert.Equal(
            0, Overdispersion.Among([new FunnelPoint(20, 100, 0.2), new FunnelPoint(20, 100, 0.2)])!.TauSquared);
    }

    [Fact]
    public void What_lies_outside_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new FunnelPoint(1, 0, 0.2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FunnelPoint(3, 2, 0.2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FunnelPoint(1, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FunnelPoint(1, 2, 0.2).Flag(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelLimit.Interpolated(0.2, 0, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelLimit.Arcsine(0.2, 5, 0.5, -1));
    }

    private static List<FunnelPoint> Points(double target) =>
        [.. Providers.Select(row => new FunnelPoint(row.Whole("exceed"), row.Whole("n"), target))];

    private static void AssertClose(double expected, double actual, double absolute = 0) => Assert.True(
        Math.Abs(expected - actual) <= Math.Max(absolute * 1e-3, 1e-9 * Math.Abs(expected)),
        string.Create(CultureInfo.InvariantCulture, $"{actual} for {expected}"));
}
