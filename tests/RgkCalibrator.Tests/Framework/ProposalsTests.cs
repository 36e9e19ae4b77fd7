using System.Globalization;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Framework;

public sealed class ProposalsTests
{
    private static readonly FrameworkSettings Settings = new();

    [Fact]
    public void The_volume_is_the_percentile_within_the_duration_rounded_up()
    {
        // 80 of 100 use 61 hours and a minute at most; the next one 70: type 2 takes the midpoint.
        var care = Enumerable.Range(1, 100).Select(i => Care.Of(i, i <= 80 ? 0 : 1, i <= 80 ? 61 + (1 / 60m) : 70));

        var line = Proposals.ForGroup(Care.Group(Care.Usual, care), Settings);

        Assert.Equal((61 + (1 / 60.0) + 70) / 2, line.Chosen.Volume!.Estimate.Value!.Value, 12);
        Assert.Equal(66, line.Chosen.Volume.Value);
        Assert.Equal(62, line.Compared.Volume!.Value);
    }

    [Fact]
    public void The_compared_volume_is_taken_within_the_chosen_duration()
    {
        // 78 of 100 end within 3 months, in which everybody uses 10 hours; the others use 50 within 6 months.
        var care = Enumerable.Range(1, 100).Select(i =>
            Care.Of(i, i <= 78 ? 0 : 1, 10) with
            {
                Within = [60_000, i <= 70 ? 60_000 : 300_000, 600_000, 600_000, 600_000, 600_000],
            });

        var line = Proposals.ForGroup(Care.Group(Care.Usual, care), Settings);

        Assert.Equal((0, 1), (line.Compared.Duration!.Index, line.Chosen.Duration!.Index));
        Assert.Equal((50, 50), (line.Compared.Volume!.Value, line.Chosen.Volume!.Value));
        Assert.Equal(78, line.Compared.Coverage!.Duration);
    }

    [Theory]
    [InlineData(160, 150, "P80 beside P75")]
    [InlineData(165, 180, "a half, and the other one higher")]
    [InlineData(195, 100, "P97.5 beside the median")]
    public void Lines_agree_with_naive_counts_on_random_groups(int chosen, int compared, string what)
    {
        Assert.NotEmpty(what);
        var settings = Settings with
        {
            Percentage = Percentage.Of(chosen / 2m),
            Compared = Percentage.Of(compared / 2m),
            Tiers = new TierSettings(),
        };
        var random = new Random(1729);
        for (var round = 0; round < 300; round++)
        {
            var product = Care.Usual with { VolumeStep = round % 3 == 0 ? null : 0.5m * random.Next(1, 9) };
            var group = Care.Random(random, product, random.Next(17, 300));

            var line = Proposals.ForGroup(group, settings);

            foreach (var (proposal, halves) in new[] { (line.Chosen, chosen), (line.Compared, compared) })
            {
                var within = group.VolumeWithin(line.Chosen.Duration!.Index).ToArray();
                var ascending = within.Order().ToArray();
                var (rank, rest) = Math.DivRem(halves * group.Count, 200);
                // Twice the percentile of type 2, which then is a whole number of ticks.
                var twice = rest == 0 ? ascending[rank - 1] + ascending[rank] : 2 * ascending[rank];
                var step = product.VolumeStep ?? (twice < 2 * 10 * Ticks.PerUnit ? 0.5m : 1);
                var volume = Enumerable.Range(0, 5_000)
                    .First(count => 2 * count * step * Ticks.PerUnit >= twice) * step;
                var limit = (long)(volume * Ticks.PerUnit);
                var duration = group.Step.ToArray();
                var index = Enumerable.Range(0, 6)
                    .FirstOrDefault(i => 200 * duration.Count(s => s <= i) >= halves * group.Count, 5);

                Assert.Equal(index, proposal.Duration!.Index);
                Assert.Equal(volume, proposal.Volume!.Value);
                Assert.Equal(
                    new Coverage(
                        group.Count,
                        duration.Count(s => s <= index),
                        within.Count(ticks => ticks <= limit),
                        within.Zip(duration).Count(one => one.First <= limit && one.Second <= index),
                        group.Volume.ToArray().Count(ticks => ticks <= limit)),
                    proposal.Coverage);
            }
        }
    }

