using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Output.InputReport;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Cli;

/// <summary>What a person is told of the rows that went in and the trajectories that they make.</summary>
internal static class LedgerLines
{
    private const int VolumeDecimals = 2;

    /// <summary>One line of results: rows in, used, left out and rejected.</summary>
    public static void Tell(Screen screen, Ledger ledger)
    {
        var (rows, used) = (screen.Number(ledger.Rows), screen.Number(ledger.Used));
        var (netted, duplicate) = (
            screen.Number(ledger.At(RowOutcome.Netted).Rows), screen.Number(ledger.At(RowOutcome.Duplicate).Rows));
        var (after, rejected) = (
            screen.Number(ledger.At(RowOutcome.Excluded).Rows), screen.Number(ledger.RejectedRows.Count));
        screen.Tell(new(
            $"Rijen: {rows} gelezen, {used} gebruikt, {netted} verrekend, {duplicate} dubbel, {after} na de "
                + $"waargenomen periode, {rejected} afgekeurd.",
            $"Rows: {rows} read, {used} used, {netted} netted, {duplicate} duplicate, {after} after the observed "
                + $"period, {rejected} rejected."));
    }

    /// <summary>The same as a table, with volumes.</summary>
    public static void TellPlaces(Screen screen, Ledger ledger)
    {
        var rows = screen.Number(ledger.Rows);
        screen.Tell(new($"Rijen: {rows}, en waar zij bleven:", $"Rows: {rows}, and where they ended:"));
        TellPlaces(screen, ValidationWords.Places(ledger));
    }

    /// <summary>A table of rows and volumes by place; in whole units where decimals would make it too wide.</summary>
    public static void TellPlaces(Screen screen, IReadOnlyDictionary<RowOutcome, Amount> places)
    {
        var tables = new LedgerTables(screen.Language);
        var precise = tables.Places(places, VolumeDecimals);
        TextTable.Write(TextTable.Fits(precise) ? precise : tables.Places(places, 0), screen.Output);
    }

    /// <summary>One line of results: trajectories, and of how many clients.</summary>
    public static void Tell(Screen screen, TrajectorySet built)
    {
        var (trajectories, clients) = (screen.Number(built.Count), screen.Number(built.ClientCount));
        screen.Tell(new(
            $"Trajecten: {trajectories}; cliënten: {clients}.", $"Trajectories: {trajectories}; clients: {clients}."));
        if (built.Passes == 1)
            return;
        var passes = screen.Number(built.Passes);
        screen.Tell(new(
            $"De bestanden zijn {passes} keer gelezen, omdat de regels niet samen in het geheugen pasten.",
            $"The files were read {passes} times, because the lines did not fit the memory together."));
    }

    /// <summary>A warning for each thing that was noticed of rows that count nonetheless.</summary>
    public static void Remark(Screen screen, Ledger ledger, TrajectorySet built)
    {
        foreach (var warning in ledger.Warnings)
            screen.Warn(warning);
        Remark(ledger.Remarks.UnequalDuplicates, count => new(
            $"dubbele rijen die iets anders zeggen dan de rij met hetzelfde referentienummer die meetelt: {count}.",
            "duplicate rows that say something else than the row with the same reference number that counts: "
                + $"{count}."));
        Remark(ledger.Remarks.UnequalCredits, count => new(
            $"creditregels die kleiner zijn dan de regel die ze noemen: {count}; zo'n regel is in zijn geheel "
                + "weggehaald.",
            $"credits that are less than the line they name: {count}; such a line was taken away whole."));
        Remark(built.EqualLines, count => new(
            $"regels zonder referentienummer die gelijk zijn aan een andere regel: {count}; ze tellen allemaal mee.",
            $"lines without a reference number that are equal to another line: {count}; all of them count."));
        Remark(built.BirthConflicts, count => new(
            $"cliënten met meer dan één geboortedatum: {count}; de meest voorkomende telt.",
            $"clients with more than one birth date: {count}; the most frequent counts."));
        Remark(built.UnbelievedBirths, count => new(
            $"cliënten met een geboortedatum die een leeftijd boven 30 geeft: {count}; die datum telt als onbekend.",
            $"clients with a birth date that gives an age over 30: {count}; that date counts as unknown."));
        Remark(built.MessagesWithoutEffect, count => new(
            "trajecten met een start- of stopbericht dat gedeclareerde zorg buiten het traject zou laten: "
                + $"{count}; dat bericht telt niet.",
            $"trajectories with a start or stop message that would leave declared care outside: {count}; that message "
                + "does not count."));

        foreach (var slip in InputSlips.InTrajectories(ledger, built))
            screen.Warn(slip);

        void Remark(long count, Func<string, Wording> words)
        {
            if (count > 0)
                screen.Warn(words(screen.Number(count)));
        }
    }

    /// <summary>Which codes the catalogue does not have, where rows were rejected for it.</summary>
    public static void TellUnknown(Screen screen, Ledger ledger)
    {
        if (ledger.UnknownCodes.Count == 0)
            return;
        var codes = ledger.UnknownCodes.Words();
        screen.Say(new(
            $"  Codes die niet in de catalogus staan: {codes.Dutch}.",
            $"  Codes that are not in the catalogue: {codes.English}."));
    }

    /// <summary>One warning when rows were rejected, with a line for each reason.</summary>
    public static void Warn(Screen screen, Ledger ledger)
    {
        if (ledger.RejectedRows.Count == 0)
            return;
        var rejected = screen.Number(ledger.RejectedRows.Count);
        screen.Warn(new(
            $"{rejected} rijen zijn afgekeurd en tellen niet mee:",
            $"{rejected} rows were rejected and do not count:"));
        foreach (var (reason, rows) in ledger.RejectedRows.CountBy(row => row.Reason).OrderBy(count => count.Key))
        {
            var count = screen.Number(rows);
            var meaning = reason.Meaning();
            screen.Say(new(
                $"  {count}  {meaning.Dutch} ({reason.Name()})", $"  {count}  {meaning.English} ({reason.Name()})"));
        }

        TellUnknown(screen, ledger);
    }
}
