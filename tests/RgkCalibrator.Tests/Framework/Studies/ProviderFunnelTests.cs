using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Statistics.Testing;
using RgkCalibrator.Tests.Groups;

namespace RgkCalibrator.Tests.Framework.Studies;

public sealed class ProviderFunnelTests
{
    private static readonly FrameworkSettings Settings = new();
    private static readonly string[] Names = [.. Enumerable.Range(0, 40).Select(i => $"A{Numbers.Whole(i)}")];

    [Fact]
    public void A_planted_provider_is_flagged_above_and_the_counts_add_up()
    {
        var random = new Random(1729);
        var care = Enumerable.Range(0, 1200)
            .Select(i => Followed.Of(i, (i % 12 == 7 ? 3 : 1) * Followed.Hours(random)) with
            {
                Covariates = Followed.By(i % 12),
            }).ToList();

        var (volume, duration) = Of(care, 80);

        Assert.Equal(Names.Take(12), volume.Providers.Select(one => one.Provider));
        Assert.Equal(1200, volume.Providers.Sum(one => one.Beyond.N));
        Assert.Equal(care.Count(one => one.Within[0] > 480_000), volume.Providers.Sum(one => one.Beyond.Beyond));
        Assert.Equal(FunnelSide.Above, volume.Providers[7].Point!.Flag(0.998));
        Assert.InRange(volume.Providers.Count(one => one.Point!.Flag(0.95) != FunnelSide.Within), 1, 4);
        Assert.All(duration.Providers, one => Assert.Null(one.Point));
    }

    [Fact]
    public void The_target_is_what_the_others_have_and_the_limits_are_those_at_it()
    {
        var care = Enumerable.Range(0, 300)
            .Select(i => Followed.Of(i, i % 5 == 0 ? 100 : 10, i % 2 == 0 ? 2019 : 2022, i % 7 == 0) with
            {
                Covariates = Followed.By(i % 3 == 0 ? 0 : 1 + (i % 2)),
            }).ToList();
        foreach (var funnel in new[] { Of(care, 20).Volume, Of(care, 20).Duration })
        {
            foreach (var one in funnel.Providers)
            {
                var others = funnel.Providers.Where(other => other != one).ToList();
                Assert.Equal(
                    (double)others.Sum(other => other.Beyond.Beyond) / others.Sum(other => other.Beyond.N),
                    one.Target!.Value,
                    1e-12);
                Assert.Equal(FunnelLimit.Interpolated(one.Target.Value, one.Beyond.N, 0.975), one.Exact!.Upper95);
                Assert.Equal(FunnelLimit.Interpolated(one.Target.Value, one.Beyond.N, 0.001), one.Exact.Lower998);
                Assert.Equal(
                    FunnelLimit.Arcsine(one.Target.Value, one.Beyond.N, 0.999, funnel.Overdispersion!.TauSquared),
                    one.Widened!.Upper998);
                Assert.Equal(
                    one.Beyond, new BeyondCount(one.Before.Beyond + one.From.Beyond, one.Before.N + one.From.N));
            }
        }
    }

    [Fact]
    public void Its_own_history_is_compared_as_in_R()
    {
        foreach (var row in Reference.Rows("own_history_fisher.csv"))
        {
            var care = Starts(2018, row.Whole("k_old"), row.Whole("n_old"))
                .Concat(Starts(2021, row.Whole("k_new"), row.Whole("n_new")));

            var provider = Assert.Single(Of([.. care], 50).Volume.Providers);

            Assert.Equal(row.Number("fisher_p"), provider.History!.P, 1e-9);
        }

        static IEnumerable<Care> Starts(int year, long beyond, long n) =>
            Enumerable.Range(0, (int)n).Select(i => Followed.Of(i, i < beyond ? 60 : 40, year));
    }

    [Fact]
    public void One_provider_alone_has_no_target_and_no_flag()
    {
        var (volume, _) = Of([.. Enumerable.Range(0, 50).Select(i => Followed.Of(i, 10 + i))], 40);

        var one = Assert.Single(volume.Providers);
        Assert.Equal((null, null, null, null, null), (one.Target, one.Point, one.Exact, one.Widened, one.History));
        Assert.Null(volume.Overdispersion);
    }

    [Fact]
    public void Chance_alone_is_flagged_at_95_percent_in_at_most_one_of_twenty()
    {
        var (flagged, all) = (0, 0);
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var providers = Of(
                [
                    .. Enumerable.Range(0, 1000)
                        .Select(i => Followed.Of(i, Followed.Hours(random)) with
                        {
                            Covariates = Followed.By(random.Next(25)),
                        }),
                ],
                80).Volume.Providers;
            flagged += providers.Count(one => one.Point!.Flag(0.95) != FunnelSide.Within);
            all += providers.Count;
        }

        // Exact tails of whole numbers: at most 2.5% on each side, with three standard errors of 0.7%.
        Assert.InRange((double)flagged / all, 0.005, 0.071);
    }

    [Fact]
    public void The_largest_share_is_of_the_whole_cohort()
    {
        Care[] care =
        [
            .. Enumerable.Range(0, 10)
                .Select(i =>
                    (i < 6 ? Followed.Of(i, 10) : Care.Running(i, 5, 10)) with
                    {
                        Covariates = Followed.By(i < 3 ? 1 : i < 5 ? 2 : 3),
                    }),
        ];

        Assert.Equal(0.5, ProviderFunnel.LargestShare(Care.Group(Care.Usual, care), Names));
        Assert.Null(ProviderFunnel.LargestShare(Care.Group(Care.Usual, []), Names));
    }

    [Fact]
    public void Declarations_that_name_no_provider_are_of_no_provider()
    {
        string[] names = ["", "A1", "A2"];
        Care[] care =
        [
            .. Enumerable.Range(0, 90).Select(i =>
                Followed.Of(i, 10 + i) with { Covariates = Followed.By(i < 60 ? 0 : 1 + (i % 2)) }),
        ];

        var funnels = ProviderFunnel.OfLine(Followed.Twelve(care), 40, names, Settings).ToList();

        Assert.Equal(15 / 90d, ProviderFunnel.LargestShare(Care.Group(Care.Usual, care), names));
        Assert.Null(ProviderFunnel.LargestShare(Care.Group(Care.Usual, care[..60]), names));
        Assert.All(funnels, funnel => Assert.Equal(["A1", "A2"], funnel.Providers.Select(one => one.Provider)));
        Assert.All(funnels, funnel => Assert.Equal(15, funnel.Providers[0].Beyond.N));
    }

    private static (ProviderFunnel Volume, ProviderFunnel Duration) Of(IReadOnlyList<Care> care, decimal line)
    {
        var funnels = ProviderFunnel.OfLine(Followed.Twelve(care), line, Names, Settings).ToList();
        return (funnels[0], funnels[1]);
    }
}
