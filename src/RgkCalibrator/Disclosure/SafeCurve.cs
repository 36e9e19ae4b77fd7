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
/// at its value is known only up to the next point. With the other figures of the distribution it lies on
/// <see cref="SafePoints"/>, so that also together no stretch can be pinned to fewer children.
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
    public SafeLine Line { get; private init; }

    /// <summary>At least three points, ascending in value and in share.</summary>
    public IReadOnlyList<SafePoint> Points { get; }

    /// <summary>
    /// How many percentiles of the grid have no point of their own: left out, or equal to a higher one.
    /// </summary>
    public int Missing => Grid.Except(Points.Select(point => point.Percentage)).Count();

    /// <summary>The percentiles that a curve is made of.</summary>
    public static IEnumerable<Percentage> Grid =>
        Enumerable.Range(0, ((Most - Least) / GridStep) + 1).Select(i => Percentage.Of(Least + (i * GridStep)));

    /// <summary>Whether a percentile is one that a box is made of.</summary>
    internal static bool IsOfBox(Percentage percentage) =>
        First.Any(percent => Percentage.Of(percent) == percentage);

    /// <summary>The same of a line that is read anew.</summary>
    internal SafeCurve Of(SafeLine line) => this with { Line = line };

    /// <summary>A distribution as it may be shown.</summary>
    /// <param name="line">The line it belongs to, as it may be shown.</param>
    /// <param name="own">The percentiles of this distribution that the line shows.</param>
    /// <param name="candidates">Those that a curve is made of: <see cref="Candidates"/>.</param>
    /// <param name="safe">Where points may stand.</param>
    /// <returns>Null when fewer than three points are left.</returns>
    internal static SafeCurve? From(
        SafeLine line, IReadOnlyList<SafePoint> own, IReadOnlyList<SafePoint> candidates, SafePoints safe)
    {
        // Many percentiles can share a value: the highest tells what it holds. What the line shows at a percentile
        // stands: it may be the middle of two values.
        var points = own.Concat(candidates.ExceptBy(own.Select(point => point.Percentage), point => point.Percentage))
            .Where(point => safe.Add(point.Value))
            .GroupBy(point => point.Value, (_, same) => same.MaxBy(point => point.Percentage.Halves)!)
            .OrderBy(point => point.Value).ToList();
        points.RemoveAll(point => points.Exists(lower =>
            lower.Value < point.Value && lower.Percentage.Halves >= point.Percentage.Halves));
        return points.Count < FewestPoints ? null : new SafeCurve(line, points);
    }

    /// <summary>
    /// The percentiles of a distribution that a curve is made of, in the order in which they are to be points; those
    /// that a box needs come first.
    /// </summary>
    /// <param name="known">The values.</param>
    /// <param name="onStep">
    /// The smallest value on the policy's steps that is not below a value; null where there is none.
    /// </param>
    /// <param name="profile">What may be shown.</param>
    internal static IEnumerable<SafePoint> Candidates(
        KnownValues known, Func<double, double?> onStep, DisclosureProfile profile) =>
        from percentage in First.Select(percent => Percentage.Of(percent)).Concat(Grid).Distinct()
        where known.Children >= profile.ChildrenNeeded(percentage)
        let raw = known.At(percentage)
        where raw is not null
        let value = onStep(raw.Value)
        where value is not null
        select new SafePoint(value.Value, percentage);
}
