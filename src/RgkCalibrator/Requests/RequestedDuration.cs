using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Requests;

/// <summary>How long care is asked for: in words, from a first to a last day, or both.</summary>
public sealed record RequestedDuration
{
    /// <summary>A week has so many parts, in which a month of 52/12 weeks and a day are whole numbers.</summary>
    internal const int PartsInWeek = 84;

    /// <summary>A month in those parts.</summary>
    internal const int PartsInMonth = PartsInWeek * 52 / 12;

    private const int PartsInDay = PartsInWeek / 7;
    private const int PartsInSchoolYear = PartsInWeek * 40;

    private RequestedDuration(DurationStep? step, Period? period) => (Step, Period) = (step, period);

    /// <summary>The duration in words; null where only days were given.</summary>
    public DurationStep? Step { get; }

    /// <summary>The first and the last day; null where only words were given.</summary>
    public Period? Period { get; }

    /// <summary>
    /// Its length in 84ths of a week: of words as of a line (a year has 52 weeks, a month 52/12, a school year 40), of
    /// days 52/12 weeks for every whole month and a seventh for every day that is left.
    /// </summary>
    internal int Parts => Step is { Unit: not DurationUnit.SchoolYear } || Period is null
        ? PartsOf(Step!)
        : PartsOf(Period);

    /// <summary>A duration in words.</summary>
    public static RequestedDuration Of(DurationStep step) => new(step, null);

    /// <summary>A stretch of days.</summary>
    public static RequestedDuration Of(Period period) => new(null, period);

    /// <summary>A duration in words from a day on.</summary>
    public static RequestedDuration Of(DateOnly first, DurationStep step) =>
        new(step, new Period(first, step.LastDay(first)));

    /// <summary>The length of a duration in words, likewise.</summary>
    internal static int PartsOf(DurationStep step) => step.Unit switch
    {
        DurationUnit.Month => step.Length * PartsInMonth,
        DurationUnit.Week => step.Length * PartsInWeek,
        DurationUnit.SchoolYear => PartsInSchoolYear,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Unit, "Unknown duration unit."),
    };

    /// <summary>
    /// The length over which a volume a week is given on a line: on one of a school year no more than 40 weeks for each
    /// school year that is touched, since there are holidays in it.
    /// </summary>
    internal int PartsOfCare(bool isOfSchoolYear)
    {
        if (!isOfSchoolYear)
            return Parts;
        var years = Period is null
            ? (Parts + PartsInSchoolYear - 1) / PartsInSchoolYear
            : SchoolYearOf(Period.Last) - SchoolYearOf(Period.First) + 1;
        return Math.Min(Parts, years * PartsInSchoolYear);
    }

    private static int PartsOf(Period period)
    {
        var end = period.Last.AddDays(1);
        var months = ((end.Year - period.First.Year) * 12) + end.Month - period.First.Month;
        if (period.First.AddMonths(months) > end)
            months--;
        var rest = end.DayNumber - period.First.AddMonths(months).DayNumber;
        return (months * PartsInMonth) + (rest * PartsInDay);
    }

    private static int SchoolYearOf(DateOnly day) => day.Month > 7 ? day.Year : day.Year - 1;
}
