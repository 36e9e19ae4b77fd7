using RgkCalibrator.Disclosure;
using RgkCalibrator.Disclosure.Releases;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Tests.Disclosure.Attack;
using RgkCalibrator.Tests.Groups;
using Xunit.Abstractions;

namespace RgkCalibrator.Tests.Disclosure.Releases;

/// <summary>What can be worked out of two releases of one made-up region.</summary>
public sealed class ReleasePairTests(ITestOutputHelper output)
{
    // Of each region one rerun, of five kinds.
    private const int Kinds = 5;

    private static readonly int Pairs = RandomRelease.Number / Kinds;

    private static readonly DisclosureProfile Profile = RandomRelease.Together;

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_child_more_or_fewer_changes_nothing_that_is_shown(int kind, bool isMore)
    {
        var (told, pairs) = (0, 0);
        foreach (var region in Regions(kind))
        {
            var products = region.Products.Where(product => product.Whole.Cohort > 0).ToList();
            var product = products[pairs++ % products.Count];
            var child = product.Whole.Child[product.Whole.Cohort / 2];
            var fewer = region.Keeping(
                (group, one) => group.Product.Code != product.Whole.Product.Code || one != child);
            var (first, second) = isMore ? (fewer, region) : (region, fewer);
            var before = MadeReleases.Draft(first);
            var after = MadeReleases.Draft(second, before.Ledger);

            Assert.Equal(PublishedText.Of(before.Safe), PublishedText.Of(after.Safe));
            var alone = MadeReleases.Draft(second);
            told += PublishedText.Of(before.Safe) == PublishedText.Of(alone.Safe) ? 0 : 1;
        }

        output.WriteLine($"Without the ledger {told} of {Pairs} pairs differ.");
        Assert.InRange(told, Pairs / 4, Pairs);
    }

    [Fact]
    public void Of_two_windows_no_small_group_follows_and_without_the_ledger_some_do()
    {
        var (pinned, without, shown, alone, kept) = (0, 0, 0, 0, 0);
        foreach (var (region, seed) in Regions(2).Select((region, seed) => (region, seed)))
        {
            // Of each product another part of the children came in the last window, of some a few.
            var narrow = region.Keeping((group, child) =>
                ((((ulong)child * 2654435761) + (ulong)seed) % 1000)
                    >= (ulong)(Math.Pow(group.Product.Code[^1] - '0', 2) * 5) + 2);
            var (before, by) = (MadeReleases.Draft(narrow), MadeReleases.Draft(region));
            var after = MadeReleases.Draft(region, before.Ledger);

            pinned += DraftPairs.OnNested(before.Safe, after.Safe, Profile);
            without += DraftPairs.OnNested(before.Safe, by.Safe, Profile);
            (shown, alone) = (shown + Shown(after.Safe), alone + Shown(by.Safe));
            kept += after.Outcomes.Count(one => one.Outcome == ReleaseOutcome.Kept);
        }

        output.WriteLine(
            $"{Pairs} pairs of windows: {pinned} pinned with the ledger, {without} without; {alone - shown} of {alone} "
                + $"figures withheld, and those of {kept} products kept.");
        Assert.Equal(0, pinned);
        Assert.InRange(without, Pairs / 4, int.MaxValue);
    }

    [Fact]
    public void Of_several_percentiles_no_small_group_follows_and_without_the_ledger_some_do()
    {
        var (pinned, without, shown, alone) = (0, 0, 0, 0);
        foreach (var made in Regions(3))
        {
            var settings = made.Settings with { Estimator = Estimator.Completed };
            var region = new RandomRelease(made.Products, settings);
            var first = MadeReleases.Draft(region);
            var (releases, ledger) = (new List<SafeDraft> { first.Safe }, first.Ledger);
            foreach (var halves in new[] { 3, -5 })
            {
                var chosen = Percentage.Of((settings.Percentage.Halves + halves) / 2m);
                var other = new RandomRelease(made.Products, settings with { Percentage = chosen });
                var (after, by) = (MadeReleases.Draft(other, ledger), MadeReleases.Draft(other));
                pinned += releases.Sum(before => DraftPairs.OnSameChildren(before, after.Safe, Profile));
                without += DraftPairs.OnSameChildren(first.Safe, by.Safe, Profile);
                (shown, alone) = (shown + Shown(after.Safe), alone + Shown(by.Safe));
                releases.Add(after.Safe);
                ledger = after.Ledger;
            }
        }

        output.WriteLine(
            $"{2 * Pairs} other percentiles: {pinned} pinned with the ledger, {without} without; {alone - shown} of "
                + $"{alone} figures withheld.");
        Assert.Equal(0, pinned);
        Assert.InRange(without, 1, int.MaxValue);
    }

