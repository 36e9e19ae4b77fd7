using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Charts;

/// <summary>The distributions of one line as histograms.</summary>
public static class HistogramCharts
{
    private const int UsualMonths = 3;

    private static Wording Inside { get; } = new("binnen het voorstel", "inside the proposal");

    private static Wording Across { get; } = new("deels binnen, deels erbuiten", "partly inside, partly outside");

    private static Wording Outside { get; } = new("erbuiten", "outside");

    /// <summary>How much care trajectories use within the proposed duration.</summary>
    /// <param name="histogram">The distribution, as it may be shown.</param>
    /// <param name="classWidth">The commonest width of its classes, in units.</param>
    /// <param name="context">What is said below.</param>
    public static HistogramChart Volume(SafeHistogram histogram, decimal classWidth, ChartContext context)
    {
        var words = new LineWords(histogram.Line, context);
        (double, string?) heights = ((double)classWidth, words.Volume(classWidth));
        return Histogram(histogram, new LineVolume(words), VolumeTitle(words), heights);
    }

    /// <summary>How long trajectories last.</summary>
    /// <param name="histogram">The distribution, on the axis of <see cref="HistogramClasses.OfDuration"/>.</param>
    /// <param name="context">What is said below.</param>
    public static HistogramChart Duration(SafeHistogram histogram, ChartContext context)
    {
        var words = new LineWords(histogram.Line, context);
        var measure = new LineDuration(words);
        // Three months are the commonest class; of other durations each class is one.
        (double, string?) heights = measure.CountsMonths
            ? (UsualMonths, context.Say(DurationStep.Months(UsualMonths).Shown()))
            : (1, null);
        return Histogram(histogram, measure, DurationTitle(words), heights);
    }

    private static HistogramChart Histogram(
        SafeHistogram histogram, LineMeasure measure, string title, (double Width, string? Label) heights)
    {
        var (words, context) = (measure.Words, measure.Words.Context);
        var (k, counted) = (Numbers.Whole(context.SmallestGroup), context.Say(measure.Counted));
        var rounded = new Wording(
            $"Aantallen zijn afgerond; elke klasse staat voor ten minste {k} kinderen.",
            $"Counts are rounded; each class stands for at least {k} children.");
        return new HistogramChart
        {
            Caption = words.Caption(measure.Id, title, rounded),
            XTitle = context.Say(measure.AxisTitle),
            YTitle = heights.Label is { } width ? $"{counted} per {width}" : counted,
            XAxis = measure.AxisTo(histogram.Bins[^1].From),
            DensityWidth = heights.Width,
            CountTitle = counted,
            InsideLabel = context.Say(Inside),
            AcrossLabel = context.Say(Across),
            OutsideLabel = context.Say(Outside),
            Bins = [.. histogram.Bins.Select(Bin)],
            Markers = [.. measure.Markers()],
            Change = measure.Change(),
        };

        HistogramBin Bin(SafeBin bin)
        {
            var (range, count) = (context.Say(measure.Range(bin)), Numbers.Shown(bin.Count, 0, context.Language));
            return new(bin.From, bin.To, bin.Count, range, count, SideOf(bin, measure.Chosen));
        }
    }

    // Where there are few children, classes are joined across the line.
    private static LineSide SideOf(SafeBin bin, double limit) => bin switch
    {
        _ when bin.To <= limit => LineSide.Inside,
        _ when bin.From >= limit => LineSide.Outside,
        _ => LineSide.Across,
    };

    private static string VolumeTitle(LineWords words)
    {
        var (name, share, volume) = (words.Name, words.Share, words.Volume(words.Line.Chosen.Volume!.Value));
        return words.Context.Say(words.Line switch
        {
            { SharesVolume: true } => new(
                $"{name}: {share} van de trajecten van de lijnen die het volume delen gebruikt binnen de duur "
                    + $"ten hoogste {volume}",
                $"{name}: {share} of the trajectories of the lines that share the volume use at most {volume} "
                    + "within the duration"),
            { IsPerCareYear: true } => new(
                $"{name}: {share} van de zorgjaren vraagt ten hoogste {volume}",
                $"{name}: {share} of the care years need at most {volume}"),
            _ => new(
                $"{name}: {share} van de trajecten gebruikt binnen {words.Duration} ten hoogste {volume}",
                $"{name}: {share} of the trajectories use at most {volume} within {words.Duration}"),
        });
    }

    private static string DurationTitle(LineWords words)
    {
        var (name, share, duration) = (words.Name, words.Share, words.Duration);
        var of = words.Context.Say(words.Line.SharesDuration
            ? new(" van de lijnen die de duur delen", " of the lines that share the duration")
            : Wording.Same(string.Empty));
        var least = words.Context.Say(words.Line.IsBeyondLongest
            ? new("minder dan", "fewer than")
            : new("ten minste", "at least"));
        return words.Context.Say(new(
            $"{name}: {least} {share} van de trajecten{of} is binnen {duration} afgerond",
            $"{name}: {least} {share} of the trajectories{of} end within {duration}"));
    }
}
