namespace RgkCalibrator.Disclosure;

/// <summary>A count that may be shown: to the nearest five, or "fewer than ten". Only Disclosure makes one.</summary>
public sealed record SafeCount
{
    internal SafeCount(long? value, int smallest) => (Value, Smallest) = (value, smallest);

    /// <summary>The rounded count; null when it is too small to be shown.</summary>
    public long? Value { get; }

    /// <summary>A count that is not shown is below this.</summary>
    public int Smallest { get; }
}

/// <summary>A share that may be shown: of rounded counts, or "more than" a bound. Only Disclosure makes one.</summary>
public sealed record SafeShare
{
    internal SafeShare(double value, bool isBand) => (Value, IsBand) = (value, isBand);

    /// <summary>Between 0 and 1; of a band, its lower end.</summary>
    public double Value { get; }

    /// <summary>Whether the share is only said to be above the value.</summary>
    public bool IsBand { get; }
}
