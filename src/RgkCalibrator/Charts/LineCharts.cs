using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake;

namespace RgkCalibrator.Charts;

/// <summary>What all charts of a run say below.</summary>
/// <param name="Language">Of all texts.</param>
/// <param name="Window">Which trajectories: the cohort and the gap.</param>
/// <param name="Method">How the percentiles were computed.</param>
/// <param name="Source">Where the data come from.</param>
/// <param name="SmallestGroup">Each class stands for at least so many children.</param>
public sealed record ChartContext(Language Language, Wording Window, Wording Method, Wording Source, int SmallestGroup)
{
    /// <summary>Of intervals, between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;
}

/// <summary>The distributions of one line as charts.</summary>
public static class LineCharts
{
    /// <summary>How much care trajectories use within the proposed duration.</summary>
    /// <param name="histogram">The distribution, as it may be shown.</param>
    /// <param name="classWidth">The commonest width of its classes, in units.</param>
    /// <param name="context">What is said below.</param>
    public static HistogramChart Volume(SafeHistogram histogram, decimal classWidth, ChartContext context)
    {
        var line = histogram.Line;
        var volume = line.Chosen.Volume!.Value;
        var unit = line.Product.Unit.Counted().In(context.Language);
        var width = Shown(classWidth, context);
        return new HistogramChart
        {
            Caption = Caption(line, "volume", VolumeTitle(line, context), context),
            XTitle = new Wording($"Volume binnen {Duration(line, context)}, in {unit}", $"Volume within {Duration(line, context)}, in {unit}").In(context.Language),
            YTitle = new Wording($"trajecten per {width} {unit}", $"trajectories per {width} {unit}").In(context.Language),
            XAxis = Axis.Nice(0, histogram.Bins[^1].From, 10, context.Language),
            DensityWidth = (double)classWidth,
            CountTitle = Trajectories.In(context.Language),
            InsideLabel = Inside.In(context.Language),
            OutsideLabel = Outside.In(context.Language),
            Bins = Bins(histogram, (double)volume, bin => Range(bin, unit, context), context),
            Markers = [.. VolumeMarkers(line, unit, context)],
        };
    }

    /// <summary>How long trajectories last.</summary>
    /// <param name="histogram">The distribution, on the axis of <see cref="HistogramClasses.OfDuration"/>.</param>
    /// <param name="context">What is said below.</param>
    public static HistogramChart Duration(SafeHistogram histogram, ChartContext context)
    {
        var axis = new DurationAxis(histogram.Line.Product.AllowedDurations);
        return new HistogramChart
        {
            Caption = Caption(histogram.Line, "duur", DurationTitle(histogram.Line, context), context),
            XTitle = axis.Title.In(context.Language),
            YTitle = axis.HeightTitle.In(context.Language),
            XAxis = axis.Axis(context.Language),
            DensityWidth = axis.ClassWidth,
            CountTitle = Trajectories.In(context.Language),
            InsideLabel = Inside.In(context.Language),
            OutsideLabel = Outside.In(context.Language),
            Bins = Bins(histogram, axis.PlaceOf(histogram.Line.Chosen.Duration!), bin => axis.Range(bin).In(context.Language), context),
            Markers = [.. DurationMarkers(histogram.Line, axis, context)],
        };
    }

    private static Wording Trajectories { get; } = new("trajecten", "trajectories");

    private static Wording Inside { get; } = new("binnen het voorstel", "inside the proposal");

    private static Wording Outside { get; } = new("erbuiten", "outside");

    private static string VolumeTitle(SafeLine line, ChartContext context)
    {
        var (share, volume) = (Share(line), Shown(line.Chosen.Volume!.Value, context));
        var unit = line.Product.Unit.Counted().In(context.Language);
        return new Wording(
            $"{line.Product.Name}: {share}% van de trajecten gebruikt binnen {Duration(line, context)} ten hoogste {volume} {unit}",
            $"{line.Product.Name}: {share}% of the trajectories use at most {volume} {unit} within {Duration(line, context)}").In(context.Language);
    }

    private static string DurationTitle(SafeLine line, ChartContext context) => (line.IsBeyondLongest
        ? new Wording(
            $"{line.Product.Name}: minder dan {Share(line)}% van de trajecten is binnen {Duration(line, context)} afgerond",
            $"{line.Product.Name}: fewer than {Share(line)}% of the trajectories end within {Duration(line, context)}")
        : new Wording(
            $"{line.Product.Name}: ten minste {Share(line)}% van de trajecten is binnen {Duration(line, context)} afgerond",
            $"{line.Product.Name}: at least {Share(line)}% of the trajectories end within {Duration(line, context)}")).In(context.Language);

