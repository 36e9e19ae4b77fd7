using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Output.Charts;

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
        var (width, counted) = (Shown(classWidth, context), line.IsPerCareYear ? CareYears : Trajectories);
        return new HistogramChart
        {
            Caption = Caption(line, "volume", VolumeTitle(line, context), context),
            XTitle = VolumeAxis(line, unit, context).In(context.Language),
            YTitle = new Wording($"{counted.Dutch} per {width} {unit}", $"{counted.English} per {width} {unit}").In(context.Language),
            XAxis = Axis.Nice(0, histogram.Bins[^1].From, 10, context.Language),
            DensityWidth = (double)classWidth,
            CountTitle = counted.In(context.Language),
            InsideLabel = Inside.In(context.Language),
            OutsideLabel = Beyond(histogram, (double)volume).In(context.Language),
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
            OutsideLabel = Beyond(histogram, axis.PlaceOf(histogram.Line.Chosen.Duration!)).In(context.Language),
            Bins = Bins(histogram, axis.PlaceOf(histogram.Line.Chosen.Duration!), bin => axis.Range(bin).In(context.Language), context),
            Markers = [.. DurationMarkers(histogram.Line, axis, context)],
        };
    }

    internal static Wording Trajectories { get; } = new("trajecten", "trajectories");

    internal static Wording CareYears { get; } = new("zorgjaren", "care years");

    private static Wording Inside { get; } = new("binnen het voorstel", "inside the proposal");

    /// <summary>Of few children, classes were joined across the line: such a class is painted as outside, and must not be taken for it.</summary>
    private static Wording Beyond(SafeHistogram histogram, double limit) => histogram.Bins.Any(bin => bin.From < limit && !(bin.To <= limit))
        ? new("deels of geheel erbuiten", "partly or wholly outside")
        : new("erbuiten", "outside");

    /// <summary>The product, with its subgroup where the line is for one.</summary>
    internal static string NameOf(SafeLine line, Language language) =>
        line.SubgroupId.Length == 0 ? line.Product.Name : $"{line.Product.Name}, {line.SubgroupName.In(language)}";

    internal static Wording VolumeAxis(SafeLine line, string unit, ChartContext context) => line.IsPerCareYear
        ? new Wording($"Volume per zorgjaar, in {unit}", $"Volume per care year, in {unit}")
        : new Wording($"Volume binnen {Duration(line, context)}, in {unit}", $"Volume within {Duration(line, context)}, in {unit}");

    private static string VolumeTitle(SafeLine line, ChartContext context)
    {
        var (share, volume) = (Share(line, context), Shown(line.Chosen.Volume!.Value, context));
        var unit = line.Product.Unit.Counted().In(context.Language);
        var (name, duration) = (NameOf(line, context.Language), Duration(line, context));
        return (line switch
        {
            { SharesVolume: true } => new Wording(
                $"{name}: {share} van de trajecten van de lijnen die het volume delen gebruikt binnen de duur ten hoogste {volume} {unit}",
                $"{name}: {share} of the trajectories of the lines that share the volume use at most {volume} {unit} within the duration"),
            { IsPerCareYear: true } => new Wording(
                $"{name}: {share} van de zorgjaren vraagt ten hoogste {volume} {unit}",
                $"{name}: {share} of the care years need at most {volume} {unit}"),
            _ => new Wording(
                $"{name}: {share} van de trajecten gebruikt binnen {duration} ten hoogste {volume} {unit}",
                $"{name}: {share} of the trajectories use at most {volume} {unit} within {duration}"),
        }).In(context.Language);
    }

    private static string DurationTitle(SafeLine line, ChartContext context)
    {
        var (name, share, duration) = (NameOf(line, context.Language), Share(line, context), Duration(line, context));
        var which = line.SharesDuration
            ? new Wording("de trajecten van de lijnen die de duur delen", "the trajectories of the lines that share the duration")
            : new Wording("de trajecten", "the trajectories");
        return (line.IsBeyondLongest
            ? new Wording($"{name}: minder dan {share} van {which.Dutch} is binnen {duration} afgerond", $"{name}: fewer than {share} of {which.English} end within {duration}")
            : new Wording($"{name}: ten minste {share} van {which.Dutch} is binnen {duration} afgerond", $"{name}: at least {share} of {which.English} end within {duration}"))
            .In(context.Language);
    }

    /// <summary>The share that the proposal is to hold: <c>80%</c>.</summary>
    internal static string Share(SafeLine line, ChartContext context) => line.Chosen.Percentage.Percent().In(context.Language);

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
        return new ChartCaption(line.SubgroupId.Length == 0 ? $"{kind}-{line.Product.Code}" : $"{kind}-{line.Product.Code}-{line.SubgroupId}", context.Language, title, title + ".", [.. notes.Select(note => note.In(context.Language))]);
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
        var (p, q) = (line.Compared.Percentage.Name().In(context.Language), line.Chosen.Percentage.Name().In(context.Language));
        if (compared == chosen)
        {
            var (low, high) = line.Compared.Percentage.Halves < line.Chosen.Percentage.Halves ? (p, q) : (q, p);
            yield return new ChartMarker(chosen, new Wording($"{low} en {high}: {shown(chosen)}", $"{low} and {high}: {shown(chosen)}").In(context.Language), MarkerKind.Chosen);
            yield break;
        }

        if (compared is { } other)
            yield return new ChartMarker(other, $"{p}: {shown(other)}", MarkerKind.Compared);
        yield return new ChartMarker(chosen, $"{q}: {shown(chosen)}", MarkerKind.Chosen);
    }

    internal static string Shown(decimal number, ChartContext context) => Numbers.Shown((double)number, 2, context.Language);
}
