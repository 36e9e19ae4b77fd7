using RgkCalibrator.Framework;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Disclosure.Attack;

/// <summary>
/// What the limits of an interval say of a distribution of complete trajectories: they are the values at two ranks,
/// which follow from how many there are.
/// </summary>
/// <param name="Line">The line.</param>
/// <param name="Chosen">Its proposed value.</param>
/// <param name="Before">The step before a value.</param>
/// <param name="Profile">What may be shown.</param>
internal sealed record RankStatements(
    SafeLine Line, double Chosen, Func<double, double> Before, DisclosureProfile Profile)
{
    /// <summary>
    /// What both limits say; nothing where they are no ranks, as those of weighted trajectories and of care years.
    /// </summary>
    /// <param name="lower">The lower limit; null when it is not shown.</param>
    /// <param name="upper">The upper limit; null likewise.</param>
    /// <param name="isOnSteps">
    /// Whether a limit below the proposed value is so by a whole step, as durations are: it is not rounded down to it.
    /// </param>
    internal IEnumerable<CountStatement> Of(double? lower, double? upper, bool isOnSteps) =>
        Line.Estimator == Estimator.Completed && Line.Confidence is { } confidence
            ? [.. OfLower(lower, confidence, isOnSteps), .. OfUpper(upper, confidence)]
            : [];

    private IEnumerable<CountStatement> OfLower(double? limit, double confidence, bool isOnSteps)
    {
        if (limit is not { } lower)
            yield break;
        yield return UpTo(Before(lower), size => (0, Ranks(size, confidence).Lower - 1));
        if (Profile.HoldsTogether)
            yield return UpTo(lower, size => (Profile.SmallestGroup, size));
        // Where few lie just below the proposed value, a shorter limit is shown in any case.
        if (isOnSteps && lower < Chosen && (!Profile.HoldsTogether || lower == Before(Chosen)))
            yield return UpTo(Before(Chosen), size => (Ranks(size, confidence).Lower, size));
    }

    private IEnumerable<CountStatement> OfUpper(double? limit, double confidence)
    {
        if (limit is not { } upper)
            yield break;
        yield return UpTo(upper, size => (Ranks(size, confidence).Upper, size - Profile.SmallestGroup));
        if (upper > Chosen)
            yield return UpTo(Chosen, size => (0, Ranks(size, confidence).Upper - 1));
    }

    private RankInterval Ranks(int size, double confidence) =>
        RankInterval.ForSize(size, Line.Chosen.Percentage, confidence);

    private static CountStatement UpTo(double value, Func<int, (double Least, double Most)> counts) =>
        new(double.NegativeInfinity, value, counts);
}
