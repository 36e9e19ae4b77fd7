namespace RgkCalibrator.Statistics.Survival;

/// <summary>The difference below which a step of a curve counts as a flat at a share.</summary>
internal static class FlatTolerance
{
    // R's sqrt(.Machine$double.eps).
    private const double Most = 1.49e-8;

    // A share k/n and a half percentage differ by 1/(200n) or not at all; from 167,786 elements on the tolerance of R
    // would hide that.
    private const double HalfOfSmallestDifference = 400;

    /// <summary>The tolerance in a sample of this size.</summary>
    public static double ForSize(double count) => Math.Min(Most, 1 / (HalfOfSmallestDifference * Math.Max(1, count)));
}
