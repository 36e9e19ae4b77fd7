using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Tests.Output.Charts;

/// <summary>
/// Charts as a calibration would make them; the numbers are invented, the products and framework lines are those of
/// 2025.
/// </summary>
internal static class Samples
{
    private const string Source =
        "Bron: declaraties regio, 2018-2023. Trajecten met begin en einde in het venster; aantallen afgerond op 5.";

    private const string Higher =
        "Met P80 in plaats van P75 ligt de richtlijn 12 tot 24% hoger, het meest bij producten met een lange staart";

    private static readonly string Endless = string.Join(' ', Enumerable.Repeat("zonder einde", 40));

    private static readonly double[] Edges = [.. Enumerable.Range(0, 60).Select(hours => (double)hours)];

    public static Dictionary<string, HistogramChart> Histograms { get; } = new()
    {
        ["volume-45C02"] = Volume(),
        ["volume-45C02-equal"] = Volume() with { Markers = [At(61, "P75"), At(61, "P80", MarkerKind.Chosen)] },
        ["volume-45C02-framework"] = Volume() with
        {
            Markers = [At(52, "P75"), At(61, "P80", MarkerKind.Chosen), At(61, "Richtlijn 2025", MarkerKind.Framework)],
        },
        ["volume-45C02-far"] = Volume() with { Markers = [At(168, "P75"), At(176, "P80", MarkerKind.Chosen)] },
        ["volume-45C02-left"] = Volume() with { Markers = [At(1, "P75"), At(3, "P80", MarkerKind.Chosen)] },
        ["duration-45C02"] = Duration(),
        ["three-bins"] = ThreeBins(),
        ["one-bin"] = OneBin(),
        ["one-open-bin"] = OneBin() with { Bins = [new(0, null, 55, "0 dagdelen en meer", "55", LineSide.Inside)] },
        ["all-in-one"] = AllInOne(),
        ["long-texts"] = LongTexts(),
        ["endless-texts"] = LongTexts() with
        {
            XTitle = Endless,
            YTitle = Endless,
            InsideLabel = Endless,
            OutsideLabel = Endless,
        },
        ["narrow-open-bin"] = Volume() with
        {
            Bins = Bins("uur", 30, Edges, Edges),
            XAxis = Axis.At(Language.Dutch, 0, 20, 40, 59),
            DensityWidth = 1,
        },
    };

    public static DumbbellChart AllProducts { get; } = new()
    {
        Caption = new(
            "p75-p80",
            Language.Dutch,
            Higher,
            "Per product het 75e en het 80e percentiel van volume en duur. Zes van de 36 regels hebben te weinig "
                + "trajecten.",
            [
                "Venster 2018-2023, n = 18.450 trajecten van 12.310 jeugdigen; percentielen als gehele rang, "
                    + "afgerond op hele eenheden.",
                Source,
            ])
        {
            Footer = "18.450 trajecten, begonnen 2018 t/m 2023, wat nog loopt, telt mee. Bron: declaraties regio.",
        },
        TitleOf = _ => Higher,
        ComparedName = "P75",
        ChosenName = "P80",
        ComparedLegend = "P75: driekwart van de trajecten blijft hierbinnen",
        ChosenLegend = "P80: vier van de vijf blijven hierbinnen",
        Panels =
        [
            new("Volume in uren", "uur", UpTo, Hours()),
            new("Volume in dagdelen", "dagdelen", UpTo, DayParts()),
            new("Duur", "maanden", UpTo, Months()),
        ],
    };

    public static DumbbellChart Endlessly { get; } = AllProducts with
    {
        ComparedLegend = Endless,
        ChosenLegend = Endless,
        Panels =
        [
            new(
                Endless,
                Endless,
                _ => Axis.At(Language.Dutch, 0, 1),
                [new(Endless, new(0.1, "0,1"), new(0.9, "0,9"), "+800%")]),
        ],
    };

    public static DumbbellChart OnePage { get; } = AllProducts with
    {
        TitleOf = _ => "Bij dagbesteding scheelt P80 een dagdeel per twee weken met P75",
        Panels = [.. AllProducts.Panels.Skip(1)],
    };

