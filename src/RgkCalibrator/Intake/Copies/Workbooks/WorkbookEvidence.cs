using RgkCalibrator.Intake.Columns;

namespace RgkCalibrator.Intake.Copies.Workbooks;

/// <summary>Says what of a workbook was read, and what was not.</summary>
internal sealed class WorkbookEvidence(ExcelWorkbook workbook, SheetTables tables, TableCopy copy)
{
    private const int MostShown = 10;

    private static readonly Wording From1904 = new(
        "De werkmap nummert dagen vanaf 1904.", "The workbook numbers days from 1904.");

    /// <summary>Sentences on how the workbook was read.</summary>
    internal IReadOnlyList<Wording> Evidence() =>
    [
        .. tables.Read.Select(Read),
        .. tables.Read.Select(Missing).OfType<Wording>(),
        .. tables.Read.Skip(1).Select((table, i) => Numbered(table, TableCopy.NumberBefore(i + 1))),
        .. Unread("").Select(Sentence),
        .. Hidden(),
        .. Nameless(),
        .. NumbersAsDays(),
        .. Errors("").Select(Sentence),
        .. workbook.CountsFrom1904 ? [From1904] : Array.Empty<Wording>(),
    ];

    /// <summary>Sentences on what the user may miss.</summary>
    internal IReadOnlyList<Wording> Warnings() => [.. Unread(InFile), .. Errors(InFile)];

    private string InFile => workbook.Package.File + ": ";

    private static Wording Read(SheetTable table)
    {
        var (name, row) = (table.Sheet.Name, Numbers.Whole(table.HeaderRow));
        var (rows, counted) = (
            Numbers.Shown(table.Rows, 0, Language.Dutch), Numbers.Shown(table.Rows, 0, Language.English));
        var (dutch, english) = table.Sheet.IsHidden ? ("verborgen blad", "hidden sheet") : ("blad", "sheet");
        return new(
            $"Het {dutch} '{name}' is gelezen: kop op rij {row}, rijen eronder: {rows}.",
            $"The {english} '{name}' was read: header on row {row}, rows below it: {counted}.");
    }

    private Wording? Missing(SheetTable table)
    {
        List<string> missing =
            [.. copy.Columns.Where(column => table.PlaceOf(column) is null).Select(column => column.Name)];
        if (missing.Count == 0)
            return null;
        var names = ShownNames.List(missing);
        return new(
            $"Op blad '{table.Sheet.Name}' ontbreken kolommen van de andere bladen: {names.Dutch}.",
            $"The sheet '{table.Sheet.Name}' lacks columns of the other sheets: {names.English}.");
    }

    private static Wording Numbered(SheetTable table, long before)
    {
        var (from, row) = (Numbers.Whole(before), Numbers.Whole(before + table.HeaderRow + 1));
        var inExcel = Numbers.Whole(table.HeaderRow + 1);
        return new(
            $"Bij de rijnummers van blad '{table.Sheet.Name}' is {from} opgeteld: {row} is daar rij {inExcel}.",
            $"To the row numbers of the sheet '{table.Sheet.Name}' {from} is added: {row} is its row {inExcel}.");
    }

    private IEnumerable<Wording> Unread(string before)
    {
        var names = tables.PassedOver.Select(sheet => $"'{sheet.Name}'").ToList();
        if (names.Count == 0)
            yield break;
        var list = string.Join(", ", names.Take(MostShown)) + (names.Count > MostShown ? ", …" : "");
        yield return new(
            $"{before}niet gelezen bladen, zonder kop die bij declaraties hoort: {list}.",
            $"{before}sheets that were not read, without a header of declarations: {list}.");
    }

    private IEnumerable<Wording> Hidden()
    {
        if (copy.HiddenRows == 0)
            yield break;
        yield return new(
            $"Ook verborgen rijen zijn gelezen: {Numbers.Shown(copy.HiddenRows, 0, Language.Dutch)}.",
            $"Hidden rows were read as well: {Numbers.Shown(copy.HiddenRows, 0, Language.English)}.");
    }

    private IEnumerable<Wording> Nameless()
    {
        if (copy.Nameless.Count == 0)
            yield break;
        var places = copy.Nameless.OrderBy(place => place.Column)
            .Select(place => CellPlace.Name(place.Column)).Distinct().ToList();
        var list = string.Join(", ", places.Take(MostShown)) + (places.Count > MostShown ? ", …" : "");
        yield return new(
            $"Kolommen zonder naam in de kop zijn niet gelezen: {list}.",
            $"Columns without a name in the header were not read: {list}.");
    }

    private IEnumerable<Wording> NumbersAsDays()
    {
        if (copy.NumbersAsDays.Count == 0)
            yield break;
        var names = ShownNames.List([.. copy.NumbersAsDays]);
        yield return new(
            $"Tussen de datums staan getallen zonder datumopmaak, gelezen als dagnummers van Excel: {names.Dutch}.",
            $"Among the dates stand numbers that are not formatted as dates, read as Excel's numbers of days: "
                + $"{names.English}.");
    }

    private IEnumerable<Wording> Errors(string before)
    {
        if (copy.Errors == 0)
            yield break;
        yield return new(
            $"{before}cellen met een fout, zoals #VERW!, of met een formule zonder uitkomst: "
                + $"{Numbers.Shown(copy.Errors, 0, Language.Dutch)}; zij tellen als leeg.",
            $"{before}cells with an error, like #REF!, or with a formula without an outcome: "
                + $"{Numbers.Shown(copy.Errors, 0, Language.English)}; they count as empty.");
    }

    private static Wording Sentence(Wording wording) => new(Capital(wording.Dutch), Capital(wording.English));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
