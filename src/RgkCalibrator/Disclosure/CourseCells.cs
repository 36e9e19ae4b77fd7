using System.Runtime.InteropServices;
using RgkCalibrator.Framework;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Disclosure;

/// <summary>The care of one trajectory in a stretch of its time. Restricted.</summary>
/// <param name="Place">The trajectory, by its place.</param>
/// <param name="Ticks">Its volume in the stretch.</param>
/// <param name="Days">Its days in care in the stretch, at least 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CareInStretch(int Place, long Ticks, int Days);

/// <summary>The care in a stretch between two allowed durations. Restricted.</summary>
/// <param name="From">The duration after which it begins; null for the start.</param>
/// <param name="To">The duration with which it ends.</param>
/// <param name="Care">Of each trajectory that was in care in it.</param>
internal sealed record CourseCell(DurationStep? From, DurationStep To, IReadOnlyList<CareInStretch> Care)
{
    /// <summary>Volume per week in care, in the product's unit.</summary>
    internal decimal PerWeek(long ticksPerUnit) =>
        (decimal)Care.Sum(one => one.Ticks) * 7 / Care.Sum(one => one.Days) / ticksPerUnit;
}

/// <summary>
/// The stretches of a line whose intensity may be shown: those in which enough children had care, of whom none
/// dominates, nor a provider. What may not is joined with what follows.
/// </summary>
/// <remarks>
/// It is not told how many were in care in a stretch: beside the histogram of durations that would tell how many of a
/// class could not be followed.
/// </remarks>
internal sealed class CourseCells
{
    private const int FewestProviders = 3;

    private readonly DraftLine _draft;
    private readonly DisclosureProfile _profile;

    private CourseCells(DraftLine draft, DisclosureProfile profile) => (_draft, _profile) = (draft, profile);

    /// <summary>
    /// The stretches up to the duration of a line, in their order; none where fewer than two may be shown, or where a
    /// school year is among the durations, which has no length of its own.
    /// </summary>
    internal static IReadOnlyList<CourseCell> Of(DraftLine draft, DisclosureProfile profile)
    {
        if (draft is not { Followed: { } followed, Chosen.Duration.Index: var last })
            return [];
        var steps = draft.Group.Product.AllowedDurations.Take(last + 1).ToList();
        if (steps.Exists(step => step.Unit == DurationUnit.SchoolYear))
            return [];
        var joined = new CourseCells(draft, profile).Joined([.. steps.Select((to, i) => CellOf(i, to, followed))]);
        return joined.Count < 2 ? [] : joined;
    }

    private static CourseCell CellOf(int index, DurationStep to, Observed followed)
    {
        var group = followed.Group;
        var from = index == 0 ? null : group.Product.AllowedDurations[index - 1];
        return new(from, to, [.. followed.Places.Select(CareOf).Where(care => care.Days > 0)]);

        CareInStretch CareOf(int place)
        {
            var before = from is null ? 0 : group.CohortVolumeWithin(index - 1)[place];
            return new(
                place, group.CohortVolumeWithin(index)[place] - before, DaysIn(place, to) - DaysIn(place, from));
        }

        int DaysIn(int place, DurationStep? step)
        {
            if (step is null)
                return 0;
            var start = DayNumber.ToDate(group.Start[place]);
            return Math.Min(group.CohortDays[place], step.LastDay(start).DayNumber - start.DayNumber + 1);
        }
    }

    private List<CourseCell> Joined(List<CourseCell> cells)
    {
        var shown = new List<CourseCell>();
        CourseCell? open = null;
        foreach (var cell in cells)
        {
            open = open is null ? cell : Joined(open, cell);
            if (!MayStand(open))
                continue;
            shown.Add(open);
            open = null;
        }

        // What is left at the end stands with the last that may.
        while (open is not null && shown.Count > 0)
        {
            var together = Joined(shown[^1], open);
            shown.RemoveAt(shown.Count - 1);
            open = MayStand(together) ? null : together;
            if (open is null)
                shown.Add(together);
        }

        return shown;
    }

    private static CourseCell Joined(CourseCell one, CourseCell next) => new(
        one.From, next.To,
        [
            .. one.Care.Concat(next.Care).GroupBy(care => care.Place).Select(care => new CareInStretch(
                care.Key, care.Sum(part => part.Ticks), care.Sum(part => part.Days))),
        ]);

    private bool MayStand(CourseCell cell)
    {
        var byChild = cell.Care.GroupBy(care => _draft.Group.Child[care.Place])
            .Select(care => (Ticks: care.Sum(one => one.Ticks), Days: care.Sum(one => one.Days))).ToList();
        return byChild.Count >= _profile.SmallestGroup && Dominance.IsAbsent(byChild.Select(child => child.Ticks))
            && byChild.CountBy(child => (double)child.Ticks / child.Days).Max(same => same.Value)
                < _profile.LargestSameShare * byChild.Count
            && HasEnoughProviders(cell);
    }

    // Declarations that do not name their provider are of one at most.
    private bool HasEnoughProviders(CourseCell cell)
    {
        var byProvider = cell.Care.GroupBy(care => ProviderOf(care.Place))
            .ToDictionary(care => care.Key, care => care.Sum(one => one.Ticks));
        return byProvider.Count(provider => provider.Value > 0) >= FewestProviders
            && Dominance.IsAbsent(byProvider.Values);
    }

    private int ProviderOf(int place) => _draft.Group.Covariates[place].Provider is var provider
        && _draft.UnnamedProviders.Contains(provider) ? -1 : provider;
}
