using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Review;

using Column = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Review.AdoptedCoverage>;

namespace RgkCalibrator.Output.Annexes;

/// <summary>
/// How many trajectories lie inside the adopted lines, as a workbook and as CSV. Restricted, and beside the annexes in
/// a folder of its own.
/// </summary>
internal static class CoverageFiles
{
    private const string Name = StagedOutput.Restricted + "/dekking";
    private const int NamingColumns = 3;

    private static readonly string[] Reading =
    [
        "Welk deel van de trajecten van elke lijn binnen de vastgestelde duur, het vastgestelde volume en beide valt. "
            + "Trajecten die nog doorlopen tellen mee zoals bij het voorstel.",
        "Een lijn die is vervallen of die geen trajecten heeft, staat er niet in. Dat geldt ook voor een lijn met een "
            + "duur die de catalogus niet toestaat, of met een volume dat geen veelvoud van een half is.",
    ];

    /// <summary>Writes them.</summary>
    internal static void Write(StagedOutput output, IReadOnlyList<AdoptedCoverage> coverages)
    {
        var table = Table.From(
            Wording.Same("Dekking van het vastgestelde kader"), Columns, coverages, Language.Dutch);
        using (var csv = File.Create(output.PathOf(Name + ".csv")))
            table.WriteCsv(csv);
        using var workbook = File.Create(output.PathOf(Name + ".xlsx"));
        var restriction = AnalystWorkbook.Restriction.In(Language.Dutch);
        var sheet = new Sheet(
            "Dekking",
            [
                new Note(table.Title, NoteStyle.Title), new Note(restriction, NoteStyle.Warning),
                .. Reading.Select(note => new Note(note, NoteStyle.Plain)),
            ],
            new SheetTable(table, []))
        {
            FrozenColumns = NamingColumns,
            Restriction = restriction,
        };
        WorkbookFile.Write(new Workbook(table.Title, [sheet]), workbook);
    }

    private static Column[] Columns { get; } =
    [
        Column.Text("code", one => one.Line.Code, Wording.Same("Code")),
        Column.Text("product", one => one.Line.Product, Wording.Same("Product")),
        new(
            "subgroup", ColumnKind.Text, (one, _) => new TableCell(one.Line.Label, one.Line.Subgroup),
            Wording.Same("Subgroep")),
        new(
            "decision", ColumnKind.Text,
            (one, _) => new TableCell(one.Line.Decision.Kind.Shown().Dutch, one.Line.Decision.Kind.NameInFiles()),
            Wording.Same("Besluit")),
        Column.Text(
            "proposed", one => AnnexWords.Value(one.Line.Proposed, one.Line.Unit), Wording.Same("Voorstel")),
        Column.Text(
            "adopted", one => AnnexWords.Value(one.Line.Decision.Adopted, one.Line.Unit),
            Wording.Same("Vastgesteld")),
        new(
            "trajectories", ColumnKind.Number,
            (one, language) => TableCell.Decimal((decimal)one.All, 0, language), Wording.Same("Trajecten")),
        Column.Portion("within_duration", one => one.Duration, Wording.Same("Binnen duur")),
        Column.Portion("within_volume", one => one.Volume, Wording.Same("Binnen volume")),
        Column.Portion("within_both", one => one.Both, Wording.Same("Binnen beide")),
    ];
}
