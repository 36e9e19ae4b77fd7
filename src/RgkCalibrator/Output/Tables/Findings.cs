using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Accounting;

namespace RgkCalibrator.Output.Tables;

/// <summary>All that a run found, for the analyst alone.</summary>
/// <param name="Lines">What the data propose, unsuppressed.</param>
/// <param name="Shown">What of them may be shown outside, in the same order.</param>
/// <param name="Estimates">Before any rounding.</param>
/// <param name="Ledger">Where every row ended.</param>
internal sealed record Findings(
    IReadOnlyList<DraftLine> Lines, IReadOnlyList<SafeLine> Shown, IReadOnlyList<MeasuredEstimate> Estimates,
    Ledger Ledger)
{
    /// <summary>Differentiation, stability and providers; none where they were not looked into.</summary>
    internal IReadOnlyList<StudySheet> Studies { get; init; } = [];
}
