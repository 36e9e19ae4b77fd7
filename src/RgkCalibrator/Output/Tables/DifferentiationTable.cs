using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Statistics.Shares;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Output.Tables.DifferentiationTable.Row>;

namespace RgkCalibrator.Output.Tables;

/// <summary>
/// The groups of each factor of each product, one a row, with the evidence of their comparison on each of them.
/// </summary>
internal static class DifferentiationTable
{
    internal static StudySheet Sheet(IReadOnlyList<FactorComparison> comparisons, Language language) => StudySheet.From(
        "differentiation",
        new("Differentiatie", "Differentiation"),
        About,
        new("Differentiatie: verschillen groepen van de lijn?", "Differentiation: do groups differ from the line?"),
        Columns,
        comparisons.SelectMany(one => one.Levels, (one, level) => new Row(one, level)),
        language);

    private static Wording About { get; } = new(
        "Per product en kenmerk het deel van elke groep boven de lijn van allen samen, van trajecten die de hele "
            + "duur gevolgd konden worden. Een advies: of een verschil inhoudelijk is, zeggen mensen.",
        "Per product and factor the share of each group beyond the line of all together, of trajectories that could "
            + "be followed for the whole duration. An advice: whether a difference means something is for people to "
            + "say.");

    internal static IReadOnlyList<Column> Columns { get; } = [.. Naming(), .. Shares(), .. Evidence(), .. Advice()];

    private static Column[] Naming() =>
    [
        LineNaming.ProductCode<Row>(row => row.Of.Product.Code),
        // Factors are called as the columns of trajectories are.
        Column.Named(
            "factor", row => row.Of.Factor.NameInFiles().Replace('-', '_'), row => StudyWords.NameOf(row.Of.Factor),
            new("Kenmerk", "Factor"),
            "What tells the groups apart: `subgroup`, `age`, `with_stay`, `order` or `concurrent`, all at the start."),
        LineNaming.Measure<Row>(row => row.Of.Measure, row => row.Of.Duration),
        Column.Named(
            "group", row => row.Level.Name, row => StudyWords.NameOfLevel(row.Of, row.Level.Name),
            new("Groep", "Group"),
            "The group: a subgroup's id or `rest`, an age band (0-5, 6-11, 12-17, 18+), yes or no, first or "
                + "follow-up."),
        Column.Whole("n", row => row.Level.N, new("Aantal", "Number"), "Trajectories or care years that are compared."),
        Column.Whole(
            "children", row => row.Level.Children, new("Kinderen", "Children"), "The different children among them."),
        Column.OneOf<Tier>("tier", row => row.Level.Tier, new("Draagkracht", "Tier"), "What so many can carry.",
            StudyWords.NameOf),
    ];

    private static Column[] Shares() =>
    [
        Column.Selected(
            "p", row => row.Of.Partition.Percentage.Halves / 2.0, new(
                "Percentiel van de banden", "Percentile of the bands"),
            "The percentile of the bands; of a duration the percentage that the step holds, to the half percent."),
        Column.Selected(
            "pooled_line", row => row.Of.Pooled, new("Lijn van allen", "Line of all"),
            "That percentile of all groups together; empty for a duration, which is a step.").Noted(
            "Het percentiel van alle groepen samen, waar elke groep naast wordt gelegd.",
            "The percentile of all groups together, beside which each group is put."),
        Column.Whole(
            "beyond", row => row.Level.Count, new("Erboven", "Beyond"), "How many lie beyond the line of all.").Noted(
            "Het aantal boven de lijn van allen.", "How many lie beyond the line of all."),
        Column.Computed(
            "design_effect", row => row.Level.DesignEffect, new("Ontwerpeffect", "Design effect"),
            "How much more the share of care years varies between children than between independent care years; "
                + "else 1.").Noted(
            "Hoeveel meer het deel varieert doordat zorgjaren van één kind samenhangen; 1 is geen samenhang.",
            "How much more the share varies because care years of one child go together; 1 is not at all."),
        Column.Portion(
            "share", row => row.Level.N == 0 ? null : (double)row.Level.Count / row.Level.N, new(
                "Deel erboven", "Share beyond"),
            "The share beyond, 0 to 1."),
        Column.Portion(
            "share_lower", row => row.Level.Beyond.Lower, new("Deel van", "Share from"),
            "The exact lower limit of the share (Clopper-Pearson)."),
        Column.Portion(
            "share_upper", row => row.Level.Beyond.Upper, new("Deel tot", "Share to"),
            "The exact upper limit of the share."),
        Column.Selected(
            "own_line", row => (double?)row.Level.OwnLine, new("Eigen lijn", "Own line"),
            "The group's own line after rounding: a volume, or the length of the first duration that holds the "
                + "percentile; empty if none does."),
    ];

