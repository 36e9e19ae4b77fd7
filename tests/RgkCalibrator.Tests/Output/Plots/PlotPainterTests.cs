using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Output.Plots;

namespace RgkCalibrator.Tests.Output.Plots;

public sealed class PlotPainterTests
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    public static TheoryData<int> Choices { get; } = [.. Enumerable.Range(0, PlotSamples.Choices.Count)];

    [Theory]
    [MemberData(nameof(Choices))]
    public void Every_kind_says_that_it_is_restricted_and_the_same_twice(int choice)
    {
        var picture = PlotSamples.Model(PlotSamples.Skewed(300), PlotSamples.Choices[choice]);

        var (one, other) = (Svg(picture), Svg(picture));

        Assert.Equal(one, other);
        Assert.Contains("Vertrouwelijk: alleen voor intern gebruik", Text(one), StringComparison.Ordinal);
        Assert.Contains(
            "Product 45C02, 300 trajecten: 263 afgerond, 37 nog lopend.", Text(one), StringComparison.Ordinal);
        Assert.Contains("Bron: verzonnen.", Text(one), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void Every_kind_is_painted_in_the_size_that_is_asked(int choice)
    {
        var picture = PlotSamples.Model(PlotSamples.Skewed(300), PlotSamples.Choices[choice]);

        var bytes = PlotPainter.Paint(picture, PlotFormat.Png, PlotSize.Usual);

        Assert.Equal((1920, 1080), SizeOf(bytes));
        Assert.Equal(bytes, PlotPainter.Paint(picture, PlotFormat.Png, PlotSize.Usual));
    }

    [Fact]
    public void A_larger_picture_is_the_same_picture_in_more_pixels()
    {
        var picture = PlotSamples.Model(PlotSamples.Skewed(300), new(PlotKind.Histogram));

        Assert.Equal((3840, 2160), SizeOf(PlotPainter.Paint(picture, PlotFormat.Png, new PlotSize(3840, 2160))));
        Assert.Equal((640, 900), SizeOf(PlotPainter.Paint(picture, PlotFormat.Png, new PlotSize(640, 900))));
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void Samples_of_every_shape_can_be_painted(int choice)
    {
        Group[] groups =
        [
            PlotSamples.Skewed(1), PlotSamples.Skewed(2), PlotSamples.Skewed(5), PlotSamples.Skewed(16),
            PlotSamples.LongNames(), PlotSamples.Weeks(),
        ];
        foreach (var group in groups)
        {
            foreach (var estimator in Enum.GetValues<Estimator>())
            {
                var svg = Svg(PlotSamples.Model(group, PlotSamples.Choices[choice], estimator));
                Assert.StartsWith("<?xml", svg, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Equal_values_can_be_painted()
    {
        foreach (var choice in PlotChoice.Usual)
            Assert.StartsWith("<?xml", Svg(PlotSamples.Model(PlotSamples.Equal(50), choice)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("tr-TR")]
    [InlineData("")]
    public void Numbers_are_written_as_in_Dutch_under_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        var text = Text(Svg(PlotSamples.Model(PlotSamples.Skewed(3000), new(PlotKind.Cumulative))));

        Assert.Contains("3.000 trajecten", text, StringComparison.Ordinal);
        Assert.Matches("P80: [0-9]+,[0-9] uur", text);
    }

    [Fact]
    public void Nothing_to_show_is_refused_with_its_reason()
    {
        var nobody = Assert.Throws<CalibrationException>(
            () => PlotSamples.Model(PlotSamples.Skewed(0), new(PlotKind.Histogram)));
        var nothingEnded = Assert.Throws<CalibrationException>(
            () => PlotSamples.Model(PlotSamples.AllRunning(9), new(PlotKind.Heatmap)));
        var unknown = Assert.Throws<CalibrationException>(
            () => PlotSamples.Model(PlotSamples.Equal(9), new(PlotKind.Box, PlotMeasure.Volume, PlotParts.Age)));

        Assert.All([nobody, nothingEnded, unknown], trouble => Assert.Equal(ExitCode.NothingToShow, trouble.ExitCode));
        Assert.Equal(
            3, new[] { nobody, nothingEnded, unknown }.Select(trouble => trouble.What.Dutch).Distinct().Count());
    }

    [Fact]
    public void A_machine_without_the_font_is_told_what_to_install()
    {
        using var folder = new TemporaryFolder();

        var trouble = Assert.Throws<CalibrationException>(() => PlotFont.Load([folder.Root, folder["nergens"]]));

        Assert.Equal(ExitCode.Files, trouble.ExitCode);
        Assert.Contains("fonts-liberation", trouble.Remedy.Dutch, StringComparison.Ordinal);
    }

    private static string Svg(PlotModel picture) =>
        Encoding.UTF8.GetString(PlotPainter.Paint(picture, PlotFormat.Svg, PlotSize.Usual));

    /// <summary>The texts of a drawing, one a line.</summary>
    private static string Text(string svg) =>
        string.Join(
            '\n',
            System.Xml.Linq.XDocument.Parse(svg).Descendants()
                .Where(element => element.Name.LocalName == "text").Select(element => element.Value));

    private static (int Width, int Height) SizeOf(byte[] png)
    {
        Assert.Equal(Signature, png[..4]);
        return (
            BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }
}
