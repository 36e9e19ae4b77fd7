namespace RgkCalibrator.Synthetic;

/// <summary>What is wrong with a row.</summary>
public enum DirtKind
{
    /// <summary>Nothing: the row is clean.</summary>
    None,

    /// <summary>A wrong declaration, and a credit that names it.</summary>
    CreditWithReference,

    /// <summary>A wrong declaration, and a credit that is equal to it but names none.</summary>
    CreditWithoutReference,

    /// <summary>A credit of nothing that was declared; half of them name a line that is not there.</summary>
    CreditWithoutDebit,

    /// <summary>The same row again, later in the same file or in the next year's.</summary>
    Duplicate,

    /// <summary>A line in two rows with the same period, which add up to it.</summary>
    Overlap,

    /// <summary>A line of uren in minutes.</summary>
    Minutes,

    /// <summary>A row without a client.</summary>
    MissingClient,

    /// <summary>A row without a product.</summary>
    MissingProduct,

    /// <summary>A start that is no date, or none of this age.</summary>
    BadDate,

    /// <summary>An end before the start.</summary>
    EndBeforeStart,

    /// <summary>A period of more than 366 days.</summary>
    PeriodTooLong,

    /// <summary>A volume that is missing or, in CSV, no number.</summary>
    BadVolume,

    /// <summary>A volume of nothing.</summary>
    ZeroVolume,

    /// <summary>A row without a unit.</summary>
    MissingUnit,

    /// <summary>A unit that is in no list.</summary>
    UnknownUnit,

    /// <summary>A unit that cannot become the product's, e.g. etmaal for uren.</summary>
    UnitNotConvertible,

    /// <summary>A product code that is in no catalogue.</summary>
    UnknownProduct,

    /// <summary>A row that starts in 2024, made from one of 2023.</summary>
    AfterObserved,
}
