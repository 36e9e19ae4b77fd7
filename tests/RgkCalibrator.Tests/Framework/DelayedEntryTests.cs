using System.Text;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Output.Tables;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Survival;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Framework;

/// <summary>Durations with trajectories that were running before they could be seen.</summary>
public sealed class DelayedEntryTests
{
    private static readonly FrameworkSettings Settings = new();

    private static readonly Product InWeeks = Care.Usual with
    {
        AllowedDurations =
        [
            DurationStep.Weeks(12),
            DurationStep.Weeks(26),
            DurationStep.SchoolYear,
            DurationStep.Months(12),
            DurationStep.Months(18),
            DurationStep.Months(24),
        ],
    };

    [Fact]
    public void Percentiles_and_shares_are_those_of_a_naive_twin_on_100_random_groups()
    {
        var random = new Random(1729);
        var (compared, moved) = (0, 0);
        for (var round = 0; round < 100; round++)
        {
            var product = round % 2 == 0 ? Care.Usual : InWeeks;
            var group = Care.Group(
                product,
                Enumerable.Range(0, 1 + random.Next(60)).Select(child => Any(random, child)),
                delayed: Late(random, random.Next(40)));
            var estimates = new GroupEstimates(group, Estimator.Corrected, Settings);

            var own = Naive(group.OwnTimes(), group, group.Delayed.On(group.OwnScale));
            Assert.Equal(own.Percentile(0.8), estimates.Duration(Settings.Percentage).Value);
            for (var step = 0; step < product.AllowedDurations.Count; step++)
            {
                var naive = Naive(group.TimesTo(step).Times, group, group.Delayed.On(product.AllowedDurations[step]))
                    .ShareAt(group.TimesTo(step).Limit);
                // At all and at none the share is that of the cohort, with its exact limits.
                if (group.Delayed.Count == 0 || naive is <= 1e-12 or >= 1 - 1e-12)
                    continue;
                Assert.Equal(naive, estimates.Within[step].Share, 12);
                Assert.InRange(
                    estimates.Within[step].Share, estimates.Within[step].Lower, estimates.Within[step].Upper);
                compared++;
                var plain = new GroupEstimates(Without(group), Estimator.Corrected, Settings).Within[step].Share;
                moved += Math.Abs(naive - plain) > 0.001 ? 1 : 0;
            }
        }

        Assert.True(compared > 300 && moved > 200, Numbers.Whole(compared) + " " + Numbers.Whole(moved));
    }

    [Fact]
    public void They_move_durations_by_Kaplan_Meier_and_no_other_estimate()
    {
        var random = new Random(1730);
        var with = Care.Group(
            Care.Usual, Enumerable.Range(0, 200).Select(child => Any(random, child)), delayed: Late(random, 100));
        var (late, without) = (Estimation.Of(with, Settings).ToList(), Estimation.Of(Without(with), Settings).ToList());

        var differing = late.Zip(without).Where(pair => pair.First != pair.Second).ToList();

        Assert.Equal(
            ["duration_days", "duration_days", "duration_months", "duration_months"],
            differing.Select(pair => pair.First.Measure).Order(StringComparer.Ordinal));
        Assert.All(
            differing,
            pair => Assert.Equal(
                (Method.Km, 300L, 200L), (pair.First.Estimate.Method, pair.First.Estimate.N, pair.Second.Estimate.N)));
        Assert.All(
            differing,
            pair => Assert.Equal(
                pair.Second.Estimate.Events + with.Delayed.Ends.Count(end => end), pair.First.Estimate.Events));
    }

