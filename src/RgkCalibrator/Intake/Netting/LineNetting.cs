namespace RgkCalibrator.Intake.Netting;

/// <summary>Takes duplicates and credited lines out of a store, partition by partition.</summary>
internal static class LineNetting
{
    /// <summary>Nets all partitions; nothing is done where there are neither credits nor reference numbers.</summary>
    /// <param name="store">All lines of all files.</param>
    /// <param name="credits">All credits.</param>
    /// <param name="tables">What the numbers in lines stand for.</param>
    /// <param name="isDetailed">Whether years and products are told apart.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <returns>What each thread did.</returns>
    internal static IReadOnlyList<NettingCounts> Run(
        LineStore store, IReadOnlyList<Credit> credits, ReadingTables tables, bool isDetailed, RunSettings run)
    {
        if (credits.Count == 0 && !store.Extras.HasFlag(LineExtras.Ids))
            return [];
        var byPartition = credits.ToLookup(credit => LineStore.PartitionOf(credit.Line.Client));
        var workers = Enumerable.Range(0, run.Threads).Select(_ => new NettingCounts(isDetailed)).ToList();
        var next = -1;
        Parallel.ForEach(workers, new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.Stop }, counts =>
        {
            var netting = new PartitionNetting(tables, counts);
            while (Interlocked.Increment(ref next) is var partition && partition < LineStore.PartitionCount)
            {
                run.Stop.ThrowIfCancellationRequested();
                netting.Run(store.Blocks(partition), [.. byPartition[partition]]);
            }
        });
        return workers;
    }
}
