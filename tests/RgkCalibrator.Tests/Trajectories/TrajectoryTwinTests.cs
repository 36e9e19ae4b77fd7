using System.Globalization;
using System.Text;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Trajectories;

public sealed class TrajectoryTwinTests
{
    private const int Seed = 1729;

    [Fact]
    public void The_kernel_agrees_with_the_naive_rules_on_500_sets()
    {
        using var reading = new Reading { Mapping = Reading.AllAsked };
        for (var round = 0; round < 500; round++)
        {
            var random = new RandomDeclarations(Seed + round);
            var settings = random.Settings();
            var rows = random.Rows(settings);
            var rules = random.Rules();

            var expected = new NaiveTrajectories(settings, rules).Of(rows);
            var built = Built(reading, random, rows, settings, rules);

            Assert.Equal(expected.Select(naive => naive.Row), built.Select(one => one.Row));
            Assert.Equal(
                expected.Select(naive => string.Join(' ', naive.Within)),
                built.Select(one => string.Join(' ', one.Within)));
        }
    }

    [Fact]
    public void The_random_sets_meet_what_they_are_meant_to_meet()
    {
        var built = Enumerable.Range(Seed, 400).SelectMany(seed =>
        {
            var random = new RandomDeclarations(seed);
            var settings = random.Settings();
            var rows = random.Rows(settings);
            return new NaiveTrajectories(settings, random.Rules()).Of(rows);
        }).ToList();

        Assert.All(
            new Func<TrajectoryRow, bool>[]
            {
                row => row.Sequence > 2,
                row => row.Lines > 5,
                row => !row.IsStartKnown,
                row => row.IsStartKnown && !row.IsEndKnown,
                row => row.IsEvent is null,
                row => row is { IsEvent: false },
                row => row is { IsEvent: true },
                row => row.AgeAtStart is null,
                row => row.AgeAtStart == 0,
                row => row.IsInCohort,
                row => row is { IsStartKnown: true, IsEvent: true, IsInCohort: false },
                row => row.ProviderId.Length > 0, row => row.Unit != RgkCalibrator.Intake.Lines.CareUnit.Uur,
                row => row.Order == CareOrder.Unknown,
                row => row.Order == CareOrder.First,
                row => row.Order == CareOrder.FollowUp,
                row => row.EntryDays > 0,
                row => row.WithStay == true,
                row => row is { WithStay: true, AnyStay: false },
                row => row is { WithStay: false, AnyStay: true },
                row => row.Concurrent == true,
                row => row is { Concurrent: true, AnyConcurrent: false },
                row => row is { Concurrent: false, AnyConcurrent: true },
                row => row is { WithStay: null },
                row => row is { MainProvider.Length: > 0 },
                row => row is { Location.Length: > 0 },
                row => row is { Intervention.Length: > 0 }, row => row is { Municipality.Length: > 0 },
            },
            kind => Assert.True(built.Count(one => kind(one.Row)) >= 20));
        Assert.Contains(
            built,
            one => one.Within.Count > 0 && one.Within[0] != one.Within[^1] && one.Within[^1] != one.Row.VolumeTicks);
    }

