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

    /// <summary>How many figures of each kind the attacker in the program needed, and are left out.</summary>
    public IReadOnlyDictionary<Figure, int> TakenByAttack => Lines.Concat(_pooled)
        .SelectMany(line => line.TakenByAttack).CountBy(figure => figure).OrderBy(pair => pair.Key).ToDictionary();

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
    /// The same without some figures of a line, which the attacker needs; without its volume nothing of the line is
    /// left but its count, and without that nothing.
    /// </summary>
    internal SafeDraft Without(SafeLine line, IReadOnlyCollection<Figure> figures, DisclosureProfile profile) => new(
        [
            .. Lines.Select(one =>
            {
                var shown = Distributions.FirstOrDefault(shown => ReferenceEquals(shown.Line, one));
                return ReferenceEquals(one, line) ? Taken(one, shown, figures, profile) : (one, shown);
            }),
        ],
        _pooled, profile);

    /// <summary>The same without the count of a whole product, beside those of its subgroups.</summary>
    internal SafeDraft WithoutCountOfWhole(string code, DisclosureProfile profile) => new(
        [.. Lines.Select(line => (line, Distributions.FirstOrDefault(shown => ReferenceEquals(shown.Line, line))))],
        [
            .. _pooled.Select(whole => whole.Product.Code != code
                ? whole
                : whole.Counting(profile.Untold) with { TakenByAttack = [Figure.Trajectories] }),
        ],
        profile);

    /// <summary>A draft of lines that were decided about before.</summary>
    internal static SafeDraft Of(
        IReadOnlyList<(SafeLine Line, SafeDistributions? Distributions)> lines, IReadOnlyList<SafeLine> pooled,
        DisclosureProfile profile) => new(lines, pooled, profile);

    private static (SafeLine Line, SafeDistributions? Distributions) Taken(
        SafeLine line, SafeDistributions? distributions, IReadOnlyCollection<Figure> figures, DisclosureProfile profile)
    {
        var bare = LineDisclosure.Without(line, figures, profile);
        var rest = bare.Withheld is null ? distributions?.Without(figures) : null;
        var lost = Shown(line, distributions).Except(Shown(bare, rest));
        bare = bare with { TakenByAttack = [.. line.TakenByAttack.Union(lost).Order()] };
        return (bare, rest?.Of(bare));

        IEnumerable<Figure> Shown(SafeLine one, SafeDistributions? shown) => new LineVerdicts(one, profile).All(shown)
            .Where(verdict => verdict.Loss is null).Select(verdict => verdict.Figure);
    }

    private static (SafeLine Line, SafeDistributions? Distributions) Of(DraftLine draft, DisclosureProfile profile)
    {
        var line = LineDisclosure.Line(draft, profile);
        return (line, SafeDistributions.From(draft, line, profile));
    }
}
