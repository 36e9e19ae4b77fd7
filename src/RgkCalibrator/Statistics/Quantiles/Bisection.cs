namespace RgkCalibrator.Statistics.Quantiles;

/// <summary>Finds the point at which a condition changes, when it changes only once.</summary>
internal static class Bisection
{
    /// <summary>
    /// The first whole number from low to high for which the condition holds; high + 1 when there is none. It must hold
    /// for all numbers after the first.
    /// </summary>
    public static long First(long low, long high, Func<long, bool> holds)
    {
        var (no, yes) = (low - 1, high + 1);
        while (yes - no > 1)
        {
            var middle = no + ((yes - no) / 2);
            if (holds(middle))
                yes = middle;
            else
                no = middle;
        }

        return yes;
    }

    /// <summary>
    /// Narrows an interval by halving it: the condition still holds at the low end, and no longer at the high end.
    /// </summary>
    public static (double Low, double High) Between(
        double low, double high, int halvings, Func<double, bool> stillHolds)
    {
        for (var i = 0; i < halvings; i++)
        {
            var middle = (low + high) / 2;
            // No number lies between them any more.
            if (middle == low || middle == high)
                break;
            if (stillHolds(middle))
                low = middle;
            else
                high = middle;
        }

        return (low, high);
    }
}
