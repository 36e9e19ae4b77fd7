using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Disclosure;

/// <summary>A line in one scenario, as it may be shown beside the others.</summary>
public sealed record SafeScenarioLine
{
    internal SafeScenarioLine(SafeLine line, decimal? atBase, long? outsidePerYear) =>
        (Line, AtBase, OutsidePerYear) = (line, atBase, outsidePerYear);

    /// <summary>The line. Only its count, its proposal and the share within both are told.</summary>
    public SafeLine Line { get; }

    /// <summary>The volume at the duration of the base; null when it is not shown.</summary>
    public decimal? AtBase { get; }

    /// <summary>Trajectories a year that lie outside, of rounded figures; null when it is not shown.</summary>
    public long? OutsidePerYear { get; }
}

/// <summary>A scenario as it may be shown: a release of its own of the region.</summary>
public sealed record SafeScenario
{
    // What a comparison tells of each line.
    private static readonly Figure[] Told = [Figure.Trajectories, Figure.Duration, Figure.Volume, Figure.WithinBoth];

    private SafeScenario(
        string name, CountedDays? days, IReadOnlyList<SafeScenarioLine> lines, IReadOnlyList<SafeVerdict> verdicts) =>
        (Name, Days, Lines, Verdicts) = (name, days, lines, verdicts);

    /// <summary>What tables call it.</summary>
    public string Name { get; }

    /// <summary>
    /// The days by which figures are told for a year, which follow from choices alone; null where it has no lines.
    /// </summary>
    public CountedDays? Days { get; }

    /// <summary>Its lines, in the order of the comparison.</summary>
    public IReadOnlyList<SafeScenarioLine> Lines { get; }

    /// <summary>What was decided about every figure of every line.</summary>
    public IReadOnlyList<SafeVerdict> Verdicts { get; }

    /// <summary>A scenario of lines that were decided about.</summary>
    /// <param name="name">What tables call it.</param>
    /// <param name="lines">Its lines, each with the volume at the duration of the base.</param>
    /// <param name="days">The days by which figures are told for a year.</param>
    /// <param name="profile">What may be shown.</param>
    internal static SafeScenario Of(
        string name, IReadOnlyList<(SafeLine Line, decimal? AtBase)> lines, CountedDays? days,
        DisclosureProfile profile) => new(
        name, days,
        [.. lines.Select(one => new SafeScenarioLine(one.Line, one.AtBase, Outside(one.Line, days!, profile)))],
        [
            .. lines.SelectMany(one => new LineVerdicts(one.Line, profile).All(distributions: null))
                .Where(verdict => Told.Contains(verdict.Figure)),
        ]);

    /// <summary>The line of the same product and subgroup; null where there is none.</summary>
    internal SafeScenarioLine? Of(SafeLine line) => Lines.FirstOrDefault(one =>
        one.Line.Product.Code == line.Product.Code && one.Line.SubgroupId == line.SubgroupId);

    // How many of those that ran began on days that count is not released: they have no figure for a year.
    private static long? Outside(SafeLine line, CountedDays days, DisclosureProfile profile) =>
        days.Rule != CohortRule.Active
            && line is { Trajectories.Value: { } all, WithinBoth: { IsBand: false, Value: var share } }
            && profile.Rounded(all * (1 - share) / days.Years) is var outside && outside >= profile.SmallestGroup
                ? outside
                : null;
}
