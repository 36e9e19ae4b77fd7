using MathNet.Numerics.Distributions;

namespace RgkCalibrator.Benchmarks.Coverage;

/// <summary>
/// The random numbers of one replicate: a stream of its own, so that replicates can run in any order and on any number
/// of threads.
/// </summary>
internal sealed class Draws(long seed, int replicate)
{
    private const double Fraction = 1.0 / (1L << 53);

    private SplitMix64 _random = SplitMix64.ForStream(seed, replicate);

    /// <summary>Between 0 and 1, never either.</summary>
    public double Uniform() => ((_random.Next() >> 11) + 0.5) * Fraction;

    /// <summary>With mean 0 and standard deviation 1.</summary>
    public double Normal() => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, Uniform());

    /// <summary>With this median; <paramref name="spread"/> is the standard deviation of the logarithm.</summary>
    public double LogNormal(double median, double spread) => median * Math.Exp(spread * Normal());

    /// <summary>Of shape 2: the sum of two waiting times, each of this mean.</summary>
    public double GammaOfTwo(double scale) => -scale * (Math.Log(Uniform()) + Math.Log(Uniform()));

    /// <summary>0 to count − 1.</summary>
    public int Below(int count) => _random.BelowFrom64Bits(count);
}

/// <summary>The distribution functions that belong to <see cref="Draws"/>.</summary>
internal static class Shares
{
    /// <summary>The share at or below x.</summary>
    public static double LogNormal(double x, double median, double spread) =>
        x <= 0 ? 0 : Normal.CDF(0, 1, Math.Log(x / median) / spread);

    /// <inheritdoc cref="LogNormal"/>
    public static double GammaOfTwo(double x, double scale) =>
        x <= 0 ? 0 : 1 - (Math.Exp(-x / scale) * (1 + (x / scale)));
}
