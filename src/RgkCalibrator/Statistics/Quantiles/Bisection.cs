namespace RgkCalibrator.Statistics.Quantiles;

/// <summary>Finds where a condition changes that changes once along a line.</summary>
internal static class Bisection
{
    /// <summary>
    /// The first whole number from low to high for which it holds, and holds from there on; high + 1 when there is
    /// none.
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
    /// The ends of what is left of an interval after so many halvings: it still holds at the low end, and no more at
    /// the high end.
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
