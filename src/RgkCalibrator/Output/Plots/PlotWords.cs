using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Output.Plots;

/// <summary>The words of the plots of one group.</summary>
internal sealed class PlotWords(Group group, ChartContext context)
{
    /// <summary>What every plot says above all else.</summary>
    internal static Wording Restricted { get; } =
        new("Vertrouwelijk: alleen voor intern gebruik", "Restricted: for internal use only");

    internal static Wording Trajectories { get; } = new("Aantal trajecten", "Number of trajectories");

    internal Language Language => context.Language;

    /// <summary>The product, with its subgroup.</summary>
    internal string Name => group.Subgroup.Length == 0
        ? group.Product.Name
        : $"{group.Product.Name}, {Say(group.Scope.Name)}";

    internal string Say(Wording wording) => context.Say(wording);

    /// <summary>A value with its unit.</summary>
    internal string Shown(double value, PlotMeasure measure) =>
        $"{Number(value)} {Say(value == 1 ? OneOf(measure) : UnitOf(measure))}";

    /// <summary>A number of about three digits.</summary>
    internal string Number(double value) => Numbers.Shown(value, value >= 100 ? 0 : value >= 2 ? 1 : 2, Language);

    internal string Count(long count) => Numbers.Shown(count, 0, Language);

    /// <summary><c>P80</c>.</summary>
    internal string Percentile(Percentage percentage) => Say(percentage.Name());

    /// <summary>The measure in a sentence: <c>het volume</c>.</summary>
    internal string Said(PlotMeasure measure) =>
        Say(measure == PlotMeasure.Volume ? new("het volume", "volume") : new("de duur", "duration"));

    internal PlotAxis AxisOf(PlotSample sample, double end) =>
        new(AxisTitle(sample.Measure), sample.CountsMonths, end);

    internal string AxisTitle(PlotMeasure measure)
    {
        var unit = Say(UnitOf(measure));
        return Say(measure == PlotMeasure.Volume
            ? new($"Volume van het hele traject, in {unit}", $"Volume of the whole trajectory, in {unit}")
            : new($"Duur van het traject, in {unit}", $"Duration of the trajectory, in {unit}"));
    }

    /// <summary>A title: which share of the trajectories have at most how much.</summary>
    internal string AtMost(Estimate estimate, PlotMeasure measure)
    {
        var (p, said) = (Percentile(estimate.Percentage), Said(measure));
        var (share, shown) = (Say(estimate.Percentage.Percent()), Shown(estimate.Value ?? 0, measure));
        return $"{Name}: " + Say((estimate.Value, measure) switch
        {
            (null, _) => new(
                $"{p} van {said} is niet bereikt, daarvoor lopen er nog te veel trajecten",
                $"{p} of the {said} is not reached, too many trajectories still run for that"),
            (_, PlotMeasure.Volume) => new(
                $"{share} van de trajecten gebruikt in totaal ten hoogste {shown}",
                $"{share} of the trajectories use at most {shown} in all"),
            _ => new(
                $"{share} van de trajecten duurt ten hoogste {shown}",
                $"{share} of the trajectories last at most {shown}"),
        });
    }

    /// <summary>Both percentiles where they are reached; one marker where they are equal.</summary>
    internal IReadOnlyList<PlotMarker> Markers(PlotSample sample)
    {
        var (compared, chosen) = (sample.Compared, sample.Chosen);
        if (compared.Value != chosen.Value)
            return [.. Marker(compared, isChosen: false), .. Marker(chosen, isChosen: true)];
        var p = Percentile(compared.Percentage) + Say(new(" en ", " and "));
        return [.. Marker(chosen, isChosen: true).Select(marker => marker with { Label = p + marker.Label })];

        IEnumerable<PlotMarker> Marker(Estimate estimate, bool isChosen)
        {
            if (estimate.Value is { } value)
                yield return new(value, $"{Percentile(estimate.Percentage)}: {Shown(value, sample.Measure)}", isChosen);
        }
    }

    /// <summary>
    /// Title and notes: how many, which window, how it was computed, what is special, and the source.
    /// </summary>
    internal PlotCaption Caption(string title, params IEnumerable<string> special)
    {
        var (n, complete, running) = (Count(group.Cohort), Count(group.Count), Count(group.Cohort - group.Count));
        var counted = Say(group.Cohort == 1 ? new("traject", "trajectory") : new("trajecten", "trajectories"));
        var ends = Say(new(
            $"{complete} afgerond, {running} nog lopend", $"{complete} complete, {running} still running"));
        string[] notes =
        [
            $"Product {group.Product.Code}, {n} {counted}: {ends}. {Say(context.Window)}",
            Say(context.Method),
            string.Join(' ', special.Append(context.SourceNote)),
        ];
        return new PlotCaption(Language, title, notes);
    }

    /// <summary>How the limits around a curve are meant.</summary>
    internal string Band(double confidence)
    {
        var share = Numbers.Share(confidence, 1, Language);
        return Say(new($"Band: interval van {share} per punt.", $"Band: interval of {share} at each point."));
    }

    /// <summary>What does not fit to the right; nothing where all does.</summary>
    internal IEnumerable<string> Beyond(PlotSample sample, double end)
    {
        var beyond = sample.Values.Count(value => value > end);
        if (beyond == 0)
            yield break;
        var (count, largest) = (Count(beyond), Shown(sample.Values.Max(), sample.Measure));
        yield return Say(new(
            $"Rechts buiten beeld: {count}, tot {largest}.", $"Beyond the right edge: {count}, up to {largest}."));
    }

    /// <summary>Why a volume here is not that of the draft; nothing of durations.</summary>
    internal IEnumerable<string> About(PlotMeasure measure)
    {
        var whole = new Wording(
            "Het volume is dat van het hele traject; een kaderlijn begrenst het volume binnen haar duur.",
            "The volume is that of the whole trajectory; a framework line limits the volume within its duration.");
        return measure == PlotMeasure.Volume ? [Say(whole)] : [];
    }

    private Wording UnitOf(PlotMeasure measure) => (measure, group.CountsMonths) switch
    {
        (PlotMeasure.Volume, _) => group.Product.Unit.Counted(),
        (_, true) => new("maanden", "months"),
        (_, false) => new("dagen", "days"),
    };

    private Wording OneOf(PlotMeasure measure) => (measure, group.CountsMonths, group.Product.Unit) switch
    {
        (PlotMeasure.Duration, true, _) => new("maand", "month"),
        (PlotMeasure.Duration, false, _) => new("dag", "day"),
        (_, _, CareUnit.Etmaal) => new("etmaal", "day and night"),
        (_, _, CareUnit.Dagdeel) => Wording.Same("dagdeel"),
        _ => UnitOf(measure),
    };
}
