using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Monitoring;

/// <summary>The days of a monitor.</summary>
/// <param name="Since">The day on which the framework came into force.</param>
/// <param name="KnownFrom">The first day of which it is known whether care started on it.</param>
/// <param name="KnownTo">The last day of which it is known whether care went on after it.</param>
/// <param name="Observed">The days of which there are declarations.</param>
public sealed record MonitorPeriod(DateOnly Since, DateOnly KnownFrom, DateOnly KnownTo, Period Observed)
{
    /// <summary>The quarters that are told, those before the first known start left out.</summary>
    public IEnumerable<Quarter> Quarters() => Quarter.Between(Quarter.Of(KnownFrom), Quarter.Of(Observed.Last));

    /// <summary>How a quarter stands to the framework.</summary>
    internal QuarterRole RoleOf(Quarter quarter, MonitorSettings settings) =>
        quarter.First >= Since ? QuarterRole.Since
        : quarter.Last < Since && quarter.First >= (settings.BaseFrom ?? KnownFrom) ? QuarterRole.Base
        : QuarterRole.Other;

    /// <summary>How far the starts of a quarter are known that are followed for a duration.</summary>
    internal QuarterState StateOf(Quarter quarter, DurationStep duration, bool isDeclared) =>
        quarter.First < KnownFrom ? QuarterState.BeforeObserved
        : duration.LastDay(quarter.Last) > KnownTo ? QuarterState.NotYetFollowed
        : isDeclared ? QuarterState.Complete
        : QuarterState.DeclarationsLate;
}