    /// <summary>With the proposal at the lower percentile: the value for comparison lies behind it.</summary>
    public static DumbbellChart Downward { get; } = AllProducts with
    {
        ComparedName = "P90",
        ChosenName = "P82,5",
        ComparedLegend = null,
        ChosenLegend = null,
        Panels =
        [
            .. AllProducts.Panels.Select(panel => new DumbbellPanel(
                panel.Title, panel.XTitle, panel.AxisTo, [.. panel.Rows.Select(
                    row => row with { Compared = row.Chosen, Chosen = row.Compared })])),
        ],
    };

    public static HistogramChart Volume() => new()
    {
        Caption = new(
            "volume-45C02",
            Language.Dutch,
            "Vier van de vijf trajecten individuele begeleiding licht blijven binnen 61 uur",
            "Histogram van het volume. De helft van de trajecten heeft minder dan 27 uur; daarna loopt een lange "
                + "staart tot ver boven 120 uur.",
            ["Venster 2018-2023.", Source])
        {
            Footer = "45C02: 635 trajecten, begonnen 2018 t/m 2023, wat nog loopt, telt mee. Bron: declaraties regio.",
        },
        XTitle = "uur per traject",
        YTitle = "trajecten per 10 uur (getal op de staaf: aantal trajecten)",
        XAxis = Axis.Nice(0, 180, 18, Language.Dutch),
        DensityWidth = 10,
        CountTitle = "trajecten",
        InsideLabel = "binnen het voorstel van 61 uur",
        OutsideLabel = "erboven",
        Bins = Bins(
            "uur",
            61,
            [0, 10, 20, 30, 40, 50, 61, 70, 80, 90, 100, 120],
            [95, 145, 105, 75, 50, 40, 25, 20, 15, 10, 15, 40]),
        Markers = [At(61, "P80", MarkerKind.Chosen), At(52, "P75")],
    };

    private static Axis UpTo(double largest) => Axis.Nice(0, largest, 6, Language.Dutch);

    private static HistogramChart Duration() => Volume() with
    {
        Caption = Volume().Caption with
        {
            Title = "De meeste trajecten duren korter dan een jaar; 12 maanden dekt 68%, 18 maanden 88%",
            Description = "Histogram van de duur. Het vaakst duurt een traject een half tot driekwart jaar.",
        },
        XTitle = "maanden van begin tot einde",
        YTitle = "trajecten per 3 maanden (getal op de staaf: aantal trajecten)",
        XAxis = Axis.At(Language.Dutch, 0, 3, 6, 9, 12, 18, 24),
        DensityWidth = 3,
        InsideLabel = "binnen 12 maanden",
        OutsideLabel = "langer",
        Bins = Bins("maanden", 12, [0, 3, 6, 9, 12, 18, 24], [20, 140, 160, 120, 125, 45, 35]),
        Markers = [new(13.5, "P75: 13,5 maanden", MarkerKind.Compared), new(
            14.9, "P80: 14,9 maanden", MarkerKind.Chosen)],
    };

    private static HistogramChart ThreeBins() => Volume() with
    {
        Caption = Volume().Caption with { Title = "Kindergeneeskunde: te weinig trajecten voor meer dan drie klassen" },
        InsideLabel = "binnen het voorstel van 10 uur",
        Bins = Bins("uur", 10, [0, 4, 10], [25, 20, 10]),
        XAxis = Axis.Nice(0, 10, 5, Language.Dutch),
        DensityWidth = 4,
        YTitle = "trajecten per 4 uur",
        Markers = [At(8, "P75"), At(10, "P80", MarkerKind.Chosen)],
    };

    private static HistogramChart OneBin() => ThreeBins() with
    {
        Bins = [new(0, 104, 55, "0 t/m 104 dagdelen", "55", LineSide.Inside)],
        XTitle = "dagdelen per traject",
        YTitle = "trajecten per 104 dagdelen",
        XAxis = Axis.Nice(0, 104, 5, Language.Dutch),
        DensityWidth = 104,
        Markers = [],
    };

    private static HistogramChart AllInOne() => Volume() with
    {
        Bins = Bins("uur", 61, [0, 10, 20, 30, 40, 50, 61], [0, 0, 380, 0, 0, 0, 0]),
        Markers = [At(25, "P75"), At(25, "P80", MarkerKind.Chosen)],
    };

