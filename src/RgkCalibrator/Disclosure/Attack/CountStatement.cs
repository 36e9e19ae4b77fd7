namespace RgkCalibrator.Disclosure.Attack;

/// <summary>A statement of a release: above one value and at or below another lie from so many to so many.</summary>
/// <param name="Above">Minus infinity for none.</param>
/// <param name="UpTo">Infinity for none.</param>
/// <param name="Counts">The least and the most, by the size of the whole distribution.</param>
internal sealed record CountStatement(double Above, double UpTo, Func<int, (double Least, double Most)> Counts)
{
    /// <summary>Of a count that was rounded.</summary>
    internal static CountStatement Rounded(double above, double upTo, CountRange range) =>
        new(above, upTo, _ => (range.Least, range.Most));

    /// <summary>
    /// Of a percentile that was rounded up to a step: so large a share lies at or below the value, less at or below the
    /// step before, and one trajectory at least between. That a percentile can be the middle of two values is left
    /// out.
    /// </summary>
    internal static IEnumerable<CountStatement> Percentile(double share, double value, double before)
    {
        yield return new(double.NegativeInfinity, value, size => (share * size, size));
        yield return new(double.NegativeInfinity, before, size => (0, share * size));
        yield return new(before, value, size => (1, size));
    }

    /// <summary>Of a share that is shown.</summary>
    internal static CountStatement Share(double upTo, SafeShare share, DisclosureProfile profile, bool isWhole) =>
        new(double.NegativeInfinity, upTo, size => CountRange.OfShare(share, size, profile, isWhole));
}

/// <summary>From how many to how many a count can be.</summary>
internal sealed record CountRange(double Least, double Most)
{
    /// <summary>
    /// A count that is shown as so many; one that stands for weighted trajectories need not be whole.
    /// </summary>
    internal static CountRange Of(long shown, DisclosureProfile profile, bool isWhole)
    {
        var (half, error) = (profile.CountRounding / 2, isWhole ? 0 : 0.5);
        return new(Math.Max(0, shown - half - error), shown - half + profile.CountRounding - 1 + error);
    }

    /// <summary>The part of a whole of known size that is shown in whole percents, or as a band.</summary>
    internal static (double Least, double Most) OfShare(
        SafeShare share, int size, DisclosureProfile profile, bool isWhole)
    {
        var (whole, rounding) = (profile.Rounded(size), profile.CountRounding);
        if (share.IsBand)
            return (Math.Max(0, (share.Value * Math.Min(whole, size)) - rounding), size);
        var percent = Math.Round((decimal)share.Value, 2, MidpointRounding.AwayFromZero);
        var least = decimal.Ceiling((percent - 0.005m) * whole / rounding) * rounding;
        var most = decimal.Floor((percent + 0.005m) * whole / rounding) * rounding;
        return (Of((long)least, profile, isWhole).Least, Math.Min(size, Of((long)most, profile, isWhole).Most));
    }
}
