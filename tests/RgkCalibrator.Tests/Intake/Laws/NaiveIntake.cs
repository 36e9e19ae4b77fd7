using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Tests.Intake.Laws;

/// <summary>A row on its way to its place.</summary>
internal sealed class NaiveRow(TestRow cells, int file, long row)
{
    public TestRow Cells { get; } = cells;

    public int File { get; } = file;

    public long Row { get; } = row;

    /// <summary>Ticks of the declared unit, below zero for a credit; null for none.</summary>
    public long? Ticks { get; } = TicksOf(cells);

    public CareUnit? Unit { get; } = cells.Unit switch
    {
        "uur" => CareUnit.Uur,
        "minuut" => CareUnit.Minuut,
        "dagdeel" => CareUnit.Dagdeel,
        _ => null,
    };

    public string Provider => Cells.Provider ?? string.Empty;

    /// <summary>The product's present code.</summary>
    public string? Product => Cells.Product switch
    {
        "45C02" => "45C02",
        "45A02" => Cells.Start <= new DateOnly(2020, 12, 31) ? "45C02" : "45B07",
        "41C01" => "41C01",
        _ => null,
    };

    /// <summary>Ticks of the product's unit: 45C02 takes dagdelen, 41C01 takes nothing but these.</summary>
    public long? Carried => (Product, Unit) switch
    {
        ("45C02" or "45B07", CareUnit.Uur) => Ticks,
        ("45C02" or "45B07", CareUnit.Minuut) => (long)Math.Round(Ticks!.Value / 60m, MidpointRounding.AwayFromZero),
        ("45C02", CareUnit.Dagdeel) => Ticks * 4,
        ("41C01", CareUnit.Dagdeel) => Ticks,
        _ => null,
    };

    public RowOutcome? Place { get; set; }

    public RejectionReason? Reason { get; set; }

    public bool IsFree => Place is null;

    /// <summary>What a line says, but for who declared it: the order in which one is chosen.</summary>
    public (DateOnly, DateOnly, long, string, CareUnit, DateOnly) Content =>
        (
            Cells.Start!.Value, Cells.End!.Value, Math.Abs(Ticks!.Value), Product!, Unit!.Value,
            Cells.Birth ?? DateOnly.MinValue);

    public void Reject(RejectionReason reason) =>
        (Place, Reason) = (RowOutcome.Rejected, reason);

    public override string ToString() => FormattableString.Invariant(
        $"used {Cells.Client}, {Product}, {Cells.Start:yyyy-MM-dd}..{Cells.End:yyyy-MM-dd}, {Ticks} {Unit?.Name()}")
        + (Provider.Length > 0 ? $", provider {Provider}" : string.Empty)
        + (Cells.Birth is { } birth ? FormattableString.Invariant($", born {birth:yyyy-MM-dd}") : string.Empty);

    private static long? TicksOf(TestRow cells)
    {
        if (cells.Volume is not { } volume || cells.Mark is "X")
            return null;
        var ticks = (long)Math.Round(volume * 6000, MidpointRounding.AwayFromZero);
        return cells.Mark is "C" ? -Math.Abs(ticks) : ticks;
    }
}

/// <summary>
/// The rules of places, netting and duplicates as they stand in the specification, each row against all others.
/// </summary>
internal sealed class NaiveIntake
{
    private readonly List<NaiveRow> _rows;

    internal NaiveIntake(DirtyFiles files)
    {
        _rows =
        [
            .. files.Files.SelectMany((file, number) => file.Rows.Select(
                (row, place) => new NaiveRow(row, number, DirtyRows.NumberOf(file, place)))),
        ];
        foreach (var row in _rows)
            Judge(row);
        DropDuplicates(_rows.Where(row => row is { IsFree: true, Ticks: > 0 }), isDebit: true);
        DropDuplicates(_rows.Where(row => row is { IsFree: true, Ticks: < 0 }), isDebit: false);
        var credits = InOrder(_rows.Where(row => row is { IsFree: true, Ticks: < 0 }));
        foreach (var credit in credits.Where(credit => credit.Cells.Credits is not null))
            TakeNamed(credit);
        foreach (var credit in credits.Where(credit => credit.Cells.Credits is null))
            TakeUnnamed(credit);
        foreach (var row in _rows.Where(row => row.IsFree))
            row.Place = RowOutcome.Used;
    }

