using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Tests.Intake;
using RgkCalibrator.Tests.Trajectories;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Framework;

/// <summary>
/// The longest duration among the lines of directly overlapping care, against the same reckoned trajectory by
/// trajectory from the rows.
/// </summary>
public sealed class LongestConcurrentTests
{
    private const string Stay = "43A09";
    private const string WithoutLine = "45C01";

    // Of most products care is shorter than the two years of one of them.
    private static readonly Dictionary<string, int> Months = new()
    {
        ["45C02"] = 12,
        ["45C05"] = 4,
        ["54002"] = 26,
        ["45ABS"] = 4,
        ["45C10"] = 7,
    };

    private static readonly ProductCatalogue Catalogue = new("test", Reading.GapOf90,
    [
        Ambulatory("45C02"),
        Ambulatory("45C05") with { AllowedDurations = [DurationStep.Weeks(12), DurationStep.Weeks(26)] },
        Ambulatory("54002") with { AllowedDurations = [DurationStep.Months(24)] },
        Ambulatory("45ABS") with { AllowedDurations = [DurationStep.Weeks(12), DurationStep.SchoolYear] },
        Ambulatory("45C10") with
        {
            MaximumDuration = DurationStep.Months(9),
            Subgroups = [Order("eerste", "first"), Order("vervolg", "follow-up")],
        },
        // Of so few the current line stays.
        Ambulatory("45MBO") with
        {
            Current = [new CurrentLine(20, DurationStep.Months(18))],
        },
        Ambulatory(WithoutLine) with { Framework = FrameworkKind.None },
        Ambulatory(Stay) with { Framework = FrameworkKind.None, Role = CareRole.Stay },
    ]);

    [Theory]
    [InlineData("completed")]
    [InlineData("corrected")]
    public void Each_trajectory_is_held_against_the_longest_line_that_touches_its_first_days(string estimator)
    {
        var rows = Rows(1729);
        var lines = Compared(rows, $"duration: longest-concurrent\n    estimator: {estimator}");
        var durations = lines.Select(line => line.Scenarios[1]).ToDictionary(
            line => line.Line.Group.Name, line => line.Duration ?? line.Line.Current?.Duration);
        var naive = new NaiveTrajectories(Catalogue.Trajectories, Catalogue.Rules(isCut: true)).Of(rows);
        var (longer, checkedLines) = (0, 0);
        foreach (var line in lines.Select(line => line.Scenarios[1]).Where(line => line.Volume is not null))
        {
            var name = line.Line.Group.Name;
            var sample = naive.Where(one => one.Row.IsInCohort && LineOf(one.Row) == name)
                .Select(one => new Held(one, StepOf(one, naive, durations), line.Duration!)).ToList();
            longer += sample.Count(one => one.Step > StepOf(one.Trajectory, [], durations));
            checkedLines++;
            var weights = estimator == "completed"
                ? [.. sample.Select(one => one.Trajectory.Row.IsEndKnown ? 1.0 : 0)]
                : Weights(sample);
            var total = estimator == "completed" ? weights.Sum() : sample.Count;

            var (volume, inside) = Naive(sample, weights, total);

            Assert.Equal(VolumeRounding.Up(volume, null), line.Volume);
            var limit = line.Volume!.Value * 6000;
            Assert.Equal(inside(limit), line.Inside!.Value, 9);
        }

        Assert.Equal(6, checkedLines);
        Assert.True(longer > 300, Numbers.Whole(longer));
    }

    [Fact]
    public void Where_no_care_lies_beside_it_nothing_changes()
    {
        var rows = Rows(1729).Select(row => row with { Client = row.Client + row.Product }).ToList();

        var lines = Compared(rows, "duration: longest-concurrent");

        Assert.All(lines, line => Assert.Equal(
            line.Base.Line.Chosen.ToString(), line.Scenarios[1].Line.Chosen.ToString()));
    }

    [Fact]
    public void The_sample_and_the_own_durations_stay_and_more_lies_inside()
    {
        var lines = Compared(Rows(7), "duration: longest-concurrent");

        Assert.All(lines, line =>
        {
            Assert.Equal(line.Group.Cohort, line.Scenarios[1].Line.Group.Cohort);
            Assert.Equal(line.Base.Duration, line.Scenarios[1].Duration);
            Assert.True(line.Base.Volume is null || line.Scenarios[1].Volume >= line.Base.Volume);
            Assert.True(line.Base.Volume is null
                || line.Scenarios[1].Line.Chosen.Coverage!.Duration >= line.Base.Line.Chosen.Coverage!.Duration - 1e-9);
        });
        Assert.Contains(lines, line => line.Scenarios[1].Volume > line.Base.Volume);
    }

    /// <summary>The place among the allowed durations of the longest that counts for a trajectory.</summary>
    private static int StepOf(
        NaiveTrajectory own, IReadOnlyList<NaiveTrajectory> all, Dictionary<LineName, DurationStep?> durations)
    {
        var product = Product(own.Row);
        var beside = all.Select(one => one.Row).Where(row =>
            row.ClientId == own.Row.ClientId && row.ProductCode != own.Row.ProductCode && row.ProductCode != Stay
            && row.Start <= own.Row.Start.AddDays(30) && row.End >= own.Row.Start);
        var lengths = beside.Select(row => LineOf(row) is { } line ? durations.GetValueOrDefault(line) : null)
            .OfType<DurationStep>().Select(Weeks);
        var most = product.MaximumDuration is { } maximum ? Weeks(maximum) : decimal.MaxValue;
        var allowed = product.AllowedDurations.Where(step => Weeks(step) <= most).ToList();
        var ownLength = Weeks(durations[LineOf(own.Row)!.Value]!);
        var wanted = lengths.Append(ownLength).Max();
        return Math.Min(allowed.Count(step => Weeks(step) < wanted), allowed.Count - 1);
    }

