using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Charts;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Output.Plots;

/// <summary>The words of the pictures of one group.</summary>
internal sealed class PictureWords(Group group, ChartContext context)
{
    /// <summary>What every picture says above all else.</summary>
    internal static Wording Restricted { get; } = new("Vertrouwelijk: alleen voor intern gebruik", "Restricted: for internal use only");

    internal static Wording Complete { get; } = new("afgerond", "complete");

    internal static Wording Running { get; } = new("loopt nog (tot nu toe)", "still running (so far)");

    internal static Wording Trajectories { get; } = new("Aantal trajecten", "Number of trajectories");

    internal Language Language => context.Language;

    /// <summary>The product, with its subgroup.</summary>
    internal string Name => group.Subgroup.Length == 0 ? group.Product.Name : $"{group.Product.Name}, {group.Scope.Name.In(Language)}";

    private Product Product => group.Product;

    internal Wording UnitOf(PlotMeasure measure) => measure switch
    {
        PlotMeasure.Volume => Product.Unit.Counted(),
        PlotMeasure.Duration => group.CountsMonths ? new("maanden", "months") : new("dagen", "days"),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Unknown measure."),
    };

    private Wording OneOf(PlotMeasure measure) => (measure, group.CountsMonths, Product.Unit) switch
    {
        (PlotMeasure.Duration, true, _) => new("maand", "month"),
        (PlotMeasure.Duration, false, _) => new("dag", "day"),
        (_, _, CareUnit.Etmaal) => new("etmaal", "day and night"),
        (_, _, CareUnit.Dagdeel) => Wording.Same("dagdeel"),
        _ => UnitOf(measure),
    };

    internal string AxisOf(PlotMeasure measure)
    {
        var unit = UnitOf(measure);
        return (measure == PlotMeasure.Volume
            ? new Wording($"Volume van het hele traject, in {unit.Dutch}", $"Volume of the whole trajectory, in {unit.English}")
            : new Wording($"Duur van het traject, in {unit.Dutch}", $"Duration of the trajectory, in {unit.English}")).In(Language);
    }

    /// <summary>A value with its unit.</summary>
    internal string Shown(double value, PlotMeasure measure) => $"{Number(value)} {(value == 1 ? OneOf(measure) : UnitOf(measure)).In(Language)}";

    /// <summary>To about three digits.</summary>
    internal string Number(double value) => Numbers.Shown(value, value >= 100 ? 0 : value >= 2 ? 1 : 2, Language);

    internal string Count(long count) => Numbers.Shown(count, 0, Language);

    internal string Percent(Percentage percentage) => Numbers.Shown(percentage.Halves / 2.0, 1, Language);

    /// <summary>80% of the trajectories … at most so much.</summary>
    internal string AtMost(Estimate estimate, PlotMeasure measure)
    {
        var p = Percent(estimate.Percentage);
        if (estimate.Value is not { } value)
        {
            return new Wording(
                $"{Name}: P{p} van {Said(measure).Dutch} is niet bereikt, daarvoor lopen er nog te veel trajecten",
                $"{Name}: P{p} of the {Said(measure).English} is not reached, too many trajectories still run for that").In(Language);
        }

        var shown = Shown(value, measure);
        return (measure == PlotMeasure.Volume
            ? new Wording($"{Name}: {p}% van de trajecten gebruikt in totaal ten hoogste {shown}", $"{Name}: {p}% of the trajectories use at most {shown} in all")
            : new Wording($"{Name}: {p}% van de trajecten duurt ten hoogste {shown}", $"{Name}: {p}% of the trajectories last at most {shown}")).In(Language);
    }

    internal static Wording Said(PlotMeasure measure) => measure == PlotMeasure.Volume ? new("het volume", "volume") : new("de duur", "duration");

    /// <summary>Both percentiles where they are reached; one mark where they are equal.</summary>
    internal IReadOnlyList<PictureMark> Marks(WholeSample sample)
    {
        var (compared, chosen) = (sample.Compared, sample.Chosen);
        var (p, q) = ("P" + Percent(compared.Percentage), "P" + Percent(chosen.Percentage));
        if (compared.Value == chosen.Value && chosen.Value is { } both)
            return [new(both, new Wording($"{p} en {q}: {Shown(both, sample.Measure)}", $"{p} and {q}: {Shown(both, sample.Measure)}").In(Language), IsChosen: true)];
        return
        [
            .. compared.Value is { } one ? [new PictureMark(one, $"{p}: {Shown(one, sample.Measure)}", IsChosen: false)] : Array.Empty<PictureMark>(),
            .. chosen.Value is { } other ? [new PictureMark(other, $"{q}: {Shown(other, sample.Measure)}", IsChosen: true)] : Array.Empty<PictureMark>(),
        ];
    }

    /// <summary>
    /// Title and notes: how many, which window, how it was computed, what is special, and the source.
    /// </summary>
    internal PictureCaption Caption(string title, params IReadOnlyList<Wording> special)
    {
        var (n, complete, running) = (Count(group.Cohort), Count(group.Count), Count(group.Cohort - group.Count));
        var counted = group.Cohort == 1 ? new Wording("traject", "trajectory") : new Wording("trajecten", "trajectories");
        Wording[] notes =
        [
            new(
                $"Product {Product.Code}, {n} {counted.Dutch}: {complete} afgerond, {running} nog lopend. {context.Window.Dutch}",
                $"Product {Product.Code}, {n} {counted.English}: {complete} complete, {running} still running. {context.Window.English}"),
            context.Method,
            new(
                string.Join(' ', special.Select(note => note.Dutch).Append($"Bron: {context.Source.Dutch}.")),
                string.Join(' ', special.Select(note => note.English).Append($"Source: {context.Source.English}."))),
        ];
        return new PictureCaption(Language, title, [.. notes.Select(note => note.In(Language))]);
    }

    /// <summary>Why a volume here is not that of the draft.</summary>
    internal static Wording WholeVolume { get; } = new(
        "Het volume is dat van het hele traject; een kaderlijn begrenst het volume binnen haar duur.",
        "The volume is that of the whole trajectory; a framework line limits the volume within its duration.");

    /// <summary>How the limits around a curve are meant.</summary>
    internal static Wording Band(double confidence) => new(
        $"Band: interval van {Numbers.Share(confidence, 1, Language.Dutch)} per punt.", $"Band: interval of {Numbers.Share(confidence, 1, Language.English)} at each point.");

    /// <summary>What does not fit to the right; nothing where all does.</summary>
    internal IEnumerable<Wording> Beyond(WholeSample sample, double end)
    {
        var beyond = sample.Values.Count(value => value > end);
        if (beyond == 0)
            yield break;
        var (count, largest) = (Count(beyond), Shown(sample.Values.Max(), sample.Measure));
        yield return new($"Rechts buiten beeld: {count}, tot {largest}.", $"Beyond the right edge: {count}, up to {largest}.");
    }

    /// <summary>Of volumes that it is a whole one; of others nothing.</summary>
    internal static IEnumerable<Wording> About(PlotMeasure measure) => measure == PlotMeasure.Volume ? [WholeVolume] : [];
}