    internal IReadOnlyList<NaiveRow> Rows => _rows;

    internal long UnequalDuplicates { get; private set; }

    internal long UnequalCredits { get; private set; }

    private static void Judge(NaiveRow row)
    {
        var cells = row.Cells;
        RejectionReason? reason =
            string.IsNullOrEmpty(cells.Client) ? RejectionReason.MissingClient
            : string.IsNullOrEmpty(cells.Product) ? RejectionReason.MissingProduct
            : cells.Start is null || cells.End is null ? RejectionReason.BadDate
            : PeriodOf(cells) ?? VolumeOf(row);
        if (reason is { } found)
            row.Reject(found);
        else if (cells.Start > new DateOnly(2023, 12, 31))
            row.Place = RowOutcome.Excluded;
    }

    private static RejectionReason? PeriodOf(TestRow cells) =>
        cells.End < cells.Start ? RejectionReason.EndBeforeStart
        : cells.End!.Value.DayNumber - cells.Start!.Value.DayNumber + 1 > 366 ? RejectionReason.PeriodTooLong
        : null;

    private static RejectionReason? VolumeOf(NaiveRow row) =>
        row.Ticks is null ? RejectionReason.BadVolume
        : row.Ticks == 0 ? RejectionReason.ZeroVolume
        : row.Unit is null ? RejectionReason.UnknownUnit
        : row.Product is null ? RejectionReason.UnknownProduct
        : row.Carried is null ? RejectionReason.UnitNotConvertible
        : row.Carried == 0 ? RejectionReason.ZeroVolume
        : null;

    private static bool IsSameIdentity(NaiveRow one, NaiveRow other, string? id) =>
        id is not null
            && other.Cells.Id == id
            && one.Cells.Client == other.Cells.Client
            && one.Provider == other.Provider;

    private static bool IsSame(NaiveRow debit, NaiveRow credit) =>
        (debit.Cells.Client, debit.Provider, debit.Product, debit.Unit, debit.Cells.Start, debit.Cells.End, debit.Ticks)
        == (
            credit.Cells.Client, credit.Provider, credit.Product, credit.Unit, credit.Cells.Start, credit.Cells.End,
            -credit.Ticks);

    private static List<NaiveRow> InOrder(IEnumerable<NaiveRow> rows) =>
        [
            .. rows.OrderBy(row => row.Content)
                .ThenBy(row => row.Cells.Credits ?? string.Empty, StringComparer.Ordinal)
                .ThenBy(row => row.File)
                .ThenBy(row => row.Row),
        ];

    private void DropDuplicates(IEnumerable<NaiveRow> rows, bool isDebit)
    {
        foreach (var row in InOrder(rows))
        {
            if (!row.IsFree)
                continue;
            var others = _rows
                .Where(other => other != row && other.IsFree && other.Ticks > 0 == isDebit
                    && IsSameIdentity(row, other, row.Cells.Id))
                .ToList();
            others.ForEach(other => other.Place = RowOutcome.Duplicate);
            UnequalDuplicates += isDebit && others.Exists(other => other.Content != row.Content) ? 1 : 0;
        }
    }

    private void TakeNamed(NaiveRow credit)
    {
        var debit = _rows.Find(
            row => row is { IsFree: true, Ticks: > 0 } && IsSameIdentity(credit, row, credit.Cells.Credits));
        if (debit is null)
        {
            credit.Reject(RejectionReason.CreditWithoutDebit);
            return;
        }

        debit.Place = RowOutcome.Netted;
        if (debit.Carried < -credit.Carried)
            credit.Reject(RejectionReason.NetVolumeNotPositive);
        else
            credit.Place = RowOutcome.Netted;
        UnequalCredits += debit.Carried > -credit.Carried ? 1 : 0;
    }

    private void TakeUnnamed(NaiveRow credit)
    {
        var debit =
            InOrder(_rows.Where(row => row is { IsFree: true, Ticks: > 0 } && IsSame(row, credit))).FirstOrDefault();
        if (debit is null)
        {
            credit.Reject(RejectionReason.CreditWithoutDebit);
            return;
        }

        (debit.Place, credit.Place) = (RowOutcome.Netted, RowOutcome.Netted);
    }
}