    private static HistogramChart LongTexts() => Volume() with
    {
        Caption = Volume().Caption with
        {
            Title = "Hoog-specialistische Jeugd-GGZ, ambulant in combinatie met verblijf: een traject van <223 uur> "
                + "past in het \"kader\" & dekt vier van de vijf jeugdigen, "
                + "maar bij Individuele begeleiding middel i.p.v. school niet",
            Footer = string.Join(' ', Enumerable.Repeat("Een lange toelichting bij methode en bron.", 32)),
        },
        YTitle = "trajecten per 10 uur, in het venster van 2018 tot en met 2023 (getal op de staaf: aantal trajecten)",
        InsideLabel = "binnen de richtlijn voor Hoog-specialistische Jeugd-GGZ",
        OutsideLabel = "boven de richtlijn van de Ontwikkeltafel",
        Markers = [.. Enumerable.Range(50, 5).Select(
            hours => new ChartMarker(hours, "Een heel lange naam van een grenswaarde", MarkerKind.Compared))],
    };

    private static ChartMarker At(double hours, string name, MarkerKind kind = MarkerKind.Compared) =>
        new(hours, $"{name}: {Numbers.Exact(hours)} uur", kind);

    private static List<HistogramBin> Bins(string unit, double limit, double[] edges, double[] counts) =>
        [.. edges.Select((from, i) => Bin(from, i + 1 < edges.Length ? edges[i + 1] : null, counts[i], (unit, limit)))];

    private static HistogramBin Bin(double from, double? to, double count, (string Unit, double Limit) line)
    {
        var label = to is { } end
            ? $"{Numbers.Exact(from)} t/m {Numbers.Exact(end)} {line.Unit}"
            : $"meer dan {Numbers.Exact(from)} {line.Unit}";
        return new(from, to, count, label, Numbers.Shown(count, 0, Language.Dutch), SideOf(from, to, line.Limit));
    }

    private static LineSide SideOf(double from, double? to, double limit) =>
        to <= limit ? LineSide.Inside : from >= limit ? LineSide.Outside : LineSide.Across;

    private static DumbbellRow Row(string label, double p75, double p80) => new(
        label, new(p75, Numbers.Shown(p75, 1, Language.Dutch)), new(p80, Numbers.Shown(p80, 1, Language.Dutch)),
        "+" + Numbers.Share((p80 / p75) - 1, 0, Language.Dutch));

    private static List<DumbbellRow> Hours() =>
    [
        Row("Specialistische GGZ", 41, 48),
        Row("Hoog-specialistische Jeugd-GGZ: Ambulant traject", 99, 115),
        Row("Hoog-specialistische Jeugd-GGZ: Ambulant in combinatie met verblijf", 187, 223),
        Row("Geïntegreerde Specialistische Jeugd-GGZ: Ambulant traject", 57, 66),
        Row("Persoonlijke verzorging", 109, 130),
        Row("JH2-C Specialistische groepshulp licht", 30, 36),
        Row("JH2-D Specialistische groepshulp zwaar", 189, 221),
        Row("10voortoekomst: Eerste traject", 124, 143),
        Row("10voortoekomst: Verlenging / vervolgtraject", 143, 143),
        Row("Ambulante begeleiding op school", 31, 36),
        Row("Individuele begeleiding licht", 52, 61),
        Row("Gezinsbegeleiding", 63, 74),
        Row("Individuele begeleiding middel", 74, 87),
        Row("Individuele begeleiding middel i.p.v. school", 80, 87),
        Row("Individuele begeleiding zwaar", 66, 78),
        Row("JOH ambulant MBO: Eerste traject", 56, 66),
        Row("JOH ambulant HBO: Ambulant traject - verlenging / vervolgtraject", 22, 26),
        Row("Kindergeneeskunde: Eerste traject", 9.5, 10),
        Row("Ernstige Dyslexiezorg Diagnostiek", 12, 13),
        Row("Ernstige Dyslexiezorg Behandeling", 52, 57),
        Row("Basis Jeugd-GGZ", 15, 18),
    ];

    private static List<DumbbellRow> DayParts() =>
    [
        Row("Dagbehandeling", 270, 312),
        Row("Dagbehandeling: Op KDC (5-jarigen)", 380, 416),
        Row("Dagbesteding licht", 88, 104),
        Row("Dagbesteding zwaar", 120, 138),
        Row("Begeleiding groep licht", 45, 52),
    ];

    private static List<DumbbellRow> Months() =>
    [
        Row("Individuele begeleiding licht", 12, 12),
        Row("Gezinsbegeleiding", 9, 12),
        Row("10voortoekomst: Eerste traject", 18, 24),
        Row("Ernstige Dyslexiezorg Diagnostiek", 3, 6),
    ];
}
