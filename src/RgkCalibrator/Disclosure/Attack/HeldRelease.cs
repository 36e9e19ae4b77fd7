namespace RgkCalibrator.Disclosure.Attack;

/// <summary>
/// Lets the attacker try a release before anything of it is written, and leaves out what he needs: first the curve and
/// the box of the distribution, then its histogram, then the line.
/// </summary>
public static class HeldRelease
{
    private const int Rungs = 3;

    /// <summary>The release of which nothing is pinned any more.</summary>
    public static SafeDraft From(SafeDraft release, DisclosureProfile profile)
    {
        for (var rung = 1; rung <= Rungs; rung++)
        {
            var pinned = ReleaseAttack.On(release, profile);
            if (pinned.Count == 0)
                return release;
            foreach (var (line, measure) in pinned.Select(one => (one.Line, one.Measure)).Distinct())
                release = release.Without(line, Told(measure, rung), profile);
        }

        return release;
    }

    private static Figure[] Told(Measure? measure, int rung) => (measure, rung) switch
    {
        (Measure.Volume, 1) => [Figure.VolumeCurve, Figure.VolumeBox],
        (Measure.Volume, 2) => [Figure.VolumeHistogram],
        (Measure.Duration, 1) => [Figure.DurationCurve],
        (Measure.Duration, 2) => [Figure.DurationHistogram],
        _ => [Figure.Volume],
    };
}
