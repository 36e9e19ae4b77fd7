using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Statistics.Quantiles;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Disclosure.SafeLine>;

namespace RgkCalibrator.Output.Tables;

/// <summary>Cells and columns that the draft and its evidence both have.</summary>
internal static class DraftCells
{
    /// <summary>A percentile as it stands in column names, which hold no point: p80, p97_5.</summary>
    internal static string NameInColumns(Percentage percentage) => "p" + percentage.ToString()[1..].Replace('.', '_');

    /// <summary>
    /// What a line is for: the code and name of its product, and its subgroup by name to readers and by id to programs.
    /// </summary>
    internal static IEnumerable<Column> Naming { get; } =
    [
        Column.Text("product_code", line => line.Product.Code, new("Code", "Code")),
        Column.Text("product", line => line.Product.Name, new("Product", "Product")),
        new(
            "subgroup", ColumnKind.Text, (line, language) => new(line.SubgroupName.In(language), line.SubgroupId),
            new("Subgroep", "Subgroup")),
    ];

    internal static Column Estimator { get; } = new(
        "estimator", ColumnKind.Text, NameOfEstimator, new("Schatter", "Estimator"));

    internal static Column WithinBoth { get; } =
        Share("within_both", line => line.WithinBoth, new("Binnen beide", "Within both"));

    /// <summary>Counts of which a small one is told as less than the smallest that may be shown.</summary>
    internal static Column Count(string name, Func<SafeLine, SafeCount?> count, Wording heading) =>
        new(name, ColumnKind.Whole, (line, language) => count(line) is { Value: null } small
            ? TableCell.Text("<" + Numbers.Whole(small.Smallest))
            : TableCell.Whole(count(line)?.Value, language), heading);

    internal static Column Share(string name, Func<SafeLine, SafeShare?> share, Wording heading) =>
        new(name, ColumnKind.Number, (line, language) => share(line) switch
        {
            null => TableCell.Empty,
            { IsBand: true, Value: var bound } => TableCell.Text(">" + Numbers.Share(bound, 0, language)),
            { Value: var value } => TableCell.Share(value, language),
        }, heading);

    /// <summary>
    /// A volume a week: minutes to whole ones, the rest to tenths; an empty cell where there is none.
    /// </summary>
    internal static TableCell Intensity(decimal? intensity, IntensityUnit? unit, Language language) =>
        unit is not { } known
        ? TableCell.Empty
        : TableCell.Decimal(intensity, known == IntensityUnit.MinuutPerWeek ? 0 : 1, language, UnitName(known));

    internal static string UnitName(IntensityUnit unit) => unit switch
    {
        IntensityUnit.MinuutPerWeek => "minuut",
        IntensityUnit.UurPerWeek => "uur",
        IntensityUnit.DagdeelPerWeek => "dagdeel",
        IntensityUnit.EtmaalPerWeek => "etmaal",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit of intensity."),
    };

    private static TableCell NameOfEstimator(SafeLine line, Language language)
    {
        var words = line.Estimator == Framework.Estimator.Corrected
            ? new Wording("gecorrigeerd", "corrected")
            : new Wording("alleen afgerond", "complete only");
        return new TableCell(words.In(language), line.Estimator.NameInFiles());
    }
}
