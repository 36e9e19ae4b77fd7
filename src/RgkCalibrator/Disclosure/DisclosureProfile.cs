namespace RgkCalibrator.Disclosure;

/// <summary>
/// What may be shown outside. The unit is the child. The defaults are strict; a region's privacy officer confirms them.
/// </summary>
/// <param name="SmallestGroup">k: every figure that is shown stands for at least so many children, and so does what it leaves over.</param>
/// <param name="CountRounding">Counts are shown to the nearest multiple of this.</param>
/// <param name="BothPercentilesFrom">Children from which two volumes, at P75 and at P80, may stand side by side.</param>
/// <param name="LargestSameShare">A percentile of a group of which at least this share has one and the same value is not shown.</param>
/// <param name="BandFrom">Shares above this are shown as a band.</param>
public sealed record DisclosureProfile(
    int SmallestGroup = 10, int CountRounding = 5, int BothPercentilesFrom = 200, double LargestSameShare = 0.9, double BandFrom = 0.9);
