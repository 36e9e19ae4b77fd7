using System.Globalization;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;

namespace RgkCalibrator.Disclosure.Releases;

/// <summary>A line as it was released, with the values behind it. Restricted.</summary>
/// <param name="Line">What was shown.</param>
/// <param name="Shown">Its distributions; null where none were shown.</param>
/// <param name="Behind">The values of which it tells.</param>
internal sealed record ReleasedLine(
    SafeLine Line, SafeDistributions? Shown, IReadOnlyList<ReleasedDistribution> Behind)
{
    private const string Volume = "volume";

    private const string Within = "within";

    // No part by itself: all start years that have no percentile.
    private const string OtherYears = "without-percentile";

    // A place for each: within neither limit, within the duration, within the volume, within both.
    private const int WithinBoth = 3;

    /// <summary>A line of a draft, as it may be shown.</summary>
    internal static ReleasedLine Of(
        DraftLine draft, SafeLine line, SafeDistributions? shown, ReleaseKeys keys, DisclosureProfile profile) => new(
            line, shown,
            [
                .. OfCounts(draft.Group, line, keys), .. OfMeasures(draft, line, shown, keys),
                .. OfParts(draft, shown?.Years, shown?.YearPercentiles, keys, profile),
                .. OfParts(draft, shown?.Providers, null, keys, profile),
                .. OfCourse(draft, shown?.Course, keys, profile),
            ]);

    /// <summary>
    /// The line of a whole product, of which only the volume is shown, beside those of its subgroups.
    /// </summary>
    internal static ReleasedLine OfWhole(DraftLine draft, SafeLine line, ReleaseKeys keys)
    {
        var counts = OfCounts(draft.Group, line, keys);
        if (line is not { Withheld: null, Chosen.Volume: { } volume })
            return new(line, null, [.. counts]);
        var known = KnownChildren.BehindProposal(draft);
        return new(line, null, [.. counts, Volumes(Volume, known, [(double)volume], keys)]);
    }

    /// <summary>The same of a product as it is now.</summary>
    internal ReleasedLine Of(Product product)
    {
        var line = Line.Of(product);
        return this with { Line = line, Shown = Shown?.Of(line) };
    }

    /// <summary>Whether nothing of it is missing that is read from a file, and its columns go together.</summary>
    internal bool IsWhole => Line is { Marks: not null, TakenByAttack: not null } && Behind is not null
        && Behind.All(one => one is { Name: not null, Points: not null, Children: not null, Values: not null }
            && one.Children.Length == one.Values.Length);

    /// <summary>The values of one name; null where nothing is told of them.</summary>
    internal ReleasedDistribution? Of(string name) => Behind.FirstOrDefault(one => one.Name == name);

    /// <summary>The same with another count.</summary>
    internal ReleasedLine Counting(SafeCount trajectories) =>
        this with { Line = Line.Counting(trajectories) };

    /// <summary>
    /// How many more trajectories of each child lie within both limits here than in another release, below zero for
    /// fewer; of the children of some alone, and of those with a change.
    /// </summary>
    internal IReadOnlyCollection<int> ChangesWithin(ReleasedLine other, Func<ulong, bool> isAsked)
    {
        var changes = new Dictionary<ulong, int>();
        foreach (var (behind, sign) in new[] { (Behind, 1), (other.Behind, -1) })
        {
            foreach (var (child, quarter) in behind.Single(one => one.Name == Within).Pairs())
            {
                if (quarter == WithinBoth && isAsked(child))
                    changes[child] = changes.GetValueOrDefault(child) + sign;
            }
        }

        return [.. changes.Values.Where(change => change != 0)];
    }

    /// <summary>The volumes at which it tells something, in units.</summary>
    internal IEnumerable<decimal> VolumePoints() =>
        Behind.Where(one => one.Name == Volume).SelectMany(one => one.Points).Select(point => (decimal)point);

    /// <summary>
    /// Whether another release parts the line alike, or one of the two does not part it: of other parts the differences
    /// would tell of those that moved.
    /// </summary>
    internal bool HasPartsOf(ReleasedLine other)
    {
        var (mine, theirs) = (NamesOfParts(this), NamesOfParts(other));
        return mine.Count == 0 || theirs.Count == 0 || mine.SetEquals(theirs);

        static HashSet<string> NamesOfParts(ReleasedLine line) =>
            line.Behind.Where(one => one.IsOfPart && !one.Name.EndsWith(OtherYears, StringComparison.Ordinal))
                .Select(one => one.Name).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether the two lines have one duration and one volume.</summary>
    internal bool HasLimitsOf(ReleasedLine other) =>
        (Line.Chosen.Duration, Line.Chosen.Volume) == (other.Line.Chosen.Duration, other.Line.Chosen.Volume);

    // Told or not, a count of a line is linked to those of other lines.
    private static IEnumerable<ReleasedDistribution> OfCounts(Group group, SafeLine line, ReleaseKeys keys)
    {
        var isSplit = line.Complete is not null || line.Running is not null;
        var counted = line.LeavesRunningOut ? group.Count : group.Cohort;
        yield return new(
            ReleasedDistribution.Cohort, isSplit ? [0] : [], keys.Of(group.Child[..counted]),
            [.. Enumerable.Range(0, counted).Select(place => place < group.Count ? 1.0 : 0)]);
    }

    private static IEnumerable<ReleasedDistribution> OfMeasures(
        DraftLine draft, SafeLine line, SafeDistributions? shown, ReleaseKeys keys)
    {
        if (line.Withheld is not null)
            yield break;
        var (group, step) = (draft.Group, draft.Chosen.Duration!.Index);
        var volumes = ReleasedPoints.OfVolumes(line, shown);
        yield return Volumes(Volume, draft.Volumes!, volumes, keys);
        if (draft.SharedVolumes is { } shared)
            yield return Volumes("shared-volume", shared, volumes, keys);
        var (lengths, axis) = HistogramClasses.OfDuration(group, step);
        yield return new(
            "duration", ReleasedPoints.OfDurations(line, shown, axis), keys.Of(group.Child[..group.Count]), lengths);
        if (line.WithinBoth is null)
            yield break;
        var known = Observed.VolumesWithin(group, draft.Estimator, step);
        var limit = group.Product.TicksOf(draft.Chosen.Volume!.Value);
        yield return new(Within, [0, 1, 2], keys.Of(known.Children()), [.. known.Places.Select(Quarter)]);

        double Quarter(int place) => (group.EndsWithin(step)[place] ? 1 : 0)
            + (group.CohortVolumeWithin(step)[place] <= limit ? 2 : 0);
    }

    /// <summary>
    /// The volumes of each part, of which it is told how many lie above the line, and of years with a percentile also
    /// in which class of volumes it lies. Then so are those of the other years together: they are what is left.
    /// </summary>
    private static IEnumerable<ReleasedDistribution> OfParts(
        DraftLine draft, SafeParts? shown, SafeYears? years, ReleaseKeys keys, DisclosureProfile profile)
    {
        if (shown is null)
            yield break;
        var (followed, limit) = (draft.Followed!, (double)draft.Chosen.Volume!.Value);
        var cells = PartCells.Of(draft, shown.Factor, profile);
        var told = (years?.Years ?? []).Select(year => year.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var cell in cells)
            yield return Of(NameOf(cell), cell.Places, told.Contains(cell.Key) ? [.. years!.Ends] : [limit]);
        if (years is not null)
        {
            var others = cells.Where(cell => !told.Contains(cell.Key)).SelectMany(cell => cell.Places);
            yield return Of(OtherYears, [.. others], [.. years.Ends]);
        }

        ReleasedDistribution Of(string key, IReadOnlyList<int> places, double[] points) => new(
            ReleasedDistribution.NameOfPart(shown.Factor, key), points,
            keys.Of([.. places.Select(place => draft.Group.Child[place])]), [.. places.Select(followed.UnitsAt)]);

        // The number of a provider is that of a run alone.
        string NameOf(PartCell cell) => cell.Key == PartCells.Rest || shown.Factor == PartFactor.StartYear
            ? cell.Key
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{keys.OfProvider(int.Parse(cell.Key, CultureInfo.InvariantCulture)):x16}");
    }

    /// <summary>The volumes in each stretch, of which the mean is told: whose changes must be none or enough.</summary>
    private static IEnumerable<ReleasedDistribution> OfCourse(
        DraftLine draft, SafeCourse? shown, ReleaseKeys keys, DisclosureProfile profile) => shown is null
        ? []
        : CourseCells.Of(draft, profile).Select(cell => new ReleasedDistribution(
            $"{ReleasedDistribution.Part}{nameof(SafeCourse)}-{cell.From?.Shown().English}-{cell.To.Shown().English}",
            [], keys.Of([.. cell.Care.Select(care => draft.Group.Child[care.Place])]),
            [.. cell.Care.Select(care => (double)care.Ticks)]));

    private static ReleasedDistribution Volumes(string name, Observed known, double[] points, ReleaseKeys keys) =>
        new(name, points, keys.Of(known.Children()), known.Units());
}
