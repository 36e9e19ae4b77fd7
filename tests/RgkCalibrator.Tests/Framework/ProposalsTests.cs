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
    private static readonly FrameworkSettings OfCompleted = new() { Estimator = Estimator.Completed };

    [Theory]
    [InlineData(80, 1, "80 of 100 are 80%")]
    [InlineData(79, 2, "79 of 100 are not")]
    public void The_duration_is_the_smallest_step_that_holds_the_share(int within, int index, string why)
    {
        var line = Proposals.ForGroup(Care.Group(Care.Usual, Steps((1, within), (2, 100 - within))), Settings);

        var duration = line.Chosen.Duration!;
        Expect.Equal(index, duration.Index, why);
        Assert.Equal(DurationStep.Months(index == 1 ? 6 : 9), duration.Step);
        Assert.Equal((index == 1 ? within : 100) / 100.0, duration.Within.Share, 12);
        Assert.True(duration.IsReached);
    }

    [Fact]
    public void Where_exactly_the_share_ends_within_a_step_no_step_between_is_taken() =>
        Assert.Equal(
            1, Proposals.ForGroup(Care.Group(Care.Usual, Steps((1, 80), (5, 20))), Settings).Chosen.Duration!.Index);

    [Fact]
    public void Of_every_size_the_share_is_taken_in_whole_numbers()
    {
        foreach (var percent in new[] { 55m, 75m, 80m, 97.5m })
        {
            var settings = Settings with { Percentage = Percentage.Of(percent), Tiers = new TierSettings(1, 2, 3) };
            for (var n = 1; n <= 120; n++)
            {
                var needed = Enumerable.Range(1, n).First(within => within * 100m >= percent * n);
                Assert.Equal(0, Index(needed, n));
                if (needed > 1)
                    Assert.Equal(1, Index(needed - 1, n));
            }

            int Index(int within, int n) =>
                Proposals.ForGroup(
                    Care.Group(Care.Usual, Steps((0, within), (1, n - within))), settings).Chosen.Duration!.Index;
        }
    }

    [Fact]
    public void Where_no_step_holds_the_share_the_longest_is_proposed_and_said_so()
    {
        var line = Proposals.ForGroup(Care.Group(Care.Usual, Steps((5, 79), (6, 21))), Settings);

        Assert.Equal(
            (DurationStep.Months(24), false, 0.79),
            (
                line.Chosen.Duration!.Step,
                line.Chosen.Duration.IsReached,
                Math.Round(line.Chosen.Duration.Within.Share, 12)));
        Assert.True(line.Compared.Duration!.IsReached);
    }

    [Theory]
    [InlineData(12, 3, true)]
    [InlineData(10, 2, false)]
    [InlineData(3, 0, false)]
    public void No_duration_is_longer_than_the_maximum(int months, int index, bool isReached)
    {
        var product = Care.Usual with { MaximumDuration = DurationStep.Months(months) };

        var duration = Proposals.ForGroup(
            Care.Group(product, Steps((0, 50), (3, 35), (5, 15))), Settings).Chosen.Duration!;

        Assert.Equal((index, isReached), (duration.Index, duration.IsReached));
    }

    // binom_rank_ci.csv: of 100 values the 95% interval of P80 goes from rank 72 to rank 89.
    [Theory]
    [InlineData(0, 100, 0, false, "all in one step")]
    [InlineData(71, 18, 11, false, "ranks 72 and 89 in the step")]
    [InlineData(72, 17, 11, true, "rank 72 in the step before")]
    [InlineData(71, 17, 12, true, "rank 89 in the step after")]
    public void A_step_is_unstable_when_the_interval_reaches_into_another(
        int before, int within, int after, bool isUnstable, string why)
    {
        var duration = Proposals.ForGroup(
            Care.Group(Care.Usual, Steps((0, before), (1, within), (2, after))), OfCompleted).Chosen.Duration!;

        Assert.Equal(1, duration.Index);
        Expect.Equal(isUnstable, duration.IsUnstable, why);
    }

    [Fact]
    public void Without_an_upper_limit_a_step_is_unstable()
    {
        // 17 values are the fewest of which the 95% interval of P80 has an upper limit.
        var settings = Settings with { Tiers = new TierSettings(16, 40, 120) };

        Assert.True(Proposals.ForGroup(Care.Group(Care.Usual, Steps((0, 16))), settings).Chosen.Duration!.IsUnstable);
        Assert.False(Proposals.ForGroup(Care.Group(Care.Usual, Steps((0, 17))), settings).Chosen.Duration!.IsUnstable);
    }

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

    [Fact]
    public void Which_of_two_percentiles_is_chosen_changes_neither_duration()
    {
        var random = new Random(1729);
        for (var round = 0; round < 100; round++)
        {
            var group = Care.Random(random, Care.Usual, random.Next(60, 300));
            var (low, high) = (Percentage.Of(random.Next(100, 190) / 2m), Percentage.Of(95.5m));
            var upward = Proposals.ForGroup(
                group, Settings with { Percentage = high, Compared = low, Tiers = new TierSettings(1, 2, 3) });
            var downward = Proposals.ForGroup(
                group, Settings with { Percentage = low, Compared = high, Tiers = new TierSettings(1, 2, 3) });

            Assert.Equal(upward.Chosen.Duration, downward.Compared.Duration);
            Assert.Equal(upward.Compared.Duration, downward.Chosen.Duration);
        }
    }

    [Fact]
    public void A_school_year_holds_what_ends_within_it_and_not_all_that_is_shorter()
    {
        var school = Care.Usual with { AllowedDurations = [DurationStep.Weeks(12), DurationStep.SchoolYear] };
        var columns = new GroupColumns(100, 2);
        for (var child = 0; child < 100; child++)
        {
            var place = columns.Next();
            (columns.Child[place], columns.Days[place], columns.Volume[place]) = (child, 1 + child, 6000);
            // Of the first 79 that end within twelve weeks, ten began in June.
            (columns.EndsWithin[0][place], columns.EndsWithin[1][place]) = (child < 79, child is >= 10 and < 90);
        }

        var duration = Proposals.ForGroup(new Group(school, columns), new FrameworkSettings()).Chosen.Duration!;

        Assert.Equal(
            (DurationStep.SchoolYear, true, 0.8),
            (duration.Step, duration.IsReached, Math.Round(duration.Within.Share, 12)));
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
