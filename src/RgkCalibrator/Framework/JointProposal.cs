namespace RgkCalibrator.Framework;

/// <summary>The line of a group that is its calibrated pair.</summary>
internal static class JointProposal
{
    /// <summary>
    /// The pair at the chosen percentile as a proposal without intensity, whose estimates have no intervals; null where
    /// a percentile is not reached. Where no allowed duration holds the pair's, the longest stands, and is not reached.
    /// </summary>
    internal static Proposal? Of(LineEvidence line, FrameworkSettings settings)
    {
        var (group, estimator, percentage) = (line.Group, settings.Estimator, settings.Percentage);
        if (CalibratedPair.Of(group, percentage, estimator) is not { } joint)
            return null;
        var (own, volumes) = (line.OwnBy(estimator), Observed.Volumes(group, estimator));
        var (steps, longest) = (group.Product.AllowedDurations, group.Product.LongestStep());
        var holding = steps.TakeWhile(step => step != joint.Duration).Count();
        var index = Math.Min(holding, longest);
        var duration = new ProposedDuration(
            steps[index], index, holding <= longest, own.Within[index], IsUnstable: false,
            own.Duration(percentage) with { Value = joint.Pair.Calibrated.Duration, Lower = null, Upper = null });
        var estimate = Estimation.Scaled(volumes.Percentile(percentage, settings), group.Product.TicksPerUnit);
        var volume = new ProposedVolume(
            joint.Volume, estimate with { Value = joint.Pair.Calibrated.Volume, Lower = null, Upper = null });
        return new Proposal(
            percentage, duration, volume, own.Coverage(index, volumes, joint.Volume), Intensity: null);
    }
}
