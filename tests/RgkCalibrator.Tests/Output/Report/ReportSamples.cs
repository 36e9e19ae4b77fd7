using System.Text.RegularExpressions;
using System.Xml.Linq;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Output.Report;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Tests.Output.Charts;
using RgkCalibrator.Tests.Output.Packets;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Output.Report;

/// <summary>Drafts for reports, and reports read back.</summary>
internal static partial class ReportSamples
{
    private static readonly DisclosureProfile Strict = new();
    private static readonly FrameworkSettings Settings = new();

    /// <summary>One line of every kind, and a product whose subgroups stand side by side.</summary>
    public static SafeDraft EveryKind => field ??= OfEveryKind();

    /// <summary>Sixty products, each with all of its distributions; every tenth has three subgroups.</summary>
    public static SafeDraft SixtyProducts => field ??= Many(60);

    public static DraftNotes Notes(Language language = Language.Dutch) =>
        new(Reading.GapOf90, Settings, Strict, IsSynthetic: true, language);

    /// <summary>A page as elements, which it can be read as.</summary>
    public static XElement Read(string page) => XElement.Parse(page["<!DOCTYPE html>".Length..]);

    public static IEnumerable<XElement> All(XElement page, string element, string attribute) =>
        page.Descendants(element).Where(one => one.Attribute(attribute) is not null);

    /// <summary>The drawings of a page with what they share put back, without the shared part itself.</summary>
    public static List<XElement> Drawings(XElement page)
    {
        var shared = page.Descendants("defs").First().Elements()
            .ToDictionary(part => "#" + part.Attribute("id")!.Value);
        var drawings = page.Descendants("figure").Select(figure => new XElement(figure.Descendants("svg").Single()))
            .ToList();
        foreach (var use in drawings.SelectMany(drawing => drawing.Descendants("use")).ToList())
            use.ReplaceWith(new XElement(shared[use.Attribute("href")!.Value]));
        return drawings;
    }

    /// <summary>What the page calls a line.</summary>
    public static string NameOf(SafeLine line) => LineAnchor.NameOf(line);

    /// <summary>The percentiles to which the slider can move a measure of a line, by the safe values.</summary>
    public static Dictionary<string, double> Points(SafeDistributions shown, string measure)
    {
        var (curve, line) = (measure == "volume" ? shown.VolumeCurve : shown.DurationCurve, shown.Line);
        var points = (curve?.Points ?? [])
            .ToDictionary(point => point.Percentage.ToString()[1..], point => point.Value);
        foreach (var own in new[] { line.Compared, line.Chosen })
        {
            double? value = measure == "volume" ? (double?)own.Volume : PlaceOf(own.Duration);
            if (value is { } known)
                points[own.Percentage.ToString()[1..]] = known;
        }

        return points;

        double? PlaceOf(DurationStep? step) => step is null ? null
            : line.Product.AllowedDurations.All(one => one.Unit == DurationUnit.Month) ? step.Length
            : line.Product.AllowedDurations.ToList().IndexOf(step) + 1;
    }

    /// <summary>Where a value stands in the drawing of a line, in px of the sheet.</summary>
    public static double PlaceOf(SafeDistributions shown, string measure, double value)
    {
        var context = Notes().ChartContext;
        var chart = measure == "volume"
            ? CurveCharts.Volume(shown.VolumeCurve!, context)
            : CurveCharts.Duration(shown.DurationCurve!, context);
        return new CurveLayout(chart).Area.X.At(value);
    }

    [GeneratedRegex("'sha256-(?<hash>[^']+)'")]
    public static partial Regex Hashes();

    private static SafeDraft OfEveryKind()
    {
        var parts = DistributionSamples.Parts(
            Care.Usual with
            {
                Code = "45D07",
                Name = "Behandeling met delen",
                ExceptionGrounds = [new ExceptionGround("crisis", "Crisis en veiligheid")],
                Current = [new CurrentLine(40, DurationStep.Months(9)) { SubgroupId = "deel0" }],
            },
            ("Eerste", 300, 1), ("Vervolg", 210, 2));
        var kinds = SafeDraft.From(DraftLines.All(), Strict);
        return SafeDraft.Of(
            [
                .. kinds.Lines.Concat(parts.Lines).Select(line => (
                    line,
                    kinds.Distributions.Concat(parts.Distributions).FirstOrDefault(
                        one => ReferenceEquals(one.Line, line)))),
            ],
            [.. parts.Subgroups.Select(product => product.Whole)], Strict);
    }

    private static SafeDraft Many(int products)
    {
        var all = Enumerable.Range(0, products).Select(i => (Product: ProductOf(i), Parts: Cares(i))).ToList();
        return SafeDraft.From(
            [.. all.SelectMany(one => one.Parts.Select((care, part) => LineOf(Care.Group(
                one.Product, care,
                one.Parts.Count == 1 ? null : new GroupScope("deel" + Numbers.Whole(part), "Deel van het traject")))))],
            Strict,
            [.. all.Where(one => one.Parts.Count > 1).Select(one => LineOf(Care.Group(
                one.Product, one.Parts.SelectMany(care => care))))]);
    }

    private static Product ProductOf(int i) => Care.Usual with
    {
        Code = $"{Numbers.Whole(40 + (i % 15))}A{Numbers.Whole(10 + i)}",
        Name = $"Individuele begeleiding of behandeling {Numbers.Whole(i)}",
        Framework = i < 25 ? FrameworkKind.Rgk : FrameworkKind.Norm,
        Unit = i % 3 == 0 ? CareUnit.Dagdeel : CareUnit.Uur,
        Current = [new CurrentLine(20 + i, DurationStep.Months(i % 2 == 0 ? 12 : 9))],
        ExceptionGrounds =
        [
            .. Enumerable.Range(0, i % 4).Select(ground => new ExceptionGround(
                Numbers.Whole(ground), "Intensieve ambulante behandeling naast of ter voorkoming van opname")),
        ],
    };

    private static List<List<Care>> Cares(int i) =>
    [
        .. Enumerable.Range(0, i % 10 == 9 ? 3 : 1).Select(part => DistributionSamples
            .Of(500 + (5 * i), 1 + ((i + part) % 9), (100_000 * i) + (10_000 * part), ProductOf(i)).ToList()),
    ];

    private static DraftLine LineOf(RgkCalibrator.Groups.Group group) => Proposals.ForGroup(group, Settings);
}
