using RgkCalibrator.Framework;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Disclosure;

/// <summary>
/// In which class of volume the percentile of a start year lies, and the limits of its interval, as they may be shown.
/// </summary>
public sealed record SafeYear
{
    internal SafeYear(string name, double? above, double? upTo, double? lower, double? upper) =>
        (Name, Above, UpTo, Lower, Upper) = (name, above, upTo, lower, upper);

    /// <summary>The year in which the trajectories start; also that of a part of <see cref="SafeParts"/>.</summary>
    public string Name { get; }

    /// <summary>Above what the percentile lies, in units; null in the first class.</summary>
    public double? Above { get; }

    /// <summary>The end of its class; null in the last one, which has none.</summary>
    public double? UpTo { get; }

    /// <summary>Above what the interval begins; null where it begins in the first class.</summary>
    public double? Lower { get; }

    /// <summary>At or below what the interval ends; null where it ends in the last class.</summary>
    public double? Upper { get; }

    /// <summary>Whether a volume at an end of a class lies in the interval.</summary>
    public bool Holds(double volume) => !(Lower >= volume) && !(Upper < volume);
}

/// <summary>
/// The percentile of the volume by start year, with its interval, as it may be shown. It is of the trajectories that
/// could be followed for the duration of the line.
/// </summary>
public sealed record SafeYears
{
    internal SafeYears(Percentage percentage, IReadOnlyList<double> ends, IReadOnlyList<SafeYear> years) =>
        (Percentage, Ends, Years) = (percentage, ends, years);

    /// <summary>Which percentile.</summary>
    public Percentage Percentage { get; }

    /// <summary>
    /// The ends of the classes of volume in which values are told, ascending, in units; the volume of the line is
    /// neither the first nor the last.
    /// </summary>
    public IReadOnlyList<double> Ends { get; }

    /// <summary>At least two, in their order, each once.</summary>
    public IReadOnlyList<SafeYear> Years { get; }

    /// <summary>The years of a line whose parts by year are shown; null where fewer than two may be told.</summary>
    /// <param name="draft">The line.</param>
    /// <param name="points">What else is told of its volumes.</param>
    /// <param name="profile">What may be shown.</param>
    internal static SafeYears? From(DraftLine draft, SafePoints points, DisclosureProfile profile)
    {
        if (YearClasses.Of(draft, points, profile) is not { } classes)
            return null;
        var (percentage, ends) = (draft.Chosen.Percentage, classes.Edges);
        var confidence = draft.Chosen.Volume!.Estimate.Confidence;
        return new(percentage, ends, [.. classes.Told.Select(YearOf)]);

        SafeYear YearOf(YearVolumes year)
        {
            var n = year.Volumes.Length;
            var ranks = RankInterval.ForSize(n, percentage, confidence);
            var rank = percentage.Rank(n);
            return new(year.Cell.Key, StartOf(rank), EndFrom(rank), StartOf(ranks.Lower), EndFrom(ranks.Upper));

            double? EndFrom(long rank) => Known(ends.Where(end => year.UpTo(end) >= rank)).FirstOrDefault();

            // A class begins where the one before it ends.
            double? StartOf(long rank) => Known(ends.Where(end => year.UpTo(end) < rank)).LastOrDefault();
        }

        static IEnumerable<double?> Known(IEnumerable<double> values) => values.Select(value => (double?)value);
    }
}
