using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Survival;

namespace RgkCalibrator.Benchmarks.Coverage;

/// <summary>A way to an interval.</summary>
/// <param name="Title">For readers.</param>
/// <param name="Running">The share of trajectories whose end is not seen, 0 to 1.</param>
/// <param name="IsOfVolume">Of volumes, or else of durations.</param>
/// <param name="Of">The intervals of an observation at each percentage.</param>
internal sealed record IntervalKind(
    string Title,
    double Running,
    bool IsOfVolume,
    Func<Observation, IReadOnlyList<Percentage>, IReadOnlyList<Estimate>> Of)
{
    public const double Confidence = 0.95;

    private const double OneInFive = 0.2;

    public static IReadOnlyList<IntervalKind> All { get; } =
    [
        new("Duration, every end seen: order statistics (3.2)", 0, IsOfVolume: false, ByRank),
        new("Duration, every end seen: Kaplan-Meier, log-log (3.3)", 0, IsOfVolume: false, ByKaplanMeier),
        new("Duration, 20% still running: Kaplan-Meier, log-log (3.3)", OneInFive, IsOfVolume: false, ByKaplanMeier),
        new(
            "Volume, 20% still running: inverse probability of censoring, log-log (3.4)",
            OneInFive,
            IsOfVolume: true,
            ByWeights),
    ];

    /// <summary>The percentile that the intervals should hold.</summary>
    public double Truth(DurationLaw law, Percentage percentage) =>
        IsOfVolume ? Observation.VolumePercentile(law, percentage) : law.Percentile(percentage);

    public static IReadOnlyList<Estimate> ByKaplanMeier(Observation seen, IReadOnlyList<Percentage> percentages)
    {
        var curve = new KaplanMeier(new SurvivalSample(seen.Times, seen.Ended));
        return [.. percentages.Select(percentage => curve.Percentile(percentage, SurvivalLimits.LogLog, Confidence))];
    }

    public static IReadOnlyList<Estimate> ByWeights(Observation seen, IReadOnlyList<Percentage> percentages)
    {
        var curve = new Ipcw(new VolumeSample(seen.Volumes, seen.Times, seen.Ended));
        return [.. percentages.Select(percentage => curve.Percentile(percentage, SurvivalLimits.LogLog, Confidence))];
    }

    private static IReadOnlyList<Estimate> ByRank(Observation seen, IReadOnlyList<Percentage> percentages)
    {
        var sample = new Sample(seen.Times.AsSpan());
        return
        [
            .. percentages.Select(
                percentage => Estimate.FromComplete(sample, percentage, QuantileType.Type2, Confidence)),
        ];
    }
}
