using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework.Studies;

/// <summary>A factor by which trajectories of a product can differ.</summary>
public enum Factor
{
    /// <summary>The subgroups of the catalogue.</summary>
    Subgroup,

    /// <summary>Age at the start: 0-5, 6-11, 12-17, 18 and older.</summary>
    Age,

    /// <summary>Whether a stay touches the start.</summary>
    WithStay,

    /// <summary>First or follow-up.</summary>
    Order,

    /// <summary>Whether other ambulatory care touches the start.</summary>
    Concurrent,
}

/// <summary>One level of a factor, compared with the line of all levels together.</summary>
/// <param name="Name">The id of a subgroup; else <c>0-5</c>, <c>yes</c>, <c>first</c> …</param>
/// <param name="Children">Different children.</param>
/// <param name="Tier">How much it can support, by the number that was compared.</param>
/// <param name="Beyond">
/// The share beyond the line of all, with exact limits; for care years those of the effective number.
/// </param>
/// <param name="DesignEffect">
/// How much more the share varies than between independent ones; 1 where each counts on its own.
/// </param>
/// <param name="OwnLine">
/// Its own line, rounded: a volume, or the length of a duration; null where there is none, or none of the followed
/// durations holds enough.
/// </param>
public sealed record FactorLevel(
    string Name, int Children, Tier Tier, ShareInterval Beyond, double DesignEffect, decimal? OwnLine)
{
    /// <summary>Trajectories or care years that were compared.</summary>
    public long N { get; init; }

    /// <summary>How many of them lie beyond the line.</summary>
    public long Count { get; init; }
}

/// <summary>The factors that are covariates of trajectories.</summary>
internal static class Factors
{
    internal static readonly (Factor Factor, (string Name, Func<Covariates, bool> Holds)[] Levels)[] OfCovariates =
    [
        (Factor.Age, [Ages("0-5", 0, 5), Ages("6-11", 6, 11), Ages("12-17", 12, 17), Ages("18+", 18, int.MaxValue)]),
        (Factor.WithStay, Fact(TrajectoryFacts.WithStay)),
        (Factor.Order,
        [
            ("first", one => one.Has(TrajectoryFacts.First)), ("follow-up", one => one.Has(TrajectoryFacts.FollowUp)),
        ]),
        (Factor.Concurrent, Fact(TrajectoryFacts.Concurrent)),
    ];

    private static (string Name, Func<Covariates, bool> Holds) Ages(string name, int from, int to) =>
        (name, one => one.AgeAtStart is { } age && age >= from && age <= to);

    // For other care than ambulatory it was not found out what lies beside it.
    private static (string Name, Func<Covariates, bool> Holds)[] Fact(TrajectoryFacts fact) =>
    [
        ("no", one => one.Has(TrajectoryFacts.Ambulatory) && !one.Has(fact)),
        ("yes", one => one.Has(TrajectoryFacts.Ambulatory) && one.Has(fact)),
    ];
}
