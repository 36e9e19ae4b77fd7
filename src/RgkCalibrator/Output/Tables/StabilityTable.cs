using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Statistics.Testing;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Output.Tables.StabilityTable.Row>;

namespace RgkCalibrator.Output.Tables;

/// <summary>
/// Per line and measure a row for each start year, one for the years before the break and one for those from it, and
/// one for all years together, which has the tests.
/// </summary>
internal static class StabilityTable
{
    private const string All = "all";

    internal static StudySheet Sheet(IReadOnlyList<YearlyStability> lines, Language language) => StudySheet.From(
        "stability",
        new("Stabiliteit", "Stability"),
        About,
        new("Stabiliteit over de startjaren", "Stability over the start years"),
        Columns,
        lines.SelectMany(line => Volumes(line).Concat(Durations(line))),
        language);

    private static Wording About { get; } = new(
        "Per lijn en startjaar, van trajecten die de hele duur gevolgd konden worden; een jaar met te weinig daarvan "
            + "heeft geen waarde. Van twintig lijnen zonder verloop lijkt er één te verlopen.",
        "Per line and start year, of trajectories that could be followed for the whole duration; a year with too "
            + "few of them has no value. Of twenty lines without drift one seems to have it.");

    internal static IReadOnlyList<Column> Columns { get; } = [.. Figures(), .. Trends(), .. Breaks()];

    private static Column[] Figures() =>
    [
        LineNaming.ProductCode<Row>(row => row.Of.Followed.Group.Product.Code),
        LineNaming.Subgroup<Row>(row => row.Of.Followed.Group.Scope),
        LineNaming.Measure<Row>(row => row.Measure, row => row.Of.Followed.Duration),
        Column.Named(
            "period", row => row.Period, row => StudyWords.NameOfPeriod(row.Period), new("Periode", "Period"),
            "A start year, `before-break`, `from-break`, or `all`, which has the tests."),
        Column.Whole("starts", row => row.Starts, new("Begonnen", "Started"), "Starts in the cohort."),
        Column.Whole(
            "n", row => row.N, new("Gevolgd", "Followed"),
            "Starts that could be followed for L; a year with fewer than 17 of them has no percentile.").Noted(
            "Trajecten die lang genoeg te volgen waren; bij minder dan 17 staat er geen percentiel.",
            "Trajectories that could be followed for long enough; of fewer than 17 there is no percentile."),
        Column.Selected(
            "value", row => row.Pooled ?? row.Estimate?.Value, new("Percentiel", "Percentile"),
            "The percentile (type 2); in `all` that of all years together."),
        Column.Selected(
            "lower", row => row.Estimate?.Lower, new("Percentiel van", "Percentile from"),
            "The lower limit of its exact interval."),
        Column.Selected(
            "upper", row => row.Estimate?.Upper, new("Percentiel tot", "Percentile to"),
            "The upper limit of its exact interval."),
        Column.Whole(
            "beyond", row => row.Beyond?.K, new("Erboven", "Beyond"),
            "How many lie beyond the percentile of all years, or beyond L.").Noted(
            "Het aantal boven het percentiel van alle jaren samen, of langer dan de duur.",
            "How many lie beyond the percentile of all years together, or last longer than the duration."),
        Column.Portion(
            "share", row => row.Beyond?.Share, new("Deel erboven", "Share beyond"), "The share beyond, 0 to 1."),
        Column.Portion(
            "share_lower", row => row.Beyond is { N: > 0 } beyond ? beyond.Lower : null, new("Deel van", "Share from"),
            "The exact lower limit of the share."),
        Column.Portion(
            "share_upper", row => row.Beyond is { N: > 0 } beyond ? beyond.Upper : null, new("Deel tot", "Share to"),
            "The exact upper limit of the share."),
    ];

