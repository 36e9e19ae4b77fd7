using MathNet.Numerics.Distributions;
using RgkCalibrator.Benchmarks.Coverage;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;

namespace RgkCalibrator.Benchmarks.Figures;

/// <summary>The percentile, its interval, and what the size of a sample does to it.</summary>
internal static class PercentileFigures
{
    private const double Spread = 0.7;

    // docs/methods.md recomputes these ten in Excel and R.
    private static readonly double[] Ten = [12, 18, 25, 31, 34, 40, 47, 52, 66, 90];

    private static readonly int[] Ticks = [10, 20, 50, 100, 200, 500, 1000];

    public static string Definitions(Language language)
    {
        var frame = new PlotFrame("percentile", language)
        {
            Title = new(
                "Acht van tien volumes zijn hooguit 52 uur: het P80 ligt tussen 52 en 66, en elke definitie kiest "
                    + "daar haar eigen punt",
                "Eight of ten volumes are at most 52 hours: the P80 lies between 52 and 66, where each definition "
                    + "picks its own point"),
            Note = new(
                "Volumes: 12, 18, 25, 31, 34, 40, 47, 52, 66, 90 uur. Type 2 is de definitie van het programma: het "
                    + "midden van 52 en 66.",
                "Volumes: 12, 18, 25, 31, 34, 40, 47, 52, 66, 90 hours. Type 2 is the definition of the program: "
                    + "midway between 52 and 66."),
            X = Axis.Nice(0, 100, 10, language),
            XTitle = new("volume in uren", "volume in hours"),
            Y = Figure.ShareAxis(language),
            YTitle = new(
                "deel van de trajecten met hooguit dit volume",
                "share of the trajectories with at most this volume"),
        };
        var plot = new Plot(frame, rows: 3);
        plot.Steps(Pens.Blue, [(0, 0), .. Ten.Select((value, i) => (value, (i + 1) / 10.0)), (100, 1)]);
        plot.Across(Pens.DashedRule, 0.8, "80%", isAtLeft: true);
        (QuantileType Type, string Name)[] types =
        [
            (QuantileType.Type6, "type 6, PERCENTIEL.EXC"),
            (QuantileType.Type2, "type 2"),
            (QuantileType.Type7, "type 7, PERCENTIEL.INC"),
        ];
        foreach (var (row, (type, name)) in types.Index().Reverse())
        {
            var value = Quantile.Of(new Sample(Ten.AsSpan()), Figure.P80, type)!.Value;
            var label = Numbers.Shown(value, 1, language) + ": " + Name(name, language);
            plot.Down(type == QuantileType.Type2 ? Pens.Rule : Pens.Faint, value, label, row, "start");
        }

        plot.Dots(Palette.Inside, 11, Ten.Select((value, i) => (value, (i + 1) / 10.0)));
        return plot.End();
    }

    public static string Interval(Language language)
    {
        var draws = new Draws(2018, 0);
        double[] hours = [.. Enumerable.Range(0, 40).Select(_ => Math.Round(draws.LogNormal(40, Spread))).Order()];
        var ranks = RankInterval.ForSize(hours.Length, Figure.P80, Figure.Confidence);
        var estimate = Estimate.FromComplete(
            new Sample(hours.AsSpan()), Figure.P80, QuantileType.Type2, Figure.Confidence);
        var held = Numbers.Share(ranks.Coverage, 1, language);
        var frame = new PlotFrame("interval", language)
        {
            Title = new(
                $"Van 40 trajecten liggen het {Numbers.Whole(ranks.Lower)}e en het {Numbers.Whole(ranks.Upper)}e om "
                    + $"het echte P80, in {held} van zulke steekproeven",
                $"Of 40 trajectories the {Numbers.Whole(ranks.Lower)}th and the {Numbers.Whole(ranks.Upper)}th "
                    + $"enclose the true P80, in {held} of such samples"),
            Note = new(
                "Elk punt is een traject, op volgorde van volume. De rangen volgen uit de binomiale verdeling, welke "
                    + "vorm de volumes ook hebben.",
                "Each dot is a trajectory, in the order of volume. The ranks follow from the binomial distribution, "
                    + "whatever the shape of the volumes."),
            X = Axis.Nice(0, hours[^1], 8, language),
            XTitle = new("volume in uren", "volume in hours"),
            Y = Axis.At(language, 0, 10, 20, 30, 40),
            YTitle = new("rang", "rank"),
        };
        var plot = new Plot(frame);
        var (lower, upper) = (estimate.Lower!.Value, estimate.Upper!.Value);
        plot.Box(lower, 0, upper, 40);
        plot.Dots(Palette.Line, 9, hours.Select((value, i) => (value, i + 1.0)));
        plot.Dots(Palette.Inside, 12, (lower, ranks.Lower), (upper, ranks.Upper));
        plot.Down(Pens.DashedRule, lower, Numbers.Shown(lower, 0, language));
        plot.Down(Pens.Rule, estimate.Value!.Value, "P80 = " + Numbers.Shown(estimate.Value.Value, 1, language));
        plot.Down(Pens.DashedRule, upper, Numbers.Shown(upper, 0, language));
        return plot.End();
    }

