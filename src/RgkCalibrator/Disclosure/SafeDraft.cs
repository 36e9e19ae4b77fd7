using RgkCalibrator.Framework;

namespace RgkCalibrator.Disclosure;

/// <summary>
/// All of a draft that may be shown, and what was decided about each figure of it. Everything in <c>extern/</c> is made
/// of one.
/// </summary>
public sealed record SafeDraft
{
    private readonly IReadOnlyList<SafeLine> _pooled;

    private SafeDraft(
        IReadOnlyList<(SafeLine Line, SafeDistributions? Distributions)> lines, IReadOnlyList<SafeLine> pooled,
        DisclosureProfile profile)
    {
        (_pooled, Lines) = (pooled, [.. lines.Select(line => line.Line)]);
        Distributions = [.. lines.Select(line => line.Distributions).OfType<SafeDistributions>()];
        Subgroups = SafeSubgroups.From(
            [.. lines.Select(line => new SafeSubgroup(line.Line, line.Distributions?.VolumeBox))], pooled);
        Verdicts =
        [
            .. lines.SelectMany(line => new LineVerdicts(line.Line, profile).All(line.Distributions)),
            .. Subgroups.Select(product => new LineVerdicts(product.Whole, profile).OfPooled(TellsWhole(product))),
        ];

        // Of a whole beside its parts, a count that is not told would follow.
        bool TellsWhole(SafeSubgroups product) =>
            !profile.HoldsTogether || product.Members.All(member => member.Line.Trajectories.Value is not null);
    }

    /// <summary>The lines, in the order of the draft.</summary>
    public IReadOnlyList<SafeLine> Lines { get; }

    /// <summary>Their distributions; lines without any are left out.</summary>
    public IReadOnlyList<SafeDistributions> Distributions { get; }

    /// <summary>Products whose subgroups stand side by side.</summary>
    public IReadOnlyList<SafeSubgroups> Subgroups { get; }

    /// <summary>What was decided about every figure of every line, shown or not, in the order of the lines.</summary>
    public IReadOnlyList<SafeVerdict> Verdicts { get; }

    /// <summary>What may be shown of a draft.</summary>
    /// <param name="drafts">Its lines.</param>
    /// <param name="profile">What may be shown.</param>
    /// <param name="pooled">
    /// The lines of whole products with subgroups, which stand beside those of the subgroups.
    /// </param>
    public static SafeDraft From(
        IReadOnlyList<DraftLine> drafts, DisclosureProfile profile, params IReadOnlyList<DraftLine> pooled) =>
        new(
            [.. drafts.Select(draft => Of(draft, profile))],
            [.. pooled.Select(draft => LineDisclosure.Line(draft, profile))],
            profile);

    /// <summary>
    /// The same without some figures of the distributions of a line; without its volume nothing of the line is left but
    /// its count.
    /// </summary>
    internal SafeDraft Without(SafeLine line, IReadOnlyCollection<Figure> figures, DisclosureProfile profile)
    {
        return new([.. Lines.Select(Kept)], _pooled, profile);

        (SafeLine Line, SafeDistributions? Distributions) Kept(SafeLine one)
        {
            var distributions = Distributions.FirstOrDefault(shown => ReferenceEquals(shown.Line, one));
            if (!ReferenceEquals(one, line))
                return (one, distributions);
            return figures.Contains(Figure.Volume)
                ? (LineDisclosure.CountOf(one), null)
                : (one, distributions?.Without(figures));
        }
    }

    /// <summary>A draft of lines that were decided about before.</summary>
    internal static SafeDraft Of(
        IReadOnlyList<(SafeLine Line, SafeDistributions? Distributions)> lines, IReadOnlyList<SafeLine> pooled,
        DisclosureProfile profile) => new(lines, pooled, profile);

    private static (SafeLine Line, SafeDistributions? Distributions) Of(DraftLine draft, DisclosureProfile profile)
    {
        var line = LineDisclosure.Line(draft, profile);
        return (line, SafeDistributions.From(draft, line, profile));
    }
}
