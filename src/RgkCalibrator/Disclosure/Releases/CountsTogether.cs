using RgkCalibrator.Disclosure.Attack;

namespace RgkCalibrator.Disclosure.Releases;

/// <summary>
/// Lets the attacker put together the counts that all releases tell of one line: of scenarios without one kind of
/// children, without another and without both it follows how many are of both kinds. It knows which releases have
/// children in common that others lack, and how many trajectories a child can have in each; how many children there are
/// of each kind is what it seeks.
/// </summary>
internal static class CountsTogether
{
    /// <summary>Whether it follows that few children are in the very same releases.</summary>
    internal static bool Pin(IReadOnlyList<ReleasedLine> lines, DisclosureProfile profile) =>
        Pin(Told(lines, line => line.Trajectories, cohort => cohort.ByChild, profile), profile)
            || Pin(Told(lines, line => line.Complete, cohort => cohort.CompleteByChild, profile), profile);

    private static bool Pin(List<ToldCount> told, DisclosureProfile profile)
    {
        var alike = Alike(told);
        var sought = Few(alike, told, profile);
        if (sought.Count == 0)
            return false;
        var bounds = new LinearBounds(alike.Count, told.ConvertAll(one => (
            Array.ConvertAll([.. alike], children => (double)one.Of(children[0])), one.Range.Least, one.Range.Most)));
        // What cannot be reckoned with, as counts of an earlier release that were rounded otherwise, may not leave.
        return sought.Exists(one => bounds.Of(one) is not { } found
            || (found.Least > CountBounds.Slack && found.Most < profile.SmallestGroup - CountBounds.Slack));
    }

    /// <summary>What releases tell; what several tell of the same trajectories is told once.</summary>
    private static List<ToldCount> Told(
        IReadOnlyList<ReleasedLine> lines, Func<SafeLine, SafeCount?> countOf,
        Func<ReleasedDistribution, Dictionary<ulong, int>> counted, DisclosureProfile profile)
    {
        var told = new List<ToldCount>();
        foreach (var line in lines)
        {
            if (countOf(line.Line)?.Value is not { } shown || line.Of(ReleasedDistribution.Cohort) is not { } cohort)
                continue;
            var one = new ToldCount(counted(cohort), CountRange.Of(shown, profile, isWhole: true));
            if (told.FindIndex(one.IsOfTheSame) is >= 0 and var place)
                told[place] = told[place].With(one.Range);
            else
                told.Add(one);
        }

        return told;
    }

    /// <summary>The children that each release counts as often.</summary>
    private static List<List<ulong>> Alike(List<ToldCount> told)
    {
        var kindOf = new Dictionary<ulong, int>();
        var kinds = 0;
        foreach (var one in told)
        {
            // Those of one kind whom this release counts as often become a kind of their own.
            var next = new Dictionary<(int Before, int Count), int>();
            foreach (var (child, count) in one.Counted)
            {
                var before = kindOf.GetValueOrDefault(child, -1);
                if (!next.TryGetValue((before, count), out var kind))
                    next.Add((before, count), kind = kinds++);
                kindOf[child] = kind;
            }
        }

        return [.. kindOf.GroupBy(pair => pair.Value, pair => pair.Key).Select(kind => kind.ToList())];
    }

    /// <summary>
    /// The few children who are in the very same ones of some releases, as weights of those who are alike: further
    /// releases can set them apart from each other.
    /// </summary>
    private static List<double[]> Few(List<List<ulong>> alike, List<ToldCount> told, DisclosureProfile profile)
    {
        var counts = alike.ConvertAll(
            children => string.Concat(told.Select(one => one.Of(children[0]) > 0 ? '1' : '0')));
        return
        [
            .. from releases in Chosen(told.Count)
               from same in Enumerable.Range(0, alike.Count)
                   .GroupBy(place => string.Concat(releases.Select(release => counts[place][release])))
               where same.Key.Contains('1', StringComparison.Ordinal)
                   && same.Sum(place => alike[place].Count) < profile.SmallestGroup
               group same by string.Join(' ', same) into equal
               select Enumerable.Range(0, alike.Count)
                   .Select(place => equal.First().Contains(place) ? 1.0 : 0).ToArray(),
        ];
    }

    /// <summary>The first release with up to three others, and with all before each: more add to them.</summary>
    private static IEnumerable<int[]> Chosen(int releases)
    {
        for (var one = 0; one < releases; one++)
        {
            yield return [.. Enumerable.Range(0, one + 1)];
            for (var other = 0; other <= one; other++)
            {
                for (var third = 0; third <= other; third++)
                    yield return [.. new[] { 0, third, other, one }.Distinct()];
            }
        }
    }

    /// <summary>What a release tells of how many trajectories it counts.</summary>
    /// <param name="Counted">The trajectories of each child.</param>
    /// <param name="Range">How many they are together, as told.</param>
    private sealed record ToldCount(Dictionary<ulong, int> Counted, CountRange Range)
    {
        internal int Of(ulong child) => Counted.GetValueOrDefault(child);

        internal bool IsOfTheSame(ToldCount other) => Counted.Count == other.Counted.Count
            && Counted.All(pair => other.Of(pair.Key) == pair.Value);

        internal ToldCount With(CountRange range) => this with
        {
            Range = new(Math.Max(Range.Least, range.Least), Math.Min(Range.Most, range.Most)),
        };
    }
}
