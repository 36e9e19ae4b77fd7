using System.Globalization;
using System.Xml.Linq;
using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Tests.Output.Charts;

/// <summary>A text of a drawing with the box it takes, in px.</summary>
internal sealed record PaintedText(string Text, double Size, double Left, double Right, double Baseline)
{
    // Ascent and descent of digits and letters in the fonts that are used.
    public double Top => Baseline - (0.75 * Size);

    public double Bottom => Baseline + (0.22 * Size);

    public bool Overlaps(PaintedText other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}

/// <summary>What every drawing must be.</summary>
internal static class Painted
{
    /// <summary>Large enough, on the sheet, clear of all other texts, and more than what was cut off.</summary>
    public static void Legible(Drawing drawing)
    {
        Assert.DoesNotContain(drawing.Texts, text => text.Text == "…");
        Assert.All(drawing.Texts, text => Assert.True(text.Size >= 28, text.Text));
        Assert.All(
            drawing.Texts,
            text => Assert.True(
                text.Left >= 40 && text.Right <= 1880 && text.Top >= 0 && text.Bottom <= 1080, text.Text));
        var pairs = drawing.Texts.SelectMany((text, i) => drawing.Texts.Skip(i + 1), (text, other) => (text, other));
        Assert.DoesNotContain(pairs, pair => pair.text.Overlaps(pair.other));
    }
}

/// <summary>A drawing, read back.</summary>
internal sealed class Drawing(string svg)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public XElement Root { get; } = XDocument.Parse(svg, LoadOptions.PreserveWhitespace).Root!;

    public IReadOnlyList<PaintedText> Texts => [.. Root.Descendants(Svg + "text").Select(Painted)];

    public IReadOnlyList<double> MarkerLines =>
        [.. All("data-marker").Select(group => Numbers(group.Elements().First().Attribute("d")!.Value)[2])];

    /// <summary>The bars with their counts and areas; the points of a path, closed.</summary>
    public IReadOnlyList<(double Count, double Area)> Bars =>
        [.. All("data-count").Select(
            bar => (
                Number(bar.Attribute("data-count")!.Value),
                Area(Corners(bar.Elements(Svg + "path").First().Attribute("d")!.Value))))];

    public string Element(string name) => Root.Element(Svg + name)!.Value;

    private IEnumerable<XElement> All(string attribute) =>
        Root.Descendants().Where(element => element.Attribute(attribute) is not null);

    private static PaintedText Painted(XElement text)
    {
        var size = Number(Inherited(text, "font-size"));
        var width = new TextStyle(size, Inherited(text, "font-weight") == "700").WidthOf(text.Value);
        var x = Number(text.Attribute("x")!.Value);
        var left = Inherited(text, "text-anchor") switch { "middle" => x - (width / 2), "end" => x - width, _ => x };
        return new(text.Value, size, left, left + width, Number(text.Attribute("y")!.Value));
    }

    private static string Inherited(XElement element, string attribute) =>
        element.AncestorsAndSelf().Select(ancestor => ancestor.Attribute(attribute)?.Value)
            .First(value => value is not null)!;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static List<double> Numbers(string path) =>
        [.. path.Split(['M', 'L', 'H', 'V', 'Z', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    private static List<(double X, double Y)> Corners(string path)
    {
        var corners = new List<(double X, double Y)>();
        foreach (var step in path.TrimEnd('Z').Select((letter, at) => (letter, at)).Where(
            step => char.IsLetter(step.letter)))
        {
            var numbers = Numbers(path[(step.at + 1)..].Split(['M', 'L', 'H', 'V', 'Z'])[0]);
            corners.Add(step.letter switch
            {
                'H' => (numbers[0], corners[^1].Y),
                'V' => (corners[^1].X, numbers[0]),
                _ => (numbers[0], numbers[1]),
            });
        }

        return corners;
    }

    private static double Area(List<(double X, double Y)> corners) =>
        Math.Abs(corners.Zip(corners.Skip(1).Append(corners[0]), (a, b) => (a.X * b.Y) - (b.X * a.Y)).Sum()) / 2;
}