    [Fact]
    public void Two_estimators_side_by_side_leave_no_few_children_between_their_figures()
    {
        var (told, without, shown, alone) = (0, 0, 0, 0);
        foreach (var region in Regions(4))
        {
            var isCorrected = region.Settings.Estimator == Estimator.Corrected;
            var other = new RandomRelease(region.Products, region.Settings with
            {
                Estimator = isCorrected ? Estimator.Completed : Estimator.Corrected,
            });
            var (before, by) = (MadeReleases.Draft(region), MadeReleases.Draft(other));
            var after = MadeReleases.Draft(other, before.Ledger);

            told += FewBetween(region, before.Safe, after.Safe);
            without += FewBetween(region, before.Safe, by.Safe);
            (shown, alone) = (shown + Shown(after.Safe), alone + Shown(by.Safe));
        }

        output.WriteLine(
            $"{Pairs} pairs of estimators: few between {told} proposals with the ledger, {without} without; "
                + $"{alone - shown} of {alone} figures withheld.");
        Assert.Equal(0, told);
        Assert.InRange(without, 1, int.MaxValue);

        // Between the two proposed volumes within one duration, counted one by one.
        static int FewBetween(RandomRelease region, SafeDraft one, SafeDraft other) => region.Lines.Count(draft =>
        {
            var (mine, theirs) = (LineOf(one, draft).Chosen, LineOf(other, draft).Chosen);
            var isOne = mine.Duration == theirs.Duration && draft.SharedVolumes is null;
            if (!isOne || mine.Volume is not { } volume || theirs.Volume is not { } second)
                return false;
            var (lower, upper) = ((double)Math.Min(volume, second), (double)Math.Max(volume, second));
            var (units, children) = (draft.Volumes!.Units(), draft.Volumes.Children());
            return children.Where((_, i) => units[i] > lower && units[i] <= upper).Distinct().Count() is > 0 and < 10;
        });

        static SafeLine LineOf(SafeDraft safe, DraftLine draft) => safe.Lines.Single(line =>
            line.Product.Code == draft.Group.Product.Code && line.SubgroupId == draft.Group.Subgroup);
    }

    [Fact]
    public void By_two_estimators_few_that_still_run_are_not_told()
    {
        // 101 trajectories, shown as 100; of complete ones there are 96, which would be shown as 95.
        var care = Enumerable.Range(0, 96).Select(child => Care.Of(child, child % 3, 10 + (child % 90)))
            .Concat(Enumerable.Range(500, 5).Select(child => Care.Running(child, 3, 20)));
        var corrected = new RandomRelease([new ProductGroups(Care.Group(Care.Usual, care))], new FrameworkSettings());
        var completed = new RandomRelease(
            corrected.Products, corrected.Settings with { Estimator = Estimator.Completed });
        var first = MadeReleases.Draft(corrected);

        var (alone, after) = (MadeReleases.Draft(completed), MadeReleases.Draft(completed, first.Ledger));

        Assert.Equal(100, first.Safe.Lines[0].Trajectories.Value);
        Assert.Equal(95, alone.Safe.Lines[0].Trajectories.Value);
        Assert.Equal(100, after.Safe.Lines[0].Trajectories.Value);
        Assert.Equal(ReleaseOutcome.Withheld, Assert.Single(after.Outcomes).Outcome);
    }

    [Fact]
    public void A_release_once_more_shows_and_notes_the_same()
    {
        var region = RandomRelease.Of(7, 3000);
        var first = MadeReleases.Draft(region);
        var alone = region.By(Profile);

        var again = MadeReleases.Draft(region, first.Ledger);

        Assert.Equal(PublishedText.Of(alone), PublishedText.Of(first.Safe));
        Assert.Equal(PublishedText.Of(first.Safe), PublishedText.Of(again.Safe));
        Assert.Equal(MadeReleases.Bytes(first.Ledger), MadeReleases.Bytes(again.Ledger));
        Assert.All(again.Outcomes, one => Assert.Equal(ReleaseOutcome.Shown, one.Outcome));
    }

    private static IEnumerable<RandomRelease> Regions(int kind) =>
        RandomRelease.All(kind, Kinds);

    private static int Shown(SafeDraft draft) => draft.Verdicts.Count(verdict => verdict.Loss is null);
}
