using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Disclosure;

/// <summary>
/// Decides which limits of the intervals of a line may be shown: those with enough children beyond them, rounded
/// outwards to the policy's steps, and further where too few would lie between the limit and another figure.
/// </summary>
internal static class DisclosedLimits
{
    /// <summary>The lower and the upper limits of a line that is shown.</summary>
    internal static (SafeProposal Lower, SafeProposal Upper) Of(
        DraftLine draft, LinePoints points, DisclosureProfile profile)
    {
        var percentage = draft.Chosen.Percentage;
        var (lowest, highest) = Volumes(draft, points.Volumes, profile);
        var (shortest, longest) = Durations(draft, points, profile);
        return (new SafeProposal(percentage) { Volume = lowest, Duration = shortest },
            new SafeProposal(percentage) { Volume = highest, Duration = longest });
    }

    private static (decimal? Lower, decimal? Upper) Volumes(
        DraftLine draft, SafePoints points, DisclosureProfile profile)
    {
        var (product, estimate) = (draft.Group.Product, draft.Chosen.Volume!.Estimate);
        var step = product.VolumeStep;
        var known = KnownChildren.BehindProposal(draft);
        return (
            estimate.Lower is { } from ? Outward(VolumeRounding.Down((decimal)from, step), -1) : null,
            estimate.Upper is { } to ? Outward(VolumeRounding.Up((decimal)to, step), 1) : null);

        // The first volume outward that keeps away from all that is shown.
        decimal? Outward(decimal volume, int direction)
        {
            while (IsEnoughBeyond(volume, direction))
            {
                if (!profile.HoldsTogether || points.AddBeside((double)volume))
                    return volume;
                volume = direction < 0
                    ? VolumeRounding.Before(volume, step)
                    : volume + VolumeRounding.StepAt(volume, step);
            }

            return null;
        }

        bool IsEnoughBeyond(decimal volume, int direction)
        {
            var limit = product.TicksOf(volume);
            return profile.AreEnough(known.ChildrenWith(ticks => Math.Sign(ticks.CompareTo(limit)) == direction));
        }
    }

    /// <summary>
    /// The first allowed durations that hold the limits; enough children lie at or below the shorter one, and above the
    /// longer one.
    /// </summary>
    private static (DurationStep? Lower, DurationStep? Upper) Durations(
        DraftLine draft, LinePoints points, DisclosureProfile profile)
    {
        var (group, chosen) = (draft.Group, draft.Chosen.Duration!);
        var (lower, upper) = (Holding(group, chosen.Estimate.Lower), Holding(group, chosen.Estimate.Upper));
        var highest = points.IsApartFromShorter || !profile.HoldsTogether ? chosen.Index : chosen.Index - 1;
        return (
            lower is { } low ? Outward(Math.Min(low, highest), -1) : null,
            upper is { } high ? Outward(Math.Max(high, chosen.Index), 1) : null);

        DurationStep? Outward(int step, int direction)
        {
            while (IsEnoughBeyond(step, isLower: direction < 0))
            {
                if (!profile.HoldsTogether || points.AddLimit(step))
                    return group.Product.AllowedDurations[step];
                step += direction;
            }

            return null;
        }

        bool IsEnoughBeyond(int step, bool isLower)
        {
            if (step < 0 || step >= group.Product.AllowedDurations.Count)
                return false;
            var known = Observed.VolumesWithin(group, draft.Estimator, step);
            return profile.AreEnough(known.ChildrenAt(place => group.EndsWithin(step)[place] == isLower));
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
