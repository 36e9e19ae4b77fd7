using RgkCalibrator.Disclosure.Attack;

namespace RgkCalibrator.Disclosure.Releases;

/// <summary>
/// Lets the attacker try what a product is to tell, by itself and together with all that earlier releases told of it.
/// It is given what it could know of how two releases are to each other.
/// </summary>
/// <param name="Tried">What is to be told.</param>
/// <param name="Profile">What may be shown.</param>
internal sealed record AttackBeside(ReleasedProduct Tried, DisclosureProfile Profile)
{
    /// <summary>Whether the product by itself tells of a small group.</summary>
    internal bool PinsByItself => ReleaseAttack.On(
        SafeDraft.Of(
            [.. Tried.Lines.Select(line => (line.Line, line.Shown))],
            Tried.Whole is { } whole ? [whole.Line] : [], Profile),
        Profile).Count > 0;

    /// <summary>Whether it tells of one together with what earlier releases told.</summary>
    internal bool PinsWith(IReadOnlyList<ReleasedProduct> earlier)
    {
        var product = Tried.Lines[0].Line.Product;
        var all = earlier.Where(before => before.Scale == Tried.Scale)
            .Select(before => (Release: before.Of(product), AreSame: Tried.HasSameRecords(before))).ToList();
        return Lines(Tried).Any(line => PinsLine(line, [
            .. from before in all
               from other in SameLines(line, before.Release)
               select (other, before.AreSame)]))
            // What is counted hangs on no unit.
            || Lines(Tried).Any(line => CountsTogether.Pin(
                [line, .. earlier.SelectMany(before => SameLines(line, before))], Profile));
    }

    private IEnumerable<ReleasedLine> SameLines(ReleasedLine line, ReleasedProduct release) => Lines(release)
        .Where(other => other.Line.SubgroupId == line.Line.SubgroupId
            && ReferenceEquals(line, Tried.Whole) == ReferenceEquals(other, release.Whole));

    private static IEnumerable<ReleasedLine> Lines(ReleasedProduct product) =>
        product.Lines.Append(product.Whole).OfType<ReleasedLine>();

    private bool PinsLine(ReleasedLine line, IReadOnlyList<(ReleasedLine Line, bool AreSame)> earlier) =>
        earlier.Any(before => PinsCount(line, before.Line))
            || Published(line).Any(one => PinsDistribution(line, one, earlier));

    private bool PinsCount(ReleasedLine line, ReleasedLine before)
    {
        return Compared(line.Of(ReleasedDistribution.Cohort), before.Of(ReleasedDistribution.Cohort)) switch
        {
            ReleaseComparison.Narrower => Pins(line.Line, before.Line),
            ReleaseComparison.Wider => Pins(before.Line, line.Line),
            _ => false,
        };

        bool Pins(SafeLine narrow, SafeLine wide) =>
            PairAttack.PinsDifference(narrow.Trajectories, wide.Trajectories, Profile)
                || PairAttack.PinsDifference(narrow.Complete, wide.Complete, Profile);
    }

    /// <summary>
    /// Whether a stretch is pinned by all releases of the same values together, or by the difference with one of more
    /// or fewer.
    /// </summary>
    private bool PinsDistribution(
        ReleasedLine line, PublishedDistribution distribution,
        IReadOnlyList<(ReleasedLine Line, bool AreSame)> earlier)
    {
        var name = NameOf(distribution);
        var compared =
            (from before in earlier
             from other in Published(before.Line)
             where (other.Measure, other.Year) == (distribution.Measure, distribution.Year)
             select (Other: other, before.AreSame, Comparison: Compared(line.Of(name), before.Line.Of(name)))).ToList();
        if (compared.Exists(one => PinsDifference(distribution, one.Other, one.Comparison)))
            return true;
        // Equal values weigh alike only where nothing else differs either.
        var same = compared.Where(one => one.Comparison == ReleaseComparison.Same
            && distribution.IsWhole == one.Other.IsWhole && (distribution.IsWhole || one.AreSame)).ToList();
        return same.Count > 0 && ReleaseAttack.OnDistribution(
            same.Select(one => one.Other).Aggregate(distribution, PairAttack.Together), Profile).Any();
    }

    private bool PinsDifference(
        PublishedDistribution distribution, PublishedDistribution other, ReleaseComparison comparison) =>
        comparison switch
        {
            ReleaseComparison.Narrower => PairAttack.PinsDifference(distribution, other, Profile),
            ReleaseComparison.Wider => PairAttack.PinsDifference(other, distribution, Profile),
            _ => false,
        };

    private static ReleaseComparison Compared(ReleasedDistribution? one, ReleasedDistribution? other) =>
        one is null || other is null ? ReleaseComparison.Mixed : one.ComparedTo(other);

    private IEnumerable<PublishedDistribution> Published(ReleasedLine line) =>
        PublishedDistribution.Of(line.Line, line.Shown, Profile);

    private static string NameOf(PublishedDistribution distribution) => distribution.Measure switch
    {
        Measure.Volume => "volume",
        Measure.Duration => "duration",
        _ => ReleasedDistribution.NameOfPart(PartFactor.StartYear, distribution.Year),
    };
}
