using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Tables;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Framework.Scenarios.ProviderStep>;

namespace RgkCalibrator.Output.Scenarios;

/// <summary>Each provider's step from an old line to a new one, as a table; restricted.</summary>
internal static class ProviderStepTable
{
    /// <summary>A row for each provider, line and pair of frameworks; none where no provider is known.</summary>
    internal static Table Of(IReadOnlyList<ProviderStep> steps, Language language) => Table.From(
        new("Stap per aanbieder", "Step by provider"),
        [.. Naming(), .. Lines(), .. Trajectories(), .. Above()],
        steps.OrderBy(step => step.Provider, StringComparer.Ordinal), language);

    private static Column[] Naming() =>
    [
        Column.Text("provider_id", step => step.Provider, new("Aanbieder", "Provider")),
        Column.Text("product_code", step => GroupOf(step).Product.Code, new("Code", "Code")),
        ComparisonTables.Subgroup<ProviderStep>(GroupOf),
        Column.Text("framework_before", step => step.Change.Before.Framework, new("Kader voor", "Framework before")),
        Column.Text("framework_after", step => step.Change.After.Framework, new("Kader na", "Framework after")),
        Column.Named(
            "line_before_of", step => step.HadOwnLine ? "provider" : "all",
            step => step.HadOwnLine ? new("aanbieder", "provider") : new("alle aanbieders", "all providers"),
            new("Lijn voor is van", "Line before is of")),
    ];

    private static Column[] Lines() =>
    [
        Column.Text("unit", step => GroupOf(step).Product.Unit.Name(), new("Eenheid", "Unit")),
        Column.Rounded("volume_before", step => step.Change.LineBefore!.Volume, new("Volume voor", "Volume before")),
        Column.Words("duration_before", step => Shown(step.Change.LineBefore), new("Duur voor", "Duration before")),
        Column.Rounded("volume_after", step => step.Change.LineAfter!.Volume, new("Volume na", "Volume after")),
        Column.Words("duration_after", step => Shown(step.Change.LineAfter), new("Duur na", "Duration after")),
        new(
            "volume_difference", ColumnKind.Number,
            (step, language) => TableCell.Difference(step.Change.Volume, 2, language),
            new("Verschil volume, bij gelijke duur", "Difference volume, at one duration")),
    ];

    private static Column[] Trajectories() =>
    [
        Column.ShownWhole(
            "trajectories_per_year", step => step.Change.EffectAfter?.Trajectories,
            new("Trajecten per jaar", "Trajectories a year")),
        Column.ShownWhole(
            "outside_before", step => step.Change.EffectBefore?.Outside,
            new("Buiten de lijn per jaar, voor", "Outside the line a year, before")),
        Column.ShownWhole(
            "outside_after", step => step.Change.EffectAfter?.Outside,
            new("Buiten de lijn per jaar, na", "Outside the line a year, after")),
        Column.ShownWhole(
            "leaving_per_year", step => step.Moved.Leaving,
            new("Was binnen, komt erbuiten, per jaar", "Was inside, comes outside, a year")),
        Column.ShownWhole(
            "entering_per_year", step => step.Moved.Entering,
            new("Was buiten, komt erbinnen, per jaar", "Was outside, comes inside, a year")),
        Column.ShownWhole(
            "volume_leaving", step => step.Moved.VolumeLeaving,
            new("Volume van wat erbuiten komt, per jaar", "Volume of what comes outside, a year")),
        Column.ShownWhole(
            "volume_entering", step => step.Moved.VolumeEntering,
            new("Volume van wat erbinnen komt, per jaar", "Volume of what comes inside, a year")),
    ];

    private static Column[] Above() =>
    [
        Column.ShownWhole(
            "volume_above_before", step => step.Change.EffectBefore?.Above,
            new("Volume boven de lijn per jaar, voor", "Volume above the line a year, before")),
        Column.ShownWhole(
            "volume_above_after", step => step.Change.EffectAfter?.Above,
            new("Volume boven de lijn per jaar, na", "Volume above the line a year, after")),
        Column.ShownWhole(
            "volume_above_difference",
            step => step.Change.EffectAfter?.Above - step.Change.EffectBefore?.Above,
            new("Verschil volume boven de lijn per jaar", "Difference volume above the line a year")),
    ];

    private static Group GroupOf(ProviderStep step) => step.Change.Before.Group;

    private static Wording? Shown(LineValue? line) => line?.Duration.Shown();
}
