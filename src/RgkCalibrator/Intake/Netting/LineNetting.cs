using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Intake.Netting;

/// <summary>Takes duplicates and credited lines out of a store, range by range.</summary>
internal static class LineNetting
{
    /// <summary>Nets the ranges that are kept; nothing is done where there are neither credits nor reference numbers.</summary>
    /// <param name="store">Lines of all files.</param>
    /// <param name="credits">All credits.</param>
    /// <param name="tables">What the numbers in lines stand for.</param>
    /// <param name="isDetailed">Whether years and products are told apart.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <returns>What each thread did.</returns>
    internal static IReadOnlyList<NettingCounts> Run(
        LineStore store, IReadOnlyList<Credit> credits, LookupTables tables, bool isDetailed, RunSettings run)
    {
        if (credits.Count == 0 && !store.Extras.HasFlag(LineExtras.Ids))
            return [];
        var byRange = credits.ToLookup(credit => credit.Range);
        var workers = Enumerable.Range(0, run.Threads).Select(_ => new NettingCounts(isDetailed)).ToList();
        var next = store.First - 1;
        Parallel.ForEach(workers, new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.Stop }, counts =>
        {
            var netting = new PartitionNetting(tables, counts);
            while (Interlocked.Increment(ref next) is var range && range < store.End)
            {
                run.Stop.ThrowIfCancellationRequested();
                netting.Run(store.Blocks(range), [.. byRange[range]]);
            }
        });
        return workers;
    }
}