    [Fact]
    public void Of_a_line_the_duration_moves_and_what_is_of_the_cohort_stays()
    {
        var random = new Random(1731);
        var with = Care.Group(
            Care.Usual, Enumerable.Range(0, 200).Select(child => Any(random, child)), delayed: Late(random, 100));
        var (line, plain) = (Proposals.ForGroup(with, Settings), Proposals.ForGroup(Without(with), Settings));

        Assert.NotEqual(plain.Chosen.Duration!.Within, line.Chosen.Duration!.Within);
        Assert.NotEqual(plain.Chosen.Duration.Estimate, line.Chosen.Duration.Estimate);
        Assert.Equal(
            (plain.Joint!.Volume, plain.Joint.Duration, plain.Joint.Pair),
            (line.Joint!.Volume, line.Joint.Duration, line.Joint.Pair));
        Assert.Equal(
            (plain.Tier, plain.CensoredShare, plain.Group.Cohort), (line.Tier, line.CensoredShare, line.Group.Cohort));
        Assert.Equal(
            plain.Other,
            line.Other with
            {
                Volume = plain.Other.Volume,
                Coverage = plain.Other.Coverage,
                Intensity = plain.Other.Intensity,
            });
        var (some, others) = (
            new GroupEstimates(with, Estimator.Corrected, Settings),
            new GroupEstimates(Without(with), Estimator.Corrected, Settings));
        for (var step = 0; step < Care.Usual.AllowedDurations.Count; step++)
        {
            var (volumes, same) = (Volumes(with), Volumes(Without(with)));
            Assert.Equal(
                same.Percentile(Settings.Percentage, Settings), volumes.Percentile(Settings.Percentage, Settings));
            Assert.Equal(others.Coverage(step, same, 100), some.Coverage(step, volumes, 100));

            Observed Volumes(Group group) => Observed.VolumesWithin(group, Estimator.Corrected, step);
        }
    }

    [Fact]
    public void With_complete_trajectories_alone_they_change_nothing()
    {
        var random = new Random(1732);
        var completed = Settings with { Estimator = Estimator.Completed };
        var with = Care.Group(
            Care.Usual, Enumerable.Range(0, 200).Select(child => Any(random, child)), delayed: Late(random, 100));

        var (line, plain) = (Proposals.ForGroup(with, completed), Proposals.ForGroup(Without(with), completed));

        Assert.Equal((plain.Chosen, plain.Compared), (line.Chosen, line.Compared));
    }

    [Fact]
    public void The_truth_of_a_process_that_ran_before_the_observation_is_found()
    {
        // The 80th percentile of whole days with a mean of 365: the smallest d with 1 − exp(−d/365) ≥ 0.8
        const double Truth = 588;
        var random = new Random(1733);
        var (entered, whole, alone) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < 200; round++)
        {
            var (cohort, late) = Process(random);
            var group = Care.Group(InWeeks, cohort, delayed: late);
            var (times, ends) = ((int[])[.. group.CohortDays, .. late.Days], (bool[])[.. group.Ends(), .. late.Ends]);
            entered.Add(P80(InDays(group)) ?? double.PositiveInfinity);
            whole.Add(P80(new SurvivalSample(times, ends)) ?? double.PositiveInfinity);
            alone.Add(P80(InDays(Without(group))) ?? double.PositiveInfinity);
        }

