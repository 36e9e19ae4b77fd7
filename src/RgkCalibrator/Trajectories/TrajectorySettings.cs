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

/// <summary>What is taken for the end of a trajectory.</summary>
public enum EndKnowledge
{
    /// <summary>More than the gap of observed days without care; the default.</summary>
    Gap,

    /// <summary>
    /// A stop message of an observed day; without one the gap. Where <see cref="Gap"/> can be used, use that: an end
    /// after the last day that is known of all (A: the gap before the end of what is observed) counts as an end, while
    /// one that still runs is followed no further than A, so that among the longest only those that ended are seen and
    /// the very tail of durations leans to shorter ones.
    /// </summary>
    Stops,
}

/// <summary>
/// The choices that decide what a trajectory is. Each moves numbers, so each is printed with every result.
/// </summary>
/// <param name="Observed">The days for which declarations are complete, O0 to O1.</param>
/// <param name="Cohort">
/// The days in which a trajectory that counts starts (or ends, or runs, by <see cref="Rule"/>), C0 to C1.
/// </param>
/// <param name="GapDays">G: more than this many free days between two lines end a trajectory; 0 or more.</param>
/// <param name="SplitByProvider">Whether a change of provider ends a trajectory.</param>
public sealed record TrajectorySettings(Period Observed, Period Cohort, int GapDays, bool SplitByProvider)
{
    /// <summary>Which trajectories count in the cohort.</summary>
    public CohortRule Rule { get; init; } = CohortRule.Started;

    /// <summary>At most this many free days after the trajectory before it, one is a follow-up; 0 or more.</summary>
    public int FollowUpDays { get; init; } = 365;

    /// <summary>
    /// Other care counts as beside a trajectory when it touches its first day or one of so many after it; 0 or more.
    /// </summary>
    public int AtStartDays { get; init; } = 30;

    /// <summary>What is taken for an end.</summary>
    public EndKnowledge EndKnowledge { get; init; } = EndKnowledge.Gap;

    /// <summary>
    /// Whether trajectories that a start message places before what is observed serve durations, entering late; never
    /// volumes, joint figures, coverage, counts or order. Only with <see cref="CohortRule.Started"/>, and with any
    /// cohort: they began before it.
    /// </summary>
    public bool StartedBefore { get; init; }

    /// <summary>
    /// What was known on this day is imitated: it is the last day of lines and of what is observed. Null: all there is.
    /// </summary>
    public DateOnly? AsKnownOn { get; init; }

    /// <summary>The observed days up to <see cref="AsKnownOn"/>; at least the first of them.</summary>
    public Period ObservedThen()
    {
        if (AsKnownOn is not { } day || day >= Observed.Last)
            return Observed;
        return new Period(Observed.First, day < Observed.First ? Observed.First : day);
    }
}
