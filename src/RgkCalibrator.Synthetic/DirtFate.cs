namespace RgkCalibrator.Synthetic;

/// <summary>The name of a kind of dirt in files, its usual rate, and where its rows end in the ledger.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="UsualRate">How often a line gets it by default, per ten thousand lines that can have it.</param>
/// <param name="Name">The kind's name in files.</param>
/// <param name="Place">Where its rows end in the ledger.</param>
/// <param name="Reason">Why they are rejected; empty for rows that are not.</param>
internal sealed record DirtFate(DirtKind Kind, int UsualRate, string Name, string Place, string Reason)
{
    /// <summary>All kinds of dirt, in the order of the enumeration.</summary>
    internal static IReadOnlyList<DirtFate> All { get; } =
    [
        new(DirtKind.CreditWithReference, 60, "credit-with-reference", "netted", ""),
        new(DirtKind.CreditWithoutReference, 60, "credit-without-reference", "netted", ""),
        Rejected(DirtKind.CreditWithoutDebit, 15, "credit-without-debit"),
        new(DirtKind.Duplicate, 80, "duplicate", "duplicate", ""),
        new(DirtKind.Overlap, 60, "overlap", "used", ""),
        new(DirtKind.Minutes, 60, "minutes", "used", ""),
        Rejected(DirtKind.MissingClient, 5, "missing-client"),
        Rejected(DirtKind.MissingProduct, 5, "missing-product"),
        Rejected(DirtKind.BadDate, 8, "bad-date"),
        Rejected(DirtKind.EndBeforeStart, 8, "end-before-start"),
        Rejected(DirtKind.PeriodTooLong, 8, "period-too-long"),
        Rejected(DirtKind.BadVolume, 8, "bad-volume"),
        Rejected(DirtKind.ZeroVolume, 15, "zero-volume"),
        Rejected(DirtKind.MissingUnit, 5, "missing-unit") with { Reason = "unknown-unit" },
        Rejected(DirtKind.UnknownUnit, 5, "unknown-unit"),
        Rejected(DirtKind.UnitNotConvertible, 8, "unit-not-convertible"),
        Rejected(DirtKind.UnknownProduct, 8, "unknown-product"),
        new(DirtKind.AfterObserved, 10, "after-observed", "excluded", ""),
    ];

    /// <summary>The fate of one kind.</summary>
    internal static DirtFate ForKind(DirtKind kind) => All.Single(fate => fate.Kind == kind);

    // Most reasons have the name of the kind.
    private static DirtFate Rejected(DirtKind kind, int rate, string name) => new(kind, rate, name, "rejected", name);
}
