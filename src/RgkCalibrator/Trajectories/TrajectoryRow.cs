using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>One trajectory as others read it.</summary>
public sealed record TrajectoryRow
{
    /// <summary>The child's pseudonym.</summary>
    public required string ClientId { get; init; }

    /// <summary>The product's present code.</summary>
    public required string ProductCode { get; init; }

    /// <summary>Empty where trajectories are not split by provider.</summary>
    public required string ProviderId { get; init; }

    /// <summary>1, 2, … among the trajectories of the client and product (and provider, where split).</summary>
    public required int Sequence { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly End { get; init; }

    /// <summary>Length in days, both ends included.</summary>
    public int DurationDays => End.DayNumber - Start.DayNumber + 1;

    /// <summary>In ticks of <see cref="Unit"/>; <see cref="Ticks.PerUnit"/> to one.</summary>
    public required long VolumeTicks { get; init; }

    /// <summary>In units.</summary>
    public double Volume => Ticks.ToUnits(VolumeTicks);

    /// <summary>The unit of the volume.</summary>
    public required CareUnit Unit { get; init; }

    /// <summary>Declared lines in it.</summary>
    public required int Lines { get; init; }

    /// <summary>Whether no earlier part of it can be hidden before the observed period.</summary>
    public required bool IsStartKnown { get; init; }

    /// <summary>Whether it ended for certain within the observed period.</summary>
    public required bool IsEndKnown { get; init; }

    /// <summary>
    /// For Kaplan-Meier: days until the end, or until the day of censoring; null for one that started too late.
    /// </summary>
    public required int? TimeDays { get; init; }

    /// <summary>For Kaplan-Meier: whether the time is that of an end; null for one that started too late.</summary>
    public required bool? IsEvent { get; init; }

    /// <summary>Full years on the first day; null without a usable birth date.</summary>
    public required int? AgeAtStart { get; init; }

    /// <summary>
    /// Days of it before the first observed one, where a start message says that it had begun then; else null. Such a
    /// trajectory enters late, and serves durations only.
    /// </summary>
    public required int? EntryDays { get; init; }

    /// <summary>First, follow-up, or unknown.</summary>
    public required CareOrder Order { get; init; }

    /// <summary>
    /// Whether a stay touches its first day or one of those that count as its start; null for what is no ambulatory
    /// care.
    /// </summary>
    public required bool? WithStay { get; init; }

    /// <summary>
    /// Whether a stay touches any of its days: a scenario, since long trajectories meet one more often.
    /// </summary>
    public required bool? AnyStay { get; init; }

    /// <summary>
    /// Whether an ambulatory trajectory of another product touches its start; null for what is no ambulatory care.
    /// </summary>
    public required bool? Concurrent { get; init; }

    /// <summary>Whether one touches any of its days: a scenario.</summary>
    public required bool? AnyConcurrent { get; init; }

    /// <summary>
    /// The provider with the largest volume; of equal ones the first to begin, then the first by code.
    /// </summary>
    public required string MainProvider { get; init; }

    /// <summary>The location with the largest volume; empty where lines have none, or nothing asks for it.</summary>
    public required string Location { get; init; }

    /// <summary>The intervention with the largest volume; empty as the location.</summary>
    public required string Intervention { get; init; }

    /// <summary>The municipality with the largest volume; empty as the location.</summary>
    public required string Municipality { get; init; }

    /// <summary>Whether it counts in the percentiles.</summary>
    public required bool IsInCohort { get; init; }
}
