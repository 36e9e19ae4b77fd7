using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Output.Plots;

/// <summary>Builds plots of the trajectories of a line.</summary>
public static class PlotBuilder
{
    private const int MostClasses = 90;
    private const int MostPoints = 800;

    /// <summary>The plot of a choice.</summary>
    /// <param name="group">The trajectories; only whole volumes and times of it are asked for.</param>
    /// <param name="choice">What is shown.</param>
    /// <param name="settings">The percentiles and the estimator.</param>
    /// <param name="context">What is said below.</param>
    /// <param name="providers">The names of main providers by their number in the group.</param>
    /// <exception cref="CalibrationException">Nothing is left to show.</exception>
    public static PlotModel Build(
        Group group, PlotChoice choice, FrameworkSettings settings, ChartContext context,
        IReadOnlyList<string> providers)
    {
        if (NothingToShow(group, choice) is { } nothing)
            throw nothing;
        var words = new PlotWords(group, context);
        var measure = choice.Kind == PlotKind.Survival ? PlotMeasure.Duration : choice.Measure;
        var sample = new PlotSample(group, measure, settings);
        return choice.Kind switch
        {
            PlotKind.Histogram => Histogram(sample, words),
            PlotKind.Survival => Survival(sample, words),
            PlotKind.Cumulative => Cumulative(sample, words),
            PlotKind.Heatmap => HeatMapBuilder.Build(group, settings, words),
            PlotKind.Box => BoxBuilder.Build(sample, choice.Parts, words, providers),
            PlotKind.Correction => Correction(sample, words),
            _ => throw new ArgumentOutOfRangeException(nameof(choice), choice.Kind, "Unknown kind of plot."),
        };
    }

    /// <summary>Why there is nothing to show; null where there is something.</summary>
    internal static CalibrationException? NothingToShow(Group group, PlotChoice choice)
    {
        var showsRunning = choice.Kind is PlotKind.Histogram or PlotKind.Survival or PlotKind.Box;
        if (group.Count > 0 || (group.Cohort > 0 && showsRunning))
            return null;
        var (what, remedy) = group.Cohort == 0
            ? (new Wording(
                "Van deze lijn is geen enkel traject in het cohort.", "Of this line no trajectory is in the cohort."),
            new Wording(
                "Kies een ander product of een andere subgroep, of maak het pakket met een ander cohort.",
                "Choose another product or subgroup, or make the packet with another cohort."))
            : (new Wording(
                "Van deze lijn is nog geen enkel traject afgerond.", "Of this line no trajectory has ended yet."),
            new Wording(
                "Kies histogram, overleving of boxplot: die tonen ook wat nog loopt.",
                "Choose histogram, survival or box: these show what still runs too."));
        var line = LineName.Of(group.Product.Code, group.Subgroup);
        return new CalibrationException(ExitCode.NothingToShow, what, line, remedy);
    }

    private static HistogramModel Histogram(PlotSample sample, PlotWords words)
    {
        var markers = words.Markers(sample);
        var classes = sample.Classes(markers, MostClasses);
        var width = words.Shown(classes.Width, sample.Measure);
        var special = words.About(sample.Measure)
            .Prepend(words.Say(new($"Klassen van {width}.", $"Classes of {width}.")));
        if (classes.IsOpen)
        {
            var largest = words.Shown(sample.Values.Max(), sample.Measure);
            var open = new Wording($"De laatste klasse loopt tot {largest}.", $"The last class runs to {largest}.");
            special = special.Append(words.Say(open));
        }

        return new HistogramModel
        {
            Caption = words.Caption(words.AtMost(sample.Chosen, sample.Measure), special),
            X = words.AxisOf(sample, classes.End),
            YTitle = words.Say(PlotWords.Trajectories),
            Classes = classes,
            Complete = classes.Counts(sample.Complete),
            Running = classes.Counts(sample.Running),
            Markers = markers,
        };
    }

