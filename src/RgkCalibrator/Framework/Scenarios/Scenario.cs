using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework.Scenarios;

/// <summary>What the volume of a line is the percentile of.</summary>
public enum VolumeBasis
{
    /// <summary>
    /// What trajectories use within the duration of the line, also where the catalogue asks care years.
    /// </summary>
    WithinDuration,

    /// <summary>What trajectories use as a whole.</summary>
    WholeTrajectory,

    /// <summary>What is used in each block of twelve months from the start.</summary>
    CareYear,
}

/// <summary>Where a scenario stands.</summary>
/// <param name="File">What messages call the file.</param>
/// <param name="Line">The line with its name, from 1.</param>
public sealed record ScenarioPlace(string File, int Line);

/// <summary>A named set of choices, to compare with others; what it leaves open is as usual.</summary>
/// <param name="Name">What tables call it.</param>
public sealed record Scenario(string Name)
{
    /// <summary>The choices without any change, with which the others are compared.</summary>
    public static Scenario Base { get; } = new("basis");

    /// <summary>Where it stands; null of one that was made in code.</summary>
    public ScenarioPlace? Place { get; init; }

    /// <summary>The percentile of the lines.</summary>
    public Percentage? Percentage { get; init; }

    /// <summary>The estimator of the lines.</summary>
    public Estimator? Estimator { get; init; }

    /// <summary>The days for which declarations are taken to be complete.</summary>
    public Period? Observed { get; init; }

    /// <summary>The start days of trajectories that count.</summary>
    public Period? Cohort { get; init; }

    /// <summary>What places a trajectory in the cohort.</summary>
    public CohortRule? CohortRule { get; init; }

    /// <summary>The free days after which a new trajectory begins.</summary>
    public int? GapDays { get; init; }

    /// <summary>Whether a change of provider begins a new trajectory.</summary>
    public bool? SplitByProvider { get; init; }

    /// <summary>The day of which the knowledge is imitated.</summary>
    public DateOnly? AsKnownOn { get; init; }

    /// <summary>Which trajectories of the cohort count.</summary>
    public Population Population { get; init; } = Population.All;

    /// <summary>What volumes are percentiles of; null: within the duration, or what the catalogue says.</summary>
    public VolumeBasis? Volume { get; init; }

    /// <summary>
    /// Whether a line is the pair of limits that holds the asked share together, of whole trajectories.
    /// </summary>
    public bool IsJoint { get; init; }

    /// <summary>Products that count as one.</summary>
    public ProductMerge Merge { get; init; } = ProductMerge.None;

    /// <summary>
    /// Whether the longest of its own line and the lines of the care directly beside it counts for each trajectory, as
    /// the duration that is allowed.
    /// </summary>
    public bool HasLongestConcurrent { get; init; }

    /// <summary>The products, and what a trajectory is, in this scenario.</summary>
    /// <exception cref="CalibrationException">Products cannot count as one.</exception>
    public ProductCatalogue Apply(ProductCatalogue usual)
    {
        var merged = usual.With(Apply(usual.Trajectories)).Merged(Merge, Refused);
        return Observation is not { } observation ? merged : merged.With(
        [
            .. merged.Products.Select(product => product.Framework == FrameworkKind.None
                ? product
                : product with { Observation = observation }),
        ]);
    }

    /// <summary>
    /// Whether its lines are made as a draft makes them, of whatever trajectories: only of such lines it is known what
    /// may be shown.
    /// </summary>
    public bool MakesUsualLines => OfUsualTrajectories(this) == OfUsualTrajectories(Base);

    /// <summary>What a trajectory is in this scenario.</summary>
    public TrajectorySettings Apply(TrajectorySettings usual)
    {
        var observed = Observed ?? usual.Observed;
        // As at the command line: a cohort follows the observed days unless it is chosen.
        var cohort = Cohort ?? (Observed is null ? usual.Cohort : observed);
        return usual with
        {
            Observed = observed,
            Cohort = cohort,
            Rule = CohortRule ?? usual.Rule,
            GapDays = GapDays ?? usual.GapDays,
            SplitByProvider = SplitByProvider ?? usual.SplitByProvider,
            AsKnownOn = AsKnownOn ?? usual.AsKnownOn,
        };
    }

    /// <summary>A mistake in this scenario that shows when it is applied, with the place where it stands.</summary>
    /// <param name="what">What is wrong, after a colon.</param>
    /// <param name="remedy">How to mend it.</param>
    internal CalibrationException Refused(Wording what, Wording remedy)
    {
        if (Place is not { } place)
        {
            return new(
                ExitCode.WrongUse,
                new($"Scenario '{Name}': {what.Dutch}", $"Scenario '{Name}': {what.English}"), Name, remedy);
        }

        var line = Numbers.Whole(place.Line);
        return new(
            ExitCode.WrongUse,
            new($"Regel {line}: {what.Dutch}", $"Line {line}: {what.English}"),
            $"{place.File}, scenario '{Name}'",
            remedy);
    }

    /// <summary>How estimates become lines in this scenario.</summary>
    public FrameworkSettings Apply(FrameworkSettings usual) => usual with
    {
        Percentage = Percentage ?? usual.Percentage,
        // The one beside it is not shown, but may not be the same.
        Compared = Percentage == usual.Compared ? usual.Percentage : usual.Compared,
        Estimator = Estimator ?? usual.Estimator,
    };

    /// <summary>How estimates become lines in this scenario, beyond what a draft can choose.</summary>
    internal LineChoices Choices => new()
    {
        HasWholeVolumes = Volume == VolumeBasis.WholeTrajectory,
        IsJoint = IsJoint,
    };

    // Whole trajectories are no care years.
    private Observation? Observation => Volume switch
    {
        VolumeBasis.CareYear => Catalogue.Observation.CareYear,
        null when !IsJoint => null,
        _ => Catalogue.Observation.Trajectory,
    };

    // What decides which trajectories there are, and count, shows in the trajectories themselves.
    private static Scenario OfUsualTrajectories(Scenario scenario) => scenario with
    {
        Name = string.Empty,
        Place = null,
        Observed = null,
        Cohort = null,
        CohortRule = null,
        GapDays = null,
        SplitByProvider = null,
        AsKnownOn = null,
        Population = Population.All,
        Percentage = null,
        Estimator = null,
    };
}
