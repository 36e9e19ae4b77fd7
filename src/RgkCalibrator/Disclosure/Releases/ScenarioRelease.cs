using RgkCalibrator.Disclosure.Attack;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Disclosure.Releases;

/// <summary>A line of a scenario, by its product and subgroup, and its duration; null where it has none.</summary>
internal sealed record ColumnLine((string Code, string Subgroup) Key, DurationStep? Duration);

/// <summary>What may be shown of a scenario by itself: its lines, and these at the duration of the base.</summary>
internal sealed class ScenarioRelease
{
    private readonly ScenarioMaterial _material;
    private readonly DisclosureProfile _profile;
    private readonly SafeDraft _own;
    private readonly SafeDraft _atBase;

    internal ScenarioRelease(ScenarioMaterial material, DisclosureProfile profile)
    {
        (_material, _profile) = (material, profile);
        _own = Safe(OwnLines, hasShare: true);
        _atBase = Safe(LinesAtBase, hasShare: false);
        Lines =
        [
            .. OwnLines.Select(line => new ColumnLine(
                (line.Group.Product.Code, line.Group.Subgroup), line.Chosen.Duration?.Step)),
        ];
    }

    /// <summary>What tables call the scenario.</summary>
    internal string Name => _material.Scenario.Name;

    /// <summary>The days by which its figures are told for a year; null where it has no lines.</summary>
    internal CountedDays? Days => _material.Lines is [var line, ..] ? line.Days : null;

    /// <summary>Its lines, in the order of the comparison.</summary>
    internal IReadOnlyList<ColumnLine> Lines { get; }

    private IReadOnlyList<DraftLine> OwnLines => [.. _material.Lines.Select(line => line.Line)];

    private IReadOnlyList<DraftLine> LinesAtBase =>
        [.. _material.Lines.Select(line => line.AtBaseLine ?? line.Line)];

    /// <summary>Whether it has lines of a product.</summary>
    internal bool Has(string code) => Lines.Any(line => line.Key.Code == code);

    /// <summary>Whether each line of a product has the duration that it has in another scenario.</summary>
    internal bool HasDurationsOf(ScenarioRelease other, string code) => DurationsOf(code) == other.DurationsOf(code);

    /// <summary>The lines of a product.</summary>
    internal ProductMaterial Own(string code) => Material(OwnLines, _own, code, string.Empty);

    /// <summary>The same with volumes at the durations of the base.</summary>
    internal ProductMaterial AtBase(string code, ScenarioRelease usual) =>
        Material(LinesAtBase, _atBase, code, " bij " + usual.DurationsOf(code));

    private ProductMaterial Material(
        IReadOnlyList<DraftLine> drafts, SafeDraft safe, string code, string duration)
    {
        var material = new ReleaseMaterial(_material.Products, drafts, [], _material.Settings, _material.Keys)
            .Product(safe, code, _profile);
        return material with { Choices = material.Choices + duration };
    }

    private SafeDraft Safe(IReadOnlyList<DraftLine> drafts, bool hasShare) => HeldRelease.From(
        SafeDraft.Of(
            [.. drafts.Select(draft => (
                LineDisclosure.ProposalAlone(draft, hasShare, _profile), (SafeDistributions?)null))],
            [], _profile),
        _profile);

    private string DurationsOf(string code) => string.Join(
        ' ', Lines.Where(line => line.Key.Code == code)
            .Select(line => $"{line.Key.Subgroup}:{line.Duration?.Shown().English}"));
}
