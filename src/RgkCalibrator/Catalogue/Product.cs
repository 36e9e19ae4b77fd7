using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Catalogue;

/// <summary>Which framework a product falls under.</summary>
public enum FrameworkKind
{
    /// <summary>The renewed <em>richtinggevend kader</em>: a line guides (annex 2).</summary>
    Rgk,

    /// <summary>The <em>normenkader</em>: a line limits (annex 3).</summary>
    Norm,

    /// <summary>Neither: the product gets no line.</summary>
    None,
}

/// <summary>Whether uninterrupted care is cut into first and follow-up parts.</summary>
public enum PartRule
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>A part begins where a new assignment does.</summary>
    Assignment,
}

/// <summary>What counts once in the percentiles of a product.</summary>
public enum Observation
{
    /// <summary>The whole trajectory; the default.</summary>
    Trajectory,

    /// <summary>Each block of twelve months of a trajectory, e.g. where a line is by age.</summary>
    CareYear,
}

/// <summary>What the intensity of a line, volume per week, is shown in.</summary>
public enum IntensityUnit
{
    /// <summary>Minutes a week, of a volume in uren or minuten.</summary>
    MinuutPerWeek,

    /// <summary>Hours a week, of a volume in uren or minuten.</summary>
    UurPerWeek,

    /// <summary>Half days a week, of a volume in dagdelen.</summary>
    DagdeelPerWeek,

    /// <summary>Days and nights a week, of a volume in etmalen.</summary>
    EtmaalPerWeek,
}

/// <summary>A code under which a product was declared before.</summary>
/// <param name="Code">The former code.</param>
/// <param name="Until">The last start day of lines that it maps; null: it maps lines of any day.</param>
public sealed record FormerCode(string Code, DateOnly? Until);

/// <summary>One product of the catalogue: what it is, and how its lines may look.</summary>
/// <param name="Code">The code in the declarations; unique in a catalogue.</param>
/// <param name="Name">The name in documents.</param>
/// <param name="Framework">The framework that its lines belong to.</param>
/// <param name="Role">What its care is beside other care.</param>
/// <param name="Unit">What its volumes are counted in.</param>
public sealed record Product(string Code, string Name, FrameworkKind Framework, CareRole Role, CareUnit Unit)
{
    /// <summary>3, 6, 9, 12, 18 and 24 months: the durations of a product where the catalogue says nothing.</summary>
    public static IReadOnlyList<DurationStep> UsualDurations { get; } =
        [.. new[] { 3, 6, 9, 12, 18, 24 }.Select(DurationStep.Months)];

    /// <summary>Codes of earlier years whose lines are lines of this product.</summary>
    public IReadOnlyList<FormerCode> FormerCodes { get; init; } = [];

    /// <summary>Whether uninterrupted care is cut into first and follow-up parts.</summary>
    public PartRule Part { get; init; } = PartRule.None;

    /// <summary>What counts once in its percentiles.</summary>
    public Observation Observation { get; init; } = Observation.Trajectory;

    /// <summary>The durations that a line may have, ascending, at least one.</summary>
    public IReadOnlyList<DurationStep> AllowedDurations { get; init; } = UsualDurations;

    /// <summary>The longest duration that a line may have; null: the last allowed one.</summary>
    public DurationStep? MaximumDuration { get; init; }

    /// <summary>Volumes of lines are multiples of this, in <see cref="Unit"/>; null: of 1, and of ½ under 10.</summary>
    public decimal? VolumeStep { get; init; }

    /// <summary>What the intensity of its lines is shown in; null: not shown.</summary>
    public IntensityUnit? IntensityUnit { get; init; }

    /// <summary>Another way to use the volume, as text for readers, e.g. "104 uur"; never converted.</summary>
    public string? AlternativeUnit { get; init; }

    /// <summary>
    /// Whether a declared dagdeel is four hours, and an hour a quarter of a dagdeel; else lines in the other of the two
    /// are rejected.
    /// </summary>
    public bool ConvertsDagdelen { get; init; }

    /// <summary>A norm from outside the data, for a line that does not rest on history; null: there is none.</summary>
    public ExistingLine? Existing { get; init; }

    /// <summary>The lines now in force, of the whole product and of its subgroups, as published.</summary>
    public IReadOnlyList<CurrentLine> Current { get; init; } = [];

    /// <summary>The parts of the product with a line of their own; empty: it has one line, for the whole.</summary>
    public IReadOnlyList<Subgroup> Subgroups { get; init; } = [];

    /// <summary>
    /// Which measures are the own ones of the line of what is in no subgroup; without subgroups it says nothing.
    /// </summary>
    public OwnMeasures Own { get; init; }

    /// <summary>For which reasons care may go beyond its lines.</summary>
    public IReadOnlyList<ExceptionGround> ExceptionGrounds { get; init; } = [];

    /// <summary>Euros for one <see cref="Unit"/>; null: not given.</summary>
    public decimal? Tariff { get; init; }

    /// <summary>Ticks in one <see cref="Unit"/>; volumes in minutes are carried as hours.</summary>
    internal long TicksPerUnit => Unit == CareUnit.Minuut ? Ticks.PerMinute : Ticks.PerUnit;

    /// <summary>The ticks of a volume in <see cref="Unit"/>.</summary>
    internal long TicksOf(decimal volume) => Ticks.FromUnits(volume * TicksPerUnit / Ticks.PerUnit);

    /// <summary>
    /// Which measures are the own ones of the line of a subgroup by its id, or of <see cref="Subgroup.RestId"/>; both
    /// of the whole product.
    /// </summary>
    public OwnMeasures OwnOf(string group) =>
        group.Length == 0 ? OwnMeasures.Both : Subgroups.FirstOrDefault(subgroup => subgroup.Id == group)?.Own ?? Own;

    /// <summary>
    /// The line now in force for a subgroup by its id, for <see cref="Subgroup.RestId"/>, or for the whole product by
    /// an empty id; null where there is none.
    /// </summary>
    public CurrentLine? CurrentOf(string group)
    {
        var whole = Subgroups.Count == 0 ? string.Empty : Subgroup.RestId;
        return Current.FirstOrDefault(line => (line.SubgroupId ?? whole) == group);
    }
}
