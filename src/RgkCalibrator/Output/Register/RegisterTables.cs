using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Register;

using AcceptedColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Register.ReportedSituation>;
using FileColumn = RgkCalibrator.Output.Tables.Column<RgkCalibrator.Register.ReturnedFile>;

namespace RgkCalibrator.Output.Register;

/// <summary>The tables of workbooks that came back.</summary>
public static class RegisterTables
{
    private static readonly Wording FileHeading = new("Bestand", "File");
    private static readonly Wording SheetHeading = new("Blad", "Sheet");

    /// <summary>How many rows of each workbook count.</summary>
    public static Table OfFiles(ReturnedRegister register, Language language) => Table.From(
        new("Werkboeken", "Workbooks"),
        [
            FileColumn.Text("file", file => file.Name, FileHeading),
            FileColumn.Whole("accepted", file => file.Accepted.Count, new("Telt mee", "Counts")),
            FileColumn.Whole("refused", file => file.RefusedRows, new("Geweigerd", "Refused")),
            FileColumn.YesNo("readable", file => file.Unreadable is null, new("Te lezen", "Readable")),
        ],
        register.Files, language);

    /// <summary>The reports that count.</summary>
    internal static Table Accepted(ReturnedRegister register, Language language) => Table.From(
        new("Meldingen die meetellen", "Reports that count"),
        [
            .. Reported<ReportedSituation>(one => one),
            AcceptedColumn.Text("file", one => one.Place.File, FileHeading),
            AcceptedColumn.Text("sheet", one => one.Place.Sheet, SheetHeading),
            AcceptedColumn.Whole("row", one => one.Place.Row, new("Rij", "Row")),
        ],
        register.Accepted, language);

    /// <summary>
    /// What is wrong with the others, cell by cell; a workbook that cannot be read has a row of its own.
    /// </summary>
    internal static Table Refused(ReturnedRegister register, Language language) => Table.From(
        new("Meldingen die niet meetellen", "Reports that do not count"),
        [
            Column<Refusal>.Text("file", row => row.File, FileHeading),
            Column<Refusal>.Text("sheet", row => row.Cell?.Place.Sheet, SheetHeading),
            Column<Refusal>.Text("cell", row => row.Cell?.Cell, new("Cel", "Cell")),
            Column<Refusal>.Text("trouble", row => row.Cell?.Trouble.NameInFiles() ?? "unreadable") with
            {
                IsOnSheet = false,
            },
            Column<Refusal>.Words("what", row => row.What, new("Wat er niet klopt", "What is wrong")),
            Column<Refusal>.Words("remedy", row => row.Remedy, new("Hoe het te herstellen is", "How to mend it")),
        ],
        Refusals(register), language);

    /// <summary>The columns of a report itself.</summary>
    internal static IReadOnlyList<Column<T>> Reported<T>(Func<T, ReportedSituation> of) =>
    [
        Column<T>.Text("provider_id", row => of(row).Provider, RegisterForm.Provider),
        LineNaming.ProductCode<T>(row => of(row).Product.Code),
        Column<T>.Text("product", row => of(row).Product.Name, RegisterForm.Product),
        Column<T>.Named(
            "situation", row => of(row).Situation, row => SituationName(of(row).Situation), RegisterForm.Situation),
        Column<T>.Text("intervention", row => of(row).Intervention, RegisterForm.Intervention),
        Column<T>.Whole("reported", row => of(row).Trajectories, new("Gemeld", "Reported")),
        Column<T>.Rounded(
            "suggested_per_week", row => of(row).PerWeek, new("Voorgesteld per week", "Suggested a week")),
        Column<T>.Text("unit", row => of(row).Product.Unit.Name(), new("Eenheid", "Unit")),
        Column<T>.Words("suggested_duration", row => of(row).Duration.Shown(), RegisterForm.Duration),
    ];

    /// <summary>A situation to readers.</summary>
    internal static Wording SituationName(string situation) =>
        situation.Length == 0 ? RegisterForm.NoSituationNamed : Wording.Same(situation);

    private static IEnumerable<Refusal> Refusals(ReturnedRegister register) =>
        from file in register.Files
        from row in file.Unreadable is { } why
            ? [new Refusal(file.Name, null, Shown(why.What, why.Where), why.Remedy)]
            : file.Refused.Select(cell => new Refusal(
                file.Name, cell, RegisterTroubleWords.Of(cell.Trouble).What,
                RegisterTroubleWords.Of(cell.Trouble).Remedy))
        select row;

    private static Wording Shown(Wording what, string where) =>
        new($"{what.Dutch} ({where})", $"{what.English} ({where})");

    private sealed record Refusal(string File, RefusedCell? Cell, Wording What, Wording Remedy);
}