    internal static string Share(SafeLine line) => line.Chosen.Percentage.ToString()[1..];

    internal static string Duration(SafeLine line, ChartContext context) => line.Chosen.Duration!.InSentence().In(context.Language);

    private static ChartCaption Caption(SafeLine line, string kind, string title, ChartContext context)
    {
        var k = Numbers.Whole(context.SmallestGroup);
        return Caption(line, kind, title, new($"Aantallen zijn afgerond; elke klasse staat voor ten minste {k} kinderen.", $"Counts are rounded; each class stands for at least {k} children."), context);
    }

    /// <summary>What a chart of one line says in words; <paramref name="shown"/> is what is to be known of the numbers in it.</summary>
    internal static ChartCaption Caption(SafeLine line, string kind, string title, Wording shown, ChartContext context)
    {
        var isComplete = line.Estimator == Estimator.Completed && line.Complete is { Value: not null };
        var n = Numbers.Shown((isComplete ? line.Complete! : line.Trajectories).Value ?? 0, 0, context.Language);
        var which = isComplete ? new Wording("afgeronde trajecten", "complete trajectories") : new Wording("trajecten", "trajectories");
        Wording[] notes =
        [
            new($"Product {line.Product.Code}, ongeveer {n} {which.Dutch}. {context.Window.Dutch}", $"Product {line.Product.Code}, about {n} {which.English}. {context.Window.English}"),
            context.Method,
            new($"{shown.Dutch} Bron: {context.Source.Dutch}.", $"{shown.English} Source: {context.Source.English}."),
        ];
        return new ChartCaption($"{kind}-{line.Product.Code}", context.Language, title, title + ".", [.. notes.Select(note => note.In(context.Language))]);
    }

    private static List<HistogramBin> Bins(SafeHistogram histogram, double limit, Func<SafeBin, string> range, ChartContext context) =>
        [.. histogram.Bins.Select(bin => new HistogramBin(
            bin.From, bin.To, bin.Count, range(bin), Numbers.Shown(bin.Count, 0, context.Language), bin.To <= limit))];

    private static string Range(SafeBin bin, string unit, ChartContext context)
    {
        var from = Shown((decimal)bin.From, context);
        if (bin.To is not { } to)
            return new Wording($"meer dan {from} {unit}", $"more than {from} {unit}").In(context.Language);
        var end = Shown((decimal)to, context);
        return new Wording($"meer dan {from} t/m {end} {unit}", $"more than {from} to {end} {unit}").In(context.Language);
    }

    internal static IEnumerable<ChartMarker> VolumeMarkers(SafeLine line, string unit, ChartContext context)
    {
        var chosen = line.Chosen.Volume!.Value;
        return Markers(line, (double?)line.Compared.Volume, (double)chosen, value => Numbers.Shown(value, 2, context.Language) + " " + unit, context);
    }

    internal static IEnumerable<ChartMarker> DurationMarkers(SafeLine line, DurationAxis axis, ChartContext context)
    {
        double? compared = line.Compared.Duration is { } step ? axis.PlaceOf(step) : null;
        return Markers(line, compared, axis.PlaceOf(line.Chosen.Duration!), place => axis.StepAt(place)!.Shown().In(context.Language), context);
    }

    /// <summary>Both percentiles; one marker where they are equal.</summary>
    private static IEnumerable<ChartMarker> Markers(
        SafeLine line, double? compared, double chosen, Func<double, string> shown, ChartContext context)
    {
        var (p, q) = (line.Compared.Percentage, line.Chosen.Percentage);
        if (compared == chosen)
        {
            yield return new ChartMarker(chosen, new Wording($"{p} en {q}: {shown(chosen)}", $"{p} and {q}: {shown(chosen)}").In(context.Language), MarkerKind.Chosen);
            yield break;
        }

        if (compared is { } other)
            yield return new ChartMarker(other, $"{p}: {shown(other)}", MarkerKind.Compared);
        yield return new ChartMarker(chosen, $"{q}: {shown(chosen)}", MarkerKind.Chosen);
    }

    internal static string Shown(decimal number, ChartContext context) => Numbers.Shown((double)number, 2, context.Language);
}
