using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Output.Charts;

/// <summary>The distributions of one line as cumulative curves.</summary>
public static class CurveCharts
{
    private const int AxisSteps = 10;
    private static readonly Percentage Half = Percentage.Of(50);

    /// <summary>Which share of the trajectories stays within which volume, within the proposed duration.</summary>
    /// <param name="curve">The distribution, as it may be shown; in units.</param>
    /// <param name="context">What is said below.</param>
    public static CurveChart Volume(SafeCurve curve, ChartContext context)
    {
        var line = curve.Line;
        var unit = line.Product.Unit.Counted().In(context.Language);
        List<ChartMarker> markers = [.. LineCharts.VolumeMarkers(line, unit, context)];
        return new CurveChart
        {
            Caption = Caption(curve, "volume", Title(curve, VolumesOf(line), Spoken, context), Interval(line.Lower?.Volume, line.Upper?.Volume, Value, unit, context), context),
            XTitle = LineCharts.VolumeAxis(line, unit, context).In(context.Language),
            YTitle = ShareTitle(VolumesOf(line)).In(context.Language),
            XAxis = Axis.Nice(0, markers.Select(marker => marker.Value).Append(curve.Points[^1].Value).Max(), AxisSteps, context.Language),
            Points = Points(curve, Spoken, context),
            Levels = Levels(curve.Line, context.Language),
            Markers = markers,
        };

        string Value(decimal volume) => LineCharts.Shown(volume, context);

        string Spoken(double volume) => Value((decimal)volume) + " " + unit;
    }

    /// <summary>Which share of the trajectories ends within which duration.</summary>
    /// <param name="curve">The distribution, on the axis of <see cref="HistogramClasses.OfDuration"/>.</param>
    /// <param name="context">What is said below.</param>
    public static CurveChart Duration(SafeCurve curve, ChartContext context)
    {
        var (line, axis) = (curve.Line, new DurationAxis(curve.Line.Product.AllowedDurations));
        return new CurveChart
        {
            Caption = Caption(
                curve, "duur", Title(curve, LineCharts.Trajectories, Spoken, context), Interval(line.Lower?.Duration, line.Upper?.Duration, step => step.InSentence().In(context.Language), string.Empty, context), context),
            XTitle = axis.Title.In(context.Language),
            YTitle = ShareTitle(LineCharts.Trajectories).In(context.Language),
            XAxis = axis.Axis(context.Language),
            Points = Points(curve, Spoken, context),
            Levels = Levels(curve.Line, context.Language),
            Markers = [.. LineCharts.DurationMarkers(curve.Line, axis, context)],
        };

        string Spoken(double place) => axis.StepAt(place)!.InSentence().In(context.Language);
    }

    private static Wording VolumesOf(SafeLine line) => line.IsPerCareYear ? LineCharts.CareYears : LineCharts.Trajectories;

    private static Wording ShareTitle(Wording counted) =>
        new($"deel van de {counted.Dutch} dat hierbinnen blijft", $"share of the {counted.English} that stay within");

    private static List<CurvePoint> Points(SafeCurve curve, Func<double, string> spoken, ChartContext context) =>
    [
        .. curve.Points.Select(point => new CurvePoint(
            point.Value,
            point.Percentage.Share,
            new Wording("ten hoogste ", "at most ").In(context.Language) + spoken(point.Value),
            Numbers.Share(point.Percentage.Share, 1, context.Language))),
    ];

    private static List<CurveLevel> Levels(SafeLine line, Language language) =>
    [
        new(line.Compared.Percentage.Share, line.Compared.Percentage.Name().In(language), MarkerKind.Compared),
        new(line.Chosen.Percentage.Share, line.Chosen.Percentage.Name().In(language), MarkerKind.Chosen),
    ];

    /// <summary>What half of them need, and the last that is shown.</summary>
    private static string Title(SafeCurve curve, Wording counted, Func<double, string> spoken, ChartContext context)
    {
        var (name, last) = (LineCharts.NameOf(curve.Line, context.Language), curve.Points[^1]);
        var (most, share) = (spoken(last.Value), Numbers.Share(last.Percentage.Share, 1, context.Language));
        if (curve.Points.FirstOrDefault(point => point.Percentage == Half) is not { } half || half == last)
            return new Wording($"{name}: {share} van de {counted.Dutch} blijft binnen {most}", $"{name}: {share} of the {counted.English} stay within {most}").In(context.Language);
        return new Wording(
            $"{name}: de helft van de {counted.Dutch} blijft binnen {spoken(half.Value)}, {share} binnen {most}",
            $"{name}: half of the {counted.English} stay within {spoken(half.Value)}, {share} within {most}").In(context.Language);
    }

    private static ChartCaption Caption(SafeCurve curve, string kind, string title, Wording interval, ChartContext context)
    {
        var k = Numbers.Whole(context.SmallestGroup);
        Wording shown = new(
            $"Tussen twee punten liggen ten minste {k} kinderen; de lijn ertussen leidt alleen het oog.{interval.Dutch}",
            $"Between two points lie at least {k} children; the line between only leads the eye.{interval.English}");
        return LineCharts.Caption(curve.Line, "verdeling-" + kind, title, shown, context);
    }

    private static Wording Interval<T>(T? lower, T? upper, Func<T, string> spoken, string unit, ChartContext context)
        where T : class => lower is null || upper is null ? Nothing : Interval(spoken(lower), spoken(upper), unit, context);

    private static Wording Interval(decimal? lower, decimal? upper, Func<decimal, string> spoken, string unit, ChartContext context) =>
        lower is null || upper is null ? Nothing : Interval(spoken(lower.Value), spoken(upper.Value), unit, context);

    private static Wording Nothing { get; } = new(string.Empty, string.Empty);

    private static Wording Interval(string lower, string upper, string unit, ChartContext context)
    {
        var (confidence, suffix) = (Numbers.Share(context.Confidence, 1, context.Language), unit.Length == 0 ? string.Empty : " " + unit);
        if (lower == upper)
            return new($" De lijn zelf: het {confidence}-interval blijft bij {lower}{suffix}.", $" The line itself: the {confidence} interval stays at {lower}{suffix}.");
        return new($" De lijn zelf: {confidence}-interval {lower} t/m {upper}{suffix}.", $" The line itself: {confidence} interval {lower} to {upper}{suffix}.");
    }
}
