using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Disclosure.SafeLine>;

namespace RgkCalibrator.Output.Tables;

/// <summary>
/// What the lines of a draft rest on: how many trajectories, how many still run, and what the other estimator gives,
/// and the intervals of the proposal, for which the draft as text has no room.
/// </summary>
internal static class EvidenceTable
{
    /// <summary>All lines, in the order of the catalogue.</summary>
    internal static Table OfAll(
        IReadOnlyList<SafeLine> lines, FrameworkSettings settings, Language language,
        IntervalForm intervals = IntervalForm.InWords) =>
        Table.From(new("Onderbouwing", "Evidence"), Columns(settings, intervals), lines, language);

    private static Column[] Columns(FrameworkSettings settings, IntervalForm intervals)
    {
        var percent = settings.Percentage.Percent();
        return
        [
            .. DraftCells.Naming,
            DraftCells.Estimator,
            DraftCells.Count("trajectories", line => line.Trajectories, new("Trajecten", "Trajectories")),
            DraftCells.Count("complete", line => line.Complete, new("Afgerond", "Complete")),
            DraftCells.Share("running_share", line => line.Running, new("Loopt nog door", "Still running")),
            .. ByEstimator(settings),
            Column.Rounded(
                "volume_difference", line => line.VolumeDifference, new("Verschil volume", "Volume difference")),
            .. IntervalColumns.InForm(intervals, settings),
            DraftCells.WithinBoth,
            Column.Words(
                "duration_calibrated", line => line.Calibrated?.Duration?.Shown(),
                new($"Duur bij samen {percent.Dutch}", $"Duration for {percent.English} together")),
            Column.Rounded(
                "volume_calibrated", line => line.Calibrated?.Volume,
                new($"Volume bij samen {percent.Dutch}", $"Volume for {percent.English} together")),
        ];
    }

    private static Column[] ByEstimator(FrameworkSettings settings)
    {
        var (p, name) = (settings.Percentage.Name(), DraftCells.NameInColumns(settings.Percentage));
        return
        [
            Column.Words(
                $"duration_{name}_corrected", line => By(Estimator.Corrected, line)?.Duration?.Shown(),
                new($"Duur {p.Dutch} gecorrigeerd", $"Duration {p.English} corrected")),
            Column.Words(
                $"duration_{name}_completed", line => By(Estimator.Completed, line)?.Duration?.Shown(),
                new($"Duur {p.Dutch} alleen afgerond", $"Duration {p.English} complete only")),
            Column.Rounded(
                $"volume_{name}_corrected", line => By(Estimator.Corrected, line)?.Volume,
                new($"Volume {p.Dutch} gecorrigeerd", $"Volume {p.English} corrected")),
            Column.Rounded(
                $"volume_{name}_completed", line => By(Estimator.Completed, line)?.Volume,
                new($"Volume {p.Dutch} alleen afgerond", $"Volume {p.English} complete only")),
        ];
    }

    private static SafeProposal? By(Estimator estimator, SafeLine line) =>
        line.Estimator == estimator ? line.Chosen : line.Other;
}
