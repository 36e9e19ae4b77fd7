using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Statistics.Shares;

/// <summary>The side of a target on which a provider stands out.</summary>
public enum FunnelSide
{
    /// <summary>Within the limits.</summary>
    Within,

    /// <summary>Under the lower limit.</summary>
    Below,

    /// <summary>Over the upper limit.</summary>
    Above,
}

/// <summary>One provider against a target: how many of its trajectories lie beyond a line.</summary>
public sealed record FunnelPoint
{
    /// <summary>Compares a provider with the target.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside.</exception>
    public FunnelPoint(long beyond, long n, double target)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(beyond);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(beyond, n);
        if (target is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(target), target, "A target between 0 and 1.");
        (Beyond, N, Target) = (beyond, n, target);
    }

    /// <summary>The number beyond the line, 0 to n.</summary>
    public long Beyond { get; }

    /// <summary>The number of trajectories, at least 1.</summary>
    public long N { get; }

    /// <summary>The target share, between 0 and 1.</summary>
    public double Target { get; }

    /// <summary>The share beyond the line, 0 to 1.</summary>
    public double Share => (double)Beyond / N;

    /// <summary>(share − target)/√(target(1 − target)/n); for overdispersion and drawing, not for a verdict.</summary>
    public double Z => (Share - Target) / Math.Sqrt(Target * (1 - Target) / N);

    /// <summary>2√n(arcsin √share − arcsin √target), whose spread depends little on the target.</summary>
    public double ArcsineZ => 2 * Math.Sqrt(N) * (Math.Asin(Math.Sqrt(Share)) - Math.Asin(Math.Sqrt(Target)));

    /// <summary>The exact chance of this number or more beyond the line, 0 to 1.</summary>
    public double UpperTail => BinomialTest.AtLeast(Beyond, N, Target);

    /// <summary>The exact chance of this number or fewer beyond the line, 0 to 1.</summary>
    public double LowerTail => BinomialTest.AtMost(Beyond, N, Target);

    /// <summary>
    /// Flags the provider by the exact tails: at 99.8% when one is at most 0.001, at 95% when at most 0.025.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public FunnelSide Flag(double confidence)
    {
        var tail = EqualTails.ChanceOf(confidence);
        if (UpperTail <= tail)
            return FunnelSide.Above;
        return LowerTail <= tail ? FunnelSide.Below : FunnelSide.Within;
    }
}
