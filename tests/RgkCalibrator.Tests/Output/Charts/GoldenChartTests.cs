using System.Globalization;
using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Tests.Output.Charts;

public sealed class GoldenChartTests
{
    private static readonly string[] Accepted =
        ["volume-45C02", "volume-45C02-framework", "duration-45C02", "three-bins", "long-texts"];

    [Theory]
    [InlineData("")]
    [InlineData("nl-NL")]
    [InlineData("tr-TR")]
    public void A_chart_is_the_same_under_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        foreach (var name in Accepted)
            Golden.Verify($"histogram-{name}.svg", HistogramPainter.Paint(Samples.Histograms[name]));
        foreach (var (i, page) in DumbbellPainter.Paint(Samples.AllProducts).Index())
            Golden.Verify($"dumbbell-{Numbers.Whole(i + 1)}.svg", page);
    }
}
