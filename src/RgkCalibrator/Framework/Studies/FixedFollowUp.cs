using RgkCalibrator.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework.Studies;

/// <summary>
/// The trajectories of a group that started so early that they could be followed for a whole duration: of each it is known whether it outlasts that, and
/// what it used within it. Without this the last years could exceed nothing. A place in one column is the same trajectory in all.
/// </summary>
public sealed class FixedFollowUp
{
    private readonly int[] _years;
    private readonly int[] _children;
    private readonly CareMarks[] _marks;
    private readonly bool[] _outlasts;
    private readonly double[] _volumes;
    private readonly int[] _places;

    private FixedFollowUp(FixedFollowUp all, int[] own)
    {
        (Group, Step) = (all.Group, all.Step);
        _places = Array.ConvertAll(own, place => all._places[place]);
        _years = Array.ConvertAll(own, place => all._years[place]);
        _children = Array.ConvertAll(own, place => all._children[place]);
        _marks = Array.ConvertAll(own, place => all._marks[place]);
        _outlasts = Array.ConvertAll(own, place => all._outlasts[place]);
        _volumes = Array.ConvertAll(own, place => all._volumes[place]);
    }

    private FixedFollowUp(Group group, int step, int[] places)
    {
        (Group, Step, _places) = (group, step, places);
        _years = Array.ConvertAll(places, place => DayNumber.ToDate(group.Start[place]).Year);
        _children = Array.ConvertAll(places, place => group.Child[place]);
        _marks = Array.ConvertAll(places, place => group.Marks[place]);
        _outlasts = Array.ConvertAll(places, place => !group.EndsWithin(step)[place]);
        _volumes = Array.ConvertAll(places, place => group.CohortVolumeWithin(step)[place] / (double)group.Product.TicksPerUnit);
    }

    /// <summary>The group; some of its trajectories may not be here.</summary>
    public Group Group { get; }

    /// <summary>The duration by its place among the allowed ones.</summary>
    public int Step { get; }

    /// <summary>The duration that all were followed for.</summary>
    public DurationStep Duration => Group.Product.AllowedDurations[Step];

    /// <summary>Trajectories that could be followed for so long.</summary>
    public int Count => _years.Length;

    /// <summary>The year of each start.</summary>
    public IReadOnlyList<int> Years => _years;

    /// <summary>The child of each, by the number that it has in the group.</summary>
    public IReadOnlyList<int> Children => _children;

    /// <summary>Whether each goes on beyond the duration.</summary>
    public IReadOnlyList<bool> Outlasts => _outlasts;

    /// <summary>The volume of each within the duration, in the product's unit.</summary>
    public IReadOnlyList<double> Volumes => _volumes;

    internal CareMarks[] Marks => _marks;

    /// <summary>Those of a group that could be followed for an allowed duration, by its place among them.</summary>
    /// <param name="group">The trajectories.</param>
    /// <param name="step">Which duration.</param>
    /// <param name="knownTo">A: the last day of which it is known whether care went on after it.</param>
    public static FixedFollowUp Of(Group group, int step, DateOnly knownTo)
    {
        var duration = group.Product.AllowedDurations[step];
        int[] places = [.. Enumerable.Range(0, group.Cohort).Where(place => duration.LastDay(DayNumber.ToDate(group.Start[place])) <= knownTo)];
        return new FixedFollowUp(group, step, places);
    }

    /// <summary>How many end within an allowed duration that is no longer, by its place among them.</summary>
    internal long EndingWithin(int step) => _places.LongCount(place => Group.EndsWithin(step)[place]);

    /// <summary>Those that meet a condition.</summary>
    internal FixedFollowUp Where(Func<CareMarks, bool> meets) =>
        new(this, [.. Enumerable.Range(0, Count).Where(place => meets(_marks[place]))]);
}
