using RgkCalibrator.Framework;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Framework.VolumeCount>;

namespace RgkCalibrator.Output.Tables;

/// <summary>The volumes within each allowed duration: intern/coverage.csv.</summary>
internal static class VolumeCountTable
{
    internal static Table From(IEnumerable<VolumeCount> counts) =>
        Table.From(new("Volumes binnen duren", "Volumes within durations"), Columns, counts, Language.English);

    internal static IReadOnlyList<Column> Columns { get; } =
    [
        LineNaming.ProductCode<VolumeCount>(count => count.ProductCode),
        LineNaming.Subgroup<VolumeCount>(count => count.Subgroup),
        Column.Text(
            "measure", count => count.Measure,
            meaning: "The volume that is meant: `volume_within_12m` with the length of an allowed duration, or "
                + "`volume_care_year`."),
        Column.Selected(
            "volume", count => (double)count.Volume,
            meaning: "The largest volume that is counted here, in the product's unit; volumes of half a unit less or "
                + "smaller are counted in the rows before. 1000000.5 stands for those that were not followed long "
                + "enough."),
        Column.Computed(
            "ended", count => count.Ended,
            meaning: "The trajectories that end within the duration, or care years, with the weights of the line's "
                + "estimator."),
        Column.Computed(
            "outlasting", count => count.Outlasting,
            meaning: "The trajectories that go on beyond the duration, with the same weights."),
    ];
}
