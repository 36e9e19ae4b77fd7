using System.Runtime.InteropServices;

namespace RgkCalibrator.Trajectories;

/// <summary>What the observed period shows and hides of a trajectory.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct ObservationWindow(TrajectorySettings settings)
{
    private readonly int _first = DayNumber.Of(settings.Observed.First);
    private readonly int _last = DayNumber.Of(settings.ObservedThen().Last);
    private readonly int _cohortFirst = DayNumber.Of(settings.Cohort.First);
    private readonly int _cohortLast = DayNumber.Of(settings.Cohort.Last);
    private readonly int _gap = settings.GapDays;
    private readonly CohortRule _rule = settings.Rule;
    private readonly bool _believesStops = settings.EndKnowledge == EndKnowledge.Stops;

    // Beside trajectories that were chosen by their end or by running, late entry would not make up for how they were
    // chosen.
    private readonly bool _takesStartedBefore = settings.StartedBefore && settings.Rule == CohortRule.Started;

    /// <summary>A: the last day of which it is known whether care went on after it.</summary>
    internal int CensoredAt => _last - _gap - 1;

    /// <summary>
    /// Whether it did not begin before what is observed: no earlier line can be hidden, or a start message says so.
    /// </summary>
    internal bool IsStartKnown(in Trajectory trajectory) =>
        trajectory.Start - _first > _gap || (trajectory.HasCareStart && trajectory.Start >= _first);

    /// <summary>
    /// Days of it before the first observed one, where a start message says that it had begun: it enters late. Null for
    /// any other; more than 0.
    /// </summary>
    internal int? Entry(in Trajectory trajectory) =>
        trajectory.HasCareStart && trajectory.Start < _first ? _first - trajectory.Start : null;

    /// <summary>
    /// Whether it serves durations from its entry on, outside the cohort: that is asked, and it ran on some observed
    /// day that says something of its length.
    /// </summary>
    internal bool EntersLate(in Trajectory trajectory) =>
        _takesStartedBefore && Entry(in trajectory) is { } entry && Time(in trajectory) > entry;

    /// <summary>
    /// Whether it ended for certain: more than the gap before the end of what is observed, or by a stop message of an
    /// observed day.
    /// </summary>
    internal bool IsEndKnown(in Trajectory trajectory) =>
        _last - trajectory.End > _gap
        || (_believesStops && trajectory.Has(TrajectoryFacts.CareEnd) && trajectory.End <= _last);

    /// <summary>Whether all days up to and including one are observed.</summary>
    internal bool IsObserved(int day) => day <= _last;

    /// <summary>Whether it started so late that nothing can be said of its length.</summary>
    internal bool IsTooRecent(in Trajectory trajectory) => trajectory.Start > CensoredAt;

    /// <summary>
    /// Days until its end, or until A for one that may still run; at least 1 unless it is too recent.
    /// </summary>
    internal int Time(in Trajectory trajectory) =>
        IsEndKnown(in trajectory) ? trajectory.Days : CensoredAt - trajectory.Start + 1;

    /// <summary>
    /// Whether it counts: its start is known, it is not too recent, and it lies in the cohort by the rule.
    /// </summary>
    internal bool IsInCohort(in Trajectory trajectory) =>
        IsStartKnown(in trajectory) && !IsTooRecent(in trajectory) && _rule switch
        {
            CohortRule.Started => IsCohortDay(trajectory.Start),
            CohortRule.Ended => IsEndKnown(in trajectory) && IsCohortDay(trajectory.End),
            CohortRule.Active => trajectory.Start <= _cohortLast && trajectory.End >= _cohortFirst,
            _ => throw new InvalidOperationException($"Unknown rule {_rule}."),
        };

    /// <summary>
    /// The first day that can be the last known one: before it, no start is known without a message and followed too.
    /// </summary>
    internal DateOnly LeastLast => DayNumber.ToDate(_first + (2 * (_gap + 1)));

    /// <summary>Whether the cohort begins so late that no trajectory can be in it, with a message or without.</summary>
    internal bool IsTooRecentCohort => _cohortFirst > CensoredAt && _rule switch
    {
        CohortRule.Started => true,
        CohortRule.Ended => !_believesStops,
        _ => false,
    };

    /// <summary>
    /// The days of the cohort on which a start, an end (<see cref="CohortRule.Ended"/>) or care (<see
    /// cref="CohortRule.Active"/>) can count: what a figure for a year is divided by. They go from the first day whose
    /// start is known without a message to the last one that is not too recent. A message can make an earlier start
    /// count, but does so for those that have one alone.
    /// </summary>
    /// <remarks>
    /// Where no such day is left, only messages can bring trajectories, and the observed days of the cohort stand.
    /// </remarks>
    internal Period DaysThatCount()
    {
        var (first, last) = (Math.Max(_cohortFirst, _first + _gap + 1), Math.Min(_cohortLast, CensoredAt));
        if (first > last)
            (first, last) = (_cohortFirst, _last < _cohortFirst ? _cohortLast : Math.Min(_cohortLast, _last));
        return new Period(DayNumber.ToDate(first), DayNumber.ToDate(last));
    }

    private bool IsCohortDay(int day) => day >= _cohortFirst && day <= _cohortLast;
}
