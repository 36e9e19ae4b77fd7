using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>Takes partitions one after another while they are built; null follows the last.</summary>
internal delegate void TakePartitions(TrajectorySet set, Func<TrajectoryPartition?> next);

/// <summary>Builds trajectories from lines.</summary>
internal sealed class TrajectoryBuilder
{
    private readonly Declarations _declarations;
    private readonly RunSettings _run;
    private readonly Ranks _ranks;
    private readonly ProductRules[] _rules;
    private readonly TrajectorySet _set;
    private long _cutAway;

    private TrajectoryBuilder(
        Declarations declarations,
        TrajectorySettings settings,
        IReadOnlyDictionary<string, ProductRules> rules,
        RunSettings run)
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
    /// <param name="take">
    /// Takes the trajectories as they are built, on a thread of its own; the outcome then has their figures alone. What
    /// it throws ends the building. Null: the outcome has the trajectories.
    /// </param>
    /// <exception cref="CalibrationException">Lines or volume were lost.</exception>
    internal static TrajectorySet Build(
        Declarations declarations,
        TrajectorySettings settings,
        IReadOnlyDictionary<string, ProductRules> rules,
        RunSettings run,
        TakePartitions? take = null)
    {
        var builder = new TrajectoryBuilder(declarations, settings, rules, run);
        if (take is null)
            builder.BuildAll((number, partition) => builder._set.Partitions[number] = partition, run.Stop);
        else
            builder.BuildFor(take);
        return builder._set;
    }

    private void BuildFor(TakePartitions take)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(_run.Stop);
        var queue = new PartitionQueue(ClientRanges.Count);
        var taking = Task.Factory.StartNew(
            () => Take(queue, take, failed),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        try
        {
            BuildAll(
                (number, partition) =>
                {
                    _set.Partitions[number] = partition.LetGo();
                    queue.Add(number, partition);
                },
                failed.Token);
        }
        catch
        {
            var isTakersFault = failed.IsCancellationRequested && !_run.Stop.IsCancellationRequested;
            queue.Break();
            ((IAsyncResult)taking).AsyncWaitHandle.WaitOne();
            if (!isTakersFault)
                throw;
        }

        taking.GetAwaiter().GetResult();
    }

    private void Take(PartitionQueue queue, TakePartitions take, CancellationTokenSource failed)
    {
        try
        {
            take(_set, queue.Take);
        }
        catch
        {
            failed.Cancel();
            throw;
        }
    }

    private void BuildAll(Action<int, TrajectoryPartition> finish, CancellationToken stop)
    {
        do
        {
            BuildPass(finish, stop);
        }
        while (_declarations.ReadOn(held: _set.Partitions.Sum(partition => partition.Bytes)));
        _set.Passes = _declarations.Passes;
        RefuseLoss();
    }

    private void BuildPass(Action<int, TrajectoryPartition> finish, CancellationToken stop)
    {
        var lines = _declarations.Lines;
        var next = lines.First - 1;
        var options = new ParallelOptions { MaxDegreeOfParallelism = _run.Threads, CancellationToken = stop };
        // Workers, not Parallel.For over ranges: each keeps its room, and takes the next range when it is done.
        Parallel.For(0, _run.Threads, options, _ =>
        {
            var order = new ClientOrder(lines.Clients, _declarations.Clients);
            var clients = new ClientLines(_ranks, _set.Settings, order);
            var walk = new ChainWalk(clients, _set.Settings, _ranks, _rules);
            while (Interlocked.Increment(ref next) is var range && range < lines.End)
            {
                stop.ThrowIfCancellationRequested();
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
