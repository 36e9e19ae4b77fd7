using RgkCalibrator.Groups;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Shares;
using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Framework.Studies;

/// <summary>
/// Whether the groups of a product need lines of their own. Shares are taken at a fixed follow-up, the duration of the line of the whole product; of
/// products that are observed by care years the volumes of the subgroups are those of care years, with the children as clusters.
/// </summary>
internal static class Differentiation
{
    // Exact where chance is coarse; beyond some hundreds of trajectories in more than two groups χ² says the same in no time.
    private const long MostWork = 100_000;

    /// <summary>The comparisons of a product by every factor in which at least two groups have members.</summary>
    /// <param name="whole">The whole product, followed for the duration of its line.</param>
    /// <param name="parts">Its subgroups and the rest, followed for the same duration; or none.</param>
    /// <param name="settings">The choices that move numbers.</param>
    internal static IEnumerable<FactorComparison> Of(FixedFollowUp whole, IReadOnlyList<FixedFollowUp> parts, FrameworkSettings settings)
    {
        // Once for all factors: it is the percentile of the whole.
        var pooled = Quantile.Of(new Sample(whole.Volumes), settings.Percentage, QuantileType.Type2);
        var byParts = new Comparing(whole, pooled, Factor.Subgroup, [.. parts.Select(part => (part.Group.Subgroup, part))], settings);
        var byMarks = Factors.OfMarks.Select(factor => new Comparing(
            whole, pooled, factor.Factor, [.. factor.Levels.Select(level => (level.Name, whole.Where(level.Holds)))], settings));
        var volumes = whole.Group.Scope.CareYears is null ? byParts.Volumes() : byParts.CareYears();
        return new[] { volumes, byParts.Durations() }.Concat(byMarks.SelectMany(factor => new[] { factor.Volumes(), factor.Durations() })).OfType<FactorComparison>();
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

    /// <summary>One factor of a product.</summary>
    private sealed class Comparing
    {
        private readonly FixedFollowUp _whole;
        private readonly double? _pooled;
        private readonly Factor _factor;
        private readonly FrameworkSettings _settings;
        private readonly List<(string Name, FixedFollowUp Own)> _levels;

        internal Comparing(
            FixedFollowUp whole, double? pooled, Factor factor, IReadOnlyList<(string Name, FixedFollowUp Own)> levels, FrameworkSettings settings)
        {
            (_whole, _pooled, _factor, _settings) = (whole, pooled, factor, settings);
            _levels = [.. levels.Where(level => level.Own.Count > 0)];
        }

        private Percentage Percentage => _settings.Percentage;

        /// <summary>By the volume within the duration.</summary>
        internal FactorComparison? Volumes() => _levels.Count < 2 ? null : OfVolumes(
            BeyondMeasure.VolumeWithin,
            _pooled,
            [.. _levels.Select(level => new Volumes(level.Name, level.Own.Volumes, level.Own.Children))]);

        /// <summary>By the volume of care years.</summary>
        internal FactorComparison? CareYears()
        {
            var years = _levels.Where(level => level.Own.Group.Scope.CareYears is { Count: > 0 })
                .Select(level => OfYears(level.Name, level.Own.Group.Scope.CareYears!, level.Own.Group.Product.TicksPerUnit)).ToList();
            return years.Count < 2 ? null : OfVolumes(
                BeyondMeasure.CareYearVolume,
                Quantile.Of(new Sample(OfYears(string.Empty, _whole.Group.Scope.CareYears!, _whole.Group.Product.TicksPerUnit).Values), Percentage, QuantileType.Type2),
                years);
        }

        /// <summary>By going on beyond the duration, which leaves another share beyond than the percentile does: the bands are those of that share.</summary>
        internal FactorComparison? Durations()
        {
            if (_levels.Count < 2 || AtDuration() is not { } percentage)
                return null;
            var counts = _levels.ConvertAll(level => ClusteredCount.Independent(level.Own.Outlasts.LongCount(one => one), level.Own.Count));
            var partition = PartitionOf(counts, percentage, _settings.Confidence);
            var levels = _levels.Select((level, i) => LevelOf(level.Name, level.Own.Children, counts[i], partition.Shares[i], OwnDuration(level.Own)));
            return new FactorComparison(_whole.Group.Product, _factor, BeyondMeasure.Outlasting, _whole.Duration, null, [.. levels], partition);
        }

        private FactorComparison? OfVolumes(BeyondMeasure measure, double? line, IReadOnlyList<Volumes> own)
        {
            if (line is not { } pooled)
                return null;
            var counts = own.Select(level => CountOf(measure, level, pooled)).ToList();
            var partition = PartitionOf(counts, Percentage, _settings.Confidence);
            var levels = own.Select((level, i) => LevelOf(level.Name, level.Children, counts[i], partition.Shares[i], OwnVolume(level.Values)));
            var duration = measure == BeyondMeasure.VolumeWithin ? _whole.Duration : null;
            return new FactorComparison(_whole.Group.Product, _factor, measure, duration, pooled, [.. levels], partition) { HarrisBoyd = FurthestApart(own) };
        }

        private FactorLevel LevelOf(string name, IReadOnlyList<int> children, ClusteredCount count, ShareInterval share, decimal? line) =>
            new(name, children.Distinct().Count(), _settings.Tiers.Of(count.Effective.N), share, count.DesignEffect, line)
            {
                N = count.Counted.N,
                Count = count.Counted.Beyond,
            };

        private decimal? OwnVolume(IReadOnlyList<double> values) => Quantile.Of(new Sample(values), Percentage, QuantileType.Type2) is { } value
            ? VolumeRounding.Up((decimal)value, _whole.Group.Product.VolumeStep)
            : null;

        // Up to the duration that all were followed for; a longer one is not told from another longer one.
        private decimal? OwnDuration(FixedFollowUp own)
        {
            var steps = own.Group.Product.AllowedDurations;
            var step = Enumerable.Range(0, own.Step + 1).FirstOrDefault(step => own.EndingWithin(step) >= Percentage.Rank(own.Count), -1);
            return step < 0 ? null : steps[step].Length;
        }

        // To the half percent; where all or nothing lies beyond there are no bands.
        private Percentage? AtDuration()
        {
            var beyond = _levels.Sum(level => level.Own.Outlasts.LongCount(one => one));
            var halves = Math.Round((decimal)beyond / _levels.Sum(level => level.Own.Count) * Statistics.Quantiles.Percentage.HalvesInWhole, MidpointRounding.AwayFromZero);
            return halves is > 0 and < Statistics.Quantiles.Percentage.HalvesInWhole ? Statistics.Quantiles.Percentage.Of(100 - (halves / 2)) : null;
        }

        private static ClusteredCount CountOf(BeyondMeasure measure, Volumes level, double pooled) => measure == BeyondMeasure.CareYearVolume
            ? ClusteredCount.Of([.. level.Values.Select(value => value > pooled)], level.Children)
            : ClusteredCount.Independent(level.Values.LongCount(value => value > pooled), level.Values.Count);

        private static Volumes OfYears(string name, Group years, long scale)
        {
            var ticks = years.Volume;
            return new Volumes(name, [.. CohortSamples.InDoubles(ticks).Select(value => value / scale)], years.Child[..ticks.Length].ToArray());
        }

        private static HarrisBoydResult? FurthestApart(IReadOnlyList<Volumes> own) =>
            own.SelectMany((first, i) => own.Skip(i + 1), (first, second) => HarrisBoyd.OnLogs(first.Values, second.Values))
                .OfType<HarrisBoydResult>().MaxBy(result => result.Z / result.CriticalZ);
    }

    /// <summary>The volumes of a level, in the product's unit, and their children.</summary>
    private sealed record Volumes(string Name, IReadOnlyList<double> Values, IReadOnlyList<int> Children);
}
