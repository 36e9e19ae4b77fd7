using MathNet.Numerics;

namespace RgkCalibrator.Statistics.Quantiles;

/// <summary>
/// The regularized incomplete beta function, from which binomial tails and the exact limits of shares follow. The
/// leading factor is that of Loader (2000), Fast and accurate computation of binomial probabilities: no difference of
/// large logarithms, so that 13 digits are left also for 10⁹ trials. The continued fraction is 8.17.22 of the NIST
/// Digital Library of Mathematical Functions, by the method of Lentz (1976), doi:10.1364/AO.15.000668.
/// </summary>
/// <remarks>
/// MathNet's own takes differences of logarithms of the gamma function: of a million trials 9 digits are left, of 10⁹
/// trials 5, and 12 are printed.
/// </remarks>
internal static class RegularizedBeta
{
    private const double Precision = 1e-16;
    private const double Tiny = 1e-300;
    private const int MostTerms = 1_000_000;

    // In the logit a share of 10⁻³⁰⁰ and its complement are as near as any other.
    private const double FurthestLogit = 700;
    private const int Halvings = 80;
    private const double LeastForSeries = 15;

    /// <summary>I(x; a, b) for x from 0 to 1 and a, b above 0.</summary>
    public static double At(double x, double a, double b)
    {
        if (x is <= 0 or >= 1)
            return x <= 0 ? 0 : 1;
        return x > (a + 1) / (a + b + 2) ? 1 - Lower(1 - x, x, b, a) : Lower(x, 1 - x, a, b);
    }

    /// <summary>The x with I(x; a, b) equal to a share between 0 and 1.</summary>
    public static double Inverse(double share, double a, double b)
    {
        var (low, high) = Bisection.Between(
            -FurthestLogit, FurthestLogit, Halvings, logit => At(Logistic(logit), a, b) < share);
        return Logistic((low + high) / 2);
    }

    /// <summary>C(n, k)·pᵏ·(1 − p)ⁿ⁻ᵏ, for k and n that need not be whole, and p between 0 and 1.</summary>
    public static double Binomial(double k, double n, double p) => BinomialOf(k, n, p, 1 - p);

    private static double Logistic(double logit) => 1 / (1 + Math.Exp(-logit));

    private static double Lower(double x, double rest, double a, double b) =>
        b / (a + b) * BinomialOf(a, a + b, x, rest) * ContinuedFraction(x, a, b);

    private static double BinomialOf(double k, double n, double p, double q)
    {
        if (k <= 0 || k >= n)
            return Math.Exp(n * (k <= 0 ? LogOf(q, p) : LogOf(p, q)));
        var errors = StirlingError(n) - StirlingError(k) - StirlingError(n - k);
        var exponent = errors - Deviance(k, n * p) - Deviance(n - k, n * q);
        return Math.Sqrt(n / (2 * Math.PI * k * (n - k))) * Math.Exp(exponent);
    }

    // log p, from the smaller of p and q = 1 − p.
    private static double LogOf(double p, double q) => q < p ? SpecialFunctions.Log1p(-q) : Math.Log(p);

    // log n! − log of Stirling's formula.
    private static double StirlingError(double n)
    {
        if (n <= LeastForSeries)
            return SpecialFunctions.GammaLn(n + 1) - ((n + 0.5) * Math.Log(n)) + n - (Math.Log(2 * Math.PI) / 2);
        var square = n * n;
        var rest = (1 / 1260.0) - (((1 / 1680.0) - (1 / (1188.0 * square))) / square);
        return ((1 / 12.0) - (((1 / 360.0) - (rest / square)) / square)) / n;
    }

    // k·log(k/m) + m − k without cancellation where k is near m.
    private static double Deviance(double k, double m)
    {
        if (Math.Abs(k - m) >= 0.1 * (k + m))
            return (k * Math.Log(k / m)) + m - k;
        var ratio = (k - m) / (k + m);
        var (sum, term) = ((k - m) * ratio, 2 * k * ratio);
        for (var j = 1; ; j++)
        {
            term *= ratio * ratio;
            var next = sum + (term / ((2 * j) + 1));
            if (next == sum)
                return sum;
            sum = next;
        }
    }

    // Lentz's method, the even and the odd term of each round together.
    private static double ContinuedFraction(double x, double a, double b)
    {
        var numerator = 1.0;
        var denominator = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        var value = denominator;
        for (var m = 1; m <= MostTerms; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            denominator = 1 / NotZero(1 + (even * denominator));
            numerator = NotZero(1 + (even / numerator));
            value *= denominator * numerator;
            denominator = 1 / NotZero(1 + (odd * denominator));
            numerator = NotZero(1 + (odd / numerator));
            var factor = denominator * numerator;
            value *= factor;
            if (Math.Abs(factor - 1) <= Precision)
                break;
        }

        return value;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