    private static (decimal Volume, Func<decimal, double> Inside) Naive(
        List<Held> sample, double[] weights, double total)
    {
        var sorted = sample.Zip(weights).Where(pair => pair.Second > 0).OrderBy(pair => pair.First.Volume).ToList();
        var (sum, place) = (0.0, 0);
        while ((sum += sorted[place].Second) < (0.8 * total) - 1e-7)
            place++;
        var isFlat = Math.Abs(sum - (0.8 * total)) < 1e-7;
        var volume = isFlat
            ? (sorted[place].First.Volume + sorted.Skip(place + 1).First().First.Volume) / 2m
            : sorted[place].First.Volume;
        return (volume / 6000m, limit => sample.Zip(weights)
            .Where(pair => pair.First.Volume <= limit && pair.First.EndsWithin).Sum(pair => pair.Second) / total);
    }

    /// <summary>1/G(t−) for those known by the end of their duration, G by Kaplan-Meier; else nothing.</summary>
    private static double[] Weights(List<Held> sample)
    {
        var times = sample.Select(one => Math.Min(one.Time, one.Limit)).ToList();
        var known = sample.Select(one => one.Trajectory.Row.IsEndKnown || one.Time >= one.Limit).ToList();
        var censorings = times.Zip(known).Where(pair => !pair.Second).Select(pair => pair.First).Distinct().Order()
            .ToList();
        return [.. times.Zip(known, (time, isKnown) => !isKnown ? 0 : 1 / censorings.Where(at => at < time)
            .Aggregate(1.0, (left, at) => left * StaysAt(at)))];

        double StaysAt(double at)
        {
            var atRisk = times.Where((one, i) => one > at || (one == at && !known[i])).Count();
            var censored = times.Where((one, i) => one == at && !known[i]).Count();
            return 1 - ((double)censored / atRisk);
        }
    }

    private static LineName? LineOf(TrajectoryRow row)
    {
        var product = Product(row);
        if (product.Framework == FrameworkKind.None)
            return null;
        if (product.Subgroups.Count == 0)
            return new LineName(product.Code, string.Empty);
        return row.Order switch
        {
            CareOrder.First => new LineName(product.Code, "eerste"),
            CareOrder.FollowUp => new LineName(product.Code, "vervolg"),
            _ => null,
        };
    }

    private static Product Product(TrajectoryRow row) => Catalogue.Find(row.ProductCode)!;

    private static decimal Weeks(DurationStep step) => step.Unit switch
    {
        DurationUnit.Month => step.Length * 52m / 12m,
        DurationUnit.Week => step.Length,
        _ => 40,
    };

    private static Product Ambulatory(string code) =>
        new(code, code, FrameworkKind.Rgk, CareRole.Ambulatory, CareUnit.Uur);

    private static Subgroup Order(string id, string order) =>
        new(id, id, [new SubgroupCondition(ConditionKind.Order, [order])]);

    private static IReadOnlyList<ComparedLine> Compared(IReadOnlyList<TestRow> rows, string choices)
    {
        using var reading = new Reading();
        return Comparison.Compare(
            [reading.Write(rows)], reading.Folder["uit"],
            ScenarioFile.Parse($"scenarios:\n  - name: langste\n    {choices}\n", "s.yaml"),
            new CalibrationSettings(Catalogue), RunSettings.Default with { Threads = 2 }).Lines;
    }

    /// <summary>Months of care of 400 clients, of products that begin near each other.</summary>
    private static List<TestRow> Rows(int seed)
    {
        var random = new Random(seed);
        var rows = new List<TestRow>();
        for (var client = 0; client < 400; client++)
        {
            var first = Reading.Observed.First.AddDays(random.Next(2000));
            foreach (var product in Catalogue.Products.Where(_ => random.Next(2) == 0))
            {
                if (product.Code == "45MBO" && client % 32 != 0)
                    continue;
                var start = first.AddDays(random.Next(-20, 90));
                var months = random.Next(1, 1 + Months.GetValueOrDefault(product.Code, 12));
                for (var month = 0; month < months; month++)
                {
                    // A pause makes a second trajectory.
                    var day = start.AddMonths(month).AddDays(month > months / 2 && client % 3 == 0 ? 200 : 0);
                    rows.Add(new TestRow(
                        $"c{Numbers.Whole(client)}", product.Code, day, day.AddDays(random.Next(5, 28)),
                        random.Next(1, 15), "uur"));
                }
            }
        }

        return rows;
    }

    /// <summary>A trajectory with the duration that counts for it.</summary>
    private sealed record Held(NaiveTrajectory Trajectory, int Step, DurationStep OfLine)
    {
        private readonly DurationStep _duration = Product(Trajectory.Row).AllowedDurations[Step];

        public long Volume => Trajectory.Within[Step];

        public bool EndsWithin => Trajectory.Row.IsEndKnown && Trajectory.Row.End <= _duration.LastDay(Start);

        private DateOnly Start => Trajectory.Row.Start;

        // As for the line itself: months, days for weeks, and for a school year the part of the way to its end.
        public double Time => On(Start.AddDays(Trajectory.Row.TimeDays!.Value - 1));

        public double Limit => On(_duration.LastDay(Start));

        private double On(DateOnly last) => OfLine.Unit switch
        {
            DurationUnit.Month => CalendarMonths.Between(Start, last),
            DurationUnit.Week => DaysTo(last),
            _ => DaysTo(last) / DaysTo(OfLine.LastDay(Start)),
        };

        private double DaysTo(DateOnly last) => last.DayNumber - Start.DayNumber + 1;
    }
}
