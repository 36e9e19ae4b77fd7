namespace RgkCalibrator.Disclosure.Attack;

/// <summary>What a histogram says of a distribution.</summary>
/// <param name="Wished">The edges that it was to have.</param>
/// <param name="Placed">The other figures of the distribution, from which its edges keep away.</param>
/// <param name="Line">The edge that is the framework line.</param>
/// <param name="Profile">What may be shown.</param>
internal sealed record HistogramStatements(
    IReadOnlyList<double> Wished, IReadOnlyList<double> Placed, double Line, DisclosureProfile Profile)
{
    /// <summary>What the classes say, and the edges that are missing.</summary>
    internal IEnumerable<CountStatement> Of(SafeHistogram? histogram) =>
        histogram is null ? [] : [.. OfClasses(histogram), .. OfMissing(histogram)];

    private IEnumerable<CountStatement> OfClasses(SafeHistogram histogram)
    {
        var isWhole = LineStatements.IsUnweighted(histogram.Line);
        return histogram.Bins.Select((bin, i) => CountStatement.Rounded(
            i == 0 ? double.NegativeInfinity : bin.From, bin.To ?? double.PositiveInfinity,
            CountRange.Of(bin.Count, Profile, isWhole)));
    }

    /// <summary>
    /// An edge was left out because too few lie between it and the figure before it, or the one after it. Where the
    /// next figure is an edge that was placed after it, it was the former.
    /// </summary>
    private IEnumerable<CountStatement> OfMissing(SafeHistogram histogram)
    {
        var edges = histogram.Bins.Select(bin => bin.From).Skip(1).ToList();
        // Without the rules on figures together a histogram keeps away from its line alone.
        IReadOnlyList<double> placed = Profile.HoldsTogether ? Placed : [Line];
        List<double> before = [.. edges, .. placed];
        foreach (var missing in Wished.Except(edges))
        {
            var next = before.Where(value => value > missing).DefaultIfEmpty(double.PositiveInfinity).Min();
            if (!edges.Contains(next) || placed.Contains(next))
                continue;
            var last = before.Where(value => value < missing).DefaultIfEmpty(double.NegativeInfinity).Max();
            yield return new(last, missing, _ => (0, Profile.SmallestGroup - 1));
        }
    }
}
