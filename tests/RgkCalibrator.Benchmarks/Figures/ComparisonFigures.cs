using RgkCalibrator.Benchmarks.Coverage;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Benchmarks.Figures;

/// <summary>Subgroups against one line, and years against each other.</summary>
internal static class ComparisonFigures
{
    private const int FirstYear = 2018;

    // As counted in a made-up product: beyond the common P80, and of how many.
    private static readonly (Wording Name, BeyondCount Count)[] Groups =
    [
        (new("eerste traject", "first trajectory"), new(312, 1604)),
        (new("vervolgtraject", "follow-up"), new(143, 668)),
        (new("zonder verblijf", "without stay"), new(322, 1910)),
        (new("met verblijf", "with stay"), new(133, 362)),
        (new("0 tot 3 jaar", "0 to 3 years"), new(138, 571)),
        (new("4 tot 11 jaar", "4 to 11 years"), new(239, 1205)),
        (new("12 tot 17 jaar", "12 to 17 years"), new(78, 496)),
    ];

    private static readonly int[] Sizes = [260, 310, 240, 280, 330, 290];

    public static string Subgroups(Language language)
    {
        var bands = LahtiBands.ForPercentage(Figure.P80);
        var plot = new Plot(new PlotFrame("subgroups", language)
        {
            Title = new(
                "Met verblijf ligt 37% boven de gezamenlijke lijn: dat vraagt een eigen lijn, volgorde van trajecten "
                    + "niet",
                "With stay 37% lies beyond the common line: that asks for a line of its own, the order of "
                    + "trajectories does not"),
            Note = new(
                "Punt: deel boven het gezamenlijke P80; streep: exacte grenzen van 95%. Blauw vlak: één lijn "
                    + "volstaat. Voorbij de streepjeslijnen: eigen lijnen.",
                "Dot: share beyond the common P80; bar: exact limits of 95%. Shaded: one line serves. Beyond the "
                    + "dashed lines: own lines."),
            X = Figure.ShareAxis(language, to: 0.45, steps: 9),
            XTitle = new("deel van de groep boven de lijn", "share of the group beyond the line"),
            Y = new Axis(
                [
                    new(0, string.Empty),
                    .. Groups.Select((group, i) => new AxisTick(Groups.Length - i, group.Name.In(language))).Reverse(),
                    new(Groups.Length + 1, string.Empty),
                ]),
            YTitle = new("groep", "group"),
        });
        plot.Box(bands.OneLineFrom, 0, bands.OneLineTo, Groups.Length + 1);
        plot.Down(Pens.DashedRule, bands.OwnLinesTo, Numbers.Share(bands.OwnLinesTo, 1, language));
        plot.Down(Pens.DashedRule, bands.OwnLinesFrom, Numbers.Share(bands.OwnLinesFrom, 1, language));
        plot.Down(Pens.Rule, 1 - Figure.P80.Share, "20%");
        foreach (var (i, (_, count)) in Groups.Index())
        {
            var share = ShareInterval.FromCounts(count.Beyond, count.N, Figure.Confidence);
            var isBeyond = share.Share >= bands.OwnLinesFrom || share.Share <= bands.OwnLinesTo;
            var colour = isBeyond ? Palette.Outside : Palette.Inside;
            plot.Whisker(share.Lower, share.Share!.Value, share.Upper, Groups.Length - i, colour);
        }

        return plot.End();
    }

    public static string Years(Language language)
    {
        var (hours, years) = Yearly();
        var stability = Stability.OverYears(hours, years, Figure.P80, 40, Figure.Confidence);
        var p = Numbers.Shown(stability.Trend.P, 2, language);
        var plot = new Plot(new PlotFrame("stability", language)
        {
            Title = new(
                "Het P80 schommelt per startjaar, maar niet meer dan toeval: de intervallen houden het gezamenlijke "
                    + "P80",
                "The P80 moves from start year to start year, but no more than chance: the intervals hold the "
                    + "common P80"),
            Note = new(
                "Volume binnen 12 maanden, van starts die alle zo lang te volgen waren. Trend van het deel boven het "
                    + $"gezamenlijke P80: p = {p}.",
                "Volume within 12 months, of starts that could all be followed for so long. Trend of the share "
                    + $"beyond the common P80: p = {p}."),
            X = new Axis(
                [
                    new(FirstYear - 0.9, string.Empty),
                    .. stability.Years.Select(year => new AxisTick(year.Year, Numbers.Whole(year.Year))),
                    new(stability.Years[^1].Year + 0.5, string.Empty),
                ]),
            XTitle = new("startjaar", "start year"),
            Y = Axis.Nice(40, 90, 5, language),
            YTitle = new(
                "P80 van het volume binnen 12 maanden, in uren",
                "P80 of the volume within 12 months, in hours"),
        });
        var pooled = stability.Pooled!.Value;
        var label = new Wording("alle jaren: ", "all years: ").In(language) + Numbers.Shown(pooled, 1, language);
        plot.Across(Pens.Rule, pooled, label, isAtLeft: true);
        plot.Down(Pens.DashedRule, 2020.5, new Wording("eerste RGK, 2021", "first RGK, 2021").In(language));
        foreach (var year in stability.Years)
        {
            var (value, upper) = (year.Estimate!.Value!.Value, year.Estimate.Upper!.Value);
            plot.Upright(year.Estimate.Lower!.Value, value, upper, year.Year);
            var shown = Numbers.Shown(value, 1, language);
            plot.Say(shown, year.Year, upper, Palette.Inside, "middle", right: 0, down: -14);
        }

        return plot.End();
    }

    private static (List<double> Hours, List<int> Years) Yearly()
    {
        var (draws, hours, years) = (new Draws(2021, 3), new List<double>(), new List<int>());
        foreach (var (i, count) in Sizes.Index())
        {
            hours.AddRange(Enumerable.Range(0, count).Select(_ => Math.Round(4 * draws.LogNormal(36, 0.7)) / 4));
            years.AddRange(Enumerable.Repeat(FirstYear + i, count));
        }

        return (hours, years);
    }
}
