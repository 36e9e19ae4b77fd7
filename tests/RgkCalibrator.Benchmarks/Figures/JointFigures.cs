using RgkCalibrator.Benchmarks.Coverage;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Statistics.Survival;

namespace RgkCalibrator.Benchmarks.Figures;

/// <summary>Volume and duration together.</summary>
internal static class JointFigures
{
    private const int Count = 250;
    private const double Correlation = 0.6;
    private const double LongestShown = 1800;
    private const double LargestShown = 160;

    public static string Pair(Language language)
    {
        var (volumes, durations) = Drawn();
        var pair = JointCoverage.FromComplete(volumes.AsSpan(), durations.AsSpan()).Pair(Figure.P80)!;
        var marginal = Numbers.Share(pair.Marginal.Inside, 0, language);
        var calibrated = Numbers.Share(pair.Calibrated.Inside, 0, language);
        var hidden = Numbers.Whole(
            volumes.Zip(durations).Count(each => each.First > LargestShown || each.Second > LongestShown));
        var plot = new Plot(new PlotFrame("joint", language)
        {
            Title = new(
                $"Binnen twee 80e percentielen samen valt {marginal} van de trajecten; het paar waar {calibrated} "
                    + "binnen valt, ligt verder weg",
                $"Two 80th percentiles together hold {marginal} of the trajectories; the pair that holds "
                    + $"{calibrated} lies further out"),
            Note = new(
                $"{Count} trajecten, rangcorrelatie ongeveer 0,6; {hidden} liggen buiten beeld. Blauw vlak: binnen "
                    + "het gekalibreerde paar.",
                $"{Count} trajectories, rank correlation about 0.6; {hidden} lie out of sight. Shaded: inside the "
                    + "calibrated pair."),
            X = Axis.Nice(0, LongestShown, 9, language),
            XTitle = new("duur in dagen", "duration in days"),
            Y = Axis.Nice(0, LargestShown, 8, language),
            YTitle = new(
                $"volume in uren; streepjes: elk P80, samen {marginal}; doorgetrokken: het gekalibreerde paar, "
                    + $"{calibrated}",
                $"volume in hours; dashed: each P80, together {marginal}; solid: the calibrated pair, {calibrated}"),
        });
        plot.Box(0, 0, pair.Calibrated.Duration, pair.Calibrated.Volume);
        var shown = durations.Zip(volumes).Where(each => each.First <= LongestShown && each.Second <= LargestShown)
            .ToList();
        plot.Dots(Palette.Inside, 8, shown.Where(IsInside));
        plot.Dots(Palette.Outside, 8, shown.Where(each => !IsInside(each)));
        Corner(plot, Pens.DashedRule, pair.Marginal);
        Corner(plot, Pens.Rule, pair.Calibrated);
        return plot.End();

        bool IsInside((double Duration, double Volume) each) =>
            each.Duration <= pair.Calibrated.Duration && each.Volume <= pair.Calibrated.Volume;
    }

    private static void Corner(Plot plot, Pen pen, JointLimits limits) =>
        plot.Line(pen, (0, limits.Volume), (limits.Duration, limits.Volume), (limits.Duration, 0));

    private static (double[] Volumes, double[] Durations) Drawn()
    {
        var draws = new Draws(2020, 1);
        var (volumes, durations) = (new double[Count], new double[Count]);
        for (var i = 0; i < Count; i++)
        {
            var (own, shared) = (draws.Normal(), draws.Normal());
            durations[i] = Math.Round(400 * Math.Exp(0.7 * shared));
            volumes[i] = Math.Round(
                40 * Math.Exp(0.6 * ((Correlation * shared) + (Math.Sqrt(1 - (Correlation * Correlation)) * own))));
        }

        return (volumes, durations);
    }
}
