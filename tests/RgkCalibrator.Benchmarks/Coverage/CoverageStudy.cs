using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Benchmarks.Coverage;

/// <summary>How often an interval missed.</summary>
/// <param name="Replications">Samples drawn.</param>
/// <param name="TooHigh">The true percentile lay below the interval.</param>
/// <param name="TooLow">The true percentile lay above it.</param>
/// <param name="Open">The interval had no upper limit, and so could not be too low.</param>
internal sealed record Misses(int Replications, int TooHigh, int TooLow, int Open)
{
    /// <summary>0 to 1.</summary>
    public double Covered => 1 - ((double)(TooHigh + TooLow) / Replications);
}

/// <summary>The misses of one kind of interval for one law and size, at each percentage.</summary>
internal sealed record CoverageCell(IntervalKind Kind, DurationLaw Law, int Count, IReadOnlyList<Misses> Misses);

/// <summary>Draws samples of which the truth is known and counts how often the intervals hold it.</summary>
internal static class CoverageStudy
{
    public static IReadOnlyList<Percentage> Asked { get; } = [Percentage.Of(75), Percentage.Of(80)];

    public static IReadOnlyList<int> Sizes { get; } = [40, 120, 1000];

    public static IEnumerable<CoverageCell> Run(CoverageOptions options)
    {
        var cells =
            from kind in IntervalKind.All
            from law in DurationLaw.All
            from count in Sizes
            select (kind, law, count);
        return cells.Select((cell, place) => Cell(cell.kind, cell.law, cell.count, Seed(options.Seed, place), options));
    }

    /// <summary>The seed of a cell, so that no two cells share a stream.</summary>
    public static long Seed(long seed, int cell) => unchecked((seed * 1000) + cell);

    /// <summary>Each replicate on whichever thread is free, and the results in the order of replicates.</summary>
    public static T[] Replicate<T>(CoverageOptions options, long seed, Func<Draws, T> once)
    {
        var results = new T[options.Replications];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads ?? Environment.ProcessorCount };
        Parallel.For(0, results.Length, parallel, replicate => results[replicate] = once(new Draws(seed, replicate)));
        return results;
    }

    private static CoverageCell Cell(IntervalKind kind, DurationLaw law, int count, long seed, CoverageOptions options)
    {
        double[] truths = [.. Asked.Select(percentage => kind.Truth(law, percentage))];
        var window = kind.Running == 0 ? double.PositiveInfinity : law.WindowFor(kind.Running);
        var intervals = Replicate(options, seed, draws => kind.Of(Observation.Of(law, count, window, draws), Asked));
        return new CoverageCell(
            kind,
            law,
            count,
            [.. truths.Select((truth, place) => Count([.. intervals.Select(each => each[place])], truth))]);
    }

    private static Misses Count(Estimate[] intervals, double truth) => new(
        intervals.Length,
        intervals.Count(interval => truth < interval.Lower),
        intervals.Count(interval => truth > interval.Upper),
        intervals.Count(interval => interval.Upper is null));
}
