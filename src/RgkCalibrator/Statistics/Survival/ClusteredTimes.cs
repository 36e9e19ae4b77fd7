using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Resampling;

namespace RgkCalibrator.Statistics.Survival;

/// <summary>
/// Times as in <see cref="SurvivalSample"/> that belong to clusters, ready for resampling their Kaplan-Meier
/// percentiles.
/// </summary>
/// <remarks>
/// When every end was seen, the percentiles are those of type 2, so this serves complete values as well.
/// </remarks>
public sealed class ClusteredTimes : IClustered
{
    private readonly ClusteredRisk _risk;
    private readonly double[] _times;

    /// <summary>Takes a sample; clusters may have any numbers as labels.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or a number is not finite.</exception>
    public ClusteredTimes(ReadOnlySpan<double> times, ReadOnlySpan<bool> events, ReadOnlySpan<int> clusters)
    {
        if (clusters.Length != times.Length || events.Length != times.Length)
            throw new ArgumentException("Each time has one event and one cluster.", nameof(clusters));
        var (axis, labels) = (TimeAxis.FromTimes(times), TimeAxis.FromTimes(clusters));
        (Clusters, _times) = (labels.Times.Length, axis.Times);
        _risk = new ClusteredRisk(axis, events, labels);
    }

    /// <inheritdoc/>
    public int Clusters { get; }

    /// <inheritdoc/>
    public IReplicate NewReplicate(IReadOnlyList<Percentage> ascending) =>
        new Replicate(this, new PercentileScan(ascending));

    private sealed class Replicate(ClusteredTimes sample, PercentileScan scan) : IReplicate
    {
        public ReadOnlySpan<double> Percentiles(ReadOnlySpan<int> drawn)
        {
            var (risk, atRisk) = (sample._risk, sample._risk.CountOf(drawn));
            var (before, start, survival, isRestarted) = (1.0, (double)atRisk, 1.0, false);
            scan.Start(atRisk);
            for (var place = 0; place < sample._times.Length && !scan.IsDone; place++)
            {
                var (events, censored) = risk.At(place, drawn);
                if (isRestarted)
                    (before, start) = (survival, atRisk);
                if (events > 0)
                {
                    survival = before * ((atRisk - events) / start);
                    scan.Step(sample._times[place], 1 - survival);
                }

                atRisk -= events + censored;
                isRestarted = censored > 0;
            }

            return scan.Finish(scan.IsOnFlat ? LastDrawn(drawn) : 0);
        }

        private double LastDrawn(ReadOnlySpan<int> drawn)
        {
            var place = sample._times.Length - 1;
            while (sample._risk.At(place, drawn) is { Events: 0, Censored: 0 })
                place--;
            return sample._times[place];
        }
    }
}
