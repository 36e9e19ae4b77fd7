using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Disclosure;

/// <summary>
/// Decides which limits of the intervals of a line may be shown: those with enough children beyond them, rounded
/// outwards to the policy's steps.
/// </summary>
internal static class DisclosedLimits
{
    /// <summary>The lower and the upper limits of a line that is shown.</summary>
    internal static (SafeProposal Lower, SafeProposal Upper) Of(DraftLine draft, DisclosureProfile profile)
    {
        var percentage = draft.Chosen.Percentage;
        var (lowest, highest) = Volumes(draft, profile);
        var (shortest, longest) = Durations(draft, profile);
        return (new SafeProposal(percentage) { Volume = lowest, Duration = shortest },
            new SafeProposal(percentage) { Volume = highest, Duration = longest });
    }

    private static (decimal? Lower, decimal? Upper) Volumes(DraftLine draft, DisclosureProfile profile)
    {
        var (product, estimate) = (draft.Group.Product, draft.Chosen.Volume!.Estimate);
        var known = KnownChildren.BehindProposal(draft);
        decimal? lower = estimate.Lower is { } from ? Down((decimal)from, product.VolumeStep) : null;
        decimal? upper = estimate.Upper is { } to ? VolumeRounding.Up((decimal)to, product.VolumeStep) : null;
        return (
            lower is { } low && IsEnough(volume => volume < product.TicksOf(low)) ? lower : null,
            upper is { } high && IsEnough(volume => volume > product.TicksOf(high)) ? upper : null);

        bool IsEnough(Func<long, bool> isBeyond) => profile.AreEnough(known.ChildrenWith(isBeyond));
    }

    private static decimal Down(decimal volume, decimal? productStep)
    {
        var step = VolumeRounding.StepAt(volume, productStep);
        return decimal.Floor(volume / step) * step;
    }

    /// <summary>
    /// The first allowed durations that hold the limits; enough children lie at or below the shorter one, and above the
    /// longer one.
    /// </summary>
    private static (DurationStep? Lower, DurationStep? Upper) Durations(DraftLine draft, DisclosureProfile profile)
    {
        var (group, chosen) = (draft.Group, draft.Chosen.Duration!);
        var (lower, upper) = (Holding(group, chosen.Estimate.Lower), Holding(group, chosen.Estimate.Upper));
        return (
            lower is { } low ? Shown(Math.Min(low, chosen.Index), isLower: true) : null,
            upper is { } high ? Shown(Math.Max(high, chosen.Index), isLower: false) : null);

        DurationStep? Shown(int step, bool isLower)
        {
            var known = Observed.VolumesWithin(group, draft.Estimator, step);
            return profile.AreEnough(known.ChildrenAt(place => group.EndsWithin(step)[place] == isLower))
                ? group.Product.AllowedDurations[step]
                : null;
        }
    }

    /// <summary>
    /// The place of the first allowed duration that holds a limit; null where none does. With school years none does
    /// either: how many days one has depends on the start.
    /// </summary>
    private static int? Holding(Group group, double? limit)
    {
        var steps = group.Product.AllowedDurations;
        if (limit is not { } length || steps.Any(step => step.Unit == DurationUnit.SchoolYear))
            return null;
        var index = steps.TakeWhile(step => InOwnTime(group, step) < length).Count();
        return index < steps.Count ? index : null;
    }

    // Beside weeks a month is as long as in a year of 52 weeks.
    private static double InOwnTime(Group group, DurationStep step) =>
        group.CountsMonths ? step.Length : (double)(7 * step.InWeeks());
}
