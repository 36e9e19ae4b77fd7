using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Synthetic;
using RgkCalibrator.Tests.Synthetic;

namespace RgkCalibrator.Tests;

/// <summary>The intervals of twenty regions of different seeds, each held against a truth of the model.</summary>
public sealed class TwentyRegions
{
    private const int Regions = 20;
    private const int Children = 25_000;

    private const string CareYearVolume = "volume_care_year";

    // What a trajectory truly was: a part where assignments part it, else a chain; and each care year.
    private static readonly HashSet<string> Parted =
        [
            .. CatalogueFile.Haaglanden2025().Products.Where(product => product.Part == PartRule.Assignment)
                .Select(product => product.Code),
        ];

    private static readonly Dictionary<TruthKey, double> Truth =
        TruthTable.Read(RegionModel.Text(RegionFiles.TruthName))
            .Where(row => row.P > 0 && (row.Level == TruthLevel.CareYear
                ? row.Measure == "volume"
                : row.Level == (Parted.Contains(row.Product) ? TruthLevel.Part : TruthLevel.Chain)))
            .ToDictionary(
                row => new TruthKey(
                    row.Population,
                    row.Product,
                    row.Subgroup,
                    row.Level == TruthLevel.CareYear ? CareYearVolume : row.Measure,
                    row.P),
                row => row.Value);

    private readonly List<MeasuredEstimate> _estimates = [];

    public TwentyRegions()
    {
        using var folder = new TemporaryFolder();
        var settings = new CalibrationSettings(CatalogueFile.Haaglanden2025());
        for (var seed = 1; seed <= Regions; seed++)
        {
            var region = folder[Numbers.Whole(seed)];
            SyntheticRegion.Write(region, new SyntheticSettings(Children, seed));
            var groups = RgkCalibrator.Tests.Groups.Care.Grouped(
                Calibration.Trajectories([region], settings, RunSettings.Default), settings.Catalogue);
            Directory.Delete(region, recursive: true);
            _estimates.AddRange(groups.Where(group => settings.Framework.Tiers.Of(group.Count) == Tier.Full)
                .SelectMany(group => Estimation.Of(group, settings.Framework))
                .Where(row => row.Estimate.Method is Method.Type2 or Method.Km or Method.Ipcw));
        }
    }

    /// <summary>
    /// The intervals of a population of products with enough complete trajectories, held against the truth of a
    /// population.
    /// </summary>
    internal IReadOnlyList<TruthInterval> Intervals(string population, string truth) =>
        [
            .. _estimates.Where(row => row.Population == population)
                .Select(row => Held(row, Truth[KeyOf(row, truth)])),
        ];

    private static TruthKey KeyOf(MeasuredEstimate row, string truth) =>
        new(truth, row.ProductCode, row.Subgroup, row.Measure, row.Estimate.Percentage.Halves / 2);

    private static TruthInterval Held(MeasuredEstimate row, double truth) => new(
        row.ProductCode,
        row.Measure,
        !(truth < row.Estimate.Lower) && !(truth > row.Estimate.Upper),
        (row.Estimate.Value / truth) - 1);

    private sealed record TruthKey(string Population, string Product, string Subgroup, string Measure, int P);
}

/// <summary>
/// An interval, and whether the truth lies in it; how far its value lies above the truth, as a share of it.
/// </summary>
internal sealed record TruthInterval(string Product, string Measure, bool IsInside, double? Above);