    public static string Tiers(Language language)
    {
        int[] sizes =
            [.. Enumerable.Range(0, 101).Select(i => (int)Math.Round(Math.Pow(10, 1 + (i / 50.0)))).Distinct()];
        var frame = new PlotFrame("tiers", language)
        {
            Title = new(
                "Hoe minder trajecten, hoe breder het interval: onder 17 heeft een P80 geen bovengrens",
                "The fewer trajectories, the wider the interval: under 17 a P80 has no upper limit"),
            Note = new(
                "De waarden die de grenzen gemiddeld ongeveer hebben, als deel van het echte P80, bij een lognormale "
                    + "verdeling (σ = 0,7).",
                "About what the limits are on average, relative to the true P80, for a lognormal distribution (σ = "
                    + "0.7)."),
            X = new Axis([.. Ticks.Select(n => new AxisTick(Math.Log10(n), Numbers.Shown(n, 0, language)))]),
            XTitle = new("aantal trajecten (logaritmisch)", "number of trajectories (logarithmic)"),
            Y = Figure.ShareAxis(language, to: 2.5, steps: 5),
            YTitle = new(
                "grens van het 95%-interval, als deel van het echte P80",
                "limit of the 95% interval, relative to the true P80"),
        };
        var plot = new Plot(frame);
        (double X, double? Lower, double? Upper)[] limits = [.. sizes.Select(
            n => (Math.Log10(n), Limit(n, ranks => ranks.Lower), Limit(n, ranks => ranks.Upper)))];
        var closed = limits.Where(place => place.Upper is not null)
            .Select(place => (place.X, Lower: place.Lower!.Value, Upper: place.Upper!.Value)).ToList();
        plot.Band(
            [.. closed.Take(1), .. closed.Zip(closed.Skip(1)).SelectMany(
                pair => new[] { pair.First with { X = pair.Second.X }, pair.Second })]);
        plot.Steps(Pens.Blue, [.. closed.Select(place => (place.X, place.Upper))]);
        plot.Steps(
            Pens.Blue,
            [.. limits.Where(place => place.Lower is not null).Select(place => (place.X, place.Lower!.Value))]);
        plot.Across(Pens.Rule, 1, new Wording("het echte P80", "the true P80").In(language), isAtLeft: true);
        var tiers = new TierSettings();
        Tier(tiers.IndicativeFrom, new("17 · indicatief", "17 · indicative"));
        Tier(tiers.ProvisionalFrom, new("40 · voorlopig", "40 · provisional"));
        Tier(tiers.FullFrom, new("120 · volledig", "120 · full"));
        return plot.End();

        void Tier(int from, Wording label) => plot.Down(Pens.DashedRule, Math.Log10(from), label.In(language));
    }

    private static double? Limit(int n, Func<RankInterval, long> rank)
    {
        var at = rank(RankInterval.ForSize(n, Figure.P80, Figure.Confidence));
        if (at < 1 || at > n)
            return null;
        return Math.Exp(Spread * (Normal.InvCDF(0, 1, (at - 0.375) / (n + 0.25)) - Normal.InvCDF(0, 1, 0.8)));
    }

    private static string Name(string excel, Language language) => language == Language.Dutch
        ? excel
        : excel.Replace("PERCENTIEL", "PERCENTILE", StringComparison.Ordinal);
}