    private static Column[] Trends() =>
    [
        Column.Computed(
            "trend_chisq", row => row.Trend?.Statistic, new("Trend χ²", "Trend χ²"),
            "χ² of the trend of the shares (Cochran-Armitage).").Noted(
            "De toets op een trend over de jaren (Cochran-Armitage).", "The test for a trend (Cochran-Armitage)."),
        Column.PValue("trend_p", row => P(row.Trend), new("Trend p", "Trend p"), "Its p-value."),
        Column.Computed(
            "homogeneity_chisq", row => row.Homogeneity?.Statistic, new("Verschil χ²", "Difference χ²"),
            "χ² of the shares over the years.").Noted(
            "De toets op verschil tussen de jaren.", "The test for a difference between the years."),
        Column.PValue("homogeneity_p", row => P(row.Homogeneity), new("Verschil p", "Difference p"), "Its p-value."),
        Column.Computed(
            "slope", row => row.Line?.Slope, new("Helling per jaar", "Slope per year"),
            "The slope of the percentile over the years (quantile regression), in units per year."),
        Column.Selected(
            "kendall_s", row => row.Yearly?.S, new("Mann-Kendall S", "Mann-Kendall S"),
            "Mann-Kendall's S of the yearly percentiles."),
        Column.PValue("kendall_p", row => row.Yearly?.P, new("Mann-Kendall p", "Mann-Kendall p"), "Its p-value."),
    ];

    private static Column[] Breaks() =>
    [
        Column.PValue(
            "break_p", row => row.Break?.P, new("Breuk p", "Break p"),
            "The p-value of the shares before and from the break (Fisher)."),
        Column.PValue(
            "logrank_p", row => P(row.Period == All && row.Measure == BeyondMeasure.Outlasting ? row.Of.Ends : null),
            new("Log-rank p", "Log-rank p"),
            "Whether trajectories from before and from the break end at the same pace (log-rank, the whole cohort)."),
        Column.PValue(
            "drift_p", row => row.Period == All ? row.Of.DriftP : null, new("Verloop p", "Drift p"),
            "The smallest p-value for trend and homogeneity of both measures, after Holm over these four."),
        Column.YesNo(
            "drift", row => row.Period == All ? row.Of.HasDrift : null, new("Verloop", "Drift"),
            "Whether that is under 0.05.").Noted(
            "Ja: de lijn verandert over de startjaren.", "Yes: the line changes over the start years."),
    ];

    // Of a test in which something could differ.
    private static double? P(ChiSquareResult? test) => test is { Degrees: > 0 } ? test.P : null;

    private static IEnumerable<Row> Volumes(YearlyStability line)
    {
        var stability = line.Volume;
        var years = stability.Years.ToDictionary(year => year.Year);
        foreach (var (year, starts) in line.Starts)
        {
            var known = years.GetValueOrDefault(year);
            yield return new Row(line, BeyondMeasure.VolumeWithin, Numbers.Whole(year), known?.Beyond.N ?? 0)
            {
                Starts = starts,
                Estimate = known?.Estimate,
                Beyond = known?.Beyond,
            };
        }

        if (line.VolumeBreak is { } parted)
        {
            foreach (var (period, part) in new[] { ("before-break", parted.Before), ("from-break", parted.From) })
                yield return new Row(line, BeyondMeasure.VolumeWithin, period, part.N) { Estimate = part };
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
            yield return new Row(line, BeyondMeasure.Outlasting, Numbers.Whole(year), known?.N ?? 0)
            {
                Starts = starts,
                Beyond = known,
            };
        }

        yield return new Row(line, BeyondMeasure.Outlasting, All, line.Followed.Count)
        {
            Starts = line.Followed.Group.Cohort,
            Trend = line.Outlasting.Trend,
            Homogeneity = line.Outlasting.Homogeneity,
            Break = line.Outlasting.Break,
        };
    }

    internal sealed record Row(YearlyStability Of, BeyondMeasure Measure, string Period, long N)
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
