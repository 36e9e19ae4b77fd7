using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Disclosure.Attack;

/// <summary>
/// All that is said of the volumes of one start year. The attacker is given which classes there are, and knows that
/// each holds enough.
/// </summary>
/// <param name="Line">The line.</param>
/// <param name="Years">The percentiles by year.</param>
/// <param name="Part">The same year among the shares above the line.</param>
/// <param name="Profile">What may be shown.</param>
internal sealed record YearStatements(SafeLine Line, SafeYears Years, SafePart Part, DisclosureProfile Profile)
{
    internal IEnumerable<CountStatement> Of(SafeYear year) =>
    [
        .. Classes(), .. OfPercentile(year), .. OfLimits(year),
        CountStatement.Rounded(
            (double)Line.Chosen.Volume!.Value, double.PositiveInfinity,
            CountRange.Of(Part.Above, Profile, isWhole: true)),
    ];

    /// <summary>The sizes that the year can have.</summary>
    internal IReadOnlyList<int> Sizes()
    {
        var range = CountRange.Of(Part.Trajectories, Profile, isWhole: true);
        return [.. Enumerable.Range((int)range.Least, (int)(range.Most - range.Least) + 1)];
    }

    private IEnumerable<CountStatement> Classes() => Years.Ends.Append(double.PositiveInfinity)
        .Select(end => new CountStatement(Before(end), end, size => (Profile.SmallestGroup, size)));

    private IEnumerable<CountStatement> OfPercentile(SafeYear year)
    {
        yield return UpTo(year.Above ?? double.NegativeInfinity, size => (0, Rank(size) - 1));
        yield return UpTo(year.UpTo ?? double.PositiveInfinity, size => (Rank(size), size));
    }

    private IEnumerable<CountStatement> OfLimits(SafeYear year)
    {
        if (Line.Confidence is not { } confidence)
            yield break;
        if (year.Lower is { } lower)
            yield return UpTo(lower, size => (0, Ranks(size).Lower - 1));
        yield return UpTo(After(year.Lower), size => (Ranks(size).Lower, size));
        yield return UpTo(Before(year.Upper ?? double.PositiveInfinity), size => (0, Ranks(size).Upper - 1));
        if (year.Upper is { } upper)
            yield return UpTo(upper, size => (Ranks(size).Upper, size));

        RankInterval Ranks(int size) => RankInterval.ForSize(size, Years.Percentage, confidence);
    }

    private long Rank(int size) => Years.Percentage.Rank(size);

    private double Before(double end) =>
        Years.Ends.Where(other => other < end).DefaultIfEmpty(double.NegativeInfinity).Max();

    private double After(double? end) =>
        Years.Ends.Where(other => !(other <= end)).DefaultIfEmpty(double.PositiveInfinity).Min();

    private static CountStatement UpTo(double value, Func<int, (double Least, double Most)> counts) =>
        new(double.NegativeInfinity, value, counts);
}
