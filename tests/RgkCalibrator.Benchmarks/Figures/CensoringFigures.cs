using RgkCalibrator.Benchmarks.Coverage;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Survival;

namespace RgkCalibrator.Benchmarks.Figures;

/// <summary>Trajectories that still run: durations, volumes, and volumes within a duration.</summary>
internal static class CensoringFigures
{
    private const int Count = 600;
    private const SurvivalLimits Limits = SurvivalLimits.LogLog;

    public static string KaplanMeierCurve(Language language)
    {
        var seen = Seen();
        var curve = new KaplanMeier(new SurvivalSample(seen.Times, seen.Ended));
        var corrected = curve.Percentile(Figure.P80, Limits, Figure.Confidence).Value!.Value;
        var completed = Completed(seen.Completed(seen.Times));
        var steps = curve.Curve(Limits, Figure.Confidence).Where(step => step.Events > 0).ToList();
        var (c, k) = (Numbers.Shown(completed, 0, language), Numbers.Shown(corrected, 0, language));
        var plot = new Plot(new PlotFrame("kaplan-meier", language)
        {
            Title = new(
                $"Alleen afgeronde trajecten geven een P80 van {c} dagen; met de lopende erbij is het {k}",
                $"Completed trajectories alone give a P80 of {c} days; with those that still run it is {k}"),
            Note = Note(
                seen,
                new(
                    "Band: 95% (log-log). Het echte P80 is 847 dagen.",
                    "Band: 95% (log-log). The true P80 is 847 days.")),
            X = Axis.Nice(0, 2000, 10, language),
            XTitle = new("duur in dagen", "duration in days"),
            Y = Figure.ShareAxis(language),
            YTitle = new("deel dat binnen deze duur eindigt", "share that ends within this duration"),
        });
        plot.Band(
            [.. steps.Where(step => step.Lower is not null).Select(
                step => (step.Time, 1 - step.Upper!.Value, 1 - step.Lower!.Value))]);
        plot.Steps(Pens.Orange, Distribution(seen.Completed(seen.Times)));
        plot.Steps(Pens.Blue, [(0, 0), .. steps.Select(step => (step.Time, 1 - step.Survival))]);
        Rules(plot, language, completed, corrected, "Kaplan-Meier");
        return plot.End();
    }

    public static string Weighted(Language language)
    {
        var seen = Seen();
        var curve = new Ipcw(new VolumeSample(seen.Volumes, seen.Times, seen.Ended));
        var corrected = curve.Percentile(Figure.P80, Limits, Figure.Confidence).Value!.Value;
        var completed = Completed(seen.Completed(seen.Volumes));
        var volumes = seen.Completed(seen.Volumes).Order().ToList();
        var truth = Numbers.Shown(Observation.VolumePercentile(DurationLaw.LogNormal, Figure.P80), 0, language);
        var plot = new Plot(new PlotFrame("ipcw", language)
        {
            Title = new(
                "Gewogen met de kans om zo lang gevolgd te worden stijgt het P80 van "
                    + $"{Numbers.Shown(completed, 0, language)} naar {Numbers.Shown(corrected, 0, language)} uur",
                "Weighted against the chance of being followed so long, the P80 rises from "
                    + $"{Numbers.Shown(completed, 0, language)} to {Numbers.Shown(corrected, 0, language)} hours"),
            Note = Note(seen, new($"Het echte P80 is {truth} uur.", $"The true P80 is {truth} hours.")),
            X = Axis.Nice(0, 500, 10, language),
            XTitle = new("volume in uren", "volume in hours"),
            Y = Figure.ShareAxis(language),
            YTitle = new("deel met hooguit dit volume", "share with at most this volume"),
        });
        plot.Steps(Pens.Orange, Distribution([.. volumes.Where(volume => volume < 500)], volumes.Count));
        plot.Steps(
            Pens.Blue,
            [(0, 0), .. volumes.Where(volume => volume < 500).Select(
                volume => (volume, curve.ShareAt(volume, Limits, Figure.Confidence).Share))]);
        Rules(plot, language, completed, corrected, "IPCW");
        return plot.End();
    }

