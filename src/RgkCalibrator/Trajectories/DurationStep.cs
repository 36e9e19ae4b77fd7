namespace RgkCalibrator.Trajectories;

/// <summary>What a duration in the framework is counted in.</summary>
public enum DurationUnit
{
    /// <summary>Calendar months.</summary>
    Month,

    /// <summary>Weeks of seven days.</summary>
    Week,

    /// <summary>The rest of the school year of the start, which ends on 31 July.</summary>
    SchoolYear,
}

/// <summary>
/// A duration that a framework line can have: 12 months, 26 weeks, a school year. Length is at least 1; of a school
/// year it is 1.
/// </summary>
public sealed record DurationStep(int Length, DurationUnit Unit)
{
    /// <summary>A number of calendar months.</summary>
    public static DurationStep Months(int months) => new(months, DurationUnit.Month);

    /// <summary>A number of weeks.</summary>
    public static DurationStep Weeks(int weeks) => new(weeks, DurationUnit.Week);

    /// <summary>Until 31 July of the school year (August to July) of the start.</summary>
    public static DurationStep SchoolYear { get; } = new(1, DurationUnit.SchoolYear);

    /// <summary>
    /// The last day on which a trajectory that starts on <paramref name="start"/> may end to lie within this step.
    /// </summary>
    /// <remarks>
    /// Within m months means before <c>start.AddMonths(m)</c>, which clips to the last day of a shorter month:
    /// six months from 31 August last until 27 or 28 February.
    /// </remarks>
    public DateOnly LastDay(DateOnly start) => Unit switch
    {
        DurationUnit.Month => start.AddMonths(Length).AddDays(-1),
        DurationUnit.Week => start.AddDays((7 * Length) - 1),
        DurationUnit.SchoolYear => new DateOnly(start.Month > 7 ? start.Year + 1 : start.Year, 7, 31),
        _ => throw new ArgumentOutOfRangeException(nameof(start), Unit, "Unknown duration unit."),
    };

    /// <summary>For readers: <c>12 maanden</c>, <c>1 week</c>, <c>schooljaar</c>.</summary>
    public Wording Shown() => Unit switch
    {
        DurationUnit.Month when Length == 1 => new("1 maand", "1 month"),
        DurationUnit.Month => new($"{Numbers.Whole(Length)} maanden", $"{Numbers.Whole(Length)} months"),
        DurationUnit.Week when Length == 1 => new("1 week", "1 week"),
        DurationUnit.Week => new($"{Numbers.Whole(Length)} weken", $"{Numbers.Whole(Length)} weeks"),
        DurationUnit.SchoolYear => new("schooljaar", "school year"),
        _ => throw new InvalidOperationException($"Unknown duration unit {Unit}."),
    };

    /// <summary>In a sentence, after 'binnen' or 'langer dan': <c>12 maanden</c>, <c>het schooljaar</c>.</summary>
    public Wording InSentence() => Unit == DurationUnit.SchoolYear ? new("het schooljaar", "the school year") : Shown();
}
