namespace RgkCalibrator.Intake.Copies.Workbooks;

/// <summary>What can be wrong with a workbook, as exceptions to throw.</summary>
internal static class WorkbookMistakes
{
    private static readonly Wording SaveAsXlsx = new(
        "Open het bestand in Excel en sla het op als 'Excel-werkmap (*.xlsx)'.",
        "Open the file in Excel and save it as 'Excel Workbook (*.xlsx)'.");

    private static readonly Wording SaveAsCsv = new(
        "Sla de bladen met declaraties op als 'CSV UTF-8'.", "Save the sheets with declarations as 'CSV UTF-8'.");

    internal static CalibrationException Damaged(string file, Exception? cause = null) => Unfit(
        file,
        new(
            "Deze werkmap is beschadigd, of niet geschreven zoals Excel dat doet.",
            "This workbook is damaged, or not written as Excel does."),
        new(
            "Haal het bestand opnieuw op, of open het in Excel en sla het opnieuw op als .xlsx.",
            "Fetch the file again, or open it in Excel and save it anew as .xlsx."),
        cause);

    internal static CalibrationException TooLarge(string file) => Unfit(
        file,
        new(
            "Deze werkmap wordt bij het uitpakken zo groot dat zij niet veilig te lezen is.",
            "This workbook becomes so large when it is unpacked that it cannot be read safely."),
        SaveAsCsv);

    internal static CalibrationException NoWorkbook(string file) => Unfit(
        file,
        new("Dit is een zipbestand, maar geen werkmap van Excel.", "This is a zip file, but no workbook of Excel."),
        new("Pak het bestand eerst uit.", "Unpack the file first."));

    internal static CalibrationException Binary(string file) => Unfit(
        file,
        new("Dit is een binaire werkmap (xlsb).", "This is a binary workbook (xlsb)."),
        SaveAsXlsx);

    internal static CalibrationException OpenDocument(string file) => Unfit(
        file,
        new("Dit is een werkmap van LibreOffice (ods).", "This is a workbook of LibreOffice (ods)."),
        new("Sla het bestand op als .xlsx.", "Save the file as .xlsx."));

    internal static CalibrationException Old(string file) => Unfit(
        file, new("Dit is een oud Excel-bestand (xls).", "This is an old Excel file (xls)."), SaveAsXlsx);

    internal static CalibrationException Locked(string file) => Unfit(
        file,
        new("Deze werkmap heeft een wachtwoord.", "This workbook has a password."),
        new(
            "Haal in Excel het wachtwoord eraf, bij Bestand, Info, Werkmap beveiligen.",
            "Remove the password in Excel, at File, Info, Protect Workbook."));

    private static CalibrationException Unfit(string file, Wording what, Wording remedy, Exception? cause = null) =>
        new(ExitCode.Files, what, file, remedy, cause);
}
