using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Resampling;

namespace RgkCalibrator.Statistics.Survival;

/// <summary>Times as in <see cref="SurvivalSample"/>, each of a cluster: resamples of their Kaplan-Meier percentiles.</summary>
/// <remarks>With every end seen the percentiles are those of type 2, so that this serves complete values as well.</remarks>
public sealed class ClusteredTimes : IClustered
{
    private readonly double[] _times;

    /// <summary>The sample; the labels of the clusters are any numbers.</summary>
    /// <exception cref="ArgumentException">The lengths differ, a number is not finite, or an entry does not lie before its time.</exception>
    public ClusteredTimes(
        ReadOnlySpan<double> times, ReadOnlySpan<bool> events, ReadOnlySpan<int> clusters, ReadOnlySpan<double> entries = default)
    {
        if (clusters.Length != times.Length)
            throw new ArgumentException("Each time has one cluster.", nameof(clusters));
        var axis = TimeAxis.Of(times);
        // Checked there; its risk sets are not needed.
        _ = new SurvivalSample(axis, events, entries, []);
        var labels = TimeAxis.Of(clusters);
        (Clusters, _times) = (labels.Times.Length, axis.Times);
        Risk = new ClusteredRisk(axis, events, labels, entries);
    }

    /// <inheritdoc/>
    public int Clusters { get; }

    internal ClusteredRisk Risk { get; }

    /// <inheritdoc/>
    public IReplicate NewReplicate(IReadOnlyList<Percentage> ascending) => new Replicate(this, new PercentileScan(ascending));

    private sealed class Replicate(ClusteredTimes sample, PercentileScan scan) : IReplicate
    {
        public ReadOnlySpan<double> Percentiles(ReadOnlySpan<int> drawn)
        {
            var risk = sample.Risk;
            var (before, start, survival, atRisk, isRestarted) = (1.0, 1.0, 1.0, 0L, true);
            scan.Start(risk.CountOf(drawn));
            for (var place = 0; place < sample._times.Length && !scan.IsDone; place++)
            {
                var (entering, events, censored) = risk.At(place, drawn);
                atRisk += entering;
                if (isRestarted || entering > 0)
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
            while (sample.Risk.At(place, drawn) is { Events: 0, Censored: 0 })
                place--;
            return sample._times[place];
        }
    }
}
