using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Benchmarks.Coverage;

/// <summary>How far the middle estimate lies from the truth, of completed trajectories alone and corrected.</summary>
/// <param name="Law">Of the durations.</param>
/// <param name="Measure">For readers.</param>
/// <param name="Percentage">Which percentile.</param>
/// <param name="Count">Trajectories per sample.</param>
/// <param name="Running">The share that still runs, 0 to 1.</param>
/// <param name="Truth">The true percentile.</param>
/// <param name="Completed">
/// The median of the estimates over completed trajectories, relative to the truth, less 1.
/// </param>
/// <param name="Corrected">
/// That of the corrected estimates; infinite where half of them do not reach the percentile.
/// </param>
/// <param name="Reached">The share of samples in which the corrected percentile was reached.</param>
internal sealed record Bias(
    DurationLaw Law,
    string Measure,
    Percentage Percentage,
    int Count,
    double Running,
    double Truth,
    double Completed,
    double Corrected,
    double Reached);

/// <summary>
/// Starts spread evenly over a window in calendar time, at whose end one looks: what is then complete is short.
/// </summary>
internal static class BiasStudy
{
    /// <summary>2018 to 2023, in days.</summary>
    public const double Window = 2191;

    private const int FirstCell = 500;

    private static readonly IReadOnlyList<Percentage> Asked = [Percentage.Of(50), .. CoverageStudy.Asked];

    public static IEnumerable<Bias> Run(CoverageOptions options)
    {
        var cells =
            from law in new[] { DurationLaw.LogNormal, DurationLaw.Gamma }
            from count in CoverageStudy.Sizes
            select (law, count);
        return cells.SelectMany(
            (cell, place) => Cell(cell.law, cell.count, CoverageStudy.Seed(options.Seed, FirstCell + place), options));
    }

    private static IEnumerable<Bias> Cell(DurationLaw law, int count, long seed, CoverageOptions options)
    {
        var samples = CoverageStudy.Replicate(options, seed, draws => Once(Observation.Of(law, count, Window, draws)));
        foreach (var (place, percentage) in Asked.Index())
        {
            yield return Of("duration", law.Percentile(percentage), sample => (sample.Days[place], sample.Km[place]));
            yield return Of(
                "volume",
                Observation.VolumePercentile(law, percentage),
                sample => (sample.Hours[place], sample.Weighted[place]));

            Bias Of(string measure, double truth, Func<Sampled, (double Completed, double Corrected)> read)
            {
                var estimates = Array.ConvertAll(samples, sample => read(sample));
                return new Bias(
                    law,
                    measure,
                    percentage,
                    count,
                    law.RunningAfter(Window),
                    truth,
                    (Middle(estimates.Select(estimate => estimate.Completed)) / truth) - 1,
                    (Middle(estimates.Select(estimate => estimate.Corrected)) / truth) - 1,
                    estimates.Average(estimate => double.IsFinite(estimate.Corrected) ? 1 : 0));
            }
        }
    }

    private static Sampled Once(Observation seen) => new(
        Complete(seen.Completed(seen.Times)),
        Values(IntervalKind.ByKaplanMeier(seen, Asked)),
        Complete(seen.Completed(seen.Volumes)),
        Values(IntervalKind.ByWeights(seen, Asked)));

    private static double[] Complete(double[] values)
    {
        var sample = new Sample(values.AsSpan());
        return
        [
            .. Asked.Select(
                percentage => Quantile.Of(sample, percentage, QuantileType.Type2) ?? double.PositiveInfinity),
        ];
    }

    private static double[] Values(IReadOnlyList<Estimate> estimates) =>
        [.. estimates.Select(estimate => estimate.Value ?? double.PositiveInfinity)];

    private static double Middle(IEnumerable<double> values)
    {
        var ascending = values.Order().ToArray();
        return (ascending[(ascending.Length - 1) / 2] + ascending[ascending.Length / 2]) / 2;
    }

    private sealed record Sampled(double[] Days, double[] Km, double[] Hours, double[] Weighted);
}
