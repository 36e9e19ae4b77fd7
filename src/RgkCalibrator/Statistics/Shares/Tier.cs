using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Statistics.Shares;

/// <summary>The reliability of an estimate by the size of its sample.</summary>
public enum Tier
{
    /// <summary>There are too few values for an estimate.</summary>
    None,

    /// <summary>The estimate gives an order of magnitude.</summary>
    Indicative,

    /// <summary>The estimate is usable until there are more years.</summary>
    Provisional,

    /// <summary>The estimate is usable without reservation.</summary>
    Full,
}

/// <summary>The smallest sample of each tier.</summary>
public sealed record TierSettings
{
    private const int ProvisionalBeyond = 8;
    private const int FullBeyond = 24;
    private const double Tail = 0.025;

    /// <summary>
    /// Takes the three sizes. 17 is the smallest sample for which the 95% interval of a P80 has an upper limit.
    /// </summary>
    /// <exception cref="ArgumentException">The sizes do not ascend from at least 1.</exception>
    public TierSettings(int indicativeFrom = 17, int provisionalFrom = 40, int fullFrom = 120)
    {
        if (indicativeFrom < 1 || provisionalFrom < indicativeFrom || fullFrom < provisionalFrom)
            throw new ArgumentException("The sizes of the tiers ascend from at least 1.", nameof(indicativeFrom));
        (IndicativeFrom, ProvisionalFrom, FullFrom) = (indicativeFrom, provisionalFrom, fullFrom);
    }

    /// <summary>
    /// The sizes for a percentile: the usual ones up to P80. Above P80 fewer values lie beyond it, so more are needed
    /// for the same precision: indicative needs an upper limit of the 95% interval, and provisional and full need 8 and
    /// 24 values beyond the percentile, as 40 and 120 values have beyond a P80.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Nothing lies beyond.</exception>
    public static TierSettings For(Percentage percentage)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(percentage.Halves, Percentage.HalvesInWhole, nameof(percentage));
        var usual = new TierSettings();
        return new TierSettings(
            Math.Max(usual.IndicativeFrom, SmallestWithUpperLimit(percentage)),
            Math.Max(usual.ProvisionalFrom, SizeWithBeyond(ProvisionalBeyond, percentage)),
            Math.Max(usual.FullFrom, SizeWithBeyond(FullBeyond, percentage)));
    }

    /// <summary>The smallest sample that is indicative.</summary>
    public int IndicativeFrom { get; }

    /// <summary>The smallest sample that is provisional.</summary>
    public int ProvisionalFrom { get; }

    /// <summary>The smallest sample that is full.</summary>
    public int FullFrom { get; }

    /// <summary>The tier of a sample of size n.</summary>
    public Tier Of(long n) => n switch
    {
        _ when n >= FullFrom => Tier.Full,
        _ when n >= ProvisionalFrom => Tier.Provisional,
        _ when n >= IndicativeFrom => Tier.Indicative,
        _ => Tier.None,
    };

    // There is an upper limit when all values are seldom enough below the percentile.
    private static int SmallestWithUpperLimit(Percentage percentage)
    {
        var size = 1;
        for (var allBelow = percentage.Share; allBelow > Tail; allBelow *= percentage.Share)
            size++;
        return size;
    }

    private static int SizeWithBeyond(int beyond, Percentage percentage)
    {
        var halvesBeyond = Percentage.HalvesInWhole - percentage.Halves;
        return ((beyond * Percentage.HalvesInWhole) + halvesBeyond - 1) / halvesBeyond;
    }
}
