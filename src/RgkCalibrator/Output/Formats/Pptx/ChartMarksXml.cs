using System.Xml.Linq;
using static RgkCalibrator.Output.Formats.Pptx.SlideElement;

namespace RgkCalibrator.Output.Formats.Pptx;

/// <summary>What is drawn on a chart: it belongs to the chart, and moves and grows with it.</summary>
internal static class ChartMarksXml
{
    internal static XElement ToXml(NativeChart chart, Language language) => Root(new XElement(
        Chart + "userShapes",
        chart.Marks.Select((mark, i) => mark switch
        {
            ChartLine line => Line(line, i + 2, chart.Size),
            ChartText text => Text(text, i + 2, chart.Size, language),
            _ => throw new ArgumentOutOfRangeException(nameof(chart), mark, "Unknown mark."),
        })));

    private static XElement Line(ChartLine line, int id, (double, double) size)
    {
        var ((fromX, fromY), (toX, toY)) = (line.From, line.To);
        var frame = new Frame(Math.Min(fromX, toX), Math.Min(fromY, toY), Math.Abs(toX - fromX), Math.Abs(toY - fromY));
        return Anchor(frame, size, D(
            "cxnSp", [("macro", "")],
            D("nvCxnSpPr", [], Named(id), D("cNvCxnSpPr")),
            D(
                "spPr", [],
                Place(frame, isFlipped: (toX - fromX) * (toY - fromY) < 0),
                A("prstGeom", [("prst", "line")], A("avLst")),
                Stroke(line))));
    }

    // The shape begins at the left: an arrow to the left has its head there.
    private static XElement Stroke(ChartLine line)
    {
        var stroke = TextXml.Line(line.Colour, line.Width, line.IsDashed);
        if (line.IsArrow)
            stroke.Add(A(line.To.X < line.From.X ? "headEnd" : "tailEnd", [("type", "triangle")]));
        return stroke;
    }

    private static XElement Text(ChartText text, int id, (double, double) size, Language language) =>
        Anchor(text.Frame, size, D(
            "sp", [("macro", ""), ("textlink", "")],
            D("nvSpPr", [], Named(id), D("cNvSpPr", [("txBox", 1)])),
            D(
                "spPr", [],
                Place(text.Frame, isFlipped: false),
                A("prstGeom", [("prst", "rect")], A("avLst")),
                text.Covers ? A("solidFill", [], TextXml.Colour(ChartXml.Paper)) : A("noFill")),
            D(
                "txBody", [],
                TextXml.BodyLook(isWrapped: false), A("lstStyle"),
                TextXml.Line(text.Paragraph with { Colour = ChartXml.Ink }, language))));

    private static XElement Anchor(Frame frame, (double Width, double Height) size, XElement shape) => D(
        "relSizeAnchor", [],
        D("from", [], D("x", [], Part(frame.Left / size.Width)), D("y", [], Part(frame.Top / size.Height))),
        D("to", [], D("x", [], Part(frame.Right / size.Width)), D("y", [], Part(frame.Bottom / size.Height))),
        shape);

    private static XElement Named(int id) =>
        D("cNvPr", [("id", id), ("name", "Markering " + Numbers.Whole(id - 1))]);

    private static XElement Place(Frame frame, bool isFlipped) => A(
        "xfrm", [("flipV", isFlipped ? 1 : null)],
        A("off", [("x", Emu(frame.Left)), ("y", Emu(frame.Top))]),
        A("ext", [("cx", Emu(frame.Width)), ("cy", Emu(frame.Height))]));

    /// <summary>A part of the chart: in few digits, which cannot be taken for the number of a client.</summary>
    internal static string Part(double part) => Numbers.Computed(Math.Round(Math.Clamp(part, 0, 1), 4));
}
