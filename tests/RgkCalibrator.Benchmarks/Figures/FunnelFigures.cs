using RgkCalibrator.Benchmarks.Coverage;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Statistics.Shares;

namespace RgkCalibrator.Benchmarks.Figures;

/// <summary>Providers against a line.</summary>
internal static class FunnelFigures
{
    private const int Largest = 400;
    private const double Target = 0.2;
    private const double Outer = 0.998;

    public static string Providers(Language language)
    {
        var points = Drawn();
        var tau = Overdispersion.Among(points)!.TauSquared;
        var outside = points.Count(point => point.Flag(Outer) != FunnelSide.Within);
        var plot = new Plot(new PlotFrame("funnel", language)
        {
            Title = new(
                $"Van {Numbers.Whole(points.Count)} aanbieders vallen er {Numbers.Whole(outside)} buiten wat toeval "
                    + "verklaart; naar boven en beneden telt even zwaar",
                $"Of {Numbers.Whole(points.Count)} providers {Numbers.Whole(outside)} lie outside what chance "
                    + "explains; above and below weigh the same"),
            Note = new(
                "Doorgetrokken: exacte grenzen van 95% en 99,8%, voor het oog gladgemaakt. Streepjes: 99,8% met de "
                    + "gewone spreiding tussen aanbieders erbij.",
                "Solid: exact limits of 95% and 99.8%, smoothed for the eye. Dashed: 99.8% with the usual spread "
                    + "between providers added."),
            X = Axis.Nice(0, Largest, 8, language),
            XTitle = new("trajecten van de aanbieder", "trajectories of the provider"),
            Y = Figure.ShareAxis(language, to: 0.5, steps: 5),
            YTitle = new("deel boven de lijn; in de hele regio 20%", "share beyond the line; in the whole region 20%"),
        });
        plot.Across(Pens.Rule, Target, string.Empty);
        var (inner, outer) = (new Pen(Palette.Line, 3), new Pen(Palette.Ink, 4));
        foreach (var (p, pen) in new[] { (0.025, inner), (0.975, inner), (0.001, outer), (0.999, outer) })
            plot.Line(pen, Limit(n => FunnelLimit.Interpolated(Target, n, p)));
        foreach (var p in new[] { 0.001, 0.999 })
            plot.Line(Pens.DashedRule, Limit(n => FunnelLimit.Arcsine(Target, n, p, tau)));
        foreach (var (colour, isFlagged) in new[] { (Palette.Inside, false), (Palette.Outside, true) })
        {
            var shown = points.Where(point => point.Flag(Outer) != FunnelSide.Within == isFlagged);
            plot.Dots(colour, 12, shown.Select(point => ((double)point.N, point.Share)));
        }

        var (inside, outmost) =
            (FunnelLimit.Interpolated(Target, Largest, 0.975), FunnelLimit.Interpolated(Target, Largest, 0.999));
        plot.Say("95%", Largest, inside, Palette.QuietInk, "end", right: -6, down: -6);
        var label = Numbers.Share(Outer, 1, language);
        plot.Say(label, Largest, outmost, anchor: "end", right: -6, down: -10);
        return plot.End();
    }

    private static (double X, double Y)[] Limit(Func<int, double> at) =>
        [.. Enumerable.Range(6, Largest - 5).Select(n => ((double)n, at(n))).Where(point => point.Item2 <= 0.5)];

    private static List<FunnelPoint> Drawn()
    {
        var (draws, points) = (new Draws(2022, 2), new List<FunnelPoint>());
        for (var i = 0; i < 28; i++)
        {
            var n = Math.Min(390, (int)Math.Round(draws.LogNormal(90, 0.9)) + 12);
            // One provider of seven differs in earnest, the others a little.
            var share = i % 14 == 3 ? 0.36
                : i % 14 == 9 ? 0.09
                : Math.Clamp(Target + (0.025 * draws.Normal()), 0.02, 0.9);
            points.Add(new FunnelPoint(Enumerable.Range(0, n).Count(_ => draws.Uniform() < share), n, Target));
        }

        return points;
    }
}
