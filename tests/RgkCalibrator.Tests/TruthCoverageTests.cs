using System.Globalization;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Statistics;
using RgkCalibrator.Synthetic;
using Xunit.Abstractions;

namespace RgkCalibrator.Tests;

/// <summary>Regions of many seeds, of which the truth is known: the intervals must hold it as often as they promise.</summary>
public sealed class TruthCoverageTests(ITestOutputHelper output)
{
    private const int Regions = 20;
    private const int Children = 25_000;

    // Truth of the whole product: what a completed chain truly was.
    private static readonly Dictionary<(string Product, string Measure, int P), double> Truth = TruthTable.Read(RegionModel.Text(RegionFiles.TruthName))
        .Where(row => row is { Subgroup: "", Level: TruthLevel.Chain, Population: TruthTable.Completed, P: > 0 })
        .ToDictionary(row => (row.Product, row.Measure, row.P), row => row.Value);

    [Fact]
    public void Over_20_regions_the_truth_lies_inside_95_percent_intervals_in_at_least_93_percent()
    {
        using var folder = new TemporaryFolder();
        var settings = new CalibrationSettings(CatalogueFile.Haaglanden2025());
        var found = Enumerable.Range(1, Regions).SelectMany(seed => Intervals(folder[Numbers.Whole(seed)], seed, settings)).ToList();

        var perMeasure = found.GroupBy(one => one.Measure).Select(group => $"{group.Key} {Share(group)} of {group.Count()}").ToList();
        perMeasure.ForEach(output.WriteLine);
        output.WriteLine($"all {Share(found)} of {found.Count}; products {found.DistinctBy(one => one.Product).Count()}");

        var said = string.Join("; ", perMeasure);
        Assert.True(found.Count > Regions * 200, said);
        Assert.True(found.Count(one => one.IsInside) >= 0.93 * found.Count, said);
        // Of one measure alone there are fewer intervals, and those of one region go together.
        Assert.All(found.GroupBy(one => one.Measure), group => Assert.True(group.Count(one => one.IsInside) >= 0.92 * group.Count(), said));
    }

    private static List<Interval> Intervals(string folder, int seed, CalibrationSettings settings)
    {
        SyntheticRegion.Write(folder, new SyntheticSettings(Children, seed));
        var draft = Calibration.Draft(Calibration.Trajectories([folder], settings, RunSettings.Default), settings);
        Directory.Delete(folder, recursive: true);
        return [.. draft.Estimates
            .Where(row => row.Estimate.Method == Method.Type2 && settings.Framework.Tiers.Of(row.Estimate.N) == Tier.Full)
            .Select(row => new Interval(row.ProductCode, row.Measure, IsInside(row)))];
    }

    private static bool IsInside(MeasuredEstimate row)
    {
        var truth = Truth[(row.ProductCode, row.Measure, row.Estimate.Percentage.Halves / 2)];
        return !(truth < row.Estimate.Lower) && !(truth > row.Estimate.Upper);
    }

    private static string Share(IEnumerable<Interval> intervals) =>
        intervals.Average(one => one.IsInside ? 1.0 : 0).ToString("P1", CultureInfo.InvariantCulture);

    private sealed record Interval(string Product, string Measure, bool IsInside);
}
