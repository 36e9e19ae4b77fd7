using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>Takes partitions one after another while they are built; null follows the last.</summary>
internal delegate void TakePartitions(TrajectorySet set, Func<TrajectoryPartition?> next);

/// <summary>From lines to trajectories.</summary>
internal sealed class TrajectoryBuilder
{
    private readonly Declarations _declarations;
    private readonly RunSettings _run;
    private readonly Ranks _ranks;
    private readonly ProductRules[] _rules;
    private readonly TrajectorySet _set;
    private long _cutAway;

    private TrajectoryBuilder(
        Declarations declarations, TrajectorySettings settings, IReadOnlyDictionary<string, ProductRules> rules, RunSettings run)
    {
        (_declarations, _run) = (declarations, run);
        _ranks = new Ranks(declarations.Dictionaries);
        _rules = [.. _ranks.Products.Select(product => rules.GetValueOrDefault(product.Code, ProductRules.None))];
        _set = new TrajectorySet(settings, _ranks, _rules, declarations.Clients)
        {
            // With reference numbers equal rows are duplicates, and taken out long ago.
            CountsEqualLines = !declarations.Lines.Extras.HasFlag(LineExtras.Ids),
            Noted = declarations.Noted,
        };
    }

    /// <summary>Builds all trajectories, and takes the lines out of the declarations on the way.</summary>
    /// <param name="declarations">The lines.</param>
    /// <param name="settings">What a trajectory is.</param>
    /// <param name="rules">What is to be known of products, by their codes; of a product without any, nothing.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <exception cref="CalibrationException">Lines or volume were lost.</exception>
    internal static TrajectorySet Build(
        Declarations declarations, TrajectorySettings settings, IReadOnlyDictionary<string, ProductRules> rules, RunSettings run)
    {
        var builder = new TrajectoryBuilder(declarations, settings, rules, run);
        builder.BuildAll((number, partition) => builder._set.Partitions[number] = partition);
        return builder._set;
    }

    /// <summary>As above, for someone who takes the trajectories as they are built: the outcome has their figures alone.</summary>
    /// <param name="declarations">The lines.</param>
    /// <param name="settings">What a trajectory is.</param>
    /// <param name="rules">What is to be known of products, by their codes; of a product without any, nothing.</param>
    /// <param name="take">Takes them, on a thread of its own; what it throws ends the building.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <exception cref="CalibrationException">Lines or volume were lost.</exception>
    internal static TrajectorySet Build(
        Declarations declarations,
        TrajectorySettings settings,
        IReadOnlyDictionary<string, ProductRules> rules,
        TakePartitions take,
        RunSettings run)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(run.Stop);
        var builder = new TrajectoryBuilder(declarations, settings, rules, run with { Stop = failed.Token });
        var queue = new PartitionQueue(ClientRanges.Count);
        var taking = Task.Factory.StartNew(
            () => Taking(builder._set, queue, take, failed),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        try
        {
            builder.BuildAll((number, partition) =>
            {
                builder._set.Partitions[number] = partition.LetGo();
                queue.Add(number, partition);
            });
        }
        catch
        {
            var isTakersFault = failed.IsCancellationRequested && !run.Stop.IsCancellationRequested;
            queue.Break();
            ((IAsyncResult)taking).AsyncWaitHandle.WaitOne();
            if (!isTakersFault)
                throw;
        }

        taking.GetAwaiter().GetResult();
        return builder._set;
    }

    private static void Taking(TrajectorySet set, PartitionQueue queue, TakePartitions take, CancellationTokenSource failed)
    {
        try
        {
            take(set, queue.Take);
        }
        catch
        {
            failed.Cancel();
            throw;
        }
    }

    private void BuildAll(Action<int, TrajectoryPartition> finish)
    {
        do
        {
            BuildPass(finish);
        }
        while (_declarations.ReadOn(held: _set.Partitions.Sum(partition => partition.Bytes)));
        _set.Passes = _declarations.Passes;
        RefuseLoss();
    }

    private void BuildPass(Action<int, TrajectoryPartition> finish)
    {
        var lines = _declarations.Lines;
        var next = lines.First - 1;
        var options = new ParallelOptions { MaxDegreeOfParallelism = _run.Threads, CancellationToken = _run.Stop };
        // Workers, not Parallel.For over ranges: each keeps its room, and takes the next range when it is done.
        Parallel.For(0, _run.Threads, options, _ =>
        {
            var clients = new ClientLines(_ranks, _set.Settings, new ClientOrder(lines.Clients, _declarations.Clients));
            var walk = new ChainWalk(clients, _set.Settings, _ranks, _rules);
            while (Interlocked.Increment(ref next) is var range && range < lines.End)
            {
                _run.Stop.ThrowIfCancellationRequested();
                clients.Load(lines.Blocks(range), lines.Extras);
                lines.Free(range);
                finish(range, walk.Run());
            }

            Interlocked.Add(ref _cutAway, clients.CutAway);
        });
    }

    private void RefuseLoss()
    {
        var (lines, volume) = (0L, (Int128)_cutAway);
        foreach (var partition in _set.Partitions)
            (lines, volume) = (lines + partition.Lines, volume + partition.Volume);
        if (lines == _declarations.Ledger.Used && volume == _declarations.VolumeCarried)
            return;
        throw LedgerClosing.OurFault(
            new Wording(
                "De trajecten tellen niet op tot de gelezen regels.",
                "The trajectories do not add up to the lines that were read."),
            string.Empty);
    }
}
