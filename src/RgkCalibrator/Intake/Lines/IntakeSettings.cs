namespace RgkCalibrator.Intake.Lines;

/// <summary>How rows are read.</summary>
/// <param name="LastDay">O1: lines that start later are left out.</param>
/// <param name="Codes">The products that are known.</param>
/// <param name="OnlyKnownProducts">
/// Whether a product that is not known is rejected; else it is read in the unit of its lines.
/// </param>
/// <param name="MaxLineDays">The longest declared period that is believed, in days; 0 for no limit.</param>
public sealed record IntakeSettings(
    DateOnly LastDay, CodeBook Codes, bool OnlyKnownProducts, int MaxLineDays = IntakeSettings.DefaultMaxLineDays)
{
    /// <summary>A year, and a leap day.</summary>
    public const int DefaultMaxLineDays = 366;

    /// <summary>Whether the ledger tells years and products apart, which takes longer.</summary>
    public bool ByYearAndProduct { get; init; }

    /// <summary>Whether lines are added up by the months of their care and of their declaration.</summary>
    public bool ByMonth { get; init; }
}
