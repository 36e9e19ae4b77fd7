namespace RgkCalibrator.Synthetic;

/// <summary>What is wrong with a row; the first member is a row that is clean.</summary>
internal enum DirtKind : byte
{
    None,
    CreditWithReference,
    CreditWithoutReference,
    CreditWithoutDebit,
    Duplicate,
    Overlap,
    Minutes,
    MissingClient,
    MissingProduct,
    BadDate,
    EndBeforeStart,
    PeriodTooLong,
    BadVolume,
    ZeroVolume,
    MissingUnit,
    UnknownUnit,
    UnitNotConvertible,
    UnknownProduct,
    AfterObserved,
}

/// <summary>A kind's name in files, and where its rows end in the ledger; the reason is empty but for rejected rows.</summary>
internal sealed record DirtFate(string Name, string Place, string Reason)
{
    private const string Rejected = "rejected";

    private static readonly Dictionary<DirtKind, DirtFate> Fates = new()
    {
        [DirtKind.CreditWithReference] = new("credit-with-reference", "netted", ""),
        [DirtKind.CreditWithoutReference] = new("credit-without-reference", "netted", ""),
        [DirtKind.CreditWithoutDebit] = new("credit-without-debit", Rejected, "credit-without-debit"),
        [DirtKind.Duplicate] = new("duplicate", "duplicate", ""),
        [DirtKind.Overlap] = new("overlap", "used", ""),
        [DirtKind.Minutes] = new("minutes", "used", ""),
        [DirtKind.MissingClient] = new("missing-client", Rejected, "missing-client"),
        [DirtKind.MissingProduct] = new("missing-product", Rejected, "missing-product"),
        [DirtKind.BadDate] = new("bad-date", Rejected, "bad-date"),
        [DirtKind.EndBeforeStart] = new("end-before-start", Rejected, "end-before-start"),
        [DirtKind.PeriodTooLong] = new("period-too-long", Rejected, "period-too-long"),
        [DirtKind.BadVolume] = new("bad-volume", Rejected, "bad-volume"),
        [DirtKind.ZeroVolume] = new("zero-volume", Rejected, "zero-volume"),
        [DirtKind.MissingUnit] = new("missing-unit", Rejected, "unknown-unit"),
        [DirtKind.UnknownUnit] = new("unknown-unit", Rejected, "unknown-unit"),
        [DirtKind.UnitNotConvertible] = new("unit-not-convertible", Rejected, "unit-not-convertible"),
        [DirtKind.UnknownProduct] = new("unknown-product", Rejected, "unknown-product"),
        [DirtKind.AfterObserved] = new("after-observed", "excluded", ""),
    };

    internal static DirtFate Of(DirtKind kind) => Fates[kind];
}
