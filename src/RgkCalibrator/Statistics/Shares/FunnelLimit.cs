using MathNet.Numerics.Distributions;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Statistics.Shares;

/// <summary>
/// Control limits of a funnel plot, as shares: Spiegelhalter (2005), Funnel plots for comparing institutional
/// performance, Statistics in Medicine 24(8), doi:10.1002/sim.1970.
/// </summary>
public static class FunnelLimit
{
    /// <summary>
    /// The exact binomial limit under which a share P of all providers of this size would stay, interpolated: (r −
    /// α)/n, from 0 to 1, with r the smallest number with P(X ≤ r) ≥ P and α = (P(X ≤ r) − P)/P(X = r), X binomial(n,
    /// target). A smooth line for drawing, never for a verdict.
    /// </summary>
    /// <param name="target">The share beyond the line that is aimed at, 0 to 1.</param>
    /// <param name="n">The size, at least 1.</param>
    /// <param name="p">Between 0 and 1; under one half it is a limit below, else one above.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside.</exception>
    public static double Interpolated(double target, long n, double p)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        if (p is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A chance between 0 and 1.");
        var r = Bisection.First(0, n, k => BinomialTest.AtMost(k, n, target) >= p);
        var alpha = (BinomialTest.AtMost(r, n, target) - p) / BinomialTest.Exactly(r, n, target);
        return Math.Clamp((r - alpha) / n, 0, 1);
    }

    /// <summary>
    /// The limit on the arcsine scale, for more spread than chance alone: sin²(arcsin √target ± z·√(1/4n + τ²)), 0 to
    /// 1.
    /// </summary>
    /// <param name="target">0 to 1.</param>
    /// <param name="n">At least 1.</param>
    /// <param name="p">Between 0 and 1.</param>
    /// <param name="tauSquared">Of <see cref="Overdispersion"/>; 0 for chance alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside.</exception>
    public static double Arcsine(double target, long n, double p, double tauSquared)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(tauSquared);
        if (p is not (> 0 and < 1) || target is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A chance between 0 and 1, and a target from 0 to 1.");
        var shift = Normal.InvCDF(0, 1, p) * Math.Sqrt((1 / (4.0 * n)) + tauSquared);
        var sine = Math.Sin(Math.Clamp(Math.Asin(Math.Sqrt(target)) + shift, 0, Math.PI / 2));
        return sine * sine;
    }
}
