using System.Text.Json;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework.Scenarios;

/// <summary>A named set of choices, to compare with others; what it leaves open is as usual.</summary>
/// <param name="Name">What tables call it.</param>
public sealed record Scenario(string Name)
{
    /// <summary>The choices without any change, with which the others are compared.</summary>
    public static Scenario Base { get; } = new("basis");

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

    /// <summary>
    /// What the figures of the scenario are, beside the percentile and the estimator, whatever trajectories there are:
    /// equal for equal choices, and empty where all is as usual.
    /// </summary>
    internal string Meaning()
    {
        var meaning = JsonSerializer.Serialize(WithoutTrajectories(this));
        return meaning == JsonSerializer.Serialize(WithoutTrajectories(Base)) ? string.Empty : meaning;
    }

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

    /// <summary>How estimates become lines in this scenario.</summary>
    public FrameworkSettings Apply(FrameworkSettings usual) => usual with
    {
        Percentage = Percentage ?? usual.Percentage,
        // The one beside it is not shown, but may not be the same.
        Compared = Percentage == usual.Compared ? usual.Percentage : usual.Compared,
        Estimator = Estimator ?? usual.Estimator,
    };

    // What decides which trajectories there are, and count, shows in the trajectories themselves.
    private static Scenario WithoutTrajectories(Scenario scenario) => scenario with
    {
        Name = string.Empty,
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
