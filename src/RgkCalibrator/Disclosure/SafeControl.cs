using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Disclosure;

/// <summary>An adopted line with its providers, as they may be shown.</summary>
public sealed record SafeControlLine
{
    private readonly int _smallest;

    private SafeControlLine(Group group, FollowedLine line, SafeParts? providers, DisclosureProfile profile)
    {
        (Product, SubgroupId, SubgroupName) = (group.Product, group.Subgroup, group.Scope.Name);
        (Volume, Duration, Providers, _smallest) = (
            line.Volume, line.Followed.Duration!, providers, profile.SmallestGroup);
    }

    /// <summary>The product.</summary>
    public Product Product { get; }

    /// <summary>The id of the subgroup; empty for the whole product.</summary>
    public string SubgroupId { get; }

    /// <summary>The subgroup's name in documents; empty for the whole product.</summary>
    public Wording SubgroupName { get; }

    /// <summary>The adopted volume, in the product's unit.</summary>
    public decimal Volume { get; }

    /// <summary>The adopted duration.</summary>
    public DurationStep Duration { get; }

    /// <summary>How many of its trajectories could be followed, rounded; the sum of the parts that are shown.</summary>
    /// <remarks>Of what is not shown, it is not told how many there are either.</remarks>
    public SafeCount Trajectories => new(Providers?.Parts.Sum(part => part.Trajectories), _smallest);

    /// <summary>The share above the volume by provider; null when it is not shown.</summary>
    public SafeParts? Providers { get; private init; }

    /// <summary>The same with providers as they were shown before, or not at all.</summary>
    internal SafeControlLine Showing(SafeParts? providers) => this with { Providers = providers };

    /// <summary>A line as it may be shown.</summary>
    /// <param name="line">Its trajectories that count.</param>
    /// <param name="unnamed">Providers without a name.</param>
    /// <param name="confidence">Of the intervals of shares.</param>
    /// <param name="profile">What may be shown.</param>
    internal static SafeControlLine From(
        FollowedLine line, IReadOnlySet<int> unnamed, double confidence, DisclosureProfile profile) =>
        new(line.Followed.Group, line, SafeParts.OfProviders(line, unnamed, confidence, profile), profile);
}

/// <summary>The lines of an adopted framework with their providers, as they may be shown.</summary>
public sealed record SafeControl
{
    private SafeControl(
        DateOnly since, double aim, IReadOnlyList<SafeControlLine> lines, DisclosureProfile profile) =>
        (Since, Aim, Lines, Verdicts) = (since, aim, lines, [.. lines.Select(line => VerdictOn(line, profile))]);

    /// <summary>The day on which the framework came into force.</summary>
    public DateOnly Since { get; }

    /// <summary>The share that is aimed at beyond a line, 0 to 1.</summary>
    public double Aim { get; }

    /// <summary>All lines that were held against trajectories, in the order of the catalogue.</summary>
    public IReadOnlyList<SafeControlLine> Lines { get; }

    /// <summary>What was decided about the providers of every line.</summary>
    public IReadOnlyList<SafeVerdict> Verdicts { get; }

    /// <summary>Whether there is anything to show.</summary>
    public bool IsShown => Lines.Any(line => line.Providers is not null);

    /// <summary>The lines of a framework as they may be shown.</summary>
    /// <param name="since">The day on which it came into force.</param>
    /// <param name="aim">The share that is aimed at beyond a line.</param>
    /// <param name="lines">The trajectories of each line that count, and the providers without a name.</param>
    /// <param name="confidence">Of the intervals of shares.</param>
    /// <param name="profile">What may be shown.</param>
    internal static SafeControl From(
        DateOnly since, double aim, IReadOnlyList<(FollowedLine Line, IReadOnlySet<int> Unnamed)> lines,
        double confidence, DisclosureProfile profile) => new(
        since, aim, [.. lines.Select(one => SafeControlLine.From(one.Line, one.Unnamed, confidence, profile))],
        profile);

    /// <summary>The same with other lines in their place.</summary>
    internal SafeControl Of(IReadOnlyList<SafeControlLine> lines, DisclosureProfile profile) =>
        new(Since, Aim, lines, profile);

    private static SafeVerdict VerdictOn(SafeControlLine line, DisclosureProfile profile) =>
        new(line.Product.Code, line.SubgroupId, line.Trajectories, Figure.ProviderShares, ReleaseRule.Part)
        {
            Verdict = line.Providers is null ? Verdict.Suppressed
                : line.Providers.Parts.Any(part => part.Name.Length == 0) ? Verdict.Merged
                : Verdict.Rounded,
            ChildrenNeeded = 4 * profile.SmallestGroup,
            Loss = line.Providers is null ? Loss.RuleNotMet : null,
        };
}
