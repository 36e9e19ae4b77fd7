using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Review;

using LineColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Review.AdoptedLine>;
using ProductColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Review.PublishedProduct>;

namespace RgkCalibrator.Output.Annexes;

/// <summary>The annexes and the overview of changes as tables.</summary>
internal static class AnnexTables
{
    /// <summary>Annex 1: the products and the framework that each falls under.</summary>
    internal static Table Products(AdoptedFramework framework) => Table.From(
        Wording.Same("Bijlage 1: producten"),
        [
            ProductColumn.Text("code", product => product.Code, Wording.Same("Code")),
            ProductColumn.Text("name", product => product.Name, Wording.Same("Product")),
            new(
                "framework", ColumnKind.Text,
                (product, _) => new TableCell(NameOf(product.Framework), product.Framework.NameInFiles()),
                Wording.Same("Kader")),
        ],
        framework.Products, Language.Dutch);

    /// <summary>Annex 2 or 3: the lines of a kind of framework.</summary>
    internal static Table Lines(AdoptedFramework framework, FrameworkKind kind) => Table.From(
        Wording.Same(AnnexWords.Title(kind)),
        [
            .. Naming,
            new(
                "volume", ColumnKind.Text,
                (line, _) => new TableCell(AnnexWords.Volume(line), Plain(line.Decision.Adopted!)),
                Wording.Same("Volume")),
            LineColumn.Text("volume_unit", line => line.Unit.Name(), Wording.Same("Eenheid")),
            new(
                "duration", ColumnKind.Text,
                (line, _) => TableCell.Text(line.Decision.Adopted!.Duration.Shown().Dutch), Wording.Same("Duur")),
            LineColumn.Text("outside", line => string.Join("; ", line.Outside), Wording.Same("Buiten het kader")),
            .. LinesOf(framework, kind).Any(line => line.Source is not null) ? [Source] : Array.Empty<LineColumn>(),
        ],
        LinesOf(framework, kind), Language.Dutch);

    /// <summary>What was advised on every line, and what became of it.</summary>
    internal static Table Changes(AdoptedFramework framework) => Table.From(
        Wording.Same("Wijzigingsoverzicht"),
        [
            .. Naming,
            LineColumn.Text("current", line => AnnexWords.Value(line.Current, line.Unit), Wording.Same("Nu")),
            LineColumn.Text(
                "proposed", AnnexWords.Advice,
                Wording.Same($"Advies ({framework.Percentile})")),
            new(
                "decision", ColumnKind.Text,
                (line, _) => new TableCell(line.Decision.Kind.Shown().Dutch, line.Decision.Kind.NameInFiles()),
                Wording.Same("Besluit")),
            LineColumn.Text(
                "adopted",
                line => line.Decision.Adopted is { } adopted ? AnnexWords.Value(adopted, line.Unit) : "vervallen",
                Wording.Same("Vastgesteld")),
            LineColumn.Text("reason", line => line.Decision.Reason, Wording.Same("Motivering")),
            LineColumn.Text("decided_by", line => line.Decision.DecidedBy, Wording.Same("Besloten door")),
            LineColumn.Text(
                "date", line => line.Decision.Date is { } day ? Numbers.Date(day, Language.Dutch) : null,
                Wording.Same("Datum")),
        ],
        framework.Lines, Language.Dutch);

    /// <summary>The lines of a kind of framework that remain.</summary>
    internal static IEnumerable<AdoptedLine> LinesOf(AdoptedFramework framework, FrameworkKind kind) =>
        framework.Lines.Where(line => line.Kind == kind && line.Decision.Adopted is not null);

    private static LineColumn[] Naming { get; } =
    [
        LineColumn.Text("code", line => line.Code, Wording.Same("Code")),
        LineColumn.Text("product", line => line.Product, Wording.Same("Product")),
        new(
            "subgroup", ColumnKind.Text, (line, _) => new TableCell(line.Label, line.Subgroup),
            Wording.Same("Subgroep")),
    ];

    // Of a norm that was not computed.
    private static LineColumn Source { get; } =
        LineColumn.Text("source", line => line.Source, Wording.Same("Bron van de norm"));

    private static string Plain(LineValue value) => TableCell.Decimal(value.Volume, 2, Language.Dutch).Plain;

    private static string NameOf(FrameworkKind kind) => kind switch
    {
        FrameworkKind.Rgk => "richtinggevend kader",
        FrameworkKind.Norm => "normenkader",
        FrameworkKind.None => "geen",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of framework."),
    };
}
