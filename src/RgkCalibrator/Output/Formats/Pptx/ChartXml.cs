using System.Xml.Linq;
using static RgkCalibrator.Output.Formats.Pptx.SlideElement;

namespace RgkCalibrator.Output.Formats.Pptx;

/// <summary>A chart as Office reads it. The order of the elements is fixed by the format.</summary>
/// <param name="chart">The chart.</param>
/// <param name="workbook">What it is drawn of.</param>
/// <param name="language">Of its texts.</param>
internal sealed class ChartXml(NativeChart chart, ChartWorkbook workbook, Language language)
{
    internal const string WorkbookId = "rIdWorkbook";
    internal const string MarksId = "rIdMarks";

    /// <summary>The colour of texts.</summary>
    internal const string Ink = "1F2933";

    internal const string Paper = "FFFFFF";
    private const int XAxisId = 1;
    private const int YAxisId = 2;
    private const string Grid = "E4E7EB";
    private const string AxisColour = "7B8794";

    internal XElement ToXml() => Root(C(
        "chartSpace", [],
        Value("roundedCorners", 0),
        C(
            "chart", [],
            Value("autoTitleDeleted", 1),
            C("plotArea", [], C("layout", [], Place(chart.Plot, isInner: true)), Plot(), Axes()),
            Legend(),
            Value("plotVisOnly", 1),
            Value("dispBlanksAs", chart is AreaChart ? "zero" : "gap")),
        // Charts stay white in every template: their colours keep apart on white.
        C("spPr", [], A("solidFill", [], Colour(Paper)), A("ln", [], A("noFill"))),
        TextLook(),
        C("externalData", [], Relationship(WorkbookId), Value("autoUpdate", 0)),
        chart.Marks.Count == 0 ? null : C("userShapes", [], Relationship(MarksId))));

    private XElement Place(Frame frame, bool isInner) => C(
        "manualLayout", [],
        isInner ? Value("layoutTarget", "inner") : null,
        Value("xMode", "edge"),
        Value("yMode", "edge"),
        Value("x", Part(frame.Left / chart.Size.Width)),
        Value("y", Part(frame.Top / chart.Size.Height)),
        Value("w", Part(frame.Width / chart.Size.Width)),
        Value("h", Part(frame.Height / chart.Size.Height)));

    private XElement Plot() => chart switch
    {
        AreaChart areas => C(
            "areaChart", [],
            Value("grouping", "standard"), Value("varyColors", 0),
            areas.Areas.Select(Area), Value("axId", XAxisId), Value("axId", YAxisId)),
        PointChart points => C(
            "scatterChart", [],
            Value("scatterStyle", "lineMarker"), Value("varyColors", 0),
            points.Series.Select(Points), Value("axId", XAxisId), Value("axId", YAxisId)),
        _ => throw new ArgumentOutOfRangeException(nameof(chart), chart, "Unknown kind of chart."),
    };

    private XElement Area(AreaLook look, int place)
    {
        var fill = look.Fill == AreaFill.Full
            ? A("solidFill", [], Colour(look.Colour))
            : A(
                "pattFill", [("prst", look.Fill == AreaFill.Slanted ? "dkUpDiag" : "dkHorz")],
                A("fgClr", [], Colour(look.Colour)), A("bgClr", [], Colour(Paper)));
        return C(
            "ser", [],
            Heading(place, place + 1),
            C("spPr", [], fill, A("ln", [], A("noFill"))),
            // From each point down to the axis, so that areas beside each other stay apart.
            C(
                "errBars", [],
                Value("errDir", "y"), Value("errBarType", "minus"), Value("errValType", "percentage"),
                Value("noEndCap", 1), Value("val", 100), C("spPr", [], Line(look.Edge, 1.25))),
            // LibreOffice takes places for days only where they have the form of a date.
            Numbered("cat", 0, "yyyy\\-mm\\-dd"),
            Numbered("val", place + 1));
    }

    private XElement Points(PointSeries series, int place) => C(
        "ser", [],
        Heading(place, series.X),
        C("spPr", [], series.LineWidth > 0 ? Line(series.Colour, series.LineWidth) : A("ln", [], A("noFill"))),
        C(
            "marker", [],
            Value("symbol", NameOf(series.Sign)),
            series.Sign == PointSign.None ? null : Value("size", series.SignSize),
            series.Sign == PointSign.None
                ? null
                : C("spPr", [], A("solidFill", [], Colour(series.Colour)), Line(series.Colour, 1))),
        series.Labels is { } labels ? Labels(labels) : null,
        Numbered("xVal", series.X),
        Numbered("yVal", series.Y),
        Value("smooth", 0));