    [Theory]
    [InlineData(1, 1, "")]
    [InlineData(2, 2, "nl-NL")]
    [InlineData(3, 4, "tr-TR")]
    [InlineData(5, 3, "en-US")]
    public void Order_of_rows_files_threads_and_culture_change_nothing(int files, int threads, string culture)
    {
        var settings = Reading.GapOf90 with { SplitByProvider = true };
        var random = new RandomDeclarations(Seed);
        var rows = Enumerable.Range(0, 400).SelectMany(_ => random.Rows(settings)).ToList();
        using var plain = new Reading(threads: 1) { Mapping = Reading.AllAsked };
        var rules = random.Rules();
        var expected = plain.Trajectories(settings, rules, rows);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            using var reading = new Reading(threads) { Mapping = Reading.AllAsked };
            for (var round = 0; round < 3; round++)
            {
                var paths = random.Dealt(random.Shuffled(rows), files).Select(reading.WriteForThreads).ToList();
                using var declarations = reading.Read(random.Shuffled(paths));
                var set = TrajectoryBuilder.Build(
                    declarations, settings, rules, RunSettings.Default with { Threads = threads });

                Assert.Equal(expected, set.Rows());
                Assert.Equal(expected, set.Rows());
                Assert.Equal(expected.Count, set.Count);
                Assert.Equal(expected.DistinctBy(row => row.ClientId).Count(), set.ClientCount);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(1, 1, 200_000)]
    [InlineData(2, 2, 500_000)]
    [InlineData(3, 1, 1_000_000)]
    public void However_often_files_must_be_read_for_lack_of_memory_the_trajectories_are_the_same(
        int files, int threads, long memory)
    {
        var settings = Reading.GapOf90 with { SplitByProvider = true };
        var random = new RandomDeclarations(Seed);
        var rows = Enumerable.Range(0, 2_000)
            .SelectMany(
                set => random.Rows(settings).Select(
                        row =>
                            row with
                            {
                                Client = string.Create(CultureInfo.InvariantCulture, $"{set % 500}-{row.Client}"),
                            }))
            .ToList();
        using var reading = new Reading(threads) { Mapping = Reading.AllAsked };
        var rules = random.Rules();
        var expected = reading.Trajectories(settings, rules, rows);
        var paths = random.Dealt(random.Shuffled(rows), files).Select(reading.WriteForThreads).ToList();
        var run = RunSettings.Default with { Threads = threads, MaxMemory = memory };

        using var kept = reading.Read(
            paths, Reading.AllProducts, run with { MaxMemory = memory + (expected.Count * 1_000L) });
        var set = TrajectoryBuilder.Build(kept, settings, rules, run);
        using var streamed = reading.Read(paths, Reading.AllProducts, run);
        var taken = 0L;
        var figures = TrajectoryBuilder.Build(streamed, settings, rules, run, new((_, next) => taken = Counted(next)));

        Assert.Equal(expected, set.Rows());
        Assert.True(streamed.Passes > 2, string.Create(CultureInfo.InvariantCulture, $"{streamed.Passes} passes"));
        Assert.Equal((expected.Count, expected.Count, set.ClientCount), (taken, figures.Count, figures.ClientCount));
        Assert.Equal((set.EqualLines, set.BirthConflicts), (figures.EqualLines, figures.BirthConflicts));
        Assert.Equal((kept.Ledger.Used, kept.VolumeCarried), (streamed.Ledger.Used, streamed.VolumeCarried));
    }

    [Fact]
    public void Whoever_takes_trajectories_and_fails_ends_the_building_with_what_went_wrong()
    {
        using var reading = new Reading();
        var path = reading.Write(
            [.. Enumerable.Range(0, 3_000).SelectMany(_ => new RandomDeclarations(Seed).Rows(Reading.GapOf90))]);
        using var declarations = reading.Read(path);

        Assert.Throws<IOException>(() => TrajectoryBuilder.Build(
            declarations, Reading.GapOf90, new Dictionary<string, ProductRules>(), RunSettings.Default,
            new((_, _) => throw new IOException("vol"))));
    }

    private static long Counted(Func<TrajectoryPartition?> next)
    {
        var count = 0L;
        while (next() is { } partition)
            count += partition.Trajectories.Length;
        return count;
    }

    private static IReadOnlyList<(TrajectoryRow Row, IReadOnlyList<long> Within)> Built(
        Reading reading,
        RandomDeclarations random,
        IReadOnlyList<TestRow> rows,
        TrajectorySettings settings,
        IReadOnlyDictionary<string, ProductRules> rules)
    {
        var paths = random.Dealt(random.Shuffled(rows), 2).Select(part => reading.Write(part)).ToList();
        using var declarations = reading.Read(
            paths, Reading.AllProducts with { LastDay = settings.ObservedThen().Last });
        var set = TrajectoryBuilder.Build(declarations, settings, rules, RunSettings.Default);
        var within = set.Partitions
            .SelectMany(
                partition => partition.Trajectories.Select(
                        one => (KeyOf(set, one), partition.Within[one.WithinOffset..][..VolumesOf(set, one)])))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2);
        return
        [
            .. set.Rows().Select(
                row => (
                    row,
                    (IReadOnlyList<long>)within[
                        (row.ClientId, row.ProductCode, row.Unit.ToString(), row.ProviderId, row.Sequence)])),
        ];
    }

    private static int VolumesOf(TrajectorySet set, Trajectory one) =>
        set.StepsOf(one.Product).Count + (set.HasCareYears(one.Product) ? CareYears.Count(in one) : 0);

    private static (string Client, string Product, string Unit, string Provider, int Sequence) KeyOf(
        TrajectorySet set, Trajectory one)
    {
        var product = set.Products[one.Product];
        var provider = set.Settings.SplitByProvider ? set.Providers[one.Provider] : string.Empty;
        var client = Encoding.UTF8.GetString(set.ClientBytes(one.Client, new byte[12]));
        return (client, product.Code, product.Unit.ToString(), provider, one.Sequence);
    }
}
