using RgkCalibrator.Intake;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Cli;

/// <summary>What a person is told of the rows that went in and the trajectories that they make.</summary>
internal static class LedgerLines
{
    /// <summary>One line of results: rows in, used, left out and rejected.</summary>
    public static void Tell(Screen screen, Ledger ledger)
    {
        var (rows, used) = (screen.Number(ledger.Rows), screen.Number(ledger.Used));
        var (after, rejected) = (screen.Number(ledger.AfterObserved), screen.Number(ledger.RejectedRows.Count));
        screen.Tell(new(
            $"Rijen: {rows} gelezen, {used} gebruikt, {after} na de waargenomen periode, {rejected} afgekeurd.",
            $"Rows: {rows} read, {used} used, {after} after the observed period, {rejected} rejected."));
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
            screen.Error.WriteLine($"  {count}  {Meaning(reason.Key).In(screen.Language)} ({reason.Key.Name()})");
        }
    }

    private static Wording Meaning(RejectionReason reason) => reason switch
    {
        RejectionReason.MissingClient => new("geen cliënt", "no client"),
        RejectionReason.MissingProduct => new("geen productcode", "no product code"),
        RejectionReason.BadDate => new("geen bruikbare begin- of einddatum", "no usable start or end date"),
        RejectionReason.EndBeforeStart => new("het einde ligt voor het begin", "the end comes before the start"),
        RejectionReason.PeriodTooLong => new("langer dan --max-line-days toelaat", "longer than --max-line-days allows"),
        RejectionReason.BadVolume => new("geen bruikbaar volume", "no usable volume"),
        RejectionReason.ZeroVolume => new("volume nul", "a volume of nothing"),
        RejectionReason.Credit => new("creditregel: die worden nog niet verrekend", "credit: these are not netted yet"),
        RejectionReason.UnknownUnit => new("eenheid ontbreekt of is onbekend", "unit missing or unknown"),
        RejectionReason.UnitNotConvertible => new("eenheid past niet bij het product", "unit does not fit the product"),
        RejectionReason.UnknownProduct => new("product staat niet in de catalogus", "product not in the catalogue"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
    };
}
