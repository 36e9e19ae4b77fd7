using RgkCalibrator.Disclosure;
using RgkCalibrator.Disclosure.Releases;
using RgkCalibrator.Tests.Disclosure.Attack;

namespace RgkCalibrator.Tests.Disclosure.Releases;

/// <summary>Percentiles by start year beside earlier releases.</summary>
public sealed class YearReleaseTests
{
    [Fact]
    public void A_ledger_holds_the_classes_of_each_year_that_is_told_and_of_the_others_together()
    {
        var region = RandomRelease.Of(3, 30_000);
        var lines = MadeReleases.Draft(region).Ledger.Products.SelectMany(product => product.Lines)
            .Where(line => line.Shown?.YearPercentiles is not null).ToList();

        Assert.NotEmpty(lines);
        Assert.All(lines, line =>
        {
            var years = line.Shown!.YearPercentiles!;
            foreach (var part in line.Shown.Years!.Parts.Where(part => part.Name.Length > 0))
            {
                var isTold = years.Years.Any(year => year.Name == part.Name);
                double[] points = isTold ? [.. years.Ends] : [(double)line.Line.Chosen.Volume!.Value];
                Assert.Equal(points, line.Of("part-StartYear-" + part.Name)!.Points);
            }

            var others = line.Of("part-StartYear-without-percentile")!;
            Assert.Equal(years.Ends, others.Points);
            var all = line.Behind.Where(one => one.Name.StartsWith("part-StartYear-", StringComparison.Ordinal)
                && one != others && years.Years.All(year => !one.Name.EndsWith(year.Name, StringComparison.Ordinal)));
            Assert.Equal(all.Sum(one => one.Values.Length), others.Values.Length);
        });
    }

    [Fact]
    public void Beside_a_release_that_told_none_nothing_is_left_out()
    {
        var region = RandomRelease.Of(3, 30_000);
        var first = MadeReleases.Draft(region);
        ReleaseLedger earlier = new([.. first.Ledger.Products.Select(product => product with
        {
            Lines = [.. product.Lines.Select(WithoutPercentiles)],
        })]);

        var second = MadeReleases.Draft(region, earlier);

        Assert.Contains(second.Safe.Distributions, shown => shown.YearPercentiles is not null);
        Assert.Equal(PublishedText.Of(first.Safe), PublishedText.Of(second.Safe));

        static ReleasedLine WithoutPercentiles(ReleasedLine line) => line with
        {
            Shown = line.Shown?.Without([Figure.YearPercentiles]),
            Behind =
            [
                .. line.Behind.Where(one => !one.Name.EndsWith("without-percentile", StringComparison.Ordinal))
                    .Select(one => one.Name.StartsWith("part-StartYear", StringComparison.Ordinal)
                        ? one with { Points = [(double)line.Line.Chosen.Volume!.Value] }
                        : one),
            ],
        };
    }

    [Fact]
    public void They_are_the_first_to_go_where_not_all_can_stand_beside_an_earlier_release()
    {
        var region = RandomRelease.Of(3, 30_000);
        var (safe, material) = (region.By(RandomRelease.Together), MadeReleases.Material(region));
        var told = 0;
        foreach (var code in safe.Lines.Select(line => line.Product.Code).Distinct())
        {
            var product = material.Product(safe, code, RandomRelease.Together);
            var lines = product.AsReleased(Reduction.None).Lines.Zip(product.AsReleased(Reduction.None + 1).Lines);
            foreach (var (all, reduced) in lines.Where(pair => pair.First.Shown is not null))
            {
                Assert.Equal(all.Shown!.Without([Figure.YearPercentiles]), reduced.Shown);
                told += all.Shown.YearPercentiles is null ? 0 : 1;
            }
        }

        Assert.NotEqual(0, told);
    }
}