    public static string Within(Language language)
    {
        var draws = new Draws(2019, 4);
        var seen = Observation.Of(DurationLaw.LogNormal, 14, 1461, draws);
        const double limit = 365;
        var known = seen.Times.Where((time, i) => seen.Ended[i] || time >= limit).Count();
        var order = Enumerable.Range(0, seen.Times.Length).OrderBy(i => seen.Times[i]).ToList();
        var plot = new Plot(new PlotFrame("within", language)
        {
            Title = new(
                $"Van {Numbers.Whole(known)} van deze 14 trajecten is het volume binnen 365 dagen bekend, al lopen er "
                    + $"{Numbers.Whole(seen.Ended.Count(false))} nog",
                $"Of {Numbers.Whole(known)} of these 14 trajectories the volume within 365 days is known, though "
                    + $"{Numbers.Whole(seen.Ended.Count(false))} still run"),
            Note = new(
                "Een traject dat langer dan 365 dagen gevolgd is, is voor dat volume volledig, ook als het nog loopt.",
                "A trajectory that was followed for over 365 days is complete for that volume, even if it still runs."),
            X = Axis.Nice(0, seen.Times.Max(), 8, language),
            XTitle = new("dagen sinds de start", "days since the start"),
            Y = new Axis(
                [.. Enumerable.Range(0, 16).Select(
                    i => new AxisTick(i, i is > 0 and < 15 ? Numbers.Whole(i) : string.Empty))]),
            YTitle = new(
                "traject: ● geëindigd, ▶ loopt nog; blauw is bekend binnen 365 dagen, oranje niet",
                "trajectory: ● ended, ▶ still runs; blue is known within 365 days, orange is not"),
        });
        foreach (var (row, i) in order.Index())
            Bar(plot, row + 1, seen.Times[i], seen.Ended[i], limit);
        plot.Down(Pens.Rule, limit, new Wording("365 dagen", "365 days").In(language));
        return plot.End();
    }

    private static void Bar(Plot plot, double y, double time, bool ended, double limit)
    {
        var colour = ended || time >= limit ? Palette.Inside : Palette.Outside;
        plot.Line(new Pen(colour, 12), (0, y), (Math.Min(time, limit), y));
        if (time > limit)
            plot.Line(new Pen(Palette.Line, 4), (limit, y), (time, y));
        if (ended)
            plot.Dots(colour, 13, (time, y));
        else
            plot.Say("▶", time, y, colour, "middle", right: 6);
    }

    private static Observation Seen() =>
        Observation.Of(DurationLaw.LogNormal, Count, BiasStudy.Window, new Draws(2018, 7));

    private static double Completed(double[] values) =>
        Quantile.Of(new Sample(values.AsSpan()), Figure.P80, QuantileType.Type2)!.Value;

    private static List<(double X, double Y)> Distribution(double[] values, int? count = null) =>
        [(0, 0), .. values.Order().Select((value, i) => (value, (i + 1.0) / (count ?? values.Length)))];

    private static Wording Note(Observation seen, Wording more)
    {
        var running = Numbers.Whole(seen.Ended.Count(false));
        return new(
            $"{Count} trajecten, waarvan er {running} nog lopen aan het einde van zes jaar (2.191 dagen). {more.Dutch}",
            $"{Count} trajectories, of which {running} still run at the end of six years (2,191 days). {more.English}");
    }

    private static void Rules(Plot plot, Language language, double completed, double corrected, string method)
    {
        plot.Across(Pens.DashedRule, 0.8, "80%");
        var alone = new Wording("alleen afgerond ", "completed only ").In(language);
        var label = alone + Numbers.Shown(completed, 0, language);
        plot.Down(Pens.Orange with { Width = 3 }, completed, label, anchor: "end");
        var all = method + " " + Numbers.Shown(corrected, 0, language);
        plot.Down(Pens.Blue with { Width = 3 }, corrected, all, anchor: "start");
    }
}
