using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Statistics.Shares;

/// <summary>
/// An exact binomial control limit of a funnel plot: Spiegelhalter (2005), Funnel plots for comparing institutional performance,
/// Statistics in Medicine 24(8), doi:10.1002/sim.1970.
/// </summary>
/// <param name="N">The size at which it is drawn, at least 1.</param>
/// <param name="Quantile">The smallest r with P(X ≤ r) ≥ P, X binomial(n, target).</param>
/// <param name="Interpolated">
/// (r − α)/n with α = (P(X ≤ r) − P)/P(X = r), from 0 to 1: a smooth line for drawing, never for a verdict.
/// </param>
/// <param name="Alarm">
/// Below: the largest number with P(X ≤ k) ≤ P, −1 when there is none. Above: the smallest with P(X ≥ k) ≤ 1 − P, n + 1 when there is none.
/// </param>
public sealed record FunnelLimit(long N, long Quantile, double Interpolated, long Alarm)
{
    /// <summary>The limit under which a share P of all providers of this size would stay.</summary>
    /// <param name="target">The share beyond the line that is aimed at, 0 to 1.</param>
    /// <param name="n">The size, at least 1.</param>
    /// <param name="p">Between 0 and 1; under one half it is a limit below, else one above.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside.</exception>
    public static FunnelLimit Of(double target, long n, double p)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        if (p is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A chance between 0 and 1.");
        var r = First(n, k => BinomialTest.AtMost(k, n, target) >= p);
        var alpha = (BinomialTest.AtMost(r, n, target) - p) / BinomialTest.Exactly(r, n, target);
        var alarm = p < 0.5
            ? First(n, k => BinomialTest.AtMost(k, n, target) > p) - 1
            : First(n, k => BinomialTest.AtLeast(k, n, target) <= 1 - p);
        return new FunnelLimit(n, r, Math.Clamp((r - alpha) / n, 0, 1), alarm);
    }

    /// <summary>
    /// The limit on the arcsine scale, for more spread than chance alone: sin²(arcsin √target ± z·√(1/4n + τ²)), 0 to 1.
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
        var z = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, p);
        var sine = Math.Sin(Math.Clamp(Math.Asin(Math.Sqrt(target)) + (z * Math.Sqrt((1 / (4.0 * n)) + tauSquared)), 0, Math.PI / 2));
        return sine * sine;
    }

    // The first number from 0 to n for which it is so, knowing that it stays so; n + 1 when there is none.
    private static long First(long n, Func<long, bool> isSo)
    {
        var (no, yes) = (-1L, n + 1);
        while (yes - no > 1)
        {
            var middle = no + ((yes - no) / 2);
            if (isSo(middle))
                yes = middle;
            else
                no = middle;
        }

        return yes;
    }
}
