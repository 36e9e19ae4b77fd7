using System.Text.RegularExpressions;
using RgkCalibrator.Output.Charts;
using SkiaSharp;

namespace RgkCalibrator.Tests.Output.Charts;

/// <summary>Pictures of every kind of chart, read back.</summary>
public sealed class PngPainterTests : IDisposable
{
    private static readonly SKColor Paper = SKColor.Parse(Palette.Paper);

    private readonly PngPainter _painter = new(PngSettings.UsualWidth);

    public static TheoryData<string> Kinds => [.. Drawings.Keys];

    private static Dictionary<string, SvgDrawing> Drawings { get; } = Samples.Histograms
        .Select(sample => ("histogram-" + sample.Key, HistogramPainter.Paint(sample.Value)))
        .Concat(DistributionSamples.Curves.Select(sample => ("curve-" + sample.Key, CurvePainter.Paint(sample.Value))))
        .Concat(DistributionSamples.Subgroups.Select(sample => (sample.Key, BoxPainter.Paint(sample.Value))))
        .Concat(
            new[] { Samples.AllProducts, Samples.Endlessly }.SelectMany(DumbbellPainter.Paint)
                .Select((page, i) => ("dumbbell-" + Numbers.Whole(i), page)))
        .ToDictionary(StringComparer.Ordinal);

    public void Dispose() => _painter.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_text_has_ink_where_it_stands_and_none_around_it(string kind)
    {
        using var picture = Picture(kind);

        Assert.All(new Drawing(Drawings[kind]).Texts, text =>
        {
            Assert.True(Ink(picture, text.Left, text.Right, text.Top, text.Baseline) > 0.03, text.Text);
            Assert.True(Ink(picture, text.Left, text.Right, text.Top, text.Baseline) < 0.75, text.Text);
        });
        Assert.Equal(0, Ink(picture, 0, 40, 0, 1080));
        Assert.Equal(0, Ink(picture, 1880, 1920, 0, 1080));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_colour_of_a_shape_is_there(string kind)
    {
        using var picture = Picture(kind);

        var shapes = Regex.Matches(Drawings[kind], """<(?:rect|path|circle|g fill="none")[^>]*""")
            .Select(match => match.Value);
        var colours = shapes.SelectMany(shape => Regex.Matches(shape, "#([0-9A-F]{6})"))
            .Select(match => SKColor.Parse(match.Value)).Distinct();
        // Bars may cover the grid, which only guides the eye.
        Assert.Empty(colours.Except(picture.Pixels).Except([SKColor.Parse(Palette.Grid)]));
    }

    [Fact]
    public void Bars_inside_the_line_are_full_and_bars_outside_are_hatched()
    {
        using var picture = Picture("histogram-three-bins");
        using var hatched = Picture("histogram-volume-45C02");
        var (inside, outside) = (SKColor.Parse(Palette.Inside), SKColor.Parse(Palette.Outside));

        Assert.Equal([inside], Row(picture, 160, 200, 800).Distinct());
        var stripes = Row(hatched, 750, 820, 850);
        Assert.InRange(stripes.Count(colour => colour == outside), 25, 45);
        Assert.InRange(stripes.Count(colour => colour == Paper), 20, 35);
    }

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(3840, 2160)]
    public void A_picture_is_as_large_as_asked_and_is_not_transparent(int width, int height)
    {
        using var painter = new PngPainter(width);

        var info = SKBitmap.DecodeBounds(painter.Paint(Drawings["histogram-volume-45C02"]));

        Assert.Equal((width, height, SKAlphaType.Opaque), (info.Width, info.Height, info.AlphaType));
    }

    [Fact]
    public void The_same_drawing_gives_the_same_bytes_on_any_number_of_threads()
    {
        var once = Drawings.Values.Select(_painter.Paint).ToList();

        var again = Drawings.Values.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(_painter.Paint).ToList();

        Assert.Equal(once, again);
    }

    private static SKColor[] Row(SKBitmap picture, int left, int right, int y) =>
        [.. Enumerable.Range(left, right - left).Select(x => picture.GetPixel(x, y))];

    /// <summary>The share of pixels that are not paper.</summary>
    private static double Ink(SKBitmap picture, double left, double right, double top, double bottom) => Enumerable
        .Range((int)top, (int)(bottom - top))
            .Average(y => Row(picture, (int)left, (int)right, y).Average(colour => colour == Paper ? 0.0 : 1.0));

    private SKBitmap Picture(string kind) => SKBitmap.Decode(_painter.Paint(Drawings[kind]));
}
