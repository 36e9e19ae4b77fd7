using RgkCalibrator.Output.Charts;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Benchmarks.Figures;

/// <summary>A figure of docs/methods.md, from made-up numbers with a fixed seed.</summary>
/// <param name="Name">Of its file, without the ending.</param>
/// <param name="Paint">The figure in a language, as SVG.</param>
internal sealed record Figure(string Name, Func<Language, string> Paint)
{
    public const double Confidence = 0.95;

    /// <summary>In the order of the document.</summary>
    public static IReadOnlyList<Figure> All { get; } =
    [
        new("percentile", PercentileFigures.Definitions),
        new("interval", PercentileFigures.Interval),
        new("tiers", PercentileFigures.Tiers),
        new("kaplan-meier", CensoringFigures.KaplanMeierCurve),
        new("ipcw", CensoringFigures.Weighted),
        new("within", CensoringFigures.Within),
        new("joint", JointFigures.Pair),
        new("subgroups", ComparisonFigures.Subgroups),
        new("stability", ComparisonFigures.Years),
        new("funnel", FunnelFigures.Providers),
        new("outliers", SensitivityFigures.Outliers),
        new("bootstrap", SensitivityFigures.Bootstraps),
    ];

    public static Percentage P80 { get; } = Percentage.Of(80);

    /// <summary>The file of a figure in a language: English has the plain name.</summary>
    public string FileIn(Language language) => Name + (language == Language.Dutch ? "-nl" : string.Empty) + ".svg";

    /// <summary>A share axis from 0 to 100%.</summary>
    public static Axis ShareAxis(Language language, double to = 1, int steps = 5) =>
        new(
            [.. Enumerable.Range(0, steps + 1).Select(
                i => new AxisTick(to * i / steps, Numbers.Share(to * i / steps, 0, language)))]);
}
