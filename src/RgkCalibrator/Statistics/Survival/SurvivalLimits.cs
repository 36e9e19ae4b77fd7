namespace RgkCalibrator.Statistics.Survival;

/// <summary>
/// The scale on which the interval of a survival curve is symmetric; Klein and Moeschberger (2003), Survival Analysis,
/// sections 4.3 and 4.5, doi:10.1007/b97377.
/// </summary>
public enum SurvivalLimits
{
    /// <summary>log S: S·exp(± z·σ), at most 1; the default of R's survival.</summary>
    Log,

    /// <summary>log(−log S): S^exp(± z·σ / log S); keeps its confidence best when there are few ends.</summary>
    LogLog,

    /// <summary>S itself: S ± z·σ·S, between 0 and 1.</summary>
    Plain,
}
