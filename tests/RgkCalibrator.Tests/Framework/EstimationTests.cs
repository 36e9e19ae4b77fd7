using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Tests.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Tests.Framework;

public sealed class EstimationTests
{
    private static readonly FrameworkSettings Settings = new();
    private static readonly string[] Months = ["3m", "6m", "9m", "12m", "18m", "24m"];

    private static readonly string[] Measures =
        [
            "volume",
            "duration_days",
            "duration_months",
            "volume_within_3m",
            "volume_within_26w",
            "volume_within_schooljaar",
        ];

    private static readonly string[] Percentages = ["P75", "P80"];

    [Fact]
    public void Measures_percentiles_and_methods_come_in_a_fixed_order()
    {
        var product = Care.Usual with
        {
            AllowedDurations = [DurationStep.Months(3), DurationStep.Weeks(26), DurationStep.SchoolYear],
        };

        var rows = Estimation.Of(Care.Group(product, [Care.Of(1, 0, 5, 3)]), Settings).ToList();

        Assert.Equal(
            from measure in Measures
            from percentage in Percentages
            from method in new[]
            {
                Method.Type2,
                Method.Type6,
                Method.Type7,
                measure.StartsWith("dur", StringComparison.Ordinal) ? Method.Km : Method.Ipcw,
            }
            select (measure, percentage, method),
            rows.Select(row => (row.Measure, row.Estimate.Percentage.ToString(), row.Estimate.Method)));
        Assert.All(
            rows,
            row => Assert.Equal(
                ("45C02", "", row.Estimate.Method >= Method.Km ? "all" : "completed", 1, 1),
                (row.ProductCode, row.Subgroup, row.Population, row.Estimate.N, row.Estimate.Events)));
    }

    [Fact]
    public void Estimates_are_those_of_the_sample_in_units()
    {
        var random = new Random(1729);
        foreach (var size in new[] { 1, 2, 5, 17, 40, 200, 201 })
        {
            var group = Care.Random(random, Care.Usual, size);
            foreach (var row in Estimation.Of(group, Settings).Where(row => row.Population == Estimation.Completed))
            {
                var (values, scale) = Values(group, row.Measure);
                var expected = Estimate.FromComplete(
                    new Sample(values), row.Estimate.Percentage, (QuantileType)row.Estimate.Method, 0.95);

                Assert.Equal(expected.Value / scale, row.Estimate.Value);
                Assert.Equal(expected.Lower / scale, row.Estimate.Lower);
                Assert.Equal(expected.Upper / scale, row.Estimate.Upper);
                Assert.Equal(
                    (size, size, 0.95, true),
                    (row.Estimate.N, row.Estimate.Events, row.Estimate.Confidence, row.Estimate.Reached));
            }
        }
    }

    [Fact]
    public void An_empty_group_has_estimates_without_a_value() => Assert.All(
        Estimation.Of(Care.Group(Care.Usual, []), Settings),
        row => Assert.Equal(
            (0, null, null, null, false),
            (row.Estimate.N, row.Estimate.Value, row.Estimate.Lower, row.Estimate.Upper, row.Estimate.Reached)));

    [Fact]
    public void Chosen_percentiles_and_types_are_those_that_are_reported()
    {
        var settings = Settings with
        {
            Percentage = Percentage.Of(90),
            Compared = Percentage.Of(50),
            Type = QuantileType.Type7,
            ReportedTypes = [QuantileType.Type7, QuantileType.Type1],
            Confidence = 0.8,
        };

        var rows = Estimation.Of(Care.Group(Care.Usual, [Care.Of(1, 0, 5), Care.Of(2, 0, 6)]), settings).ToList();

        Assert.Equal(["P50", "P90"], rows.Select(row => row.Estimate.Percentage.ToString()).Distinct());
        Assert.Equal(
            [Method.Type1, Method.Type7, Method.Ipcw, Method.Km], rows.Select(row => row.Estimate.Method).Distinct());
        Assert.All(rows, row => Assert.Equal(0.8, row.Estimate.Confidence));
    }

    [Fact]
    public void Without_running_trajectories_the_corrected_value_is_that_of_type_2()
    {
        var random = new Random(1729);
        foreach (var size in new[] { 1, 2, 5, 17, 40, 200, 201 })
        {
            var rows = Estimation.Of(Care.Random(random, Care.Usual, size), Settings)
                .ToLookup(row => (row.Measure, row.Estimate.Percentage));
            Assert.All(rows, measure => Assert.Equal(
                measure.Single(row => row.Estimate.Method == Method.Type2).Estimate.Value,
                measure.Single(row => row.Population == Estimation.All).Estimate.Value));
        }
    }

    [Fact]
    public void One_that_outlasted_a_duration_is_complete_for_it_though_it_still_runs()
    {
        // The example of the method: all four are known within 52 weeks.
        var product = Care.Usual with { AllowedDurations = [DurationStep.Weeks(52)] };
        Care[] care =
        [
            Care.Of(1, 0, 30, 1) with { Days = 200 }, Care.Of(2, 0, 40, 1) with { Days = 300 },
            Care.Running(3, 0, 35, 1) with { Days = 500 },
            Care.Running(4, 0, 50, 1) with { Days = 700, Whole = 600_000 },
        ];

        var rows = Estimation.Of(Care.Group(product, care), Settings)
            .Where(row => row.Population == Estimation.All && row.Estimate.Percentage == Settings.Percentage)
            .ToDictionary(row => row.Measure, row => row.Estimate);

        Assert.Equal(
            (4, 4, 50.0, true),
            (
                rows["volume_within_52w"].N,
                rows["volume_within_52w"].Events,
                rows["volume_within_52w"].Value!.Value,
                rows["volume_within_52w"].Reached));
        Assert.Equal(
            (4, 2, null, false),
            (
                rows["duration_days"].N,
                rows["duration_days"].Events,
                rows["duration_days"].Value,
                rows["duration_days"].Reached));
        Assert.Equal(new Shortfall(700, 0.5), rows["duration_days"].Shortfall);
        Assert.Equal(new Shortfall(100, 0.5), rows["volume"].Shortfall);
        Assert.Equal(EstimateWarnings.MuchCensored, rows["volume"].Warnings);
    }

    private static (double[] Values, double Scale) Values(Group group, string measure) => measure switch
    {
        "volume" => (InDoubles(group.Volume), 6000),
        "duration_days" => ([.. group.Days.ToArray().Select(days => (double)days)], 1),
        "duration_months" => (group.Months.ToArray(), 1),
        _ => (InDoubles(group.VolumeWithin(Array.IndexOf(Months, measure["volume_within_".Length..]))), 6000),
    };

    private static double[] InDoubles(ReadOnlySpan<long> ticks) => [.. ticks.ToArray().Select(one => (double)one)];
}
