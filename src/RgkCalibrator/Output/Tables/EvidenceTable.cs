using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;

namespace RgkCalibrator.Output.Tables;

/// <summary>What the lines of a draft rest on: how many trajectories, how many still run, and what the other estimator gives,
/// and the intervals of the proposal, for which the draft as text has no room.</summary>
internal static class EvidenceTable
{
    /// <summary>All lines, in the order of the catalogue.</summary>
    internal static Table Of(IReadOnlyList<SafeLine> lines, FrameworkSettings settings, Language language, IntervalForm intervals = IntervalForm.InWords) => new(
        new Wording("Onderbouwing", "Evidence").In(language), Columns(settings, intervals, language), [.. lines.Select(line => Row(line, intervals, language))]);

    private static TableColumn[] Columns(FrameworkSettings settings, IntervalForm intervals, Language language)
    {
        var (percentile, percent, name) = (settings.Percentage.Name().In(language), settings.Percentage.Percent().In(language), DraftTable.NameOf(settings.Percentage));
        return
        [
            Column(new("Code", "Code"), "product_code"),
            Column(new("Product", "Product"), "product"),
            Column(new("Subgroep", "Subgroup"), "subgroup"),
            Column(new("Schatter", "Estimator"), "estimator"),
            Column(new("Trajecten", "Trajectories"), "trajectories", isNumber: true),
            Column(new("Afgerond", "Complete"), "complete", isNumber: true),
            Column(new("Loopt nog", "Still running"), "running_share", isNumber: true),
            Column(new($"Duur {percentile} gecorrigeerd", $"Duration {percentile} corrected"), $"duration_{name}_corrected"),
            Column(new($"Duur {percentile} alleen afgerond", $"Duration {percentile} complete only"), $"duration_{name}_completed"),
            Column(new($"Volume {percentile} gecorrigeerd", $"Volume {percentile} corrected"), $"volume_{name}_corrected", isNumber: true),
            Column(new($"Volume {percentile} alleen afgerond", $"Volume {percentile} complete only"), $"volume_{name}_completed", isNumber: true),
            Column(new("Verschil volume", "Volume difference"), "volume_difference", isNumber: true),
            .. IntervalColumns.Of(settings, intervals, language),
            Column(new("Binnen beide", "Within both"), "within_both", isNumber: true),
            Column(new($"Duur bij samen {percent}", $"Duration for {percent} together"), "duration_calibrated"),
            Column(new($"Volume bij samen {percent}", $"Volume for {percent} together"), "volume_calibrated", isNumber: true),
        ];

        TableColumn Column(Wording heading, string column, bool isNumber = false) => new(heading.In(language), column, isNumber);
    }

    private static TableCell[] Row(SafeLine line, IntervalForm intervals, Language language)
    {
        var (corrected, completed) = line.Estimator == Estimator.Corrected ? (line.Chosen, line.Other) : (line.Other, line.Chosen);
        return
        [
            TableCell.Text(line.Product.Code),
            TableCell.Text(line.Product.Name),
            DraftTable.Subgroup(line, language),
            DraftTable.NameOf(line.Estimator, language),
            DraftTable.Count(line.Trajectories, language),
            DraftTable.Count(line.Complete, language),
            DraftTable.Share(line.Running, language),
            DraftTable.Duration(corrected?.Duration, language),
            DraftTable.Duration(completed?.Duration, language),
            DraftTable.Number(corrected?.Volume, language),
            DraftTable.Number(completed?.Volume, language),
            DraftTable.Number(line.VolumeDifference, language),
            .. IntervalColumns.Of(line, intervals, language),
            DraftTable.Share(line.WithinBoth, language),
            DraftTable.Duration(line.Calibrated?.Duration, language),
            DraftTable.Number(line.Calibrated?.Volume, language),
        ];
    }
}
