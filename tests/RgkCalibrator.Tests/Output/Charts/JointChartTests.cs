using RgkCalibrator.Disclosure;
using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Tests.Output.Charts;

public sealed class JointChartTests
{
    private static readonly List<(SafeDistributions Shown, JointChart? Chart)> Charts =
    [
        .. Enumerable.Range(1, 20).SelectMany(seed => RandomDrafts.Of(seed).Distributions)
            .Select(shown => (shown, JointCharts.Of(shown, DistributionSamples.Dutch))),
    ];

    [Fact]
    public void Its_parts_follow_from_the_three_shares_of_the_line()
    {
        var drawn = Charts.Where(one => one.Chart is not null).ToList();

        Assert.True(drawn.Count > 20);
        Assert.All(drawn, one =>
        {
            var (line, parts) = (one.Shown.Line, SafeQuarters.From(one.Shown.Line)!);
            Assert.Equal(line.WithinBoth!.Value, parts.Both);
            Assert.Equal(line.WithinDuration!.Value, parts.Both + parts.OnlyDuration, 9);
            Assert.Equal(line.WithinVolume!.Value, parts.Both + parts.OnlyVolume, 9);
            Assert.Equal(1, parts.Both + parts.OnlyDuration + parts.OnlyVolume + parts.Neither, 9);
            Assert.Equal(Numbers.Share(parts.Both, 0, Language.Dutch), one.Chart!.Parts.Both.Share);
        });
    }

    [Fact]
    public void It_is_not_drawn_where_a_share_is_not_shown_or_a_band() => Assert.All(
        Charts.Where(one => one.Shown.Line is not
        {
            WithinBoth.IsBand: false, WithinDuration.IsBand: false, WithinVolume.IsBand: false,
        }),
        one => Assert.Null(one.Chart));

    [Fact]
    public void Its_bars_are_those_of_the_histograms()
    {
        var (shown, chart) = Charts.First(one => one.Chart is not null);
        var bars = new Drawing(JointPainter.Paint(chart!)).Bars;

        Assert.Equal(
            shown.Volume!.Bins.Concat(shown.Duration!.Bins).Select(bin => (double)bin.Count).Where(count => count > 0),
            bars.Select(bar => bar.Count));
    }

    [Fact]
    public void It_is_as_accepted() =>
        Golden.Verify("joint.svg", JointPainter.Paint(Charts.First(one => one.Chart is not null).Chart!));
}
