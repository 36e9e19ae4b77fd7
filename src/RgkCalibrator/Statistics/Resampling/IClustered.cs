using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Survival;

namespace RgkCalibrator.Statistics.Resampling;

/// <summary>
/// A sample whose elements belong to clusters, ready to be resampled: <see cref="ClusteredTimes"/> or
/// <see cref="ClusteredVolumes"/>.
/// </summary>
public interface IClustered
{
    /// <summary>The number of clusters, 0 or more.</summary>
    int Clusters { get; }

    /// <summary>Makes the working memory of one thread, for percentages in ascending order.</summary>
    IReplicate NewReplicate(IReadOnlyList<Percentage> ascending);
}

/// <summary>Computes the percentiles of one resample after another.</summary>
public interface IReplicate
{
    /// <summary>
    /// The percentiles of a resample in which each cluster counts as often as it was drawn; infinite where not reached.
    /// The result is valid until the next call.
    /// </summary>
    ReadOnlySpan<double> Percentiles(ReadOnlySpan<int> drawn);
}
