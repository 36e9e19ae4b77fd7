using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>Age on a day.</summary>
internal static class Age
{
    /// <summary>
    /// Full years; null without a birth date and for one after the day. Born on 29 February, one is a year older on 1
    /// March of other years.
    /// </summary>
    internal static int? On(int day, int birth)
    {
        if (birth == Line.NoDay || birth > day)
            return null;
        var (date, born) = (DayNumber.ToDate(day), DayNumber.ToDate(birth));
        var hadBirthday = date.Month > born.Month || (date.Month == born.Month && date.Day >= born.Day);
        return date.Year - born.Year - (hadBirthday ? 0 : 1);
    }
}
