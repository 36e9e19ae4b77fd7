using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Output.Tables;

/// <summary>
/// Per line and measure a row for each start year, one for the years before the break and one for those from it, and one for all years together, which has
/// the tests.
/// </summary>
internal static class StabilityTable
{
    private const string All = "all";

    internal static Table Of(IReadOnlyList<YearlyStability> lines, Language language) => StudyColumn<Row>.TableOf(
        new("Stabiliteit over de startjaren", "Stability over the start years"),
        [.. Figures(language), .. Trends(), .. Breaks()],
        lines.SelectMany(line => Volumes(line).Concat(Durations(line))),
        language);

    private static IEnumerable<StudyColumn<Row>> Figures(Language language) =>
    [
        Text("product_code", new("Code", "Code"), row => row.Of.Followed.Group.Product.Code),
        Text("subgroup", new("Subgroep", "Subgroup"), row => row.Of.Followed.Group.Subgroup),
        Text("measure", new("Maat", "Measure"), row => StudySheets.NameOf(row.Measure, row.Of.Followed.Duration)),
        Text("period", new("Periode", "Period"), row => row.Period),
        new("starts", new("Begonnen", "Started"), row => row.Starts is { } starts ? TableCell.Whole(starts, language) : TableCell.Empty),
        new("n", new("Gevolgd", "Followed"), row => TableCell.Whole(row.N, language)),
        new("value", new("Percentiel", "Percentile"), row => TableCell.Exact(row.Pooled ?? row.Estimate?.Value)),
        new("lower", new("Percentiel van", "Percentile from"), row => TableCell.Exact(row.Estimate?.Lower)),
        new("upper", new("Percentiel tot", "Percentile to"), row => TableCell.Exact(row.Estimate?.Upper)),
        new("beyond", new("Erboven", "Beyond"), row => row.Beyond is { } beyond ? TableCell.Whole(beyond.K, language) : TableCell.Empty),
        new("share", new("Deel erboven", "Share beyond"), row => StudySheets.Computed(row.Beyond?.Share)),
        new("share_lower", new("Deel van", "Share from"), row => StudySheets.Computed(row.Beyond is { N: > 0 } ? row.Beyond.Lower : null)),
        new("share_upper", new("Deel tot", "Share to"), row => StudySheets.Computed(row.Beyond is { N: > 0 } ? row.Beyond.Upper : null)),
    ];

    private static IEnumerable<StudyColumn<Row>> Trends() =>
    [
        new("trend_chisq", new("Trend χ²", "Trend χ²"), row => StudySheets.Computed(row.Trend?.Statistic)),
        new("trend_p", new("Trend p", "Trend p"), row => StudySheets.P(row.Trend)),
        new("homogeneity_chisq", new("Verschil χ²", "Difference χ²"), row => StudySheets.Computed(row.Homogeneity?.Statistic)),
        new("homogeneity_p", new("Verschil p", "Difference p"), row => StudySheets.P(row.Homogeneity)),
        new("slope", new("Helling per jaar", "Slope per year"), row => StudySheets.Computed(row.Line?.Slope)),
        new("kendall_s", new("Mann-Kendall S", "Mann-Kendall S"), row => TableCell.Exact(row.Yearly?.S)),
        new("kendall_p", new("Mann-Kendall p", "Mann-Kendall p"), row => StudySheets.Computed(row.Yearly?.P)),
    ];

    private static IEnumerable<StudyColumn<Row>> Breaks() =>
    [
        new("break_p", new("Breuk p", "Break p"), row => StudySheets.Computed(row.Break?.P)),
        new("logrank_p", new("Log-rank p", "Log-rank p"), row => StudySheets.P(row.Period == All && row.Measure == BeyondMeasure.Outlasting ? row.Of.Ends : null)),
        new("drift_p", new("Verloop p", "Drift p"), row => StudySheets.Computed(row.Period == All ? row.Of.DriftP : null)),
        Text("drift", new("Verloop", "Drift"), row => StudySheets.Flag(row.Period == All ? row.Of.HasDrift : null).Plain),
    ];

    private static IEnumerable<Row> Volumes(YearlyStability line)
    {
        var stability = line.Volume;
        var years = stability.Years.ToDictionary(year => year.Year);
        foreach (var (year, starts) in line.Starts)
        {
            var known = years.GetValueOrDefault(year);
            yield return new Row(line, BeyondMeasure.VolumeWithin, Numbers.Whole(year), known?.Beyond.N ?? 0) { Starts = starts, Estimate = known?.Estimate, Beyond = known?.Beyond };
        }

        if (line.VolumeBreak is { } parted)
        {
            yield return new Row(line, BeyondMeasure.VolumeWithin, "before-break", parted.Before.N) { Estimate = parted.Before };
            yield return new Row(line, BeyondMeasure.VolumeWithin, "from-break", parted.From.N) { Estimate = parted.From };
        }

        yield return new Row(line, BeyondMeasure.VolumeWithin, All, line.Followed.Count)
        {
            Starts = line.Followed.Group.Cohort,
            Pooled = stability.Pooled,
            Trend = stability.Trend,
            Homogeneity = stability.Homogeneity,
            Line = stability.Line,
            Yearly = stability.Yearly,
            Break = line.VolumeBreak?.Fisher,
        };
    }

    private static IEnumerable<Row> Durations(YearlyStability line)
    {
        var years = line.Outlasting.Years.ToDictionary(year => year.Year, year => year.Share);
        foreach (var (year, starts) in line.Starts)
        {
            var known = years.GetValueOrDefault(year);
            yield return new Row(line, BeyondMeasure.Outlasting, Numbers.Whole(year), known?.N ?? 0) { Starts = starts, Beyond = known };
        }

        yield return new Row(line, BeyondMeasure.Outlasting, All, line.Followed.Count)
        {
            Starts = line.Followed.Group.Cohort,
            Trend = line.Outlasting.Trend,
            Homogeneity = line.Outlasting.Homogeneity,
            Break = line.Outlasting.Break,
        };
    }

    private static StudyColumn<Row> Text(string name, Wording heading, Func<Row, string> text) =>
        new(name, heading, row => TableCell.Text(text(row))) { IsNumber = false };

    private sealed record Row(YearlyStability Of, BeyondMeasure Measure, string Period, long N)
    {
        internal int? Starts { get; init; }

        internal double? Pooled { get; init; }

        internal Estimate? Estimate { get; init; }

        internal ShareInterval? Beyond { get; init; }

        internal ChiSquareResult? Trend { get; init; }

        internal ChiSquareResult? Homogeneity { get; init; }

        internal RegressionLine? Line { get; init; }

        internal MannKendallResult? Yearly { get; init; }

        internal FisherResult? Break { get; init; }
    }
}
