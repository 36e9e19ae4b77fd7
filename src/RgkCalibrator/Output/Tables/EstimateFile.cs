using RgkCalibrator.Framework;
using RgkCalibrator.Statistics.Quantiles;

using Column = RgkCalibrator.Output.Tables.InternColumn<RgkCalibrator.Framework.MeasuredEstimate>;

namespace RgkCalibrator.Output.Tables;

/// <summary>
/// intern/estimates: estimates, one a row. Values that were selected from the data stand in full, computed ones with 12 digits; no value is empty.
/// </summary>
internal static class EstimateFile
{
    internal static InternTable<MeasuredEstimate> Table { get; } = new(
    [
        Column.Text("product_code", row => row.ProductCode),
        Column.Text("subgroup", row => row.Subgroup),
        Column.Text("measure", row => row.Measure),
        Column.Selected("p", row => row.Estimate.Percentage.Halves / 2.0),
        Column.Text("method", row => NameOf(row.Estimate.Method)),
        Column.Text("population", row => row.Population),
        Column.Whole("n", row => row.Estimate.N),
        Column.Whole("events", row => row.Estimate.Events),
        new("value", InternKind.Number, row => Value(row.Estimate)),
        Column.Selected("lower", row => row.Estimate.Lower),
        Column.Selected("upper", row => row.Estimate.Upper),
        Column.Selected("confidence", row => row.Estimate.Confidence),
        Column.Flag("reached", row => row.Estimate.Reached),
    ]);

    // Type 2 and the corrected ones take the midpoint of two values at most, which is exact in every system too.
    internal static bool IsSelected(Method method) => method is Method.Type1 or Method.Type2 or Method.Km or Method.Ipcw;

    internal static string NameOf(Method method) => method switch
    {
        Method.Type1 => "type1",
        Method.Type2 => "type2",
        Method.Type4 => "type4",
        Method.Type5 => "type5",
        Method.Type6 => "type6",
        Method.Type7 => "type7",
        Method.Type8 => "type8",
        Method.Type9 => "type9",
        Method.Km => "km",
        Method.Ipcw => "ipcw",
        Method.HarrellDavis => "harrell-davis",
        Method.BootstrapClient => "bootstrap-client",
        Method.BootstrapProvider => "bootstrap-provider",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown method."),
    };

    private static string Value(Estimate estimate) =>
        estimate.Value is not { } value ? string.Empty : IsSelected(estimate.Method) ? Numbers.Exact(value) : Numbers.Computed(value);
}
