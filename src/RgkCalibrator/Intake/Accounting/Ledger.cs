using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Intake.Accounting;

/// <summary>Where a row ended. Every row of every file ends in exactly one place.</summary>
public enum RowOutcome
{
    /// <summary>It is a line of a trajectory.</summary>
    Used,

    /// <summary>A credit that found what it credits, or the line that was credited.</summary>
    Netted,

    /// <summary>Its reference number was already seen, of the same client and provider.</summary>
    Duplicate,

    /// <summary>Left out by a stated choice: it starts after the observed period.</summary>
    Excluded,

    /// <summary>Not usable, for one <see cref="RejectionReason"/>.</summary>
    Rejected,
}

/// <summary>
/// Rows and their volume. The volume is that of the file: in ticks of the declared unit, before any conversion, credits
/// below zero.
/// </summary>
/// <param name="Rows">Rows.</param>
/// <param name="Volume">
/// Ticks by unit; a unit that is missing or unknown is null, an unreadable volume counts 0. Units without volume are
/// left out.
/// </param>
public sealed record Amount(long Rows, IReadOnlyList<UnitVolume> Volume)
{
    /// <summary>No rows.</summary>
    public static Amount None { get; } = new(0, []);

    /// <summary>Ticks of all units together, which serve to check sums only.</summary>
    public Int128 Ticks => Volume.Aggregate((Int128)0, (sum, volume) => sum + volume.Ticks);

    /// <summary>Adds up rows and volumes.</summary>
    public static Amount Sum(IEnumerable<Amount> amounts)
    {
        var all = amounts.ToList();
        var volume = all.SelectMany(amount => amount.Volume)
            .GroupBy(part => part.Unit)
            .Select(group => new UnitVolume(group.Key, group.Aggregate((Int128)0, (sum, part) => sum + part.Ticks)))
            .Where(part => part.Ticks != 0)
            .OrderBy(part => part.Unit is null).ThenBy(part => part.Unit);
        return new Amount(all.Sum(amount => amount.Rows), [.. volume]);
    }
}

/// <summary>A volume in ticks of a declared unit; null for a unit that is missing or unknown.</summary>
public sealed record UnitVolume(CareUnit? Unit, Int128 Ticks);

/// <summary>Where the rows of one file ended.</summary>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Rows">Rows in the file, counted apart from the reading of the rows.</param>
/// <param name="Ticks">The volume of all rows in ticks of whatever unit, added up apart from the places.</param>
/// <param name="Places">Rows and volume by place; a place without rows may be left out.</param>
/// <param name="Rejected">Rejected rows by reason; reasons without rows are left out.</param>
public sealed record FileLedger(
    string File, long Rows, Int128 Ticks, IReadOnlyDictionary<RowOutcome, Amount> Places,
    IReadOnlyDictionary<RejectionReason, long> Rejected)
{
    /// <summary>Rows that are lines of trajectories.</summary>
    public long Used => At(RowOutcome.Used).Rows;

    /// <summary>Rows and volume in a place.</summary>
    public Amount At(RowOutcome place) => Places.GetValueOrDefault(place, Amount.None);

    /// <summary>Whether every row and every tick of volume has a place, and every rejected row a reason.</summary>
    public bool Balances =>
        Rows == Places.Values.Sum(amount => amount.Rows)
        && Ticks == Places.Values.Aggregate((Int128)0, (sum, amount) => sum + amount.Ticks)
        && At(RowOutcome.Rejected).Rows == Rejected.Values.Sum();
}

/// <summary>What was noticed of rows that have a place nonetheless.</summary>
/// <param name="UnequalDuplicates">
/// Reference numbers whose rows differ in more than file and row: one of the rows is used.
/// </param>
/// <param name="UnequalCredits">Credits by reference whose volume is less than that of the line they took away.</param>
public sealed record LedgerRemarks(long UnequalDuplicates, long UnequalCredits)
{
    /// <summary>Nothing was noticed.</summary>
    public static LedgerRemarks None { get; } = new(0, 0);
}

/// <summary>Where the rows of one file, of one year and product, ended.</summary>
/// <param name="File">The file's number, from 0.</param>
/// <param name="Year">The year in which the rows start; null where they have no usable first day.</param>
/// <param name="Product">
/// The product's present code; null where the catalogue does not know it, or it was not looked up.
/// </param>
/// <param name="Places">Rows and volume by place.</param>
public sealed record LedgerPart(int File, int? Year, string? Product, IReadOnlyDictionary<RowOutcome, Amount> Places);

/// <summary>Where all rows ended.</summary>
/// <param name="Files">The files, in the order of their names.</param>
/// <param name="RejectedRows">Each rejected row, by file and row.</param>
public sealed record Ledger(IReadOnlyList<FileLedger> Files, IReadOnlyList<RejectedRow> RejectedRows)
{
    /// <summary>The ledger of no files.</summary>
    public static Ledger Empty { get; } = new([], []);

    /// <summary>Whether a file says that its rows are made up.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>Sentences on what of the files was not read.</summary>
    public IReadOnlyList<Wording> Warnings { get; init; } = [];

    /// <summary>The same by file, year and product; only where it was asked for.</summary>
    public IReadOnlyList<LedgerPart> Parts { get; init; } = [];

    /// <summary>The product codes of rows that were rejected because the catalogue does not have them.</summary>
    public UnknownCodes UnknownCodes { get; init; } = UnknownCodes.None;

    /// <summary>What was noticed on the way.</summary>
    public LedgerRemarks Remarks { get; init; } = LedgerRemarks.None;

    /// <summary>Rows in all files.</summary>
    public long Rows => Files.Sum(file => file.Rows);

    /// <summary>Rows that are lines of trajectories.</summary>
    public long Used => At(RowOutcome.Used).Rows;

    /// <summary>Rows and volume in a place, of all files.</summary>
    public Amount At(RowOutcome place) => Amount.Sum(Files.Select(file => file.At(place)));

    /// <summary>Holds a run to its promise that no row is rejected.</summary>
    /// <exception cref="CalibrationException">There are rejected rows.</exception>
    public void RefuseRejections()
    {
        if (RejectedRows.Count == 0)
            return;
        var first = RejectedRows[0];
        var count = Numbers.Whole(RejectedRows.Count);
        throw new CalibrationException(
            ExitCode.Flawed,
            new Wording(
                $"Afgekeurde rijen: {count}; er is niets geschreven.", $"Rejected rows: {count}; nothing was written."),
            $"{Files[first.File].File}, {Numbers.Whole(first.Row)}: {first.Reason.Name()}",
            new Wording(
                "Verbeter de rijen, of laat --strict weg: dan komen ze in het overzicht.",
                "Mend the rows, or leave --strict out: then they are listed."));
    }
}
