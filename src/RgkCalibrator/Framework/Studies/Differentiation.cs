using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Framework.Studies;

/// <summary>
/// Whether the groups of a product need lines of their own. Shares are taken at a fixed follow-up, the duration of the
/// line of the whole product; for products that are observed by care years the volumes of the subgroups are those of
/// care years, with the children as clusters.
/// </summary>
internal static class Differentiation
{
    // Exact where chance is coarse; beyond some hundreds of trajectories in more than two groups χ² says the same in no
    // time.
    private const long MostWork = 100_000;

    /// <summary>The comparisons of a product by every factor in which at least two levels have members.</summary>
    /// <param name="whole">The whole product, followed for the duration of its line.</param>
    /// <param name="parts">Its subgroups and the rest, followed for the same duration; or none.</param>
    /// <param name="settings">The choices that move numbers.</param>
    internal static IEnumerable<FactorComparison> OfProduct(
        Observed whole, IReadOnlyList<Observed> parts, FrameworkSettings settings)
    {
        // Once for all factors: it is the percentile of the whole.
        var pooled = PercentileOf(whole.Units(), settings.Percentage);
        var byParts = OfFactor(Factor.Subgroup, parts.Select(part => new Level(part.Group.Subgroup, part)));
        var byCovariates = Factors.OfCovariates.Select(factor => OfFactor(
            factor.Factor,
            factor.Levels.Select(level => new Level(
                level.Name, whole.Where(place => level.Holds(whole.Group.Covariates[place]))))));
        var volumes = whole.Group.CareYears is null ? byParts.Volumes() : byParts.CareYears();
        return new[] { volumes, byParts.Durations() }
            .Concat(byCovariates.SelectMany(factor => new[] { factor.Volumes(), factor.Durations() }))
            .OfType<FactorComparison>();

        ProductFactor OfFactor(Factor factor, IEnumerable<Level> levels) =>
            new(whole, pooled, factor, [.. levels.Where(level => level.Own.Count > 0)], settings);
    }

    /// <summary>The same comparisons with Fisher's p-values adjusted over all of them.</summary>
    internal static IReadOnlyList<FactorComparison> Adjusted(IReadOnlyList<FactorComparison> all)
    {
        var adjusted = Holm.Adjusted([.. all.Select(one => one.Partition.Fisher.P)]);
        return [.. all.Zip(adjusted, (one, p) => one with { AdjustedP = p })];
    }

    private static Partition PartitionOf(IReadOnlyList<ClusteredCount> counts, Percentage percentage, double confidence)
    {
        BeyondCount[] effective = [.. counts.Select(count => count.Effective)];
        var beyond = effective.Sum(count => count.Beyond);
        var isLarge = effective.Length > 2 && beyond * effective.Sum(count => Math.Min(count.N, beyond)) > MostWork;
        return new Partition(
            percentage,
            [.. effective.Select(count => ShareInterval.FromCounts(count.Beyond, count.N, confidence))],
            LahtiBands.ForPercentage(percentage),
            isLarge ? new FisherResult(Homogeneity.Test(effective).P, IsExact: false) : FisherExact.Test(effective));
    }

    private static double? PercentileOf(double[] values, Percentage percentage) =>
        Quantile.Of(new Sample(values.AsSpan()), percentage, QuantileType.Type2);

    /// <summary>One level of a factor, with its volumes in the product's unit and the child of each.</summary>
    private sealed record Level(string Name, Observed Own)
    {
        internal double[] Volumes { get; } = Own.Units();

        internal int[] Children { get; } = Own.Children();
    }

