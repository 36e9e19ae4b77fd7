namespace RgkCalibrator.Statistics.Quantiles;

/// <summary>
/// The definitions of a sample percentile, numbered as by Hyndman and Fan (1996), Sample quantiles in statistical
/// packages, The American Statistician 50(4), doi:10.1080/00031305.1996.10473566.
/// </summary>
/// <remarks>Type 3, the even order statistic, is left out, because implementations differ at exact halves.</remarks>
public enum QuantileType
{
    /// <summary>
    /// The smallest value with at least p of the sample at or below it; SQL's PERCENTILE_DISC, SAS definition 3.
    /// </summary>
    Type1,

    /// <summary>
    /// As type 1, but midway to the next value where exactly p lies at or below; SAS's default (definition 5). The
    /// percentile of this program, since Kaplan-Meier gives the same when nothing is censored.
    /// </summary>
    Type2,

    /// <summary>Linear between the steps of the empirical distribution; SAS definition 1.</summary>
    Type4,

    /// <summary>Linear between the middles of the steps; Hazen, usual in hydrology.</summary>
    Type5,

    /// <summary>
    /// Linear, at p(n + 1); Excel's PERCENTILE.EXC (PERCENTIEL.EXC), SPSS, Minitab, SAS definition 4; Weibull.
    /// </summary>
    Type6,

    /// <summary>
    /// Linear, at 1 + p(n − 1); Excel's PERCENTILE.INC (PERCENTIEL.INC), the default of R and NumPy, SQL's
    /// PERCENTILE_CONT.
    /// </summary>
    Type7,

    /// <summary>Linear, nearly median-unbiased for every distribution; advised by Hyndman and Fan.</summary>
    Type8,

    /// <summary>Linear, nearly unbiased for a normal distribution; Blom.</summary>
    Type9,
}
