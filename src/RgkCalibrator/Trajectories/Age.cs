using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>Age on a day.</summary>
internal static class Age
{
    /// <summary>Full years; null without a birth date and for one after the day. Born on 29 February, one is a year older on 1 March of other years.</summary>
    internal static int? On(int day, int birth)
    {
        if (birth == Line.NoDay || birth > day)
            return null;
        var (bornYear, bornMonth, bornDay) = DayNumber.ToDate(birth);
        var (year, month, dayOfMonth) = DayNumber.ToDate(day);
        var hadBirthday = month > bornMonth || (month == bornMonth && dayOfMonth >= bornDay);
        return year - bornYear - (hadBirthday ? 0 : 1);
    }
}
