using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Output.Plots;

/// <summary>From the trajectories of a line to a picture of them.</summary>
public static class PictureMaking
{
    private const int MostClasses = 90;
    private const int MostCells = 40;
    private const int MostPoints = 800;

    // A percentile at the very edge of the axis would be lost.
    private const double BesideEdge = 1.02;

    /// <summary>The picture.</summary>
    /// <param name="group">The trajectories; only whole volumes and times of it are asked for.</param>
    /// <param name="choice">What is shown.</param>
    /// <param name="settings">The percentiles and the estimator.</param>
    /// <param name="context">What is said below.</param>
    /// <param name="providers">The names of main providers by their number in the group.</param>
    /// <exception cref="CalibrationException">Nothing is left to show.</exception>
    public static RawPicture Of(Group group, PlotChoice choice, FrameworkSettings settings, ChartContext context, IReadOnlyList<string> providers)
    {
        if (LackOf(group, choice) is { } lack)
            throw lack;
        var words = new PictureWords(group, context);
        var sample = WholeSample.Of(group, choice.Kind == PlotKind.Survival ? PlotMeasure.Duration : choice.Measure, settings);
        return choice.Kind switch
        {
            PlotKind.Histogram => Histogram(sample, words),
            PlotKind.Survival => Survival(sample, words),
            PlotKind.Cumulative => Cumulative(sample, words),
            PlotKind.Heatmap => HeatMaking.Of(group, settings, words, MostCells),
            PlotKind.Box => BoxMaking.Of(sample, choice.Parts, settings, words, providers),
            PlotKind.Correction => Correction(group, choice.Measure, settings, words),
            _ => throw new ArgumentOutOfRangeException(nameof(choice), choice.Kind, "Unknown kind of picture."),
        };
    }

    /// <summary>Why there is nothing to show; null where there is something.</summary>
    internal static CalibrationException? LackOf(Group group, PlotChoice choice)
    {
        var line = group.Subgroup.Length == 0 ? group.Product.Code : $"{group.Product.Code}/{group.Subgroup}";
        if (group.Cohort == 0)
        {
            return new CalibrationException(
                ExitCode.NothingToShow,
                new Wording("Van deze lijn is geen enkel traject in het cohort.", "Of this line no trajectory is in the cohort."),
                line,
                new Wording("Kies een ander product of een andere subgroep, of maak het pakket met een ander cohort.", "Choose another product or subgroup, or make the packet with another cohort."));
        }

        if (group.Count > 0 || choice.Kind is PlotKind.Histogram or PlotKind.Survival or PlotKind.Box)
            return null;
        return new CalibrationException(
            ExitCode.NothingToShow,
            new Wording("Van deze lijn is nog geen enkel traject afgerond.", "Of this line no trajectory has ended yet."),
            line,
            new Wording("Kies histogram, overleving of boxplot: die tonen ook wat nog loopt.", "Choose histogram, survival or box: these show what still runs too."));
    }

    private static HistogramPicture Histogram(WholeSample sample, PictureWords words)
    {
        var marks = words.Marks(sample);
        var classes = ClassesOf(sample, marks, MostClasses);
        var width = words.Shown(classes.Width, sample.Measure);
        return new HistogramPicture
        {
            Caption = words.Caption(
                words.AtMost(sample.Chosen, sample.Measure),
                [new($"Klassen van {width}.", $"Classes of {width}."), .. PictureWords.About(sample.Measure), .. Open(classes, sample, words)]),
            XTitle = words.AxisOf(sample.Measure),
            CountsMonths = sample.CountsMonths,
            YTitle = PictureWords.Trajectories.In(words.Language),
            Classes = classes,
            Complete = classes.Counts(sample.Complete),
            Running = classes.Counts(sample.Running),
            Marks = marks,
        };
    }

    private static CurvePicture Survival(WholeSample sample, PictureWords words)
    {
        var (median, marks) = (sample.Percentile(Percentage.Of(50)), words.Marks(sample));
        var end = ClassesOf(sample, marks, MostClasses).End;
        var title = median.Value is { } half
            ? new Wording(
                $"{words.Name}: na {words.Shown(half, PlotMeasure.Duration)} is de helft van de trajecten afgerond",
                $"{words.Name}: half of the trajectories have ended after {words.Shown(half, PlotMeasure.Duration)}").In(words.Language)
            : words.AtMost(median, PlotMeasure.Duration);
        return new CurvePicture
        {
            Caption = words.Caption(title, [PictureWords.Band(sample.Confidence), .. words.Beyond(sample, end)]),
            XTitle = words.AxisOf(PlotMeasure.Duration),
            CountsMonths = sample.CountsMonths,
            YTitle = new Wording("Deel van de trajecten dat nog loopt", "Share of the trajectories that still run").In(words.Language),
            Series = [Series(sample, words, end)],
            IsFalling = true,
            End = end,
            Marks = marks,
            Levels = [1 - sample.Compared.Percentage.Share, 1 - sample.Chosen.Percentage.Share],
        };
    }

