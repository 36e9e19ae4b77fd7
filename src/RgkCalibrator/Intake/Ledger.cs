using System.Runtime.InteropServices;

namespace RgkCalibrator.Intake;

/// <summary>Why a row was not used. A row has one reason: the first of this list that fits.</summary>
public enum RejectionReason
{
    /// <summary>No client.</summary>
    MissingClient,

    /// <summary>No product code.</summary>
    MissingProduct,

    /// <summary>No start or end, or one outside the years 1900 to 2200.</summary>
    BadDate,

    /// <summary>The end comes before the start.</summary>
    EndBeforeStart,

    /// <summary>A declared period of more days than <see cref="IntakeSettings.MaxLineDays"/>.</summary>
    PeriodTooLong,

    /// <summary>No volume, or none that is a number of at most a thousand million units.</summary>
    BadVolume,

    /// <summary>A volume of nothing.</summary>
    ZeroVolume,

    /// <summary>A negative volume: credits are not netted yet.</summary>
    Credit,

    /// <summary>No unit, or one that is not in the iJw list.</summary>
    UnknownUnit,

    /// <summary>A unit that cannot become the product's.</summary>
    UnitNotConvertible,

    /// <summary>A product that the catalogue does not have, where the catalogue decides what is read.</summary>
    UnknownProduct,
}

/// <summary>A row that was not used: its file (by number, from 0), its row (from 1, a header not counted) and the reason.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RejectedRow(int File, long Row, RejectionReason Reason);

/// <summary>Where the rows of one file ended. <see cref="Rows"/> is counted apart from the reading of the rows.</summary>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Rows">Rows in the file.</param>
/// <param name="Used">Rows that are lines of trajectories.</param>
/// <param name="AfterObserved">Rows left out because they start after the observed period.</param>
/// <param name="Rejected">Rows by reason; reasons without rows are left out.</param>
public sealed record FileLedger(
    string File, long Rows, long Used, long AfterObserved, IReadOnlyDictionary<RejectionReason, long> Rejected)
{
    /// <summary>Whether every row has a place.</summary>
    public bool Balances => Rows == Used + AfterObserved + RejectedRows;

    /// <summary>All rejected rows.</summary>
    public long RejectedRows => Rejected.Values.Sum();
}

/// <summary>Where all rows ended.</summary>
/// <param name="Files">One a file, in the order of the names.</param>
/// <param name="RejectedRows">Each rejected row, by file and row.</param>
public sealed record Ledger(IReadOnlyList<FileLedger> Files, IReadOnlyList<RejectedRow> RejectedRows)
{
    /// <summary>Whether a file says that its rows are made up.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>Rows in all files.</summary>
    public long Rows => Files.Sum(file => file.Rows);

    /// <summary>Rows that are lines of trajectories.</summary>
    public long Used => Files.Sum(file => file.Used);

    /// <summary>Rows left out because they start after the observed period.</summary>
    public long AfterObserved => Files.Sum(file => file.AfterObserved);

    /// <summary>Holds a run to its promise that no row is rejected.</summary>
    /// <exception cref="CalibrationException">There are rejected rows.</exception>
    public void RefuseRejections()
    {
        if (RejectedRows.Count == 0)
            return;
        var first = RejectedRows[0];
        var count = Numbers.Whole(RejectedRows.Count);
        throw new CalibrationException(
            ExitCode.RowsRejected,
            new Wording($"Afgekeurde rijen: {count}; er is niets geschreven.", $"Rejected rows: {count}; nothing was written."),
            $"{Files[first.File].File}, {Numbers.Whole(first.Row)}: {first.Reason.Name()}",
            new Wording("Verbeter de rijen, of laat --strict weg: dan komen ze in het overzicht.", "Mend the rows, or leave --strict out: then they are listed."));
    }
}

/// <summary>The names of reasons in files.</summary>
public static class RejectionReasons
{
    /// <summary>As in <c>rejected.csv</c>: lower case with hyphens, e.g. <c>end-before-start</c>.</summary>
    public static string Name(this RejectionReason reason) => reason switch
    {
        RejectionReason.MissingClient => "missing-client",
        RejectionReason.MissingProduct => "missing-product",
        RejectionReason.BadDate => "bad-date",
        RejectionReason.EndBeforeStart => "end-before-start",
        RejectionReason.PeriodTooLong => "period-too-long",
        RejectionReason.BadVolume => "bad-volume",
        RejectionReason.ZeroVolume => "zero-volume",
        RejectionReason.Credit => "credit",
        RejectionReason.UnknownUnit => "unknown-unit",
        RejectionReason.UnitNotConvertible => "unit-not-convertible",
        RejectionReason.UnknownProduct => "unknown-product",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
    };

    /// <summary>The canonical column that the reason is about.</summary>
    public static string Column(this RejectionReason reason) => reason switch
    {
        RejectionReason.MissingClient => "client_id",
        RejectionReason.MissingProduct or RejectionReason.UnknownProduct => "product_code",
        RejectionReason.BadDate => "start_date",
        RejectionReason.EndBeforeStart or RejectionReason.PeriodTooLong => "end_date",
        RejectionReason.BadVolume or RejectionReason.ZeroVolume or RejectionReason.Credit => "volume",
        RejectionReason.UnknownUnit or RejectionReason.UnitNotConvertible => "unit",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
    };
}
