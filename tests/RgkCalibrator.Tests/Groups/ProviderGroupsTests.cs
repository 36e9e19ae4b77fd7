using System.Runtime.InteropServices;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Tests.Trajectories;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Groups;

/// <summary>The groups of each main provider: nothing is lost between them and nothing counts twice.</summary>
public sealed class ProviderGroupsTests
{
    private static readonly IReadOnlyList<Product> Products =
    [
        new("54002", "Behandeling", FrameworkKind.Rgk, CareRole.Ambulatory, CareUnit.Uur)
        {
            Part = PartRule.Assignment,
            Subgroups = [One("eerste", ConditionKind.Order, "first"), One("vervolg", ConditionKind.Order, "follow-up")],
        },
        new("45C04", "Dagbehandeling", FrameworkKind.Rgk, CareRole.Ambulatory, CareUnit.Uur)
        {
            Observation = Observation.CareYear,
            Subgroups = [One("jong", ConditionKind.Age, "0-5") with { Own = OwnMeasures.Volume }],
        },
        Care.Usual,
        new("product_zonder_code", "Groep", FrameworkKind.Norm, CareRole.Ambulatory, CareUnit.Uur)
        {
            Subgroups = [One("verblijf", ConditionKind.WithStay, "true")],
        },
        new("product_zonder_kode", "Verblijf", FrameworkKind.None, CareRole.Stay, CareUnit.Uur),
    ];

    [Fact]
    public void The_groups_of_providers_together_are_those_of_the_whole_on_60_random_sets()
    {
        using var reading = new Reading { Mapping = Reading.AllAsked };
        var met = default(Sums);
        for (var seed = 1729; seed < 1789; seed++)
        {
            var (catalogue, rows) = Drawn(seed);
            var set = Care.Built(reading, rows, catalogue);
            var whole = Grouping.ByProduct(set, catalogue);

            var parts = Grouping.ByProvider(set, catalogue).ToList();

            Assert.Equal(Enumerable.Range(0, set.Providers.Count), parts.Select(part => part.Provider));
            foreach (var (place, product) in whole.Index())
            {
                var own = parts.Select(part => part.Products[place]).ToList();
                AddUp(product.SharingDuration, [.. own.Select(one => one.SharingDuration)]);
                foreach (var group in product.All)
                {
                    met += AddUp(
                        group, [.. own.SelectMany(one => one.All).Where(one => one.Subgroup == group.Subgroup)]);
                }
            }

            foreach (var (provider, own) in parts)
            {
                Assert.All(own.SelectMany(product => product.All), group => Assert.All(
                    group.Covariates.ToArray(), covariates => Assert.Equal(provider, covariates.Provider)));
            }
        }

        Assert.True(
            met is { Cohort: > 500, Running: > 20, Years: > 50, Delayed: > 10, Unplaced: > 10, Before: > 10 },
            met.ToString());
    }

    [Fact]
    public void Where_a_child_has_one_provider_the_children_of_providers_add_up_to_those_of_the_whole()
    {
        using var reading = new Reading();
        var children = 0;
        for (var seed = 1729; seed < 1759; seed++)
        {
            var (catalogue, rows) = Drawn(seed);
            rows = [.. rows.Select(row => row with { Provider = row.Client!.Length % 3 == 0 ? "" : row.Client[..1] })];
            var set = Care.Built(reading, rows, catalogue);

            var parts = Grouping.ByProvider(set, catalogue).ToList();

            foreach (var (place, product) in Grouping.ByProduct(set, catalogue).Index())
            {
                Assert.Equal(
                    product.Whole.CohortChildren, parts.Sum(part => part.Products[place].Whole.CohortChildren));
                children += product.Whole.CohortChildren;
            }
        }

        Assert.True(children > 100, Numbers.Whole(children));
    }

    /// <summary>Rows of named and unnamed providers, some of which had begun before what is observed.</summary>
    private static (ProductCatalogue Catalogue, IReadOnlyList<TestRow> Rows) Drawn(int seed)
    {
        var random = new RandomDeclarations(seed);
        var settings = random.Settings() with { StartedBefore = seed % 2 == 0 };
        var first = settings.Observed.First;
        return (
            new ProductCatalogue("test", settings, Products),
            [
                .. random.Rows(settings).Where(row => row.Unit != "dagdeel").Select(row =>
                    row.Start >= first && row.Start < first.AddDays(60)
                        ? row with { CareStart = first.AddDays(-200) }
                        : row),
            ]);
    }

    private static Sums AddUp(Group whole, IReadOnlyList<Group> parts)
    {
        var (expected, found) = (Sums.Of(whole), parts.Aggregate(default(Sums), (sum, part) => sum + Sums.Of(part)));
        // A rest of delayed entries alone is no group, of a provider as of a file.
        Assert.Equal(whole.Subgroup == GroupScope.RestId ? expected.WithoutDelayed(found) : expected, found);
        Assert.Equal(
            whole.Child.ToArray().Distinct().Order(),
            parts.SelectMany(part => part.Child.ToArray()).Distinct().Order());
        return found;
    }

    private static Subgroup One(string id, ConditionKind kind, string value) =>
        new(id, id, [new SubgroupCondition(kind, [value])]);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Sums(
        int Cohort, int Running, long Volume, int Years, long YearVolume, int Delayed, long DelayedDays, int Before)
    {
        // Of the rest of a product not every provider has a group, so that it is told of the whole alone.
        internal int Unplaced { get; init; }

        internal static Sums Of(Group group) => new(
            group.Cohort, group.Cohort - group.Count, group.CohortVolume.ToArray().Sum(),
            group.CareYears?.Cohort ?? 0, group.CareYears?.CohortVolume.ToArray().Sum() ?? 0,
            group.Delayed.Count, group.Delayed.Days.Sum(days => (long)days),
            group.Subgroup.Length == 0 ? group.Scope.StartedBefore : 0)
        {
            Unplaced = group.Subgroup.Length == 0 ? group.Scope.Unplaced : 0,
        };

        internal Sums WithoutDelayed(Sums found) =>
            this with { Delayed = found.Delayed, DelayedDays = found.DelayedDays };

        public static Sums operator +(Sums one, Sums other) => new(
            one.Cohort + other.Cohort, one.Running + other.Running, one.Volume + other.Volume,
            one.Years + other.Years, one.YearVolume + other.YearVolume, one.Delayed + other.Delayed,
            one.DelayedDays + other.DelayedDays, one.Before + other.Before)
        {
            Unplaced = one.Unplaced + other.Unplaced,
        };
    }
}
