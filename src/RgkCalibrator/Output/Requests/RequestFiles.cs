using RgkCalibrator.Output.Formats.Xlsx;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Requests;

namespace RgkCalibrator.Output.Requests;

/// <summary>
/// The files of a list that was laid beside a framework: a workbook, and CSV with the same; restricted.
/// </summary>
internal static class RequestFiles
{
    private const string Name = "intern/aanvragen";
    private const int NamingColumns = 3;

    private static readonly Wording Restriction = new(
        "VERTROUWELIJK: aanvragen voor zorg van kinderen. Blijft binnen; niet delen of mailen.",
        "RESTRICTED: requests for care of children. Stays inside; do not share or mail.");

    /// <summary>Writes them.</summary>
    internal static void Write(
        StagedOutput output, IReadOnlyList<CheckedRow> rows, IReadOnlyList<RequestSum> sums,
        IReadOnlyList<Wording> notes, Language language)
    {
        var (requests, byLine, outcomes) = (
            RequestTables.OfRows(rows, language), RequestTables.OfSums(sums, language),
            RequestTables.OfVerdicts(rows, language));
        using (var file = File.Create(output.PathOf(Name + ".csv")))
            requests.WriteCsv(file);
        using (var file = File.Create(output.PathOf(Name + "-per-lijn.csv")))
            byLine.WriteCsv(file);
        Table[] tables = [outcomes, .. sums.Count > 0 ? [byLine] : Array.Empty<Table>(), requests];
        using var workbook = File.Create(output.PathOf(Name + ".xlsx"));
        WorkbookFile.Write(new Workbook(requests.Title, [.. tables.Select(Sheet), Reading()]), workbook);

        Sheet Sheet(Table table) => new(table.Title, Above(table.Title), new SheetTable(table, []))
        {
            FrozenColumns = table == outcomes ? 1 : NamingColumns,
            Restriction = Restriction.In(language),
        };

        Sheet Reading()
        {
            var title = new Wording("Leeswijzer", "How to read").In(language);
            return new Sheet(
                title, [.. Above(title), .. notes.Select(note => new Note(note.In(language), NoteStyle.Plain))], null)
            {
                Restriction = Restriction.In(language),
            };
        }

        Note[] Above(string title) =>
            [new Note(title, NoteStyle.Title), new Note(Restriction.In(language), NoteStyle.Warning)];
    }
}
