using System.Globalization;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Groups;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Framework;

/// <summary>Each provider's step from an old line to a new one: who comes to lie on the other side.</summary>
public sealed class ProviderStepTests : IDisposable
{
    private const string Header =
        "kind,code,product,subgroup,label,volume,volume_unit,duration,duration_unit,provider";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Steps_are_what_a_plain_count_of_trajectories_says()
    {
        var settings = SmallRegion.Settings with
        {
            Framework = SmallRegion.Settings.Framework with { Estimator = Estimator.Completed },
        };
        var cohort = Calibration.Trajectories([SmallRegion.Declarations], settings, SmallRegion.OneThread)
            .Rows().Where(row => row is { IsInCohort: true, ProductCode: "45C02" }).ToList();
        var providers = cohort.CountBy(row => row.MainProvider).OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key).ToList();
        // More and less than the proposal, in another duration, and the line of all for the rest.
        (string Provider, int Volume, int Months)[] old =
            [(providers[0], 20, 12), (providers[1], 200, 12), (providers[2], 60, 6), ("", 40, 18)];

        var report = Compare(old, settings);

        var steps = report.Steps.Where(step => step.Change.Before.Framework == "kader.csv").ToList();
        var complete = cohort.Where(row => row.IsEndKnown).ToList();
        // Starts count from 2 April 2018 to 1 October 2023, and complete trajectories stand for those that still run.
        var perYear = cohort.Count / (double)complete.Count / (2009 / 365.25);
        Assert.Equal(
            providers.Count, steps.Count(step => step.Change.After.Framework == NamedFramework.Proposed));
        Assert.Equal(steps.Count, 2 * providers.Count);
        foreach (var step in steps)
        {
            var line = old.Where(one => one.Provider == step.Provider).DefaultIfEmpty(old[^1]).First();
            var (before, after) = (Line(line.Volume, line.Months), step.Change.LineAfter!);
            var own = complete.Where(row => row.MainProvider == step.Provider).ToList();
            var leaving = own.Where(row => IsInside(row, before) && !IsInside(row, after)).ToList();
            var entering = own.Where(row => IsInside(row, after) && !IsInside(row, before)).ToList();

            Assert.Equal(before, step.Change.LineBefore);
            Assert.Equal(line.Provider.Length > 0, step.HadOwnLine);
            Assert.Equal(leaving.Count * perYear, step.Moved.Leaving, 9);
            Assert.Equal(entering.Count * perYear, step.Moved.Entering, 9);
            Assert.Equal(leaving.Sum(row => row.VolumeTicks) / 6000.0 * perYear, step.Moved.VolumeLeaving, 6);
            Assert.Equal(entering.Sum(row => row.VolumeTicks) / 6000.0 * perYear, step.Moved.VolumeEntering, 6);
        }

        Assert.Contains(steps, step => step.Moved.Leaving > 0);
        Assert.Contains(steps, step => step.Moved.Entering > 0);
    }

    [Fact]
    public void What_lies_outside_grows_by_what_leaves_and_shrinks_by_what_enters()
    {
        var random = new Random(1729);
        var moved = 0;
        for (var round = 0; round < 60; round++)
        {
            var (group, estimator) = (Mixed(random), round % 2 == 0 ? Estimator.Corrected : Estimator.Completed);
            var (before, after) = (Any(random), Any(random));

            var steps = LineStep.ByProvider(group, estimator, _ => (before, after), years: 2);

            var (outsideBefore, outsideAfter) = (Outside(before), Outside(after));
            Assert.Equal(group.Providers(), steps.Keys.Order());
            foreach (var (provider, step) in steps)
            {
                Assert.Equal(
                    outsideAfter[provider].Outside - outsideBefore[provider].Outside, step.Leaving - step.Entering, 9);
                moved += step is { Leaving: > 0 } or { Entering: > 0 } ? 1 : 0;
            }

            IReadOnlyDictionary<int, LineEffect> Outside(LineValue line) =>
                LineEffect.ByProvider(group, estimator, _ => line, years: 2);
        }

        Assert.True(moved > 50, Numbers.Whole(moved));
    }

    [Fact]
    public void A_duration_that_the_product_does_not_allow_gives_no_step()
    {
        var group = Care.Group(Care.Usual, [Care.Of(1, 0, 50)]);

        Assert.Empty(LineStep.ByProvider(
            group, Estimator.Completed, _ => (Line(40, 11), Line(40, 12)), years: 1));
        Assert.Empty(LineStep.ByProvider(group, Estimator.Completed, _ => null, years: 1));
    }

    public void Dispose() => _folder.Dispose();

    // Care of the whole trajectory counts where it ends within the duration.
    private static bool IsInside(TrajectoryRow row, LineValue line) =>
        row.VolumeTicks <= (long)(line.Volume * 6000) && row.End < row.Start.AddMonths(line.Duration.Length);

    private static LineValue Line(int volume, int months) => new(volume, DurationStep.Months(months));

    private static LineValue Any(Random random) => Line(
        random.Next(2, 60), Care.Usual.AllowedDurations[random.Next(Care.Usual.AllowedDurations.Count)].Length);

    /// <summary>Trajectories of three providers, some of which still run.</summary>
    private static Group Mixed(Random random) => Care.Group(Care.Usual, Enumerable.Range(0, 60).Select(child =>
        (random.Next(4) == 0
            ? Care.Running(child, random.Next(1, 20), random.Next(40))
            : Care.Of(child, random.Next(6), random.Next(60)) is var one
                ? one with { Months = Care.Usual.AllowedDurations[one.Step].Length - 0.5 }
                : one) with
        {
            Covariates = new Covariates { Provider = (ushort)random.Next(3) },
        }));

    private ComparisonReport Compare(
        IEnumerable<(string Provider, int Volume, int Months)> old, CalibrationSettings settings)
    {
        var lines = old.Select(one => string.Create(
            CultureInfo.InvariantCulture,
            $"norm,45C02,Product,,,{one.Volume},uur,{one.Months},maand,{one.Provider}"));
        File.WriteAllText(_folder["kader.csv"], string.Join('\n', [Header, .. lines]) + "\n");
        return Comparison.Compare(
            [SmallRegion.Declarations], _folder["uit"], [], settings, SmallRegion.OneThread,
            new ComparedWith { Frameworks = [_folder["kader.csv"]] });
    }
}
