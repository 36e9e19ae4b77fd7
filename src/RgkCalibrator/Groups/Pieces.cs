using System.Runtime.InteropServices;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Groups;

/// <summary>
/// Parts of trajectories as a group: care years, or what lies within a duration. Only whole volumes and times of such a group mean something, and a
/// complete one is followed to its own end, which need not be that of its trajectory.
/// </summary>
internal sealed class Pieces
{
    private readonly List<Piece> _complete = [];
    private readonly List<Piece> _running = [];

    /// <summary>
    /// Adds the care years, blocks of twelve months from the start, that a trajectory has. Complete are those that were observed to their last day, or in which the
    /// care is known to have ended; others are followed as far as trajectories are.
    /// </summary>
    /// <param name="set">The set with the trajectory, which has volumes of care years.</param>
    /// <param name="member">The trajectory.</param>
    /// <param name="into">Where a year goes, by its first day; null for nowhere.</param>
    internal static void AddCareYears(TrajectorySet set, CohortMember member, Func<int, Pieces?> into)
    {
        var partition = set.Partitions[member.Partition];
        ref readonly var trajectory = ref partition.Trajectories[member.Index];
        var volumes = partition.Within.AsSpan(trajectory.WithinOffset + set.StepsOf(trajectory.Product).Count);
        var (years, isEndKnown) = (CareYears.Count(in trajectory), set.Observation.IsEndKnown(in trajectory));
        for (var year = 0; year < years; year++)
        {
            var (first, last) = (CareYears.FirstDay(in trajectory, year), CareYears.LastDay(in trajectory, year));
            var isEnded = isEndKnown && year == years - 1;
            var isComplete = isEnded || set.Observation.IsObserved(last);
            var end = isEnded ? trajectory.End : isComplete ? last : set.Observation.CensoredAt;
            if (end >= first)
                into(first)?.Add(new Piece(member.Child, first, end, volumes[year] - (year == 0 ? 0 : volumes[year - 1])), isComplete);
        }
    }

    /// <summary>
    /// Adds what lies within an allowed duration, by its place among them: complete of whom was followed for so long. Only complete trajectories where asked.
    /// </summary>
    internal void AddWithin(Group group, int step, bool onlyComplete)
    {
        var duration = group.Product.AllowedDurations[step];
        for (var place = 0; place < (onlyComplete ? group.Count : group.Cohort); place++)
        {
            var start = group.Start[place];
            var (end, last) = (start + group.CohortDays[place] - 1, DayNumber.Of(duration.LastDay(DayNumber.ToDate(start))));
            Add(new Piece(group.Child[place], start, Math.Min(end, last), group.CohortVolumeWithin(step)[place]), place < group.Count || end >= last);
        }
    }

    /// <summary>Adds all of a group of pieces.</summary>
    internal void AddAll(Group pieces)
    {
        for (var place = 0; place < pieces.Cohort; place++)
        {
            var start = pieces.Start[place];
            Add(new Piece(pieces.Child[place], start, start + pieces.CohortDays[place] - 1, pieces.CohortVolume[place]), place < pieces.Count);
        }
    }

    internal Group ToGroup(Product product, GroupScope scope)
    {
        var columns = new GroupColumns(_complete.Count, product.AllowedDurations.Count, _running.Count);
        foreach (var piece in _complete)
            Fill(columns, columns.Next(), piece);
        foreach (var piece in _running)
            Fill(columns, columns.NextRunning(), piece);
        return new Group(product, columns, scope);
    }

    private static void Fill(GroupColumns columns, int place, Piece piece)
    {
        columns.Child[place] = piece.Child;
        columns.Start[place] = piece.First;
        columns.Days[place] = piece.Last - piece.First + 1;
        columns.Months[place] = CalendarMonths.Between(DayNumber.ToDate(piece.First), DayNumber.ToDate(piece.Last));
        columns.Volume[place] = piece.Volume;
    }

    private void Add(Piece piece, bool isComplete) => (isComplete ? _complete : _running).Add(piece);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Piece(int Child, int First, int Last, long Volume);
}
