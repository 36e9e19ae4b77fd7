namespace RgkCalibrator.Catalogue;

/// <summary>How much prices of care went up in each year, as a region indexed them.</summary>
/// <param name="Percentages">By year, the rise from the year before in percent.</param>
public sealed record PriceIndex(IReadOnlyDictionary<int, decimal> Percentages)
{
    /// <summary>No year is known.</summary>
    public static PriceIndex None { get; } = new(new Dictionary<int, decimal>());

    /// <summary>Whether no year is known.</summary>
    public bool IsEmpty => Percentages.Count == 0;

    /// <summary>
    /// What a euro of one year is in another, by the rises of the years between; null where one of them is not known.
    /// </summary>
    public decimal? Factor(int from, int to)
    {
        if (from > to)
            return 1 / Factor(to, from);
        var factor = 1m;
        for (var year = from + 1; year <= to; year++)
        {
            if (!Percentages.TryGetValue(year, out var percentage))
                return null;
            factor *= 1 + (percentage / 100);
        }

        return factor;
    }
}
