using System.Globalization;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Groups;

/// <summary>A subgroup's rule, prepared for the trajectories of one set.</summary>
internal sealed class SubgroupRule
{
    private readonly Demand[] _demands;

    internal SubgroupRule(Product product, Subgroup subgroup, TrajectorySet set)
    {
        Subgroup = subgroup;
        _demands = [.. subgroup.When.Select(condition => DemandOf(condition, set))];
        var asked = subgroup.When.Select(condition => ColumnOf(condition.Kind, product)).OfType<CanonicalColumn>();
        Missing = [.. asked.Except(set.Noted)];
    }

    internal Subgroup Subgroup { get; }

    /// <summary>Columns that it asks for and that were not there.</summary>
    internal IReadOnlyList<CanonicalColumn> Missing { get; }

    /// <summary>
    /// Whether a trajectory meets every demand, with its age on a day; null where that hangs on what is not known.
    /// </summary>
    internal bool? Holds(in Trajectory trajectory, int ageDay)
    {
        bool? holds = true;
        foreach (var demand in _demands)
        {
            var one = demand(in trajectory, ageDay);
            if (one == false)
                return false;
            holds = one is null ? null : holds;
        }

        return holds;
    }

    private static CanonicalColumn? ColumnOf(ConditionKind kind, Product product) =>
        kind == ConditionKind.Order && product.Part == PartRule.Assignment
            ? CanonicalColumn.AssignmentId
            : kind.Column();

    private static Demand DemandOf(SubgroupCondition condition, TrajectorySet set) => condition.Kind switch
    {
        ConditionKind.Age => AgeDemand(condition.Values[0]),
        ConditionKind.Order => OrderDemand(condition.Values[0], set.Observation),
        ConditionKind.WithStay => FactDemand(TrajectoryFacts.WithStay, condition, set.Observation),
        ConditionKind.Concurrent => FactDemand(TrajectoryFacts.Concurrent, condition, set.Observation),
        ConditionKind.Location => ValueDemand(condition, set.Locations, static (in one) => one.Location),
        ConditionKind.Intervention => ValueDemand(condition, set.Interventions, static (in one) => one.Intervention),
        ConditionKind.Municipality => ValueDemand(condition, set.Municipalities, static (in one) => one.Municipality),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition.Kind, "Unknown condition."),
    };

    private static Demand AgeDemand(string ages)
    {
        var ends = ages.Split('-').Select(age => int.Parse(age, CultureInfo.InvariantCulture)).ToList();
        var (youngest, oldest) = (ends[0], ends[^1]);
        return (in trajectory, ageDay) =>
            Age.On(ageDay, trajectory.Birth) is { } age ? age >= youngest && age <= oldest : null;
    }

    // Where care began before the observed period, neither earlier care nor care beside its first days was seen.
    private static Demand OrderDemand(string order, ObservationWindow observation) => (in trajectory, _) =>
        trajectory.Order == CareOrder.Unknown || observation.Entry(in trajectory) is not null
            ? null
            : trajectory.Order.Name() == order;

    private static Demand FactDemand(TrajectoryFacts fact, SubgroupCondition condition, ObservationWindow observation)
    {
        var wanted = condition.Values[0] == "true";
        return (in trajectory, _) =>
            observation.Entry(in trajectory) is not null ? null : trajectory.Has(fact) == wanted;
    }

    private static Demand ValueDemand(SubgroupCondition condition, IReadOnlyList<string> values, ValueOf value)
    {
        var wanted = values.Select(condition.Values.Contains).ToArray();
        return (in trajectory, _) => wanted[value(in trajectory)];
    }

    private delegate bool? Demand(in Trajectory trajectory, int ageDay);

    private delegate ushort ValueOf(in Trajectory trajectory);
}
