using RgkCalibrator.Benchmarks.Coverage;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Resampling;
using RgkCalibrator.Statistics.Survival;

namespace RgkCalibrator.Benchmarks.Figures;

/// <summary>What a few odd values, and what belongs together, do to a percentile.</summary>
internal static class SensitivityFigures
{
    private const int Providers = 15;
    private const int Children = 420;

    private static readonly int[] Ticks = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    public static string Outliers(Language language)
    {
        var draws = new Draws(2023, 5);
        double[] hours =
            [.. Enumerable.Range(0, 220).Select(_ => Math.Round(draws.LogNormal(40, 0.55), 1)), 1.2, 2, 520, 760, 900];
        var fences = TukeyFences.FromValues(hours, Figure.P80, Figure.Confidence);
        var with = Numbers.Shown(fences.With.Value!.Value, 1, language);
        var without = Numbers.Shown(fences.Without.Value!.Value, 1, language);
        var flagged = fences.Below + fences.Above;
        var plot = new Plot(new PlotFrame("outliers", language)
        {
            Title = new(
                $"Met de {Numbers.Whole(flagged)} opvallende waarden is het P80 {with} uur, zonder {without}: beide "
                    + "worden getoond, geen waarde verdwijnt",
                $"With the {Numbers.Whole(flagged)} odd values the P80 is {with} hours, without them {without}: both "
                    + "are shown, no value is dropped"),
            Note = new(
                "Elk punt is een traject; de hoogte betekent niets. Opvallend is wat buiten Tukeys hekken ligt, op "
                    + "de logaritmische schaal. Niets wordt weggelaten.",
                "Each dot is a trajectory; its height means nothing. Odd is what lies outside of Tukey's fences, on "
                    + "the log scale. Nothing is dropped."),
            X = new Axis(
                [.. Ticks.Select(value => new AxisTick(Math.Log10(value), Numbers.Shown(value, 0, language)))]),
            XTitle = new("volume in uren (logaritmisch)", "volume in hours (logarithmic)"),
            Y = new Axis([new(0, string.Empty), new(1, string.Empty)]),
            YTitle = Wording.Same(string.Empty),
        });
        var (low, high) = (fences.Lower!.Value, fences.Upper!.Value);
        plot.Box(Math.Log10(low), 0, Math.Log10(high), 1);
        var heights = hours.Select(_ => 0.1 + (0.8 * draws.Uniform())).ToList();
        foreach (var (colour, isOdd) in new[] { (Palette.Inside, false), (Palette.Outside, true) })
        {
            var shown = hours.Zip(heights).Where(dot => (dot.First < low || dot.First > high) == isOdd);
            plot.Dots(colour, 10, shown.Select(dot => (Math.Log10(dot.First), dot.Second)));
        }

        plot.Down(Pens.DashedRule, Math.Log10(low), Numbers.Shown(low, 1, language));
        plot.Down(Pens.Rule, Math.Log10(fences.With.Value.Value), "P80 = " + with);
        plot.Down(Pens.DashedRule, Math.Log10(high), Numbers.Shown(high, 0, language));
        return plot.End();
    }

    public static string Bootstraps(Language language)
    {
        var (days, children, providers) = Clustered();
        var exact = Estimate.FromComplete(new Sample(days.AsSpan()), Figure.P80, QuantileType.Type2, Figure.Confidence);
        bool[] ended = [.. days.Select(_ => true)];
        var settings = new BootstrapSettings(2025);
        var byChild = ClusterBootstrap.Intervals(new ClusteredTimes(days, ended, children), [Figure.P80], settings)[0];
        var byProvider = ClusterBootstrap.Intervals(
            new ClusteredTimes(days, ended, providers), [Figure.P80], settings)[0];
        var ofChildren = new Wording($"{Children} kinderen opnieuw getrokken", $"{Children} children drawn anew");
        var ofProviders = new Wording($"{Providers} aanbieders opnieuw getrokken", $"{Providers} providers drawn anew");
        (Wording Name, double Lower, double Upper)[] rows =
        [
            (new("exact, van rangen", "exact, of ranks"), exact.Lower!.Value, exact.Upper!.Value),
            (ofChildren, byChild.Lower!.Value, byChild.Upper!.Value),
            (ofProviders, byProvider.Lower!.Value, byProvider.Upper!.Value),
        ];
        var plot = new Plot(new PlotFrame("bootstrap", language)
        {
            Title = new(
                "Aanbieders werken verschillend: trekt men hen opnieuw, dan is het interval veel breder dan het exacte",
                "Providers work differently: when they are drawn anew the interval is much wider than the exact one"),
            Note = new(
                $"{Numbers.Whole(days.Length)} trajecten van {Children} kinderen bij {Providers} aanbieders; 1.999 "
                    + "herhalingen, interval van 95%.",
                $"{Numbers.Whole(days.Length)} trajectories of {Children} children with {Providers} providers; 1,999 "
                    + "replicates, interval of 95%."),
            X = Axis.Nice(300, 600, 6, language),
            XTitle = new("P80 van de duur in dagen", "P80 of the duration in days"),
            Y = new Axis(
                [
                    new(0, string.Empty),
                    .. rows.Select((row, i) => new AxisTick(rows.Length - i, row.Name.In(language))).Reverse(),
                    new(rows.Length + 1, string.Empty),
                ]),
            YTitle = new("interval", "interval"),
        });
        plot.Down(Pens.DashedRule, exact.Value!.Value, "P80 = " + Numbers.Shown(exact.Value.Value, 0, language));
        foreach (var (i, row) in rows.Index())
        {
            plot.Whisker(
                row.Lower, exact.Value.Value, row.Upper, rows.Length - i, i == 2 ? Palette.Outside : Palette.Inside);
            plot.Say(Numbers.Shown(row.Lower, 0, language), row.Lower, rows.Length - i, anchor: "end", right: -18);
            plot.Say(Numbers.Shown(row.Upper, 0, language), row.Upper, rows.Length - i);
        }

        return plot.End();
    }

    private static (double[] Days, int[] Children, int[] Providers) Clustered()
    {
        var draws = new Draws(2024, 6);
        double[] middles = [.. Enumerable.Range(0, Providers).Select(_ => draws.LogNormal(300, 0.35))];
        var (days, children, providers) = (new List<double>(), new List<int>(), new List<int>());
        for (var child = 0; child < Children; child++)
        {
            var provider = draws.Below(Providers);
            var (trajectories, own) = (1 + draws.Below(2), draws.LogNormal(1, 0.5));
            for (var i = 0; i < trajectories; i++)
            {
                days.Add(Math.Ceiling(own * draws.LogNormal(middles[provider], 0.5)));
                children.Add(child);
                providers.Add(provider);
            }
        }

        return ([.. days], [.. children], [.. providers]);
    }
}
