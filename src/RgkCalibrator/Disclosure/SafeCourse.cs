using RgkCalibrator.Framework;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Disclosure;

/// <summary>The intensity in a stretch of the time of trajectories, as it may be shown.</summary>
public sealed record SafeStretch
{
    internal SafeStretch(DurationStep? from, DurationStep to, decimal perWeek) =>
        (From, To, PerWeek) = (from, to, perWeek);

    /// <summary>The duration after which it begins; null for the start.</summary>
    public DurationStep? From { get; }

    /// <summary>The duration with which it ends.</summary>
    public DurationStep To { get; }

    /// <summary>
    /// The volume per week of those in care in it, in the product's unit, to two significant digits; above zero.
    /// </summary>
    public decimal PerWeek { get; }
}

/// <summary>
/// How intensive care is in the course of trajectories, as it may be shown: of each stretch between allowed durations
/// the volume by the weeks in care of all who were in care in it.
/// </summary>
/// <remarks>Of those that could be followed for the duration of the line.</remarks>
public sealed record SafeCourse
{
    private SafeCourse(IReadOnlyList<SafeStretch> stretches) => Stretches = stretches;

    /// <summary>At least two, in the order of time; each begins where the one before it ends.</summary>
    public IReadOnlyList<SafeStretch> Stretches { get; }

    /// <summary>
    /// The course of a line; null where fewer than two stretches may be shown, or where it is about care years.
    /// </summary>
    internal static SafeCourse? From(DraftLine draft, SafeLine line, DisclosureProfile profile)
    {
        var cells = line.IsPerCareYear ? [] : CourseCells.Of(draft, profile);
        var ticksPerUnit = draft.Group.Product.TicksPerUnit;
        return cells.Count == 0
            ? null
            : new([.. cells.Select(cell => new SafeStretch(cell.From, cell.To, Rounded(cell.PerWeek(ticksPerUnit))))]);
    }

    /// <summary>Whether any stretch is joined of several durations.</summary>
    internal bool IsMerged(SafeLine line) =>
        Stretches.Count < line.Product.AllowedDurations.TakeWhile(step => step != line.Chosen.Duration).Count() + 1;

    private static decimal Rounded(decimal value)
    {
        var step = 1m;
        while (value >= 100 * step)
            step *= 10;
        while (value < 10 * step)
            step /= 10;
        return decimal.Round(value / step, MidpointRounding.AwayFromZero) * step;
    }
}
