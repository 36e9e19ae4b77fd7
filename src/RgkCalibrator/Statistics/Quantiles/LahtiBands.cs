using MathNet.Numerics.Distributions;

namespace RgkCalibrator.Statistics.Quantiles;

/// <summary>
/// The shares beyond a common line between which one line suffices, and those from which groups need lines of their
/// own. They follow the proportions of Lahti, Petersen, Boyd, Rustad, Laake and Solberg (2004), Partitioning of
/// nongaussian-distributed biochemical reference data into subgroups, Clinical Chemistry 50(5),
/// doi:10.1373/clinchem.2003.027953, carried over from 2.5% beyond the line to any share.
/// </summary>
/// <remarks>
/// At a line that 2.5% exceed, one line suffices when a group has 1.8% to 3.2% beyond it; at 0.9% or less, or 4.1% or
/// more, groups need their own. Two equally large normal groups with such shares lie Φ⁻¹(0.982) − Φ⁻¹(0.968) or
/// Φ⁻¹(0.991) − Φ⁻¹(0.959) standard deviations apart. The bands are the shares of groups at these distances beyond the
/// line that 1 − p of both groups together exceed.
/// </remarks>
/// <param name="OneLineFrom">The smallest share at which one line serves, 0 to 1.</param>
/// <param name="OneLineTo">The largest share at which one line serves, 0 to 1.</param>
/// <param name="OwnLinesTo">At this share and below, own lines; 0 to 1.</param>
/// <param name="OwnLinesFrom">At this share and above, own lines; 0 to 1.</param>
public sealed record LahtiBands(double OneLineFrom, double OneLineTo, double OwnLinesTo, double OwnLinesFrom)
{
    private const double Small = 0.032;
    private const double Large = 0.041;
    private const double Beyond = 0.025;
    private const int Halvings = 200;

    /// <summary>The bands at a percentage between 0 and 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Nothing or all lies beyond.</exception>
    public static LahtiBands ForPercentage(Percentage percentage)
    {
        if (percentage.Halves is 0 or Percentage.HalvesInWhole)
            throw new ArgumentOutOfRangeException(nameof(percentage), percentage, "A percentage between 0 and 100.");
        var beyond = 1 - percentage.Share;
        var (oneLineTo, ownLinesFrom) = (ShareAt(Distance(Small), beyond), ShareAt(Distance(Large), beyond));
        return new LahtiBands((2 * beyond) - oneLineTo, oneLineTo, (2 * beyond) - ownLinesFrom, ownLinesFrom);
    }

    /// <summary>
    /// The distance in standard deviations between two normal groups, when one has this share beyond the line that 2.5%
    /// of both together exceed.
    /// </summary>
    internal static double Distance(double share) =>
        Normal.InvCDF(0, 1, 1 - ((2 * Beyond) - share)) - Normal.InvCDF(0, 1, 1 - share);

    // The line lies where both tails together are twice the share; the upper group has the larger tail.
    private static double ShareAt(double distance, double beyond)
    {
        var (line, _) = Bisection.Between(
            -40,
            40,
            Halvings,
            x => Normal.CDF(0, 1, (distance / 2) - x) + Normal.CDF(0, 1, (-distance / 2) - x) > 2 * beyond);
        return Normal.CDF(0, 1, (distance / 2) - line);
    }
}
