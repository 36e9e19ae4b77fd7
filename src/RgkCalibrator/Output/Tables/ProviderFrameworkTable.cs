using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Trajectories;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Output.Tables.ProviderFrameworkTable.Row>;

namespace RgkCalibrator.Output.Tables;

/// <summary>
/// A framework by provider in the form of a published one, as <c>compare --framework</c> reads it; restricted.
/// </summary>
internal static class ProviderFrameworkTable
{
    /// <summary>The name of its file.</summary>
    internal const string File = "kader-per-aanbieder.csv";

    internal static IReadOnlyList<Column> Columns { get; } =
    [
        Column.OneOf<Catalogue.FrameworkKind>(
            "kind", row => row.Line.Group.Product.Framework, meaning: "The framework that the product falls under."),
        Column.Text("code", row => row.Line.Group.Product.Code, meaning: "The product's present code."),
        Column.Text("product", row => row.Line.Group.Product.Name, meaning: "The product's name."),
        Column.Text(
            "subgroup", row => row.Line.Group.Subgroup, meaning: "The subgroup's id; empty for the whole product."),
        Column.Text("label", row => row.Line.Group.Scope.Name.Dutch, meaning: "The subgroup's name."),
        Column.Computed("volume", row => (double)row.Value.Volume, meaning: "The volume of the line."),
        Column.Text("volume_unit", row => row.Line.Group.Product.Unit.Name(), meaning: "What it is counted in."),
        Column.Whole(
            "duration", row => row.Value.Duration.Unit == DurationUnit.SchoolYear ? null : row.Value.Duration.Length,
            meaning: "The duration of the line in `duration_unit`; empty for a school year."),
        Column.Text(
            "duration_unit", row => NameOf(row.Value.Duration.Unit), meaning: "`maand`, `week` or `schooljaar`."),
        Column.Text(
            "provider", row => row.Provider,
            meaning: "The provider, by its id; empty for the line of all that have none of their own."),
    ];

    /// <summary>
    /// The line of all providers and behind it those of providers of their own, in the order of the lines.
    /// </summary>
    /// <param name="lines">The lines of all.</param>
    /// <param name="byProvider">The lines of providers, in the same order.</param>
    internal static Table From(IReadOnlyList<DraftLine> lines, IReadOnlyList<ProviderLine> byProvider)
    {
        var own = byProvider.Where(line => line.OwnValue is not null).ToLookup(line => line.OfAll.Group);
        return Table.From(
            Wording.Same("kader-per-aanbieder"), Columns,
            lines.SelectMany(line => own[line.Group].Select(one => new Row(line, one.Provider, one.OwnValue!))
                .Prepend(line.Advised is { } ofAll ? new Row(line, string.Empty, ofAll) : null).OfType<Row>()),
            Language.English);
    }

    private static string NameOf(DurationUnit unit) => unit switch
    {
        DurationUnit.Month => "maand",
        DurationUnit.Week => "week",
        DurationUnit.SchoolYear => "schooljaar",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit."),
    };

    internal sealed record Row(DraftLine Line, string Provider, LineValue Value);
}
