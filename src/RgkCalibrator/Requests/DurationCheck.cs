using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Review;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Requests;

/// <summary>What an excess of a duration is counted in.</summary>
public enum ExcessUnit
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks.</summary>
    Week,

    /// <summary>Months.</summary>
    Month,
}

/// <summary>The duration of a request beside that of a line.</summary>
/// <param name="Limit">The duration of the line.</param>
public sealed record DurationCheck(DurationStep Limit)
{
    /// <summary>What is asked beyond the line, in <see cref="BeyondUnit"/>; 0 inside it.</summary>
    public required decimal Beyond { get; init; }

    /// <summary>What that is counted in.</summary>
    public required ExcessUnit BeyondUnit { get; init; }

    /// <summary>The same as a part of the line.</summary>
    public required decimal BeyondShare { get; init; }

    /// <summary>The last day within the line; null where no first day was given.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>
    /// The duration of a line as the catalogue knows it: 40 weeks are the school year of a product that has one.
    /// </summary>
    internal static DurationStep LimitOf(Product product, PublishedLine line) =>
        product.AllowedDurations.Contains(line.Duration)
            ? line.Duration
            : product.AllowedDurations.FirstOrDefault(line.Duration.IsAlsoCalled) ?? line.Duration;

    /// <summary>
    /// Compares: days with the last day that the line allows from the first one, words of one unit by their number, and
    /// words of unlike units by the weeks that they count for.
    /// </summary>
    public static DurationCheck Of(RequestedDuration requested, DurationStep limit) => requested.Period is { } period
        ? OfDays(period, limit)
        : OfWords(requested.Step!, limit);

    private static DurationCheck OfDays(Period period, DurationStep limit)
    {
        var last = limit.LastDay(period.First);
        var beyond = Math.Max(0, period.Last.DayNumber - last.DayNumber);
        return new DurationCheck(limit)
        {
            Beyond = beyond,
            BeyondUnit = ExcessUnit.Day,
            BeyondShare = (decimal)beyond / (last.DayNumber - period.First.DayNumber + 1),
            LastDay = last,
        };
    }

    private static DurationCheck OfWords(DurationStep step, DurationStep limit)
    {
        var isAlike = step.Unit == limit.Unit;
        var (asked, allowed) = (RequestedDuration.PartsOf(step), RequestedDuration.PartsOf(limit));
        var beyond = step.IsAlsoCalled(limit) ? 0 : Math.Max(0, asked - allowed);
        var unit = isAlike && step.Unit == DurationUnit.Month ? ExcessUnit.Month : ExcessUnit.Week;
        return new DurationCheck(limit)
        {
            Beyond = (decimal)beyond
                / (unit == ExcessUnit.Month ? RequestedDuration.PartsInMonth : RequestedDuration.PartsInWeek),
            BeyondUnit = unit,
            BeyondShare = (decimal)beyond / allowed,
        };
    }
}
