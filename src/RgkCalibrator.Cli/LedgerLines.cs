using RgkCalibrator.Documents;
using RgkCalibrator.Intake;
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
        var (netted, duplicate) = (screen.Number(ledger.At(Place.Netted).Rows), screen.Number(ledger.At(Place.Duplicate).Rows));
        var (after, rejected) = (screen.Number(ledger.At(Place.Excluded).Rows), screen.Number(ledger.RejectedRows.Count));
        screen.Tell(new(
            $"Rijen: {rows} gelezen, {used} gebruikt, {netted} verrekend, {duplicate} dubbel, {after} na de waargenomen periode, {rejected} afgekeurd.",
            $"Rows: {rows} read, {used} used, {netted} netted, {duplicate} duplicate, {after} after the observed period, {rejected} rejected."));
    }

    /// <summary>The same as a table, with volumes.</summary>
    public static void TellPlaces(Screen screen, Ledger ledger)
    {
        var rows = screen.Number(ledger.Rows);
        screen.Tell(new($"Rijen: {rows}, en waar zij bleven:", $"Rows: {rows}, and where they ended:"));
        TellPlaces(screen, ValidationWords.Places(ledger));
    }

    /// <summary>A table of rows and volumes by place; in whole units where decimals would make it too wide.</summary>
    public static void TellPlaces(Screen screen, IReadOnlyDictionary<Place, Amount> places)
    {
        var tables = new LedgerTables(screen.Language);
        var precise = tables.Places(places, VolumeDecimals);
        TextTable.Write(TextTable.Fits(precise) ? precise : tables.Places(places, 0), screen.Output);
    }

    /// <summary>One line of results: trajectories, and of how many clients.</summary>
    public static void Tell(Screen screen, TrajectorySet built)
    {
        var (trajectories, clients) = (screen.Number(built.Count), screen.Number(built.ClientCount));
        screen.Tell(new($"Trajecten: {trajectories}, van {clients} cliënten.", $"Trajectories: {trajectories}, of {clients} clients."));
    }

    /// <summary>One warning when rows were rejected, with a line for each reason.</summary>
    public static void Warn(Screen screen, Ledger ledger)
    {
        if (ledger.RejectedRows.Count == 0)
            return;
        var rejected = screen.Number(ledger.RejectedRows.Count);
        screen.Warn(new($"{rejected} rijen zijn afgekeurd en tellen niet mee:", $"{rejected} rows were rejected and do not count:"));
        foreach (var reason in ledger.Files.SelectMany(file => file.Rejected).GroupBy(pair => pair.Key).OrderBy(group => group.Key))
        {
            var count = screen.Number(reason.Sum(pair => pair.Value));
            screen.Error.WriteLine($"  {count}  {reason.Key.Meaning().In(screen.Language)} ({reason.Key.Name()})");
        }
    }
}
