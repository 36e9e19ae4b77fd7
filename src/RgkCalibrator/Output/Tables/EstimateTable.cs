using RgkCalibrator.Framework;

namespace RgkCalibrator.Output.Tables;

/// <summary>The estimates before rounding, one a row: those of <c>estimates.csv</c>, with headings for readers.</summary>
internal static class EstimateTable
{
    internal static Table Of(IReadOnlyList<MeasuredEstimate> estimates, Language language) => new(
        new Wording("Schattingen, onafgerond", "Estimates, unrounded").In(language),
        [.. Columns().Select(column => new TableColumn(column.Heading.In(language), column.Heading.English, column.IsNumber))],
        [.. estimates.Select(estimate => Row(estimate, language))]);

    private static IEnumerable<(Wording Heading, bool IsNumber)> Columns() =>
    [
        (new("Code", "Code"), false), (new("Subgroep", "Subgroup"), false), (new("Maat", "Measure"), false), (new("Percentiel", "Percentile"), true),
        (new("Methode", "Method"), false), (new("Populatie", "Population"), false), (new("Aantal", "Number"), true), (new("Afgerond", "Complete"), true),
        (new("Waarde", "Value"), true), (new("Van", "From"), true), (new("Tot", "To"), true), (new("Betrouwbaarheid", "Confidence"), true), (new("Gehaald", "Reached"), false),
    ];

    private static TableCell[] Row(MeasuredEstimate measured, Language language)
    {
        var estimate = measured.Estimate;
        return
        [
            TableCell.Text(measured.ProductCode), TableCell.Text(measured.Subgroup), TableCell.Text(measured.Measure),
            TableCell.Exact(estimate.Percentage.Halves / 2.0),
            TableCell.Text(EstimateFile.NameOf(estimate.Method)), TableCell.Text(measured.Population),
            TableCell.Whole(estimate.N, language), TableCell.Whole(estimate.Events, language),
            TableCell.Exact(estimate.Value, EstimateFile.IsSelected(estimate.Method)), TableCell.Exact(estimate.Lower), TableCell.Exact(estimate.Upper),
            TableCell.Share(estimate.Confidence, language),
            TableCell.Text((estimate.Reached ? new Wording("ja", "yes") : new Wording("nee", "no")).In(language)),
        ];
    }
}
