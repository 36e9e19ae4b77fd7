namespace RgkCalibrator.Disclosure.Attack;

/// <summary>Fewer children than the smallest group, and at least one, of whom a release tells.</summary>
/// <param name="Line">The line.</param>
/// <param name="Measure">The distribution of which a stretch is pinned; null where a count of the line is.</param>
/// <param name="Above">Where the stretch begins, without its lower end.</param>
/// <param name="UpTo">Where it ends.</param>
internal sealed record PinnedCount(SafeLine Line, Measure? Measure, double Above, double UpTo)
{
    /// <summary>Of a count of the line, the figure without which it would not follow; null for a stretch.</summary>
    internal Figure? Link { get; init; }
}

/// <summary>
/// Tries to work out of a release, as published, a group of fewer children than may be told of. It knows the rules and
/// so what a blank means. It takes each trajectory for a child: who has several makes the real groups smaller, and is
/// what the rules about children are for.
/// </summary>
internal static class ReleaseAttack
{
    /// <summary>Everything that it finds.</summary>
    internal static IReadOnlyList<PinnedCount> On(SafeDraft release, DisclosureProfile profile)
    {
        var shown = release.Distributions.ToDictionary(one => (one.Line.Product.Code, one.Line.SubgroupId));
        var distributions = release.Lines.SelectMany(line => PublishedDistribution.Of(
            line, shown.GetValueOrDefault((line.Product.Code, line.SubgroupId)), profile));
        return
        [
            .. distributions.SelectMany(one => OnDistribution(one, profile)),
            .. LinkedCounts.Pinned(release, profile),
        ];
    }

    /// <summary>The stretches of one distribution that hold some, and fewer than the smallest group.</summary>
    internal static IEnumerable<PinnedCount> OnDistribution(
        PublishedDistribution distribution, DisclosureProfile profile)
    {
        var points = distribution.Ends;
        var possible = Possible(distribution, points);
        if (possible.Count == 0)
            return [];
        return
            from lower in Enumerable.Range(0, points.Length)
            from upper in Enumerable.Range(lower + 1, points.Length - lower - 1)
            where possible.TrueForAll(bounds => bounds.Least(lower, upper) > 1 - CountBounds.Slack
                && bounds.Most(lower, upper) < profile.SmallestGroup - CountBounds.Slack)
            select new PinnedCount(distribution.Line, distribution.Measure, points[lower], points[upper]);
    }

    /// <summary>The bounds for each size with which the statements can all be true.</summary>
    internal static List<CountBounds> Possible(PublishedDistribution distribution, double[] points)
    {
        var places = points.Index().ToDictionary(one => one.Item, one => one.Index);
        var possible = new List<CountBounds>();
        foreach (var size in distribution.Sizes)
        {
            var bounds = new CountBounds(points.Length);
            bounds.Between(0, points.Length - 1, size, size);
            foreach (var statement in distribution.Statements)
            {
                var (least, most) = statement.Counts(size);
                if (distribution.IsWhole)
                    (least, most) = (Math.Ceiling(least - CountBounds.Slack), Math.Floor(most + CountBounds.Slack));
                bounds.Between(places[statement.Above], places[statement.UpTo], least, most);
            }

            if (bounds.Tighten())
                possible.Add(bounds);
        }

        return possible;
    }
}
