using System.Runtime.CompilerServices;
using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Tests.Synthetic;

/// <summary>
/// The durations that a product's line may have, counted here apart from the rest of the program: the two check each
/// other.
/// </summary>
internal static class TruthSteps
{
    private static readonly int[] Months = [3, 6, 9, 12, 18, 24];
    private static readonly string[] MonthNames = ["3m", "6m", "9m", "12m", "18m", "24m"];
    private static readonly string[] SchoolNames = ["12w", "26w", "schooljaar"];

    /// <summary>From short to long, as they stand in the names of measures.</summary>
    internal static IReadOnlyList<string> Names(ProductModel product) =>
        product.HasSchoolSteps ? SchoolNames : MonthNames;

    /// <summary>The last day on which a trajectory may end to lie within a step.</summary>
    internal static int LastDay(ProductModel product, int start, int step)
    {
        if (!product.HasSchoolSteps)
            return MonthCalendar.AddMonths(start, Months[step]) - 1;
        return step switch
        {
            0 => start + (12 * 7) - 1,
            1 => start + (26 * 7) - 1,
            _ => MonthCalendar.SchoolYearEnd(start),
        };
    }

    /// <summary>Whole months, and the rest as a fraction of the month that follows them.</summary>
    internal static double InMonths(int start, int end)
    {
        var after = end + 1;
        var whole = MonthCalendar.MonthOf(after) - MonthCalendar.MonthOf(start);
        if (MonthCalendar.AddMonths(start, whole) > after)
            whole--;
        var (from, to) = (MonthCalendar.AddMonths(start, whole), MonthCalendar.AddMonths(start, whole + 1));
        return whole + ((double)(after - from) / (to - from));
    }
}

/// <summary>One figure for each step, at most six.</summary>
[InlineArray(6)]
internal struct StepFigures
{
    private long _first;
}
