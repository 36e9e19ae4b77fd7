using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Statistics.Charting;

/// <summary>
/// A control chart of shares whose spread is that of chance and of the usual differences between periods: Laney (2002),
/// Improved control charts for attributes, Quality Engineering 14(4), doi:10.1081/QEN-120006555.
/// </summary>
/// <remarks>
/// Of the periods of the base, z = (p − p̄)/√(p̄(1 − p̄)/n), and σz is the mean of the moving ranges
/// |z(i) − z(i − 1)| divided by 1.128. A limit lies at p̄ ± k σz √(p̄(1 − p̄)/n). Where σz is below 1 the limits are
/// those of chance alone: a binomial count cannot spread less, and a small σz of few periods would make signals of
/// chance.
/// </remarks>
public sealed record PChart
{
    /// <summary>The mean of the range of two standard normal values, as Laney gives it.</summary>
    private const double MeanRange = 1.128;

    private PChart(double centre, double sigmaZ, int periods) => (Centre, SigmaZ, Periods) = (centre, sigmaZ, periods);

    /// <summary>p̄: the share of all periods of the base together, between 0 and 1.</summary>
    public double Centre { get; }

    /// <summary>σz as measured, 0 or more; 1 where chance explains how the periods of the base differ.</summary>
    public double SigmaZ { get; }

    /// <summary>The periods of the base, at least two.</summary>
    public int Periods { get; }

    /// <summary>How much the limits of chance are widened, 1 or more.</summary>
    public double Widening => Math.Max(1, SigmaZ);

    /// <summary>The chart whose base is a row of periods, each with at least one case.</summary>
    /// <returns>Null for fewer than two periods, and where all or nothing lies beyond.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A period has no cases.</exception>
    public static PChart? Of(IReadOnlyList<BeyondCount> periods)
    {
        if (periods.Any(period => period.N < 1))
            throw new ArgumentOutOfRangeException(nameof(periods), "Every period has a case.");
        var (beyond, n) = (periods.Sum(period => period.Beyond), periods.Sum(period => period.N));
        if (periods.Count < 2 || beyond == 0 || beyond == n)
            return null;
        var chance = new PChart((double)beyond / n, sigmaZ: 1, periods.Count);
        var z = periods.Select(period => chance.Z((double)period.Beyond / period.N, period.N)).ToList();
        var ranges = z.Zip(z.Skip(1), (one, next) => Math.Abs(next - one)).Average();
        return new PChart(chance.Centre, ranges / MeanRange, periods.Count);
    }

    /// <summary>One σ of a period with n cases, as a share, widened.</summary>
    public double Sigma(long n) => Widening * Math.Sqrt(Centre * (1 - Centre) / n);

    /// <summary>How many σ a share of n cases lies above the centre; below zero for under it.</summary>
    public double Z(double share, long n) => (share - Centre) / Sigma(n);

    /// <summary>The limits at so many σ for a period of n cases, within 0 to 1.</summary>
    public (double Lower, double Upper) Limits(long n, double sigmas = RunRules.OuterSigmas) =>
        (Math.Max(0, Centre - (sigmas * Sigma(n))), Math.Min(1, Centre + (sigmas * Sigma(n))));
}
