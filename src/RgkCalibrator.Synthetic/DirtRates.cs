using System.Text.Json.Nodes;

namespace RgkCalibrator.Synthetic;

/// <summary>
/// How often a line gets dirt: per ten thousand lines that can have the kind, each 0 or more, 10,000 or less in all. A line has one kind
/// at most. Dirt adds rows, or says a line in other rows: what is left of the rows after netting, without duplicates and rejected rows, is the region
/// without dirt.
/// </summary>
public sealed record DirtRates
{
    internal const int Whole = 10_000;

    /// <summary>About one line in twenty-five.</summary>
    public static DirtRates Default { get; } = new();

    /// <summary>A wrong declaration, and a credit that names it.</summary>
    public int CreditWithReference { get; init; } = 60;

    /// <summary>A wrong declaration, and a credit that is equal to it but names none.</summary>
    public int CreditWithoutReference { get; init; } = 60;

    /// <summary>A credit of nothing that was declared; half of them name a line that is not there.</summary>
    public int CreditWithoutDebit { get; init; } = 15;

    /// <summary>The same row again, later in the same file or in the next year's.</summary>
    public int Duplicate { get; init; } = 80;

    /// <summary>A line in two rows with the same period, which add up to it.</summary>
    public int Overlap { get; init; } = 60;

    /// <summary>A line of uren in minutes.</summary>
    public int Minutes { get; init; } = 60;

    /// <summary>A row without a client.</summary>
    public int MissingClient { get; init; } = 5;

    /// <summary>A row without a product.</summary>
    public int MissingProduct { get; init; } = 5;

    /// <summary>A start that is no date, or none of this age.</summary>
    public int BadDate { get; init; } = 8;

    /// <summary>An end before the start.</summary>
    public int EndBeforeStart { get; init; } = 8;

    /// <summary>A period of more than 366 days.</summary>
    public int PeriodTooLong { get; init; } = 8;

    /// <summary>A volume that is missing or, in CSV, no number.</summary>
    public int BadVolume { get; init; } = 8;

    /// <summary>A volume of nothing.</summary>
    public int ZeroVolume { get; init; } = 15;

    /// <summary>A row without a unit.</summary>
    public int MissingUnit { get; init; } = 5;

    /// <summary>A unit that is in no list.</summary>
    public int UnknownUnit { get; init; } = 5;

    /// <summary>A unit that cannot become the product's, e.g. etmaal for uren.</summary>
    public int UnitNotConvertible { get; init; } = 8;

    /// <summary>A product code that is in no catalogue.</summary>
    public int UnknownProduct { get; init; } = 8;

    /// <summary>A row that starts in 2024, made from one of 2023.</summary>
    public int AfterObserved { get; init; } = 10;

    /// <summary>Whether no rate is negative, and a line has a place for them all.</summary>
    internal bool IsPossible => ByKind.All(rate => rate.Rate >= 0) && ByKind.Sum(rate => (long)rate.Rate) <= Whole;

    /// <summary>The rates in the order of the kinds.</summary>
    internal IReadOnlyList<(DirtKind Kind, int Rate)> ByKind =>
    [
        (DirtKind.CreditWithReference, CreditWithReference),
        (DirtKind.CreditWithoutReference, CreditWithoutReference),
        (DirtKind.CreditWithoutDebit, CreditWithoutDebit),
        (DirtKind.Duplicate, Duplicate),
        (DirtKind.Overlap, Overlap),
        (DirtKind.Minutes, Minutes),
        (DirtKind.MissingClient, MissingClient),
        (DirtKind.MissingProduct, MissingProduct),
        (DirtKind.BadDate, BadDate),
        (DirtKind.EndBeforeStart, EndBeforeStart),
        (DirtKind.PeriodTooLong, PeriodTooLong),
        (DirtKind.BadVolume, BadVolume),
        (DirtKind.ZeroVolume, ZeroVolume),
        (DirtKind.MissingUnit, MissingUnit),
        (DirtKind.UnknownUnit, UnknownUnit),
        (DirtKind.UnitNotConvertible, UnitNotConvertible),
        (DirtKind.UnknownProduct, UnknownProduct),
        (DirtKind.AfterObserved, AfterObserved),
    ];

    /// <summary>Every rate by the name of its kind.</summary>
    internal JsonObject Describe() =>
        new(ByKind.Select(rate => KeyValuePair.Create<string, JsonNode?>(DirtFate.Of(rate.Kind).Name, rate.Rate)));
}
