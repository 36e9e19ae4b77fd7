using RgkCalibrator.Framework;

namespace RgkCalibrator.Disclosure;

/// <summary>The distributions of a line, as they may be shown.</summary>
public sealed record SafeDistributions
{
    private SafeDistributions(SafeHistogram? volume, decimal volumeClassWidth, SafeHistogram? duration) =>
        (Volume, VolumeClassWidth, Duration) = (volume, volumeClassWidth, duration);

    /// <summary>The volume within the proposed duration, in units; null when it is not shown.</summary>
    public SafeHistogram? Volume { get; }

    /// <summary>The commonest width of the classes of the volume, in units.</summary>
    public decimal VolumeClassWidth { get; }

    /// <summary>The duration, on the axis of <see cref="HistogramClasses.OfDuration"/>; null when it is not shown.</summary>
    public SafeHistogram? Duration { get; }

    /// <summary>Both distributions of a line. Null when the line itself is not shown.</summary>
    public static SafeDistributions? Of(DraftLine draft, SafeLine line, DisclosureProfile profile)
    {
        if (line.Withheld is not null || draft.Chosen is not { Volume: { } volume, Duration: { } duration } || volume.Value == 0)
            return null;
        var group = draft.Group;
        var (volumes, known) = (draft.Volumes!, draft.Volumes!.Known(draft.Estimator));
        double[] units = [.. known.Places.Select(place => (double)volumes.Cohort[place] / group.Product.TicksPerUnit)];
        var volumeEdges = new HistogramEdges(HistogramClasses.OfVolume(volume.Value), (double)volume.Value);
        var (lengths, edges) = HistogramClasses.OfDuration(group, duration.Index);
        return new SafeDistributions(
            SafeHistogram.Of(line, known, units, volumeEdges, profile),
            HistogramClasses.WidthOf(volume.Value),
            SafeHistogram.Of(line, KnownTrajectories.Whole(group, draft.Estimator), lengths, new HistogramEdges(edges, edges[duration.Index]), profile));
    }
}
