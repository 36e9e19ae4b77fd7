using RgkCalibrator.Disclosure.Releases;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Tests.Disclosure.Attack;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Disclosure.Releases;

/// <summary>Drafts and comparisons of made-up regions, released one after the other.</summary>
internal static class MadeReleases
{
    private static readonly ReleaseKeys Keys = new(
        [.. Enumerable.Range(0, 2_000_000).Select(child => (ulong)child)],
        [.. Enumerable.Range(0, 20).Select(provider => (ulong)provider)]);

    private static readonly CountedDays Days =
        new(new(new DateOnly(2018, 1, 1), new DateOnly(2023, 12, 31)), CohortRule.Started);

    /// <summary>A draft beside earlier releases, whose ledger was written and read.</summary>
    internal static HeldDraft Draft(RandomRelease region, ReleaseLedger? earlier = null) => HeldDraft.From(
        region.By(RandomRelease.Together), Material(region), Read(earlier ?? ReleaseLedger.Empty),
        RandomRelease.Together);

    /// <summary>What a release of a region is made of.</summary>
    internal static ReleaseMaterial Material(RandomRelease region) => new(
        region.Products, region.Lines,
        [
            .. region.Products.Where(product => product.Parts.Count > 0)
                .Select(product => Proposals.ForGroup(product.Whole, region.Settings)),
        ],
        region.Settings, Keys);

    /// <summary>A ledger as it stands in a file.</summary>
    internal static byte[] Bytes(ReleaseLedger ledger)
    {
        using var file = new MemoryStream();
        LedgerFormat.Write(ledger, file);
        return file.ToArray();
    }

    /// <summary>A ledger that was written and read.</summary>
    internal static ReleaseLedger Read(ReleaseLedger ledger) => LedgerFormat.Read(new MemoryStream(Bytes(ledger)))!;

    /// <summary>A scenario on the lines of a base; the base itself where none is given.</summary>
    internal static ScenarioMaterial Scenario(string name, RandomRelease region, ScenarioMaterial? usual)
    {
        var scenario = new Scenario(name) { Percentage = region.Settings.Percentage };
        IReadOnlyList<ProductGroups>[] groups = [usual?.Products ?? region.Products, region.Products];
        var first = usual?.Scenario ?? scenario;
        var lines = ScenarioLines.Compare(groups, [first, scenario], region.Settings, [Days, Days]);
        return new(scenario, region.Products, [.. lines.Select(line => line.Scenarios[^1])], region.Settings, Keys);
    }

    /// <summary>
    /// A region and three scenarios: the base, and two at percentiles so many halves higher; of the same percentile
    /// each has a part of the children of the one before it, of some products all but a few.
    /// </summary>
    internal static (RandomRelease Region, List<ScenarioMaterial> Scenarios) Comparison(int seed, params int[] halves)
    {
        var made = RandomRelease.Of(seed, 2500 + (700 * (seed % 20)));
        var region = new RandomRelease(
            made.Products, made.Settings with { Estimator = Estimator.Completed });
        var scenarios = new List<ScenarioMaterial> { Scenario("basis", region, null) };
        var narrow = region;
        foreach (var (more, i) in halves.Select((more, i) => (more, i)))
        {
            if (more == 0)
            {
                narrow = narrow.Keeping((group, child) => ((((ulong)child * 2654435761) + (ulong)(seed + i)) % 1000)
                    >= (ulong)(Math.Pow(group.Product.Code[^1] - '0', 2) * 5) + 2);
            }

            var percentage = Percentage.Of((region.Settings.Percentage.Halves + more) / 2m);
            var settings = region.Settings with
            {
                Percentage = percentage,
                Compared = percentage == region.Settings.Compared
                    ? region.Settings.Percentage
                    : region.Settings.Compared,
            };
            scenarios.Add(Scenario(
                $"scenario {Numbers.Whole(i + 1)}", new RandomRelease(narrow.Products, settings), scenarios[0]));
        }

        return (region, scenarios);
    }
}
