using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Output.Charts;

/// <summary>The distributions of one line as cumulative curves.</summary>
public static class CurveCharts
{
    private static readonly Percentage Half = Percentage.Of(50);

    /// <summary>Which share of the trajectories stays within which volume, within the proposed duration.</summary>
    /// <param name="curve">The distribution, as it may be shown; in units.</param>
    /// <param name="context">What is said below.</param>
    public static CurveChart Volume(SafeCurve curve, ChartContext context) =>
        Curve(curve, new LineVolume(new LineWords(curve.Line, context)));

    /// <summary>Which share of the trajectories ends within which duration.</summary>
    /// <param name="curve">The distribution, on the axis of <see cref="HistogramClasses.OfDuration"/>.</param>
    /// <param name="context">What is said below.</param>
    public static CurveChart Duration(SafeCurve curve, ChartContext context) =>
        Curve(curve, new LineDuration(new LineWords(curve.Line, context)));

    private static CurveChart Curve(SafeCurve curve, LineMeasure measure)
    {
        var (words, context, markers) = (measure.Words, measure.Words.Context, measure.Markers().ToList());
        var counted = measure.Counted;
        return new CurveChart
        {
            Caption = words.Caption("verdeling-" + measure.Id, Title(curve, measure), Shown(measure)),
            XTitle = context.Say(measure.AxisTitle),
            YTitle = context.Say(new(
                $"deel van de {counted.Dutch} dat hierbinnen blijft",
                $"share of the {counted.English} that stay within")),
            XAxis = measure.AxisTo(markers.Select(marker => marker.Value).Append(curve.Points[^1].Value).Max()),
            Points = [.. curve.Points.Select(Point)],
            Levels =
            [
                Level(curve.Line.Compared.Percentage, MarkerKind.Compared),
                Level(curve.Line.Chosen.Percentage, MarkerKind.Chosen),
            ],
            Markers = markers,
            Change = measure.Change(),
        };

        CurvePoint Point(SafePoint point)
        {
            var atMost = context.Say(new("ten hoogste ", "at most ")) + measure.InSentence(point.Value);
            return new(point.Value, point.Percentage.Share, atMost, ShareOf(point, context));
        }

        ChartLevel Level(Percentage percentage, MarkerKind kind) =>
            new(percentage.Share, context.Say(percentage.Name()), kind);
    }

    private static string ShareOf(SafePoint point, ChartContext context) =>
        Numbers.Share(point.Percentage.Share, 1, context.Language);

    /// <summary>What half of them need, and the last value that is shown.</summary>
    private static string Title(SafeCurve curve, LineMeasure measure)
    {
        var (name, context, counted) = (measure.Words.Name, measure.Words.Context, measure.Counted);
        var last = curve.Points[^1];
        var (most, share) = (measure.InSentence(last.Value), ShareOf(last, context));
        var half = curve.Points.FirstOrDefault(point => point.Percentage == Half && point != last);
        var middle = half is null ? string.Empty : measure.InSentence(half.Value);
        return context.Say(half is null
            ? new(
                $"{name}: {share} van de {counted.Dutch} blijft binnen {most}",
                $"{name}: {share} of the {counted.English} stay within {most}")
            : new(
                $"{name}: de helft van de {counted.Dutch} blijft binnen {middle}, {share} binnen {most}",
                $"{name}: half of the {counted.English} stay within {middle}, {share} within {most}"));
    }

    private static Wording Shown(LineMeasure measure)
    {
        var (k, interval) = (Numbers.Whole(measure.Words.Context.SmallestGroup), Interval(measure));
        return new(
            $"Tussen twee punten liggen ten minste {k} kinderen; de lijn ertussen leidt alleen het oog."
                + interval.Dutch,
            $"Between two points lie at least {k} children; the line between only leads the eye." + interval.English);
    }

    private static Wording Interval(LineMeasure measure)
    {
        if (measure.Interval() is not (var lower, var upper))
            return Wording.Same(string.Empty);
        var (context, end) = (measure.Words.Context, upper + measure.UnitBehind);
        var confidence = Numbers.Share(context.Confidence, 1, context.Language);
        return lower == upper
            ? new(
                $" De lijn zelf: het {confidence}-interval blijft bij {end}.",
                $" The line itself: the {confidence} interval stays at {end}.")
            : new(
                $" De lijn zelf: {confidence}-interval {lower} t/m {end}.",
                $" The line itself: {confidence} interval {lower} to {end}.");
    }
}
