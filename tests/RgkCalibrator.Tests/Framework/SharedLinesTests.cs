using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Statistics.Survival;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Framework;

/// <summary>Lines of subgroups, with a volume or a duration that they share.</summary>
public sealed class SharedLinesTests
{
    private static readonly FrameworkSettings OfCompleted = new() { Estimator = Estimator.Completed };

    [Fact]
    public void A_shared_volume_is_the_percentile_of_what_each_uses_within_the_duration_of_its_own_line()
    {
        var random = new Random(1729);
        for (var round = 0; round < 60; round++)
        {
            var product = Parted(OwnMeasures.Duration, OwnMeasures.Duration);
            var (first, later) = (Part(random, product, "eerste"), Part(random, product, "vervolg"));

            var lines = Proposals.ForProduct(Groups(first, later), OfCompleted);

            var used = lines.SelectMany(line => line.Group.VolumeWithin(line.Chosen.Duration!.Index).ToArray())
                .Select(ticks => (double)ticks / product.TicksPerUnit);
            var expected = Quantile.Of(new Sample(used.ToArray()), Percentage.Of(80), QuantileType.Type2);
            Assert.All(lines, line => Assert.Equal(expected!.Value, line.Chosen.Volume!.Estimate.Value!.Value, 9));
            Assert.Equal(lines[0].Chosen.Volume!.Value, lines[1].Chosen.Volume!.Value);
            Assert.Equal([first, later], lines.Select(line => line.Group));
            Assert.All(
                lines,
                line => Assert.Equal(
                    Proposals.ForGroup(Care.AsWhole(line.Group), OfCompleted).Chosen.Duration, line.Chosen.Duration));
        }
    }

    [Fact]
    public void What_is_followed_to_the_end_of_its_own_line_is_known_for_a_shared_volume()
    {
        var product = Parted(OwnMeasures.Duration, OwnMeasures.Duration);
        // All of the first end in the third month; of the later ones ten still run, and were followed to the last day
        // of their line.
        var first = Care.Group(
            product,
            Enumerable.Range(0, 100).Select(child => Care.Of(child, 0, 10)),
            new GroupScope("eerste", "Eerste"));
        var later = Care.Group(
            product,
            Enumerable.Range(100, 90).Select(child => Care.Of(child, 1, 20) with { Months = 6, Days = 181 })
                .Concat(Enumerable.Range(200, 10).Select(child => Care.Running(child, 6, 30) with { Days = 181 })),
            new GroupScope("vervolg", "Vervolg"));

        var lines = Proposals.ForProduct(Groups(first, later), new FrameworkSettings());

        Assert.Equal(
            [DurationStep.Months(3), DurationStep.Months(6)], lines.Select(line => line.Chosen.Duration!.Step));
        Assert.All(
            lines,
            line => Assert.Equal(
                (200, 200, 20m),
                (line.Chosen.Volume!.Estimate.N, line.Chosen.Volume.Estimate.Events, line.Chosen.Volume.Value)));
        Assert.Equal((100, 90), (lines[0].Chosen.Coverage!.Volume, Math.Round(lines[1].Chosen.Coverage!.Volume, 9)));
    }

    [Fact]
    public void A_volume_is_shared_by_those_alone_that_do_not_have_it_for_their_own()
    {
        var random = new Random(1729);
        var product = Parted(OwnMeasures.Duration, OwnMeasures.Both);
        var (first, later) = (Part(random, product, "eerste"), Part(random, product, "vervolg"));

        var lines = Proposals.ForProduct(Groups(first, later), OfCompleted);

        Assert.All(
            lines,
            line => Assert.Equal(
                Proposals.ForGroup(Care.AsWhole(line.Group), OfCompleted).Chosen.Volume!.Value,
                line.Chosen.Volume!.Value));
        Assert.Equal([true, false], lines.Select(line => line.SharedVolumes is not null));
    }

    [Fact]
    public void A_shared_duration_is_that_of_all_that_share_it()
    {
        var product = Parted(OwnMeasures.Volume, OwnMeasures.Volume);
        var first = Care.Group(
            product,
            Enumerable.Range(0, 100).Select(child => Care.Of(child, 0, 10)),
            new GroupScope("eerste", "Eerste"));
        var later = Care.Group(
            product,
            Enumerable.Range(100, 100).Select(child => Care.Of(child, 3, 20)),
            new GroupScope("vervolg", "Vervolg"));

        var lines = Proposals.ForProduct(Groups(first, later), OfCompleted);

        Assert.All(
            lines,
            line => Assert.Equal((DurationStep.Months(12), true), (line.Chosen.Duration!.Step, line.SharesDuration)));
        Assert.Equal([10m, 20m], lines.Select(line => line.Chosen.Volume!.Value));
        Assert.All(lines, line => Assert.Equal(100, line.Chosen.Coverage!.Duration));
    }

