using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Tables;

/// <summary>The columns that say which line or product a row is of, and what was measured.</summary>
internal static class LineNaming
{
    internal static Column<T> ProductCode<T>(Func<T, string> code) =>
        Column<T>.Text("product_code", code, new("Code", "Code"), "The product's present code.");

    internal static Column<T> Subgroup<T>(Func<T, string> id) => Column<T>.Text(
        "subgroup", id, new("Subgroep", "Subgroup"), "The subgroup's id; empty for the whole product.");

    /// <summary>The subgroup by name to readers.</summary>
    internal static Column<T> Subgroup<T>(Func<T, GroupScope> scope) =>
        Subgroup<T>(row => scope(row).Id) with
        {
            Cell = (row, language) => new TableCell(scope(row).Name.In(language), scope(row).Id),
        };

    /// <summary>What studies measure of trajectories that were followed for a duration.</summary>
    internal static Column<T> Measure<T>(Func<T, BeyondMeasure> measure, Func<T, DurationStep?> duration) =>
        Column<T>.Named(
        "measure", row => NameOf(measure(row), duration(row)), row => StudyWords.NameOf(measure(row), duration(row)),
        new("Maat", "Measure"),
        "What was measured: `volume_within_12m`, `outlasting_12m` or `volume_care_year`, with the length of L.");

    private static string NameOf(BeyondMeasure measure, DurationStep? duration) => measure switch
    {
        BeyondMeasure.VolumeWithin => Estimation.MeasureWithin(duration!),
        BeyondMeasure.Outlasting =>
            Estimation.MeasureWithin(duration!).Replace("volume_within", "outlasting", StringComparison.Ordinal),
        BeyondMeasure.CareYearVolume => "volume_care_year",
        BeyondMeasure.Either =>
            Estimation.MeasureWithin(duration!).Replace("volume_within", "either_within", StringComparison.Ordinal),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Unknown measure."),
    };
}