    private static string NameOf(PointSign sign) => sign switch
    {
        PointSign.None => "none",
        PointSign.Circle => "circle",
        PointSign.Diamond => "diamond",
        _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, "Unknown sign."),
    };

    private XElement Labels(IReadOnlyList<PointLabel> labels) => C(
        "dLbls", [],
        labels.Index().Where(pair => pair.Item.Text.Length > 0).Select(pair => C(
            "dLbl", [],
            Value("idx", pair.Index),
            C("tx", [], C("rich", [], A("bodyPr", [("wrap", "none")]), A("p", [], TextXml.Run(
                new SlideParagraph(pair.Item.Text) { IsBold = true, Colour = Ink }, language)))),
            Value("dLblPos", pair.Item.Side == TextSide.Left ? "l" : "r"),
            Shows(isShown: true))),
        Shows(isShown: false));

    private static IEnumerable<XElement> Shows(bool isShown) =>
    [
        Value("showLegendKey", 0), Value("showVal", isShown ? 1 : 0), Value("showCatName", 0), Value("showSerName", 0),
        Value("showPercent", 0), Value("showBubbleSize", 0),
    ];

    private IEnumerable<XElement> Heading(int place, int column) =>
    [
        Value("idx", place),
        Value("order", place),
        C("tx", [], C(
            "strRef", [],
            C("f", [], workbook.HeadingOf(column)),
            C(
                "strCache", [], Value("ptCount", 1),
                C("pt", [("idx", 0)], C("v", [], Clean(chart.Columns[column].Heading)))))),
    ];

    private XElement Numbered(string name, int column, string format = "General")
    {
        var numbers = chart.Columns[column].Numbers;
        return C(name, [], C(
            "numRef", [],
            C("f", [], workbook.NumbersOf(column)),
            C(
                "numCache", [],
                C("formatCode", [], format),
                Value("ptCount", numbers.Count),
                numbers.Index().Where(pair => pair.Item is not null)
                    .Select(pair => C("pt", [("idx", pair.Index)], C("v", [], Numbers.Computed(pair.Item!.Value)))))));
    }

    private IEnumerable<XElement> Axes() => chart is AreaChart
        ? [
            C(
                "dateAx", [], Axis(chart.XAxis, XAxisId, "b"), Crosses(YAxisId, "autoZero"), Value("auto", 0),
                Value("lblOffset", 100), Value("baseTimeUnit", "days")),
            C("valAx", [], Axis(chart.YAxis, YAxisId, "l"), Crosses(XAxisId, "autoZero"), Steps(chart.YAxis)),
        ]
        : [
            C("valAx", [], Axis(chart.XAxis, XAxisId, "b"), Crosses(YAxisId, "min"), Steps(chart.XAxis)),
            C("valAx", [], Axis(chart.YAxis, YAxisId, "l"), Crosses(XAxisId, "min"), Steps(chart.YAxis)),
        ];

    private static IEnumerable<XElement?> Axis(ChartAxis axis, int id, string side) =>
    [
        Value("axId", id),
        C(
            "scaling", [], Value("orientation", "minMax"), Value("max", Numbers.Computed(axis.Max)),
            Value("min", Numbers.Computed(axis.Min))),
        Value("delete", 0),
        Value("axPos", side),
        axis.Step > 0 ? C("majorGridlines", [], C("spPr", [], Line(Grid, 1))) : null,
        C("numFmt", [("formatCode", FormatOf(axis)), ("sourceLinked", 0)]),
        Value("majorTickMark", "none"),
        Value("minorTickMark", "none"),
        Value("tickLblPos", axis.HasLabels ? "nextTo" : "none"),
        C("spPr", [], id == XAxisId ? Line(AxisColour, 1) : A("ln", [], A("noFill"))),
    ];

    private static string FormatOf(ChartAxis axis)
    {
        var decimals = Enumerable.Range(0, 6)
            .First(places => places == 5 || Math.Abs(axis.Step - Math.Round(axis.Step, places)) < 1e-9);
        return decimals == 0 ? "#,##0" : "#,##0." + new string('0', decimals);
    }

    private static IEnumerable<XElement> Crosses(int other, string where) =>
        [Value("crossAx", other), Value("crosses", where)];

    private static IEnumerable<XElement?> Steps(ChartAxis axis) =>
    [
        Value("crossBetween", "midCat"),
        axis.Step > 0 ? Value("majorUnit", Numbers.Computed(axis.Step)) : null,
    ];

    private XElement? Legend() => chart.Legend is not { } frame ? null : C(
        "legend", [],
        Value("legendPos", "t"),
        chart is PointChart points
            ? points.Series.Index().Where(pair => !pair.Item.IsNamed)
                .Select(pair => C("legendEntry", [], Value("idx", pair.Index), Value("delete", 1)))
            : null,
        C("layout", [], Place(frame, isInner: false)),
        Value("overlay", 1));

    private static XElement TextLook() => C(
        "txPr", [],
        A("bodyPr"), A("lstStyle"),
        A("p", [], A("pPr", [], A(
            "defRPr", [("sz", TextXml.Hundredths(SlideText.SmallestSize))],
            A("solidFill", [], Colour(Ink)), A("latin", [("typeface", TextXml.BodyFont)])))));

    private static XElement Line(string colour, double width) => TextXml.Line(colour, width);

    private static XElement Colour(string colour) => TextXml.Colour(colour);

    private static string Part(double part) => ChartMarksXml.Part(part);
}
