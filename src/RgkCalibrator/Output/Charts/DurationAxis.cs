using RgkCalibrator.Disclosure;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Charts;

/// <summary>
/// The axis of durations: calendar months where a product's durations are all in months; else one place for each allowed duration.
/// </summary>
internal sealed class DurationAxis(IReadOnlyList<DurationStep> steps)
{
    private readonly bool _isMonths = steps.All(step => step.Unit == DurationUnit.Month);

    internal Wording Title => _isMonths
        ? new Wording("Duur in maanden, naar de toegestane duren", "Duration in months, by the allowed durations")
        : new Wording("Duur, naar de toegestane duren", "Duration, by the allowed durations");

    internal Wording HeightTitle => _isMonths
        ? new Wording("trajecten per 3 maanden", "trajectories per 3 months")
        : new Wording("trajecten", "trajectories");

    /// <summary>Three months are the commonest class; of other durations each class is one.</summary>
    internal double ClassWidth => _isMonths ? 3 : 1;

    internal double PlaceOf(DurationStep step) => _isMonths ? step.Length : steps.ToList().IndexOf(step) + 1;

    internal Axis Axis(Language language) => new(
        [new AxisTick(0, "0"), .. steps.Select(step => new AxisTick(PlaceOf(step), _isMonths ? Numbers.Whole(step.Length) : step.Shown().In(language)))]);

    internal Wording Range(SafeBin bin)
    {
        var from = StepAt(bin.From)?.InSentence();
        if (bin.To is not { } to)
            return new Wording($"langer dan {from?.Dutch ?? "0"}", $"longer than {from?.English ?? "0"}");
        var end = StepAt(to)!.InSentence();
        return from is null
            ? new Wording($"tot en met {end.Dutch}", $"up to {end.English}")
            : new Wording($"meer dan {from.Dutch} t/m {end.Dutch}", $"more than {from.English} to {end.English}");
    }

    /// <summary>The allowed duration at a place; null where none is.</summary>
    internal DurationStep? StepAt(double place) => steps.FirstOrDefault(step => PlaceOf(step) == place);
}
