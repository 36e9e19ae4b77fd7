using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;
using RgkCalibrator.Statistics.Survival;

namespace RgkCalibrator.Statistics.Resampling;

/// <summary>
/// What two equal marginal ranks hold together when volume and duration are jointly normal after a change of scale: the yardstick
/// beside the empirical <see cref="JointCoverage"/>. C(u, u) = u − 2T(h, √((1 − ρ)/(1 + ρ))) with h = Φ⁻¹(u) and T of Owen (1956),
/// Tables for computing bivariate normal probabilities, doi:10.1214/aoms/1177728074.
/// </summary>
public static class GaussianCopula
{
    private const int Points = 128;
    private const int Halvings = 60;

    /// <summary>The share within both limits when each by itself holds the share u.</summary>
    /// <param name="u">Between 0 and 1.</param>
    /// <param name="correlation">The correlation ρ on the normal scale, −1 to 1; Spearman's is 6/π·arcsin(ρ/2).</param>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside.</exception>
    public static double Diagonal(double u, double correlation)
    {
        if (u is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(u), u, "A share between 0 and 1.");
        if (correlation is not (>= -1 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(correlation), correlation, "A correlation lies between −1 and 1.");
        var h = Normal.InvCDF(0, 1, u);
        // With x = tan θ the integrand of Owen's T is bounded and smooth, also up to a right angle (ρ = −1).
        var angle = Math.Atan2(Math.Sqrt(1 - correlation), Math.Sqrt(1 + correlation));
        var integral = GaussLegendreRule.Integrate(theta => Math.Exp(-0.5 * h * h / (Math.Cos(theta) * Math.Cos(theta))), 0, angle, Points);
        return u - (integral / Math.PI);
    }

    /// <summary>The marginal share at which both together hold the target; the inverse of <see cref="Diagonal"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside.</exception>
    public static double MarginalShare(double target, double correlation)
    {
        // Both together hold at most what each holds, and at least 1 − 2(1 − u).
        var (low, high) = (target, (1 + target) / 2);
        for (var i = 0; i < Halvings && correlation < 1; i++)
        {
            var middle = low + ((high - low) / 2);
            if (Diagonal(middle, correlation) < target)
                low = middle;
            else
                high = middle;
        }

        return low;
    }
}