    /// <summary>One factor of a product, with its levels that have members.</summary>
    private sealed record ProductFactor(
        Observed Whole, double? Pooled, Factor Factor, List<Level> Levels, FrameworkSettings Settings)
    {
        /// <summary>The comparison by the volume within the duration.</summary>
        internal FactorComparison? Volumes() =>
            Levels.Count < 2 ? null : OfVolumes(BeyondMeasure.VolumeWithin, Pooled, Levels);

        /// <summary>The comparison by the volume of care years.</summary>
        internal FactorComparison? CareYears()
        {
            var years = Levels.Where(level => level.Own.Group.CareYears is { Count: > 0 })
                .Select(level => new Level(level.Name, CareYearsOf(level.Own))).ToList();
            return years.Count < 2 ? null : OfVolumes(
                BeyondMeasure.CareYearVolume, PercentileOf(CareYearsOf(Whole).Units(), Settings.Percentage), years);

            static Observed CareYearsOf(Observed own) =>
                Observed.PartVolumes(own.Group.CareYears!, Estimator.Completed);
        }

        /// <summary>
        /// The comparison by going on beyond the duration, which leaves another share beyond than the percentile does:
        /// the bands are those of that share.
        /// </summary>
        internal FactorComparison? Durations()
        {
            if (Levels.Count < 2 || AtDuration() is not { } percentage)
                return null;
            var counts = Levels.ConvertAll(level => ClusteredCount.Independent(Outlasting(level), level.Own.Count));
            return Compared(
                BeyondMeasure.Outlasting, null, percentage, Levels, counts, level => OwnDuration(level.Own));
        }

        private FactorComparison? OfVolumes(BeyondMeasure measure, double? line, List<Level> levels)
        {
            if (line is not { } pooled)
                return null;
            var counts = levels.ConvertAll(level => measure == BeyondMeasure.CareYearVolume
                ? ClusteredCount.ByChild([.. level.Volumes.Select(value => value > pooled)], level.Children)
                : ClusteredCount.Independent(level.Volumes.LongCount(value => value > pooled), level.Volumes.Length));
            var comparison = Compared(
                measure, pooled, Settings.Percentage, levels, counts, level => OwnVolume(level.Volumes));
            return comparison with { HarrisBoyd = FurthestApart(levels) };
        }

        private FactorComparison Compared(
            BeyondMeasure measure,
            double? pooled,
            Percentage percentage,
            List<Level> levels,
            List<ClusteredCount> counts,
            Func<Level, decimal?> ownLine)
        {
            var partition = PartitionOf(counts, percentage, Settings.Confidence);
            var duration = measure == BeyondMeasure.CareYearVolume ? null : Whole.Duration;
            var compared = levels.Select((level, i) => new FactorLevel(
                level.Name,
                level.Children.Distinct().Count(),
                Settings.Tiers.Of(counts[i].Effective.N),
                partition.Shares[i],
                counts[i].DesignEffect,
                ownLine(level))
            {
                N = counts[i].Counted.N,
                Count = counts[i].Counted.Beyond,
            });
            return new FactorComparison(
                Whole.Group.Product, Factor, measure, duration, pooled, [.. compared], partition);
        }

        private decimal? OwnVolume(double[] values) => PercentileOf(values, Settings.Percentage) is { } value
            ? VolumeRounding.Up((decimal)value, Whole.Group.Product.VolumeStep)
            : null;

        // Up to the duration that all were followed for; a longer one is not told from another longer one.
        private decimal? OwnDuration(Observed own)
        {
            var needed = Settings.Percentage.Rank(own.Count);
            return own.Group.Product.AllowedDurations.Take(own.Step!.Value + 1)
                .Where((_, step) => own.Places.LongCount(place => own.Group.EndsWithin(step)[place]) >= needed)
                .FirstOrDefault()?.Length;
        }

        // To the half percent; where all or nothing lies beyond there are no bands.
        private Percentage? AtDuration()
        {
            var share = (decimal)Levels.Sum(Outlasting) / Levels.Sum(level => level.Own.Count);
            var halves = Math.Round(share * Percentage.HalvesInWhole, MidpointRounding.AwayFromZero);
            return halves is > 0 and < Percentage.HalvesInWhole ? Percentage.Of(100 - (halves / 2)) : null;
        }

        private static long Outlasting(Level level) => level.Own.Places.LongCount(level.Own.Outlasts);

        private static HarrisBoydResult? FurthestApart(List<Level> levels) => levels
            .SelectMany((one, i) => levels.Skip(i + 1), (one, other) => HarrisBoyd.OnLogs(one.Volumes, other.Volumes))
            .OfType<HarrisBoydResult>().MaxBy(result => result.Z / result.CriticalZ);
    }
}
