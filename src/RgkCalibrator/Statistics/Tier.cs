namespace RgkCalibrator.Statistics;

/// <summary>How much an estimate can carry, by the size of its sample.</summary>
public enum Tier
{
    /// <summary>Too few values for an estimate.</summary>
    None,

    /// <summary>An order of magnitude.</summary>
    Indicative,

    /// <summary>Usable until more years are in.</summary>
    Provisional,

    /// <summary>Without reserve.</summary>
    Full,
}

/// <summary>The sizes from which each tier begins.</summary>
public sealed record TierSettings
{
    /// <summary>The three sizes. With 17 values the 95% interval of a P80 has an upper limit for the first time.</summary>
    /// <exception cref="ArgumentException">The sizes do not ascend from at least 1.</exception>
    public TierSettings(int indicativeFrom = 17, int provisionalFrom = 40, int fullFrom = 120)
    {
        if (indicativeFrom < 1 || provisionalFrom < indicativeFrom || fullFrom < provisionalFrom)
            throw new ArgumentException("The sizes of the tiers ascend from at least 1.", nameof(indicativeFrom));
        (IndicativeFrom, ProvisionalFrom, FullFrom) = (indicativeFrom, provisionalFrom, fullFrom);
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
}