    [Theory]
    [InlineData(Estimator.Completed)]
    [InlineData(Estimator.Corrected)]
    public void A_higher_percentile_gives_no_shorter_duration_and_no_smaller_volume(Estimator estimator)
    {
        var random = new Random(1729);
        for (var round = 0; round < 40; round++)
        {
            var care = Care.CaresOf(Care.Random(random, Care.Usual, random.Next(60, 300)));
            var group = Care.Group(
                Care.Usual,
                care.Concat(Enumerable.Range(0, round).Select(i => Care.Running(1000 + i, 1 + (i % 20), 1 + i))));
            var lines = Enumerable.Range(100, 99).Select(halves => At(group, halves)).ToList();

            Assert.All(
                lines.Zip(lines.Skip(1)),
                pair => Assert.True(pair.First.Chosen.Duration!.Index <= pair.Second.Chosen.Duration!.Index));
            // Beside each other they are taken within the same duration.
            Assert.All(
                lines,
                line => Assert.True(
                    line.Compared.Volume is not { } higher || line.Chosen.Volume!.Value <= higher.Value));
            Assert.All(lines, line => Assert.True(line.Chosen.Duration!.Index <= line.Compared.Duration!.Index));
        }

        DraftLine At(Group group, int halves) => Proposals.ForGroup(group, Settings with
        {
            Estimator = estimator,
            Percentage = Percentage.Of(halves / 2m),
            Compared = Percentage.Of((halves + 1) / 2m),
            Tiers = new TierSettings(1, 2, 3),
        });
    }

    [Theory]
    [InlineData(61, "uur", IntensityUnit.MinuutPerWeek, "12 month", "70.3846")]
    [InlineData(78, "uur", IntensityUnit.MinuutPerWeek, "6 month", "180")]
    [InlineData(61, "uur", IntensityUnit.UurPerWeek, "12 month", "1.1731")]
    [InlineData(120, "dagdeel", IntensityUnit.DagdeelPerWeek, "school year", "3")]
    [InlineData(312, "dagdeel", IntensityUnit.DagdeelPerWeek, "12 month", "6")]
    [InlineData(26, "etmaal", IntensityUnit.EtmaalPerWeek, "26 week", "1")]
    public void Intensity_is_volume_a_week(
        int units, string unit, IntensityUnit shownIn, string duration, string expected)
    {
        var step = duration switch
        {
            "school year" => DurationStep.SchoolYear,
            "26 week" => DurationStep.Weeks(26),
            _ => DurationStep.Months(int.Parse(duration.Split(' ')[0], CultureInfo.InvariantCulture)),
        };
        var product = new Product("p", "P", FrameworkKind.Norm, CareRole.Ambulatory, CareUnits.Read(unit)!.Value)
        {
            AllowedDurations = [step],
            IntensityUnit = shownIn,
        };

        var line = Proposals.ForGroup(
            Care.Group(product, Enumerable.Range(1, 20).Select(child => Care.Of(child, 0, units, 1))), Settings);

        Assert.Equal(
            decimal.Parse(expected, CultureInfo.InvariantCulture), decimal.Round(line.Chosen.Intensity!.Value, 4));
    }

    [Fact]
    public void Volumes_of_a_product_in_minutes_are_in_minutes()
    {
        var product = Care.Usual with { Unit = CareUnit.Minuut, IntensityUnit = IntensityUnit.MinuutPerWeek };

        // Three hours, as they are carried.
        var line = Proposals.ForGroup(
            Care.Group(product, Enumerable.Range(1, 20).Select(child => Care.Of(child, 0, 3))), Settings);

        Assert.Equal(180, line.Chosen.Volume!.Value);
        Assert.Equal(180, line.Chosen.Volume.Estimate.Value);
        Assert.Equal(180 / 13.0, (double)line.Chosen.Intensity!.Value, 9);
        Assert.Equal(20, line.Chosen.Coverage!.Volume);
    }

    [Theory]
    [InlineData(16, false, Tier.None, Basis.Insufficient)]
    [InlineData(16, true, Tier.None, Basis.Norm)]
    [InlineData(17, true, Tier.Indicative, Basis.History)]
    [InlineData(39, false, Tier.Indicative, Basis.History)]
    [InlineData(40, false, Tier.Provisional, Basis.History)]
    [InlineData(119, false, Tier.Provisional, Basis.History)]
    [InlineData(120, false, Tier.Full, Basis.History)]
    public void Tier_and_basis_follow_from_the_size(int n, bool hasNorm, Tier tier, Basis basis)
    {
        var product = Care.Usual with
        {
            Existing = hasNorm ? new ExistingLine(10, DurationStep.Months(3), "contract") : null,
        };

        var line = Proposals.ForGroup(Care.Group(product, Steps((0, n))), Settings);

        Assert.Equal((tier, basis), (line.Tier, line.Basis));
        Assert.Equal(
            tier == Tier.None, line.Chosen is { Duration: null, Volume: null, Coverage: null, Intensity: null });
        Assert.Equal(("P80", "P75"), (line.Chosen.Percentage.ToString(), line.Compared.Percentage.ToString()));
    }

    private static IEnumerable<Care> Steps(params (int Step, int Count)[] counts) =>
        counts.SelectMany(pair => Enumerable.Repeat(pair.Step, pair.Count))
            .Select((step, child) => Care.Of(child, step, 10 + child));
}