    private static CurveModel Survival(PlotSample sample, PlotWords words)
    {
        var median = sample.Percentile(Percentage.Of(50));
        var half = median.Value is { } value ? words.Shown(value, PlotMeasure.Duration) : null;
        var title = half is null
            ? words.AtMost(median, PlotMeasure.Duration)
            : words.Say(new(
                $"{words.Name}: na {half} is de helft van de trajecten afgerond",
                $"{words.Name}: half of the trajectories have ended after {half}"));
        return Curve(title, [sample], words.Markers(sample), words) with
        {
            YTitle = words.Say(new("Deel van de trajecten dat nog loopt", "Share of the trajectories that still run")),
            IsFalling = true,
        };
    }

    private static CurveModel Cumulative(PlotSample sample, PlotWords words) =>
        Curve(words.AtMost(sample.Chosen, sample.Measure), [sample], words.Markers(sample), words);

    private static CurveModel Correction(PlotSample sample, PlotWords words)
    {
        var (corrected, completed) = (sample.By(Estimator.Corrected), sample.By(Estimator.Completed));
        var markers = new List<PlotMarker>();
        Mark(completed, new("alleen afgerond", "complete only"), isChosen: false);
        Mark(corrected, new("van alle", "of all"), isChosen: true);
        var title = CorrectionTitle(completed.Chosen, corrected.Chosen, sample.Measure, words);
        var curve = Curve(title, [corrected, completed], markers, words);
        return curve with { Levels = [sample.Settings.Percentage.Share] };

        void Mark(PlotSample one, Wording which, bool isChosen)
        {
            if (one.Chosen is not { Value: { } value } chosen)
                return;
            var (p, shown) = (words.Percentile(chosen.Percentage), words.Shown(value, one.Measure));
            markers.Add(new(value, $"{p} {words.Say(which)}: {shown}", isChosen));
        }
    }

    private static string CorrectionTitle(Estimate completed, Estimate corrected, PlotMeasure measure, PlotWords words)
    {
        if (corrected.Value is not { } value)
            return words.AtMost(corrected, measure);
        var (name, p, said) = (words.Name, words.Percentile(corrected.Percentage), words.Said(measure));
        var (before, after) = (words.Shown(completed.Value!.Value, measure), words.Shown(value, measure));
        return words.Say(after == before
            ? new(
                $"{name}: {p} van {said} is {after}, met en zonder trajecten die nog lopen",
                $"{name}: {p} of {said} is {after}, with and without trajectories that still run")
            : new(
                $"{name}: met trajecten die nog lopen is {p} van {said} {after}, zonder {before}",
                $"{name}: with trajectories that still run {p} of {said} is {after}, without {before}"));
    }

    /// <summary>Cumulative curves of samples of one measure, of which the first counts.</summary>
    private static CurveModel Curve(
        string title, IReadOnlyList<PlotSample> samples, IReadOnlyList<PlotMarker> markers, PlotWords words)
    {
        var (sample, settings) = (samples[0], samples[0].Settings);
        var end = sample.Classes(markers, MostClasses).End;
        string[] special =
            [words.Band(settings.Confidence), .. words.About(sample.Measure), .. words.Beyond(sample, end)];
        return new CurveModel
        {
            Caption = words.Caption(title, special),
            X = words.AxisOf(sample, end),
            YTitle = words.Say(new(
                "Deel van de trajecten met ten hoogste zoveel", "Share of the trajectories with at most so much")),
            Curves = [.. samples.Select(one => new StepCurve(NameOf(one), one.Curve(end, MostPoints)))],
            Markers = markers,
            Levels = [settings.Compared.Share, settings.Percentage.Share],
        };

        string NameOf(PlotSample one) => words.Say(one.Settings.Estimator == Estimator.Corrected
            ? new("alle trajecten", "all trajectories")
            : new("alleen afgeronde trajecten", "complete trajectories only"));
    }
}
