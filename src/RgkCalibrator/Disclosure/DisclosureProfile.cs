using System.Globalization;
using System.Text.Json.Nodes;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Disclosure;

/// <summary>
/// What may be shown outside, and the rules about children that follow from it. The unit is the child. The defaults are
/// strict; a region's privacy officer confirms them.
/// </summary>
/// <param name="SmallestGroup">
/// k: every figure that is shown stands for at least so many children, and so does what it leaves over.
/// </param>
/// <param name="CountRounding">Counts are shown to the nearest multiple of this.</param>
/// <param name="BothPercentilesFrom">
/// Children from which two volumes, as at P75 and at P80, may stand side by side.
/// </param>
/// <param name="LargestSameShare">
/// A percentile of a group of which at least this share has one and the same value is not shown.
/// </param>
/// <param name="BandFrom">Shares above this are shown as a band.</param>
public sealed record DisclosureProfile(
    int SmallestGroup = 10, int CountRounding = 5, int BothPercentilesFrom = 200, double LargestSameShare = 0.9,
    double BandFrom = 0.9)
{
    /// <summary>What is looser than the defaults, and who allowed it.</summary>
    public IReadOnlyList<ProfileLoosening> Exceptions { get; init; } = [];

    /// <summary>
    /// The day on which the profile is used, with which the ends of exceptions are compared; null: none.
    /// </summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>
    /// Whether figures are held together, so that none tells with others, or by its absence, what it does not tell
    /// alone. False only where the need of that is shown.
    /// </summary>
    internal bool HoldsTogether { get; init; } = true;

    /// <summary>Every value by its name in documents, in a fixed order; the same names as in a file.</summary>
    public JsonObject Describe() => new()
    {
        ["smallestGroup"] = SmallestGroup,
        ["countRounding"] = CountRounding,
        ["bothPercentilesFrom"] = BothPercentilesFrom,
        ["largestSameShare"] = LargestSameShare,
        ["bandFrom"] = BandFrom,
        ["asOf"] = AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["exceptions"] = new JsonArray([.. Exceptions.Select(exception => exception.Describe())]),
    };

    /// <summary>The children from which a percentile may be shown: the smallest group on either side of it.</summary>
    public int ChildrenNeeded(Percentage percentage) =>
        ChildrenFor(Math.Min(percentage.Halves, Percentage.HalvesInWhole - percentage.Halves));

    /// <summary>
    /// The children from which volumes at two percentiles may stand side by side: the smallest group lies between them,
    /// and there are never fewer than <see cref="BothPercentilesFrom"/>.
    /// </summary>
    internal int ChildrenNeeded(Percentage one, Percentage other) =>
        Math.Max(BothPercentilesFrom, ChildrenFor(Math.Abs(one.Halves - other.Halves)));

    /// <summary>Whether a figure may stand for these children; one who occurs several times counts once.</summary>
    internal bool AreEnough(IEnumerable<int> children) =>
        children.Distinct().Take(SmallestGroup).Count() == SmallestGroup;

    /// <summary>A count of so many children, as it may be shown.</summary>
    internal SafeCount Count(long count, long children) =>
        new(children < SmallestGroup ? null : Rounded(count), SmallestGroup);

    /// <summary>A count that is not told.</summary>
    internal SafeCount Untold => new(null, SmallestGroup);

    /// <summary>A count to the nearest multiple, halves up; an estimated count need not be whole.</summary>
    internal long Rounded(double count) =>
        ((long)Math.Round(count, MidpointRounding.AwayFromZero) + (CountRounding / 2)) / CountRounding * CountRounding;

    /// <summary>A part of a whole as it may be shown.</summary>
    /// <param name="count">The part and the whole.</param>
    /// <param name="areEnough">Whether both the part and what it leaves over stand for enough children.</param>
    internal SafeShare? Share((double Part, double Whole) count, bool areEnough)
    {
        var share = (double)Rounded(count.Part) / Rounded(count.Whole);
        if (Math.Max(share, count.Part / count.Whole) > BandFrom)
            return new SafeShare(BandFrom, isBand: true);
        return areEnough ? new SafeShare(share, isBand: false) : null;
    }

    /// <summary>The children of whom so large a part is the smallest group.</summary>
    private int ChildrenFor(int halves) =>
        halves == 0 ? int.MaxValue : ((SmallestGroup * Percentage.HalvesInWhole) + halves - 1) / halves;
}

/// <summary>A value that is looser than its default.</summary>
/// <param name="Setting">The value, by its name in a file.</param>
/// <param name="Name">What the exception is called: the decision, or the role of the person who took it.</param>
/// <param name="Reason">Why it was allowed.</param>
/// <param name="Until">
/// The last day for which it was given. It is compared with the day in the profile, never with a clock.
/// </param>
public sealed record ProfileLoosening(string Setting, string Name, string Reason, DateOnly Until)
{
    /// <summary>The exception as it stands in documents.</summary>
    internal JsonObject Describe() => new()
    {
        ["setting"] = Setting,
        ["name"] = Name,
        ["reason"] = Reason,
        ["until"] = Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