    [Fact]
    public void A_subgroup_whose_column_is_not_in_the_data_keeps_its_current_line_and_says_why()
    {
        var random = new Random(1729);
        var product = Parted(OwnMeasures.Both, OwnMeasures.Both) with
        {
            Current = [new CurrentLine(12, DurationStep.Months(6)) { SubgroupId = "vervolg" }],
            Existing = new ExistingLine(1, DurationStep.Months(3), "contract"),
        };
        var (first, later) = (
            Part(random, product, "eerste"),
            Care.Group(
                product,
                Enumerable.Range(0, 200).Select(child => Care.Of(child, 0, 10)),
                new GroupScope("vervolg", "Vervolg") { Missing = [CanonicalColumn.AssignmentId] }));

        var lines = Proposals.ForProduct(Groups(first, later), OfCompleted);

        Assert.Equal([Basis.History, Basis.Insufficient], lines.Select(line => line.Basis));
        Assert.Equal([null, Lack.NoColumn], lines.Select(line => line.Lack));
        Assert.Equal((null, 12m), (lines[1].Chosen.Volume, lines[1].Current!.Volume));
    }

    [Fact]
    public void A_volume_per_care_year_is_that_of_the_care_years_and_their_children_carry_it()
    {
        var product = Parted(OwnMeasures.Volume, OwnMeasures.Volume) with { Observation = Observation.CareYear };
        var years = Care.Group(
            product, Enumerable.Range(0, 60).Select(i => Care.Of(i / 3, 0, 1 + i) with { Months = 12, Days = 365 }));
        var trajectories = Enumerable.Range(0, 20).Select(child => Care.Of(child, 3, 900)).ToList();
        var group = Care.Group(product, trajectories, new GroupScope("eerste", "Eerste"), careYears: years);

        var line = Proposals.ForProduct(Groups(group), OfCompleted)[0];

        // Twenty children, though there are sixty care years: 48 and 49 lie around the percentile.
        Assert.Equal(
            (Tier.Indicative, 48.5, 49m), (line.Tier, line.Chosen.Volume!.Estimate.Value, line.Chosen.Volume.Value));
        Assert.Equal(20 * 49 / 60.0, line.Chosen.Coverage!.Volume, 9);
        Assert.Null(line.Joint);
        var apart = Estimate.FromComplete(
            new Sample(Enumerable.Range(1, 60).Select(i => (double)i).ToArray()),
            Percentage.Of(80),
            QuantileType.Type2,
            0.95);
        Assert.True(
            line.Chosen.Volume.Estimate.Lower < apart.Lower && !(line.Chosen.Volume.Estimate.Upper <= apart.Upper));
        Assert.Equal(0.95, line.Chosen.Volume.Estimate.Confidence);
    }

    [Fact]
    public void Intervals_widen_by_the_effective_number_of_clusters()
    {
        Assert.Equal(0.95, ClusteredConfidence.Widened(0.95, [1, 2, 3]));
        // Pairs: half as many values, so that z grows by the root of two. R: 2 * pnorm(sqrt(2) * qnorm(.975)) - 1
        Assert.Equal(0.994425, ClusteredConfidence.Widened(0.95, [1, 1, 2, 2, 3, 3]), 6);
        Assert.InRange(ClusteredConfidence.Widened(0.95, Enumerable.Repeat(1, 10_000)), 0.99, 1 - 1e-13);
    }

    private static Product Parted(OwnMeasures first, OwnMeasures later) => Care.Usual with
    {
        Subgroups =
        [
            new Subgroup("eerste", "Eerste", [new SubgroupCondition(ConditionKind.Order, ["first"])]) { Own = first },
            new Subgroup(
                "vervolg", "Vervolg", [new SubgroupCondition(ConditionKind.Order, ["follow-up"])]) { Own = later },
        ],
    };

    private static Group Part(Random random, Product product, string id) =>
        Care.Group(
            product,
            Enumerable.Range(0, 60 + random.Next(200)).Select(child => Care.Any(random, product, child)),
            new GroupScope(id, id));

    private static ProductGroups Groups(params Group[] parts)
    {
        var whole = Care.Together(parts);
        return new ProductGroups(whole, parts, whole);
    }
}
