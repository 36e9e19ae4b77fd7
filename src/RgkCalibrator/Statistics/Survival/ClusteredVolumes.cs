using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Resampling;

namespace RgkCalibrator.Statistics.Survival;

/// <summary>
/// Volumes as in <see cref="VolumeSample"/> that belong to clusters, ready for resampling their percentiles by
/// <see cref="Ipcw"/>.
/// </summary>
public sealed class ClusteredVolumes : IClustered
{
    private readonly ClusteredRisk _risk;
    private readonly double[] _volumes;
    private readonly int[] _places;
    private readonly int[] _clusters;
    private readonly int _times;
    private readonly double[] _all;
    private readonly int[] _clustersOfAll;

    /// <summary>Takes a sample; clusters may have any numbers as labels.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or a number is not finite.</exception>
    public ClusteredVolumes(
        ReadOnlySpan<double> volumes, ReadOnlySpan<double> times, ReadOnlySpan<bool> events, ReadOnlySpan<int> clusters)
    {
        if (clusters.Length != times.Length || volumes.Length != times.Length || events.Length != times.Length)
            throw new ArgumentException("Each time has one volume, one event and one cluster.", nameof(clusters));
        var (axis, labels) = (TimeAxis.FromTimes(times), TimeAxis.FromTimes(clusters));
        (Clusters, _times) = (labels.Times.Length, axis.Times.Length);
        _risk = new ClusteredRisk(axis, events, labels);
        var values = Array.ConvertAll(volumes.ToArray(), FiniteValue.Of);
        (_all, _clustersOfAll) = ([.. values], [.. labels.Places]);
        Array.Sort(_all, _clustersOfAll);
        var known = events.ToArray();
        int[] order = [.. Enumerable.Range(0, known.Length).Where(i => known[i])];
        _volumes = Array.ConvertAll(order, i => values[i]);
        Array.Sort(_volumes, order);
        (_places, _clusters) = (
            Array.ConvertAll(order, i => axis.Places[i]), Array.ConvertAll(order, i => labels.Places[i]));
    }

    /// <inheritdoc/>
    public int Clusters { get; }

    /// <inheritdoc/>
    public IReplicate NewReplicate(IReadOnlyList<Percentage> ascending) =>
        new Replicate(this, new PercentileScan(ascending));

    private sealed class Replicate(ClusteredVolumes sample, PercentileScan scan) : IReplicate
    {
        private readonly double[] _inverse = new double[sample._times];

        public ReadOnlySpan<double> Percentiles(ReadOnlySpan<int> drawn)
        {
            var size = sample._risk.CountOf(drawn);
            Weigh(drawn, size);
            double count = size;
            scan.Start(count);
            var (volumes, places, clusters, inverse) = (sample._volumes, sample._places, sample._clusters, _inverse);
            var (sum, threshold) = (0.0, scan.Threshold * count);
            for (var i = 0; i < volumes.Length; i++)
            {
                sum += drawn[clusters[i]] * inverse[places[i]];
                if (sum < threshold || (i + 1 < volumes.Length && volumes[i + 1] == volumes[i]))
                    continue;
                scan.Step(volumes[i], sum / count);
                if (scan.IsDone)
                    break;
                threshold = scan.Threshold * count;
            }

            return scan.Finish(scan.IsOnFlat ? LargestDrawn(drawn) : 0);
        }

        private double LargestDrawn(ReadOnlySpan<int> drawn)
        {
            var i = sample._all.Length - 1;
            while (drawn[sample._clustersOfAll[i]] == 0)
                i--;
            return sample._all[i];
        }

        // 1/G before each time, of this resample.
        private void Weigh(ReadOnlySpan<int> drawn, long atRisk)
        {
            var inverse = 1.0;
            for (var place = 0; place < _inverse.Length; place++)
            {
                _inverse[place] = inverse;
                if (!sample._risk.IsCensored)
                    continue;
                var (events, censored) = sample._risk.At(place, drawn);
                atRisk -= events;
                if (censored < atRisk)
                    inverse *= (double)atRisk / (atRisk - censored);
                atRisk -= censored;
            }
        }
    }
}