    private static Column[] Evidence() =>
    [
        Column.Portion(
            "one_line_from", row => row.Of.Partition.Bands.OneLineFrom, new("Eén lijn van", "One line from"),
            "The lower end of the shares beyond for which one line serves (Lahti)."),
        Column.Portion(
            "one_line_to", row => row.Of.Partition.Bands.OneLineTo, new("Eén lijn tot", "One line to"),
            "The upper end of these shares.").Noted(
            "Ligt het deel van elke groep tussen 'van' en 'tot', dan volstaat één lijn.",
            "Where the share of every group lies between 'from' and 'to', one line serves."),
        Column.Portion(
            "own_lines_to", row => row.Of.Partition.Bands.OwnLinesTo, new("Eigen lijnen tot", "Own lines to"),
            "The low share beyond up to which own lines are called for."),
        Column.Portion(
            "own_lines_from", row => row.Of.Partition.Bands.OwnLinesFrom, new("Eigen lijnen vanaf", "Own lines from"),
            "The high share beyond from which own lines are called for.").Noted(
            "Vanaf dit deel boven de lijn is een eigen lijn te overwegen.",
            "From this share beyond on, own lines are called for."),
        Column.PValue(
            "fisher_p", row => row.Of.Partition.Fisher.P, new("Fisher p", "Fisher p"),
            "The p-value of group × beyond."),
        Column.YesNo(
            "fisher_exact", row => row.Of.Partition.Fisher.IsExact, new("Exact", "Exact"),
            "Whether that test is Fisher's; χ² where more than two groups have too many trajectories for it."),
        Column.PValue(
            "holm_p", row => row.Of.AdjustedP, new("p na Holm", "p after Holm"),
            "The p-value after Holm over all products × factors × measures.").Noted(
            "De kans op zo'n verschil door toeval, met correctie voor het aantal vergelijkingen.",
            "The chance of such a difference by chance, corrected for the number of comparisons."),
        Column.Computed(
            "harris_boyd_z", row => row.Of.HarrisBoyd?.Z, new("Harris-Boyd z", "Harris-Boyd z"),
            "Harris and Boyd's z of the two groups furthest apart on the log scale; it does not decide.").Noted(
            "Een tweede maat voor het verschil tussen de twee uiterste groepen; beslist niet mee.",
            "A second measure of the difference between the two groups furthest apart; it does not decide."),
        Column.Computed(
            "harris_boyd_critical", row => row.Of.HarrisBoyd?.CriticalZ, new("Harris-Boyd grens", "Harris-Boyd limit"),
            "The z above which it asks for own lines."),
        Column.Computed(
            "deviation_ratio",
            row => row.Of.HarrisBoyd is { } pair && double.IsFinite(pair.DeviationRatio) ? pair.DeviationRatio : null,
            new("Verhouding van spreiding", "Ratio of spread"),
            "The ratio of their spreads, above 1.5 of which it asks for own lines too."),
    ];

    private static Column[] Advice() =>
    [
        Column.OneOf<PartitionAdvice>(
            "advice", row => row.Of.Advice, new("Advies", "Advice"), "Whether the groups need own lines.",
            StudyWords.NameOf),
        Column.Named(
            "lacks", row => row.Of.Lacks.NamesInFiles(Lacks), row => NameOf(row.Of.Lacks),
            new("Ontbreekt voor eigen lijnen", "Lacks for own lines"),
            $"What own lines still ask for: {string.Join(", ", Lacks.Select(lack => $"`{lack.NameInFiles()}`"))}."),
    ];

    private static Wording NameOf(PartitionLacks lacks)
    {
        var names = Lacks.Where(lack => lacks.HasFlag(lack)).Select(StudyWords.NameOf).ToList();
        return new(
            string.Join("; ", names.Select(name => name.Dutch)), string.Join("; ", names.Select(name => name.English)));
    }

    private static IEnumerable<PartitionLacks> Lacks =>
        Enum.GetValues<PartitionLacks>().Where(lack => lack != PartitionLacks.None);

    internal sealed record Row(FactorComparison Of, FactorLevel Level);
}
