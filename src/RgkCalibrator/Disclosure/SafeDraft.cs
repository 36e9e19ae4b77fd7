using RgkCalibrator.Framework;

namespace RgkCalibrator.Disclosure;

/// <summary>
/// All of a draft that may be shown, and what was decided about each figure of it. Everything in <c>extern/</c> is made
/// of one.
/// </summary>
public sealed record SafeDraft
{
    private SafeDraft(IReadOnlyList<SafeLine> lines, IReadOnlyList<SafeDistributions> distributions) =>
        (Lines, Distributions) = (lines, distributions);

    /// <summary>The lines, in the order of the draft.</summary>
    public IReadOnlyList<SafeLine> Lines { get; }

    /// <summary>Their distributions; lines without any are left out.</summary>
    public IReadOnlyList<SafeDistributions> Distributions { get; }

    /// <summary>Products whose subgroups stand side by side.</summary>
    public IReadOnlyList<SafeSubgroups> Subgroups { get; private init; } = [];

    /// <summary>What was decided about every figure of every line, shown or not, in the order of the lines.</summary>
    public IReadOnlyList<SafeVerdict> Verdicts { get; private init; } = [];

    /// <summary>What may be shown of a draft.</summary>
    /// <param name="drafts">Its lines.</param>
    /// <param name="profile">What may be shown.</param>
    /// <param name="pooled">
    /// The lines of whole products with subgroups, which stand beside those of the subgroups.
    /// </param>
    public static SafeDraft From(
        IReadOnlyList<DraftLine> drafts, DisclosureProfile profile, params IReadOnlyList<DraftLine> pooled)
    {
        var lines = drafts.Select(draft => Of(draft, profile)).ToList();
        var subgroups = SafeSubgroups.From(
            [.. lines.Select(line => new SafeSubgroup(line.Line, line.Distributions?.VolumeBox))],
            [.. pooled.Select(draft => LineDisclosure.Line(draft, profile))]);
        return new SafeDraft(
            [.. lines.Select(line => line.Line)],
            [.. lines.Select(line => line.Distributions).OfType<SafeDistributions>()])
        {
            Subgroups = subgroups,
            Verdicts =
            [
                .. lines.SelectMany(line => new LineVerdicts(line.Line, profile).All(line.Distributions)),
                .. subgroups.Select(product => new LineVerdicts(product.Whole, profile).OfPooled()),
            ],
        };
    }

    private static (SafeLine Line, SafeDistributions? Distributions) Of(DraftLine draft, DisclosureProfile profile)
    {
        var line = LineDisclosure.Line(draft, profile);
        return (line, SafeDistributions.From(draft, line, profile));
    }
}
