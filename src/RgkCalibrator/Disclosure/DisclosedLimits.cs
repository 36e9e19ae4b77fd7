using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Disclosure;

/// <summary>Decides which limits of the intervals of a line may be shown: those with enough children beyond them, on the policy's steps.</summary>
internal static class DisclosedLimits
{
    /// <summary>The line with what may be shown of its limits, rounded outwards.</summary>
    internal static SafeLine On(SafeLine safe, DraftLine draft, DisclosureProfile profile)
    {
        if (safe.Withheld is not null)
            return safe;
        var percentage = draft.Chosen.Percentage;
        var (lowest, highest) = Volumes(draft, profile);
        var (shortest, longest) = Durations(draft, profile);
        return safe with
        {
            Lower = new SafeProposal(percentage) { Volume = lowest, Duration = shortest },
            Upper = new SafeProposal(percentage) { Volume = highest, Duration = longest },
        };
    }

    private static (decimal? Lower, decimal? Upper) Volumes(DraftLine draft, DisclosureProfile profile)
    {
        var (product, volumes, estimate) = (draft.Group.Product, draft.SharedVolumes ?? draft.Volumes!, draft.Chosen.Volume!.Estimate);
        decimal? lower = estimate.Lower is { } from ? Down((decimal)from, product.VolumeStep) : null;
        decimal? upper = estimate.Upper is { } to ? VolumeRounding.Up((decimal)to, product.VolumeStep) : null;
        return (lower is { } low && IsEnough(place => VolumeAt(place) < product.TicksOf(low)) ? lower : null,
            upper is { } high && IsEnough(place => VolumeAt(place) > product.TicksOf(high)) ? upper : null);

        long VolumeAt(int place) => volumes.Ticks[place];

        bool IsEnough(Func<int, bool> isBeyond) => AreEnough(volumes, isBeyond, profile);
    }

    private static decimal Down(decimal volume, decimal? productStep)
    {
        var step = VolumeRounding.StepAt(volume, productStep);
        return decimal.Floor(volume / step) * step;
    }

    /// <summary>The first allowed durations that hold the limits: what lies at or below the shorter one, and above the longer one, is enough.</summary>
    private static (DurationStep? Lower, DurationStep? Upper) Durations(DraftLine draft, DisclosureProfile profile)
    {
        var (group, chosen) = (draft.Group, draft.Chosen.Duration!);
        var (lower, upper) = (Holding(group, chosen.Estimate.Lower), Holding(group, chosen.Estimate.Upper));
        return (Shown(lower < chosen.Index ? lower : chosen.Index, lower, isLower: true), Shown(upper > chosen.Index ? upper : chosen.Index, upper, isLower: false));

        DurationStep? Shown(int? index, int? found, bool isLower) =>
            found is not null && index is { } step && AreEnough(
                Observed.VolumesWithin(group, draft.Estimator, step), place => group.EndsWithin(step)[place] == isLower, profile)
                ? group.Product.AllowedDurations[step]
                : null;
    }

    /// <summary>Null where none holds it, or days do not tell: of a school year it hangs on the start how many it has.</summary>
    private static int? Holding(Group group, double? limit)
    {
        if (limit is not { } length || group.Product.AllowedDurations.Any(step => step.Unit == DurationUnit.SchoolYear))
            return null;
        var steps = group.Product.AllowedDurations;
        var index = steps.TakeWhile(step => (group.CountsMonths || step.Unit == DurationUnit.Month ? InOwnTime(group, step) : 7.0 * step.Length) < length).Count();
        return index < steps.Count ? index : null;
    }

    // Beside weeks a month is as long as in a year of 52 weeks.
    private static double InOwnTime(Group group, DurationStep step) => group.CountsMonths ? step.Length : (double)(7 * step.InWeeks());

    private static bool AreEnough(Observed known, Func<int, bool> isBeyond, DisclosureProfile profile) =>
        known.Places.Where(isBeyond).Select(place => known.Group.Child[place]).Distinct().Count() >= profile.SmallestGroup;
}
