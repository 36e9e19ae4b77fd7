using RgkCalibrator.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Register;

/// <summary>
/// The trajectories that registered situations can be told by: of their provider and product, with the intervention
/// that the provider named.
/// </summary>
internal sealed class RegisteredCare
{
    private readonly HashSet<(string Code, int Provider, int Intervention)> _numbers;

    private RegisteredCare(HashSet<CareByIntervention> all, TrajectorySet set)
    {
        All = all;
        var (providers, interventions) = (NumbersOf(set.Providers), NumbersOf(set.Interventions));
        _numbers =
        [
            .. from one in all
               where providers.ContainsKey(one.Provider) && interventions.ContainsKey(one.Intervention)
               select (one.ProductCode, providers[one.Provider], interventions[one.Intervention]),
        ];
    }

    /// <summary>By their names.</summary>
    internal IReadOnlySet<CareByIntervention> All { get; }

    /// <summary>The care of reports in a set of trajectories.</summary>
    /// <remarks>A name that a provider wrote in other capitals than it declares is the same name.</remarks>
    internal static RegisteredCare Of(IEnumerable<ReportedSituation> reported, TrajectorySet set)
    {
        var declared = set.Interventions.ToLookup(name => name, StringComparer.OrdinalIgnoreCase);
        return new RegisteredCare(
            [
                .. from one in reported
                   where one.Intervention.Length > 0
                   from name in declared[one.Intervention].DefaultIfEmpty(one.Intervention)
                   select new CareByIntervention(one.Product.Code, one.Provider, name),
            ],
            set);
    }

    /// <summary>Whether the trajectory at a place of a group is in a registered situation.</summary>
    internal bool Holds(Group group, int place) => group.Covariates[place] is var own
        && _numbers.Contains((group.Product.Code, own.Provider, own.Intervention));

    // What has no name has no number of its own.
    private static Dictionary<string, int> NumbersOf(IReadOnlyList<string> names) => names.Index()
        .Where(one => one.Item.Length > 0).ToDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal);
}
