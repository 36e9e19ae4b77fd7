namespace RgkCalibrator.Disclosure.Releases;

/// <summary>What is left out of a product, so that the rest can stand beside earlier releases.</summary>
internal enum Reduction
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Percentiles by start year.</summary>
    YearPercentiles,

    /// <summary>Those, shares by start year and by provider, and the course of the intensity.</summary>
    Parts,

    /// <summary>Those, curves and boxes.</summary>
    Curves,

    /// <summary>Those and histograms.</summary>
    Distributions,

    /// <summary>All figures of its lines but the proposal, and the shares within each of its limits.</summary>
    Evidence,

    /// <summary>All but counts.</summary>
    Lines,
}
