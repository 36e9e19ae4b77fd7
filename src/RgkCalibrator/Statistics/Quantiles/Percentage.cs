using System.Globalization;

namespace RgkCalibrator.Statistics.Quantiles;

/// <summary>
/// A whole or half percentage from 0 to 100, both ends included, held as a whole number of halves: 80% is 160 and 97.5%
/// is 195. Ranks follow in whole-number arithmetic; <c>Math.Ceiling(100 * 0.55)</c> would give 56.
/// </summary>
public sealed record Percentage
{
    /// <summary>The number of halves in 100%.</summary>
    public const int HalvesInWhole = 200;

    private Percentage(int halves) => Halves = halves;

    /// <summary>The percentage as a number of half percents, 0 to 200.</summary>
    public int Halves { get; }

    /// <summary>The nearest double between 0 and 1; for drawing and for cross-checks, not for ranks.</summary>
    public double Share => (double)Halves / HalvesInWhole;

    /// <summary>The percentage of a number such as 80 or 97.5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 0 to 100, or not a whole number of halves.</exception>
    public static Percentage Of(decimal percent)
    {
        if (percent is < 0 or > 100 || decimal.Truncate(percent * 2) != percent * 2)
        {
            throw new ArgumentOutOfRangeException(
                nameof(percent), percent, "A whole or half percentage from 0 to 100.");
        }

        return new Percentage(decimal.ToInt32(percent * 2));
    }

    /// <summary>⌈p·n/100⌉, from 0 to n: the smallest number of values that is at least this percentage of n.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is negative.</exception>
    public long Rank(long n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        // In 128 bits: n may be the sum of millions of counts.
        return (long)((((Int128)n * Halves) + HalvesInWhole - 1) / HalvesInWhole);
    }

    /// <summary>The percentage as P80 or P97.5, with a decimal point on every machine.</summary>
    public override string ToString() => string.Concat("P", (Halves / 2m).ToString(CultureInfo.InvariantCulture));
}
