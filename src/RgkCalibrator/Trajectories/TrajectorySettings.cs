namespace RgkCalibrator.Trajectories;

/// <summary>Which trajectories with a known start count.</summary>
public enum CohortRule
{
    /// <summary>Those that start in the cohort: the one rule without bias, and the default.</summary>
    Started,

    /// <summary>Those that end in the cohort: biased, since in years of growth it has too few long ones.</summary>
    Ended,

    /// <summary>Those that run on some day of the cohort: biased, since a long one is met more often.</summary>
    Active,
}

/// <summary>The choices that decide what a trajectory is. Each moves numbers, so each is printed with every result.</summary>
/// <param name="Observed">The days for which declarations are complete, O0 to O1.</param>
/// <param name="Cohort">The days in which a trajectory that counts starts (or ends, or runs, by <see cref="Rule"/>), C0 to C1.</param>
/// <param name="GapDays">G: more than this many free days between two lines end a trajectory; 0 or more.</param>
/// <param name="SplitByProvider">Whether a change of provider ends a trajectory.</param>
public sealed record TrajectorySettings(Period Observed, Period Cohort, int GapDays, bool SplitByProvider)
{
    /// <summary>Which trajectories count in the cohort.</summary>
    public CohortRule Rule { get; init; } = CohortRule.Started;
}