        Assert.InRange(Median(entered) / Truth, 0.97, 1.03);
        // As if they had been seen from their beginning: who ended before the observation is missed.
        Assert.InRange(Median(whole) / Truth, 1.15, 3);
        Assert.InRange(Spread(entered, Truth), 0, 0.8 * Spread(alone, Truth));
    }

    [Fact]
    public void A_line_tells_where_few_were_followed_before_others_entered()
    {
        // Of 300 eight are followed beyond two months, and there one end is an eighth.
        Care[] cares =
        [
            .. Enumerable.Range(0, 100).Select(child => Care.Of(child, 0, 1 + (child % 50))),
            .. Enumerable.Range(100, 192).Select(child => Care.Running(child, 2, 1 + (child % 50))),
            .. Enumerable.Range(292, 8)
                .Select(child => Care.Of(child, 2, 10 + (child % 8)) with { Months = 3 + (child % 8), Days = 400 }),
        ];
        var late = new DelayedEntries(1);
        (late.EntryMonths[0], late.Months[0], late.EntryDays[0], late.Days[0]) = (20, 23, 600, 700);

        var (with, without) = (
            Proposals.ForGroup(Care.Group(Care.Usual, cares, delayed: late), Settings),
            Proposals.ForGroup(Care.Group(Care.Usual, cares), Settings));

        var (shown, plain) = (
            LineDisclosure.Line(with, new DisclosureProfile()), LineDisclosure.Line(without, new DisclosureProfile()));
        Assert.True(shown.Withheld is null && shown.Lack is null, shown.ToString());
        // It tells that fewer than ten were followed: that stays inside.
        Assert.Equal(plain.Marks, shown.Marks);
        Assert.Contains("small-early-risk-set", Written(with), StringComparison.Ordinal);
        Assert.DoesNotContain("small-early-risk-set", Written(without), StringComparison.Ordinal);
    }

    private static string Written(DraftLine line)
    {
        using var stream = new MemoryStream();
        LineTable.From([line]).WriteCsv(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>
    /// Starts at any day of twelve years, of which the last two are observed with a gap of 90 days; who ended before is
    /// not seen.
    /// </summary>
    private static (List<Care> Cohort, DelayedEntries Late) Process(Random random)
    {
        const int First = 3650;
        const int CensoredAt = First + 730 - 91;
        var (cohort, late) = (new List<Care>(), new List<(int Start, int End)>());
        for (var child = 0; child < 2190; child++)
        {
            var start = random.Next(First + 730);
            var end = start + (int)Math.Ceiling(-365 * Math.Log(1 - random.NextDouble())) - 1;
            var days = Math.Min(end, CensoredAt) - start + 1;
            if (start < First && end >= First)
                late.Add((start, end));
            else if (start is >= First and <= CensoredAt)
                cohort.Add(Care.Of(child, 0, 1) with { Days = days, IsRunning = end > CensoredAt });
        }

        var entrants = new DelayedEntries(late.Count);
        foreach (var (place, (start, end)) in late.Index())
        {
            (entrants.EntryDays[place], entrants.Ends[place]) = (First - start, end <= CensoredAt);
            entrants.Days[place] = Math.Min(end, CensoredAt) - start + 1;
        }

        return (cohort, entrants);
    }

    private static SurvivalSample InDays(Group group) =>
        Observed.Durations(group, Estimator.Corrected, TimeScale.Days).SurvivalSample();

    private static double? P80(SurvivalSample sample) =>
        new KaplanMeier(sample).Percentile(Percentage.Of(80), SurvivalLimits.LogLog, 0.95).Value;

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static double Spread(List<double> values, double truth) =>
        Median([.. values.Select(value => Math.Abs(value - truth))]);

    private static Group Without(Group group) => Care.Group(group.Product, Care.CaresOf(group));

    private static Care Any(Random random, int child) => random.Next(4) == 0
        ? Care.Running(child, 1 + random.Next(20), 1 + random.Next(50))
        : Care.Any(random, Care.Usual, child);

    private static DelayedEntries Late(Random random, int count)
    {
        var late = new DelayedEntries(count);
        for (var place = 0; place < count; place++)
        {
            var (entry, time) = (1 + random.Next(500), 1 + random.Next(400));
            (late.Start[place], late.EntryDays[place], late.Days[place]) = (
                DayNumber.Of(new DateOnly(2018, 1, 1)) - entry, entry, entry + time);
            (late.EntryMonths[place], late.Months[place]) = (entry / 30.0, (entry + time) / 30.0);
            late.Ends[place] = random.Next(3) > 0;
        }

        return late;
    }

    private static NaiveCurve Naive(double[] times, Group group, (double[] Entries, double[] Times) late) => new(
        [
            .. times.Select((time, i) => (0.0, time, i < group.Count)),
            .. late.Times.Select((time, i) => (late.Entries[i], time, group.Delayed.Ends[i])),
        ]);

    /// <summary>The product over the times of ends of 1 − d/Y, each counted anew.</summary>
    private sealed class NaiveCurve(List<(double Entry, double Time, bool IsEnd)> seen)
    {
        private readonly List<double> _ends =
        [
            .. seen.Where(one => one.IsEnd).Select(one => one.Time).Distinct().Order(),
        ];

        public double ShareAt(double time) =>
            1 - _ends.Where(end => end <= time).Aggregate(1.0, (share, end) => share * (1 - EndingAt(end)));

        private double EndingAt(double end) =>
            (double)seen.Count(one => one.IsEnd && one.Time == end)
                / seen.Count(one => one.Entry < end && end <= one.Time);

        public double? Percentile(double share)
        {
            var reached = _ends.Where(end => ShareAt(end) >= share - 1e-9).ToList();
            if (reached.Count == 0)
                return null;
            var next = _ends.Where(end => ShareAt(end) > share + 1e-9).Select(end => (double?)end)
                .FirstOrDefault() ?? seen.Max(one => one.Time);
            return Math.Abs(ShareAt(reached[0]) - share) < 1e-9 ? (reached[0] + next) / 2 : reached[0];
        }
    }
}
