using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Disclosure;

/// <summary>
/// A point of a cumulative curve that may be shown: at least this share of the trajectories is at or below the value.
/// </summary>
public sealed record SafePoint
{
    internal SafePoint(double value, Percentage percentage) => (Value, Percentage) = (value, percentage);

    /// <summary>The value on the policy's step: in units, or on the axis of durations.</summary>
    public double Value { get; }

    /// <summary>The share.</summary>
    public Percentage Percentage { get; }
}

/// <summary>
/// A distribution as percentiles that may be shown together: P5 to P95 by fives, without those that lie too near to
/// another.
/// </summary>
/// <remarks>
/// At least ten children lie between two points, below the first and above the last. A point says 'at least': the share
/// at its value is known only up to the next point, so that also together with the classes of a histogram no stretch
/// can be pinned to fewer children.
/// </remarks>
public sealed record SafeCurve
{
    private const int Least = 5;
    private const int Most = 95;
    private const int GridStep = 5;
    private const int FewestPoints = 3;

    // A box needs these; the others fill what is left, from below.
    private static readonly int[] First = [50, 25, 75, 90, 10];

    private SafeCurve(SafeLine line, IReadOnlyList<SafePoint> points) => (Line, Points) = (line, points);

    /// <summary>The line it belongs to.</summary>
    public SafeLine Line { get; }

    /// <summary>At least three points, ascending in value and in share.</summary>
    public IReadOnlyList<SafePoint> Points { get; }

    /// <summary>
    /// How many percentiles of the grid have no point of their own: left out, or equal to a higher one.
    /// </summary>
    public int Missing => Grid.Except(Points.Select(point => point.Percentage)).Count();

    /// <summary>The percentiles that a curve is made of.</summary>
    public static IEnumerable<Percentage> Grid =>
        Enumerable.Range(0, ((Most - Least) / GridStep) + 1).Select(i => Percentage.Of(Least + (i * GridStep)));

    /// <summary>A distribution as it may be shown.</summary>
    /// <param name="line">The line it belongs to, as it may be shown.</param>
    /// <param name="known">The values.</param>
    /// <param name="shown">
    /// What the line shows already of this distribution and, as values alone, of one much like it.
    /// </param>
    /// <param name="onStep">
    /// The smallest value on the policy's steps that is not below a value; null where there is none.
    /// </param>
    /// <param name="profile">What may be shown.</param>
    /// <returns>Null when the line's own figures are not shown, or fewer than three points are left.</returns>
    internal static SafeCurve? From(
        SafeLine line, KnownValues known, ShownValues shown, Func<double, double?> onStep, DisclosureProfile profile)
    {
        if (line.Withheld is not null)
            return null;
        // What the line shows at a percentile stands: it may be the middle of two values.
        var candidates = Candidates(known, onStep, profile)
            .Where(point => !shown.Points.Any(own => own.Percentage == point.Percentage)).ToList();
        var kept = new List<double>();
        foreach (var value in shown.Points.Concat(candidates).Select(point => point.Value).Distinct())
        {
            var isApart = shown.Values.Contains(value) || known.IsApart(value, shown.Values, profile);
            if (isApart && known.IsApart(value, kept, profile))
                kept.Add(value);
        }

        // Many percentiles can share a value: the highest tells what it holds.
        var points = shown.Points.Concat(candidates).Where(point => kept.Contains(point.Value))
            .GroupBy(point => point.Value, (_, same) => same.MaxBy(point => point.Percentage.Halves)!)
            .OrderBy(point => point.Value).ToList();
        points.RemoveAll(point => points.Exists(lower =>
            lower.Value < point.Value && lower.Percentage.Halves >= point.Percentage.Halves));
        return points.Count < FewestPoints ? null : new SafeCurve(line, points);
    }

    private static IEnumerable<SafePoint> Candidates(
        KnownValues known, Func<double, double?> onStep, DisclosureProfile profile) =>
        from percentage in First.Select(percent => Percentage.Of(percent)).Concat(Grid).Distinct()
        where known.Children >= profile.ChildrenNeeded(percentage)
        let raw = known.At(percentage)
        where raw is not null
        let value = onStep(raw.Value)
        where value is not null
        select new SafePoint(value.Value, percentage);
}

/// <summary>What a line shows of a distribution beside its curve.</summary>
/// <param name="Points">Percentiles of this very distribution.</param>
/// <param name="Values">Their values, and those of distributions of nearly the same children.</param>
internal sealed record ShownValues(IReadOnlyList<SafePoint> Points, IReadOnlyList<double> Values);