    private static CurvePicture Cumulative(WholeSample sample, PictureWords words)
    {
        var marks = words.Marks(sample);
        var end = ClassesOf(sample, marks, MostClasses).End;
        return new CurvePicture
        {
            Caption = words.Caption(
                words.AtMost(sample.Chosen, sample.Measure),
                [PictureWords.Band(sample.Confidence), .. PictureWords.About(sample.Measure), .. words.Beyond(sample, end)]),
            XTitle = words.AxisOf(sample.Measure),
            CountsMonths = sample.CountsMonths,
            YTitle = AtOrBelow(words),
            Series = [Series(sample, words, end)],
            End = end,
            Marks = marks,
            Levels = [sample.Compared.Percentage.Share, sample.Chosen.Percentage.Share],
        };
    }

    private static CurvePicture Correction(Group group, PlotMeasure measure, FrameworkSettings settings, PictureWords words)
    {
        var corrected = WholeSample.Of(group, measure, settings with { Estimator = Estimator.Corrected });
        var completed = WholeSample.Of(group, measure, settings with { Estimator = Estimator.Completed });
        PictureMark[] marks = [.. MarkOf(completed, false, words), .. MarkOf(corrected, true, words)];
        var end = ClassesOf(corrected, marks, MostClasses).End;
        return new CurvePicture
        {
            Caption = words.Caption(
                CorrectionTitle(completed.Chosen, corrected.Chosen, measure, words),
                [PictureWords.Band(settings.Confidence), .. PictureWords.About(measure), .. words.Beyond(corrected, end)]),
            XTitle = words.AxisOf(measure),
            CountsMonths = corrected.CountsMonths,
            YTitle = AtOrBelow(words),
            Series = [Series(corrected, words, end), Series(completed, words, end) with { HasBand = false }],
            End = end,
            Marks = marks,
            Levels = [settings.Percentage.Share],
        };
    }

    private static string AtOrBelow(PictureWords words) =>
        new Wording("Deel van de trajecten met ten hoogste zoveel", "Share of the trajectories with at most so much").In(words.Language);

    private static string CorrectionTitle(Estimate completed, Estimate corrected, PlotMeasure measure, PictureWords words)
    {
        var (p, said, before) = (words.Percent(corrected.Percentage), PictureWords.Said(measure), words.Shown(completed.Value!.Value, measure));
        if (corrected.Value is not { } value)
            return words.AtMost(corrected, measure);
        var after = words.Shown(value, measure);
        if (after == before)
        {
            return new Wording(
                $"{words.Name}: P{p} van {said.Dutch} is {after}, met en zonder trajecten die nog lopen",
                $"{words.Name}: P{p} of {said.English} is {after}, with and without trajectories that still run").In(words.Language);
        }

        return new Wording(
            $"{words.Name}: met trajecten die nog lopen is P{p} van {said.Dutch} {after}, zonder {before}",
            $"{words.Name}: with trajectories that still run P{p} of {said.English} is {after}, without {before}").In(words.Language);
    }

    private static IEnumerable<PictureMark> MarkOf(WholeSample sample, bool isChosen, PictureWords words)
    {
        if (sample.Chosen is not { Value: { } value } chosen)
            yield break;
        var (p, shown) = (words.Percent(chosen.Percentage), words.Shown(value, sample.Measure));
        yield return new(value, (isChosen ? new Wording($"P{p} van alle: {shown}", $"P{p} of all: {shown}") : new Wording($"P{p} alleen afgerond: {shown}", $"P{p} complete only: {shown}")).In(words.Language), isChosen);
    }

    private static StepSeries Series(WholeSample sample, PictureWords words, double end) => new(
        (sample.Estimator == Estimator.Corrected ? new Wording("alle trajecten", "all trajectories") : new Wording("alleen afgeronde trajecten", "complete trajectories only")).In(words.Language),
        sample.Curve(end, MostPoints),
        HasBand: true);

    /// <summary>Classes of a sample that hold its marks.</summary>
    internal static FineClasses ClassesOf(WholeSample sample, IEnumerable<PictureMark> marks, int most) =>
        FineClasses.Of(sample.Values, marks.Select(mark => mark.Value * BesideEdge).DefaultIfEmpty(0).Max(), most);

    private static IEnumerable<Wording> Open(FineClasses classes, WholeSample sample, PictureWords words)
    {
        if (classes.IsOpen && words.Shown(sample.Values.Max(), sample.Measure) is var largest)
            yield return new($"De laatste klasse loopt tot {largest}.", $"The last class runs to {largest}.");
    }
}
