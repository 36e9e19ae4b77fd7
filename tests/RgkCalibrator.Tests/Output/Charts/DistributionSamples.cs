using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Output.Charts;

/// <summary>
/// Curves and subgroups as a calibration would make them, of made-up care: usual ones, tiny ones, the longest names.
/// </summary>
internal static class DistributionSamples
{
    private const string LongName =
        "Hoog-specialistische Jeugd-GGZ, ambulant in combinatie met verblijf: verlenging of vervolgtraject "
        + "voor jeugdigen met een licht verstandelijke beperking";

    private static readonly DisclosureProfile Strict = new();

    public static readonly ChartContext Dutch = new(
        Language.Dutch,
        new(
            "Trajecten die zijn begonnen van 01-01-2018 t/m 31-12-2023; zorg met ten hoogste 90 vrije dagen ertussen "
                + "is één traject.",
            "Window."),
        new(
            "Percentielen over alle trajecten: die nog lopen tellen mee zo ver zij te volgen zijn (duur: "
                + "Kaplan-Meier; volume: gewogen met de kans om gevolgd te worden).",
            "Method."),
        new("synthetische declaraties", "synthetic declarations"),
        10)
    {
        Period = new("begonnen 2018 t/m 2023", "begun 2018 to 2023"),
    };

    private static readonly Product Usual = Care.Usual with { Name = "Individuele begeleiding licht" };

    private static readonly Product School = Usual with
    {
        AllowedDurations = [.. new[] { 12, 26, 40, 52 }.Select(DurationStep.Weeks)],
    };

    public static IReadOnlyDictionary<string, CurveChart> Curves { get; } = new Dictionary<string, CurveChart>
    {
        ["volume"] = Volume(Usual, 700),
        ["volume-few"] = Volume(Usual, 60),
        ["volume-long-name"] = Volume(Usual with { Name = LongName }, 400),
        ["volume-near-levels"] = Volume(
            Usual, 2_400, new FrameworkSettings { Percentage = Percentage.Of(80), Compared = Percentage.Of(80.5m) }),
        ["duration"] = Duration(Usual, 700),
        ["duration-school"] = Duration(School, 700),
    };

    public static IReadOnlyDictionary<string, BoxChart> Subgroups { get; } = new Dictionary<string, BoxChart>
    {
        ["subgroups"] = Beside(
            Usual,
            ("Eerste traject", 500, 1),
            ("Verlenging of vervolgtraject", 260, 3),
            ("Met verblijf", 90, 4),
            ("Op school", 30, 2)),
        ["intervals"] = SubgroupCharts.Intervals(
            Parts(Usual, ("Eerste traject", 900, 1), ("Vervolgtraject", 260, 3), ("Met verblijf", 90, 4)).Subgroups
                .Single(),
            Dutch).Single(),
        ["subgroups-two"] = Beside(Usual, ("Eerste traject", 60, 1), ("Vervolgtraject", 70, 2)),
        ["subgroups-long-names"] = Beside(
            Usual with { Name = LongName },
            [.. Enumerable.Range(1, 6).Select(
                i => (LongName + " " + Numbers.Whole(i), i % 4 == 0 ? 7 : 55 + (60 * i), i))]),
    };

    /// <summary>Every part of a product as a group of its own, and all of them together.</summary>
    public static SafeDraft Parts(Product product, params (string Label, int Children, int Size)[] parts)
    {
        var cares = parts.Select((part, i) => Of(part.Children, part.Size, 10_000 * i, product).ToList()).ToList();
        var groups = cares.Select(
            (care, i) => Care.Group(product, care, new GroupScope("deel" + Numbers.Whole(i), parts[i].Label)));
        var pooled = Care.Group(product, cares.SelectMany(care => care));
        return SafeDraft.From([.. groups.Select(LineOf)], Strict, LineOf(pooled));

        DraftLine LineOf(Group group) => Proposals.ForGroup(group, new FrameworkSettings());
    }

    private static BoxChart Beside(Product product, params (string Label, int Children, int Size)[] parts) =>
        SubgroupCharts.Volume(Parts(product, parts).Subgroups.Single(), Dutch).Single();

    private static CurveChart Volume(Product product, int children, FrameworkSettings? settings = null) =>
        CurveCharts.Volume(Shown(product, children, settings).VolumeCurve!, Dutch);

    private static CurveChart Duration(Product product, int children) =>
        CurveCharts.Duration(Shown(product, children).DurationCurve!, Dutch);

    private static SafeDistributions Shown(Product product, int children, FrameworkSettings? settings = null) =>
        SafeDraft.From([Line(product, children, settings)], Strict).Distributions.Single();

    private static DraftLine Line(Product product, int children, FrameworkSettings? settings) =>
        Proposals.ForGroup(Care.Group(product, Of(children, 1, 0, product)), settings ?? new FrameworkSettings());

    /// <summary>Volumes with a long tail, and durations of a month to two years.</summary>
    public static IEnumerable<Care> Of(int children, int size, int from, Product product)
    {
        var (random, steps) = (new Random(1729 + from), product.AllowedDurations.Count);
        for (var child = 0; child < children; child++)
        {
            var step = Math.Min(steps - 1, (int)(random.NextDouble() * random.NextDouble() * steps * 1.4));
            var units = Math.Round(
                (decimal)(size * 12 * Math.Exp(
                    1.1 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5))),
                1);
            yield return Care.Of(from + child, step, 1 + units, steps) with
            {
                Months = product.AllowedDurations[step].Length - (random.Next(4) / 2.0),
                Days = Math.Max(1, (7 * product.AllowedDurations[step].Length) - random.Next(20)),
            };
        }
    }
}
