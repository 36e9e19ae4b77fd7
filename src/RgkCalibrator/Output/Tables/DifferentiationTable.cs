using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Statistics.Shares;

namespace RgkCalibrator.Output.Tables;

/// <summary>The groups of each factor of each product, one a row, with the evidence of their comparison on each of them.</summary>
internal static class DifferentiationTable
{
    internal static Table Of(IReadOnlyList<FactorComparison> comparisons, Language language) => StudyColumn<Row>.TableOf(
        new("Differentiatie: verschillen groepen van de lijn?", "Differentiation: do groups differ from the line?"),
        [.. Naming(language), .. Shares(language), .. Evidence(), .. Advice()],
        comparisons.SelectMany(one => one.Levels, (one, level) => new Row(one, level)),
        language);

    private static IEnumerable<StudyColumn<Row>> Naming(Language language) =>
    [
        Text("product_code", new("Code", "Code"), row => row.Of.Product.Code),
        Text("factor", new("Kenmerk", "Factor"), row => NameOf(row.Of.Factor)),
        Text("measure", new("Maat", "Measure"), row => StudySheets.NameOf(row.Of.Measure, row.Of.Duration)),
        Text("group", new("Groep", "Group"), row => row.Level.Name),
        new("n", new("Aantal", "Number"), row => TableCell.Whole(row.Level.N, language)),
        new("children", new("Kinderen", "Children"), row => TableCell.Whole(row.Level.Children, language)),
        Text("tier", new("Zeggingskracht", "Tier"), row => LineFile.NameOf(row.Level.Tier)),
    ];

    private static IEnumerable<StudyColumn<Row>> Shares(Language language) =>
    [
        new("p", new("Percentiel van de banden", "Percentile of the bands"), row => TableCell.Exact(row.Of.Partition.Percentage.Halves / 2.0)),
        new("pooled_line", new("Lijn van allen", "Line of all"), row => TableCell.Exact(row.Of.Pooled)),
        new("beyond", new("Erboven", "Beyond"), row => TableCell.Whole(row.Level.Count, language)),
        new("design_effect", new("Ontwerpeffect", "Design effect"), row => StudySheets.Computed(row.Level.DesignEffect)),
        new("share", new("Deel erboven", "Share beyond"), row => StudySheets.Computed(row.Level.N == 0 ? null : (double)row.Level.Count / row.Level.N)),
        new("share_lower", new("Van", "From"), row => StudySheets.Computed(row.Level.Beyond.Lower)),
        new("share_upper", new("Tot", "To"), row => StudySheets.Computed(row.Level.Beyond.Upper)),
        new("own_line", new("Eigen lijn", "Own line"), row => TableCell.Exact((double?)row.Level.OwnLine)),
    ];

    private static IEnumerable<StudyColumn<Row>> Evidence() =>
    [
        new("one_line_from", new("Eén lijn van", "One line from"), row => StudySheets.Computed(row.Of.Partition.Bands.OneLineFrom)),
        new("one_line_to", new("Eén lijn tot", "One line to"), row => StudySheets.Computed(row.Of.Partition.Bands.OneLineTo)),
        new("own_lines_to", new("Eigen lijnen tot", "Own lines to"), row => StudySheets.Computed(row.Of.Partition.Bands.OwnLinesTo)),
        new("own_lines_from", new("Eigen lijnen vanaf", "Own lines from"), row => StudySheets.Computed(row.Of.Partition.Bands.OwnLinesFrom)),
        new("fisher_p", new("Fisher p", "Fisher p"), row => StudySheets.Computed(row.Of.Partition.Fisher.P)),
        Text("fisher_exact", new("Exact", "Exact"), row => StudySheets.Flag(row.Of.Partition.Fisher.IsExact).Plain),
        new("holm_p", new("p na Holm", "p after Holm"), row => StudySheets.Computed(row.Of.AdjustedP)),
        new("harris_boyd_z", new("Harris-Boyd z", "Harris-Boyd z"), row => StudySheets.Computed(row.Of.HarrisBoyd?.Z)),
        new("harris_boyd_critical", new("Harris-Boyd grens", "Harris-Boyd limit"), row => StudySheets.Computed(row.Of.HarrisBoyd?.CriticalZ)),
        new("deviation_ratio", new("Verhouding van spreiding", "Ratio of spread"), row => StudySheets.Computed(row.Of.HarrisBoyd is { } pair && double.IsFinite(pair.DeviationRatio) ? pair.DeviationRatio : null)),
    ];

    private static IEnumerable<StudyColumn<Row>> Advice() =>
    [
        Text("advice", new("Advies", "Advice"), row => NameOf(row.Of.Advice)),
        Text("lacks", new("Ontbreekt voor eigen lijnen", "Lacks for own lines"), row => NamesOf(row.Of.Lacks)),
    ];

    private static StudyColumn<Row> Text(string name, Wording heading, Func<Row, string> text) =>
        new(name, heading, row => TableCell.Text(text(row))) { IsNumber = false };

    private static string NameOf(Factor factor) => factor switch
    {
        Factor.Subgroup => "subgroup",
        Factor.Age => "age",
        Factor.WithStay => "with_stay",
        Factor.Order => "order",
        Factor.Concurrent => "concurrent",
        _ => throw new ArgumentOutOfRangeException(nameof(factor), factor, "Unknown factor."),
    };

    internal static string NameOf(PartitionAdvice advice) => advice switch
    {
        PartitionAdvice.OneLine => "one-line",
        PartitionAdvice.Judgement => "judgement",
        PartitionAdvice.OwnLines => "own-lines",
        _ => throw new ArgumentOutOfRangeException(nameof(advice), advice, "Unknown advice."),
    };

    private static string NamesOf(PartitionLacks lacks)
    {
        (PartitionLacks Lack, string Name)[] names =
        [
            (PartitionLacks.BandBreached, "band"), (PartitionLacks.Significance, "significance"), (PartitionLacks.Size, "size"),
            (PartitionLacks.DifferentLines, "different-lines"), (PartitionLacks.Reason, "reason"),
        ];
        return string.Join(' ', names.Where(one => lacks.HasFlag(one.Lack)).Select(one => one.Name));
    }

    private sealed record Row(FactorComparison Of, FactorLevel Level);
}
