using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Framework;

/// <summary>The duration of a line: the shortest allowed one that holds the share.</summary>
public sealed class ProposedDurationTests
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

    private static IEnumerable<Care> Steps(params (int Step, int Count)[] counts) =>
        counts.SelectMany(pair => Enumerable.Repeat(pair.Step, pair.Count))
            .Select((step, child) => Care.Of(child, step, 10 + child));
}
