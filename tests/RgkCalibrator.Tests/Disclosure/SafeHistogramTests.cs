using FsCheck;
using FsCheck.Fluent;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Tests.Groups;

namespace RgkCalibrator.Tests.Disclosure;

public sealed class SafeHistogramTests
{
    private static readonly DisclosureProfile Strict = new();
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(1729, 1729);

    private static readonly Gen<Case> Cases =
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from trajectories in Gen.Choose(50, 600)
        select Case.Of(Care.Random(new Random(seed), Care.Usual, trajectories));

    [Fact]
    public void No_class_stands_for_fewer_than_ten_children() => Holds(one =>
        one.Histogram.Bins.All(bin => one.Children(value => IsIn(bin, value)) >= 10));

    [Fact]
    public void Classes_ascend_without_gaps_from_nothing_to_an_open_end() => Holds(one =>
        one.Histogram.Bins[0].From == 0
        && one.Histogram.Bins[^1].To is null
        && one.Histogram.Bins.Zip(one.Histogram.Bins.Skip(1))
            .All(pair => pair.First.To == pair.Second.From && pair.First.From < pair.Second.From));

    [Fact]
    public void The_line_is_an_edge_where_ten_children_lie_on_each_side() => Holds(one =>
        Math.Min(one.Children(value => value <= one.Line), one.Children(value => value > one.Line)) < 10
        || one.Histogram.Bins.Any(bin => bin.To == one.Line));

    [Fact]
    public void Counts_are_those_of_the_trajectories_to_the_nearest_five() => Holds(one =>
        one.Histogram.Bins.All(
            bin => bin.Count % 5 == 0 && Math.Abs(bin.Count - one.Values.Count(value => IsIn(bin, value))) <= 2)
        && Math.Abs(one.Histogram.Bins.Sum(bin => bin.Count) - one.Values.Length) <= 2 * one.Histogram.Bins.Count);

    [Fact]
    public void Edges_are_classes_that_were_asked_for() => Holds(one =>
        one.Histogram.Bins.Skip(1).All(bin => one.Edges.Contains(bin.From)));

    [Fact]
    public void Where_two_classes_can_be_shown_they_are()
    {
        Prop.ForAll(Arb.From(Cases), one =>
        {
            var line = LineDisclosure.Line(one.Draft, Strict);
            var canBeSplit = Enumerable.Range(0, one.Edges.Count).Any(i =>
                Math.Min(
                    one.Children(value => value <= one.Edges[i]), one.Children(value => value > one.Edges[i])) >= 10);
            return line.Withheld is not null || canBeSplit == (one.Safe?.Bins.Count >= 2);
        }).Check(Seeded);
    }

    [Fact]
    public void Two_trajectories_of_one_child_in_two_classes_are_not_two_children()
    {
        // 9 children below the line, each with many trajectories, and 60 above.
        var care = Enumerable.Range(0, 900).Select(i => Care.Of(i % 9, 0, 1 + (i % 8)))
            .Concat(Enumerable.Range(100, 60).Select(child => Care.Of(child, 1, 21 + (child % 29))));
        var group = Care.Group(Care.Usual, care);
        var draft = Proposals.ForGroup(group, new FrameworkSettings { Percentage = Statistics(94) });
        var line = LineDisclosure.Line(draft, Strict with { SmallestGroup = 3 });
        var values = group.VolumeWithin(0).ToArray().Select(Ticks.ToUnits).ToArray();

        var histogram = SafeHistogram.From(
            line,
            Observed.Volumes(group, Estimator.Completed),
            values,
            new HistogramEdges([10, 20, 30, 40, 50], 10),
            Strict)!;

        Assert.True(histogram.Bins[0].To >= 30, "the nine children stand alone");
    }

    [Fact]
    public void Fewer_than_two_classes_are_no_histogram()
    {
        var group = Care.Group(Care.Usual, LineDisclosureTests.Varied(60));
        var line = LineDisclosure.Line(Proposals.ForGroup(group, new FrameworkSettings()), Strict);

        Assert.Null(
            SafeHistogram.From(
                line,
                Observed.Volumes(group, Estimator.Completed),
                Enumerable.Repeat(5.0, 60).ToArray(),
                new HistogramEdges([10, 20], 10),
                Strict));
    }

    private static RgkCalibrator.Statistics.Quantiles.Percentage Statistics(decimal percent) =>
        RgkCalibrator.Statistics.Quantiles.Percentage.Of(percent);

    private static bool IsIn(SafeBin bin, double value) => (value > bin.From || bin.From == 0) && !(value > bin.To);

    private static void Holds(Func<Case, bool> law)
    {
        var seen = 0;
        Prop.ForAll(Arb.From(Cases), one =>
        {
            seen += one.Safe is null ? 0 : 1;
            return one.Safe is null || law(one);
        }).Check(Seeded);
        Assert.InRange(seen, 250, int.MaxValue);
    }

    /// <summary>A group with the histogram of its volumes, or of its durations.</summary>
    private sealed record Case(
        DraftLine Draft, double[] Values, IReadOnlyList<double> Edges, double Line, SafeHistogram? Safe)
    {
        public SafeHistogram Histogram => Safe!;

        public static Case Of(Group group)
        {
            var draft = Proposals.ForGroup(group, new FrameworkSettings());
            var distributions = SafeDistributions.From(draft, LineDisclosure.Line(draft, Strict), Strict);
            var volume = draft.Chosen.Volume!.Value;
            if (group.Count % 2 == 0 && volume > 0)
            {
                double[] units = [.. group.VolumeWithin(draft.Chosen.Duration!.Index).ToArray().Select(Ticks.ToUnits)];
                return new Case(draft, units, HistogramClasses.OfVolume(volume), (double)volume, distributions?.Volume);
            }

            var (lengths, edges) = HistogramClasses.OfDuration(group, draft.Chosen.Duration!.Index);
            return new Case(draft, lengths, edges, edges[draft.Chosen.Duration!.Index], distributions?.Duration);
        }

        public int Children(Func<double, bool> isCounted)
        {
            var child = Draft.Group.Child.ToArray();
            return child.Where((_, i) => isCounted(Values[i])).Distinct().Count();
        }
    }
}
