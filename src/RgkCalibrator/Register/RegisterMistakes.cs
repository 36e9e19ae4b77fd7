namespace RgkCalibrator.Register;

/// <summary>What is wrong with a register as a whole, in three sentences each.</summary>
internal static class RegisterMistakes
{
    private static readonly Wording SendBack = new(
        "Stuur de aanbieder het werkboek van rgk register new opnieuw: kolommen mogen van plaats wisselen, maar niet "
            + "van naam.",
        "Send the provider the workbook of rgk register new again: columns may move, but not change their names.");

    internal static CalibrationException NoProducts(string framework) => new(
        ExitCode.WrongUse,
        new("De catalogus kent geen enkel product van dit kader.",
            "The catalogue knows none of the products of this framework."),
        framework,
        new("Geef met --catalogue de catalogus die bij het kader hoort.",
            "Give with --catalogue the catalogue that belongs to the framework."));

    internal static CalibrationException NoFiles(string place) => new(
        ExitCode.Files,
        new("Hier staan geen werkboeken.", "There are no workbooks here."),
        place,
        new("Noem de teruggestuurde werkboeken, of de map waarin ze staan.",
            "Name the workbooks that came back, or the folder that they are in."));

    internal static CalibrationException NoSheet(string file) => new(
        ExitCode.WrongUse,
        new("In dit werkboek staat geen blad met meldingen.", "This workbook has no sheet with reports."),
        file,
        SendBack);

    internal static CalibrationException SeveralSheets(string file) => new(
        ExitCode.WrongUse,
        new("In dit werkboek staan meer bladen met meldingen.", "This workbook has several sheets with reports."),
        file,
        new("Laat één blad met meldingen over.", "Leave one sheet with reports."));

    internal static CalibrationException MissingColumns(string place, IReadOnlyList<Wording> missing)
    {
        var (dutch, english) = (
            string.Join(", ", missing.Select(one => one.Dutch)), string.Join(", ", missing.Select(one => one.English)));
        return new(
            ExitCode.WrongUse,
            new($"In de kopregel ontbreekt: {dutch}.", $"The row of headings lacks: {english}."),
            place,
            SendBack);
    }

    internal static CalibrationException TwiceColumn(string place, Wording heading) => new(
        ExitCode.WrongUse,
        new($"De kolom {heading.Dutch} staat er twee keer.", $"The column {heading.English} stands there twice."),
        place,
        new("Haal een van beide weg.", "Take one of them away."));

    internal static CalibrationException TooManyRows(string place) => new(
        ExitCode.WrongUse,
        new("Dit blad heeft meer dan 5000 rijen met meldingen.", "This sheet has more than 5,000 rows of reports."),
        place,
        new("Kijk na of dit het werkboek van rgk register new is.",
            "Check whether this is the workbook of rgk register new."));

    internal static CalibrationException NothingAccepted() => new(
        ExitCode.WrongUse,
        new("Geen enkele melding is te gebruiken.", "No report can be used."),
        "--register",
        new("Kijk met rgk register check wat eraan te herstellen is.",
            "See with rgk register check what is to be mended."));

    internal static CalibrationException NoProviders() => new(
        ExitCode.WrongUse,
        new("In de declaraties staat geen aanbieder.", "The declarations say no provider."),
        "provider_id",
        new("Zeg in de mapping bij 'provider_id' hoe de kolom met de aanbieder heet.",
            "Say in the mapping at 'provider_id' what the column with the provider is called."));
}
