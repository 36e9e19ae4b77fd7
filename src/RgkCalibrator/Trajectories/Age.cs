using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>Age on a day.</summary>
internal static class Age
{
    /// <summary>The highest age in youth care; a birth date that gives more stands for an unknown one.</summary>
    internal const int Highest = 30;

    // So many days are no more than the highest age, whatever the leap years.
    private const int SurelyBelow = (Highest + 1) * 365;

    /// <summary>
    /// Whether a birth date gives an age on a day beyond the highest: iJw and databases write 1 January 1900 for an
    /// unknown one.
    /// </summary>
    internal static bool IsBeyond(int day, int birth) =>
        birth != Line.NoDay && day - (long)birth > SurelyBelow && FullYears(day, birth) > Highest;

    /// <summary>
    /// Full years; null without a birth date, for one after the day, and beyond the highest age. Born on 29 February,
    /// one is a year older on 1 March of other years.
    /// </summary>
    internal static int? On(int day, int birth)
    {
        if (birth == Line.NoDay || birth > day)
            return null;
        var years = FullYears(day, birth);
        return years > Highest ? null : years;
    }

    private static int FullYears(int day, int birth)
    {
        var (year, month, dayOfMonth) = DayNumber.ToDate(day);
        var (bornYear, bornMonth, bornDay) = DayNumber.ToDate(birth);
        var hadBirthday = month > bornMonth || (month == bornMonth && dayOfMonth >= bornDay);
        return year - bornYear - (hadBirthday ? 0 : 1);
    }
}
