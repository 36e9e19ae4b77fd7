using RgkCalibrator.Framework;
using RgkCalibrator.Statistics.Quantiles;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Framework.MeasuredEstimate>;

namespace RgkCalibrator.Output.Tables;

/// <summary>The estimates before rounding, one a row: intern/estimates, and a sheet of the workbook.</summary>
internal static class EstimateTable
{
    internal static Table From(IEnumerable<MeasuredEstimate> estimates, Language language) =>
        Table.From(new("Schattingen, onafgerond", "Estimates, unrounded"), Columns, estimates, language);

    /// <summary>The same with the names of products and subgroups, for the workbook.</summary>
    /// <param name="estimates">The estimates.</param>
    /// <param name="lines">The lines of the draft, which know the names.</param>
    /// <param name="language">The language of the texts.</param>
    internal static Table ForReaders(
        IEnumerable<MeasuredEstimate> estimates, IReadOnlyList<DraftLine> lines, Language language)
    {
        var groups = lines.ToLookup(line => line.Group.Product.Code, line => line.Group);
        var subgroup = Columns[1] with { Cell = (row, shownIn) => TableCell.Text(NameOf(row).In(shownIn)) };
        return Table.From(
            new("Schattingen, onafgerond", "Estimates, unrounded"),
            [
                Columns[0],
                Column.Text(
                    "product", row => groups[row.ProductCode].First().Product.Name, new("Product", "Product")),
                subgroup, .. Columns.Skip(2),
            ],
            estimates, language);

        Wording NameOf(MeasuredEstimate row) =>
            groups[row.ProductCode].FirstOrDefault(group => group.Subgroup == row.Subgroup) is { } group
                ? group.Scope.Name
                : new("hele product", "whole product");
    }

    internal static IReadOnlyList<Column> Columns { get; } =
    [
        LineNaming.ProductCode<MeasuredEstimate>(row => row.ProductCode),
        LineNaming.Subgroup<MeasuredEstimate>(row => row.Subgroup),
        Column.Named(
            "measure", row => row.Measure, row => StudyWords.NameOfMeasure(row.Measure), new("Maat", "Measure"),
            "What was measured: a volume in the product's unit, a duration in days or months."),
        Column.Selected(
            "p", row => row.Estimate.Percentage.Halves / 2.0, new("Percentiel", "Percentile"),
            "The percentile, 0 to 100."),
        Column.OneOf<Method>(
            "method", row => row.Estimate.Method, new("Methode", "Method"),
            "How the value was found (docs/methods.md).", StudyWords.NameOf).Noted(
            "Hoe het percentiel is bepaald. Type 2, 6 en 7 tellen alleen afgeronde trajecten. Kaplan-Meier (duur) en "
                + "gewogen (volume) tellen ook trajecten die nog doorlopen.",
            "How the percentile was found. Types 2, 6 and 7 count complete trajectories only. Kaplan-Meier (duration) "
                + "and weighted (volume) also count those that still run."),
        Column.Named(
            "population", row => row.Population, row => StudyWords.NameOfPopulation(row.Population),
            new("Populatie", "Population"),
            "Trajectories of the cohort that count: `completed`, or `all` with those that still run."),
        Column.Whole("n", row => row.Estimate.N, new("Aantal", "Number"), "The number of values.").Noted(
            "Het aantal trajecten waarop de schatting rust.", "The number of trajectories that it rests on."),
        Column.Whole(
            "events", row => row.Estimate.Events, new("Afgerond", "Complete"), "How many of them are complete."),
        new Column(
            "value", ColumnKind.Number,
            (row, _) => TableCell.Exact(row.Estimate.Value, IsSelected(row.Estimate.Method)), new("Waarde", "Value"),
            "The percentile in the unit of the measure; empty where the data do not reach it.").Noted(
            "Het percentiel, onafgerond, in de eenheid van de maat. Leeg: te veel trajecten lopen nog door om het te "
                + "bepalen.",
            "The percentile, unrounded, in the unit of the measure. Empty: too many trajectories still run to tell."),
        Column.Selected(
            "lower", row => row.Estimate.Lower, new("Van", "From"),
            "The lower limit of its interval; empty where there is none.").Noted(
            "De ondergrens van de onzekerheidsmarge. Leeg: er is geen grens.",
            "The lower limit of the interval. Empty: there is none."),
        Column.Selected(
            "upper", row => row.Estimate.Upper, new("Tot", "To"),
            "The upper limit of its interval; empty where there is none.").Noted(
            "De bovengrens van de onzekerheidsmarge. Leeg: er is geen grens.",
            "The upper limit of the interval. Empty: there is none."),
        new(
            "confidence", ColumnKind.Number, Confidence, new("Betrouwbaarheid", "Confidence"),
            "The confidence of the interval, 0 to 1."),
        Column.YesNo(
            "reached", row => row.Estimate.Reached, new("Gehaald", "Reached"),
            "Whether the data reach the percentile; of a bootstrap, whether there is a limit.").Noted(
            "Of het percentiel met deze trajecten te bepalen is.", "Whether the data reach the percentile."),
    ];

    // Type 2 and the corrected ones take the midpoint of two values at most, which is exact in every system too.
    private static bool IsSelected(Method method) => method is Method.Type1 or Method.Type2 or Method.Km or Method.Ipcw;

    private static TableCell Confidence(MeasuredEstimate row, Language language) =>
        TableCell.Share(row.Estimate.Confidence, language) with { Plain = Numbers.Exact(row.Estimate.Confidence) };
}
