using RgkCalibrator.Intake;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Trajectories;

/// <summary>Takes partitions one after another while they are built; null follows the last.</summary>
internal delegate void TakePartitions(TrajectorySet set, Func<TrajectoryPartition?> next);

/// <summary>Who takes the trajectories as they are built.</summary>
/// <param name="Take">Takes them, on a thread of its own; what it throws ends the building.</param>
/// <param name="Prepare">
/// Makes of each partition of a set what is taken, on the thread that built it; null: it is taken as it is.
/// </param>
internal sealed record PartitionTaker(
    TakePartitions Take, Func<TrajectorySet, Func<TrajectoryPartition, TrajectoryPartition>>? Prepare = null);

/// <summary>Builds trajectories from lines.</summary>
internal sealed class TrajectoryBuilder
{
    private readonly Declarations _declarations;
    private readonly RunSettings _run;
    private readonly Variant[] _variants;

    private TrajectoryBuilder(
        Declarations declarations, IReadOnlyList<TrajectoryMeaning> meanings, RunSettings run)
    {
        (_declarations, _run) = (declarations, run);
        _variants = [.. meanings.Select(meaning => Variant.Of(meaning, declarations))];
    }

    /// <summary>Builds all trajectories, and takes the lines out of the declarations on the way.</summary>
    /// <param name="declarations">The lines.</param>
    /// <param name="settings">What a trajectory is.</param>
    /// <param name="rules">What is to be known of products, by their codes; of a product without any, nothing.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <param name="taker">
    /// Takes the trajectories as they are built; the outcome then has their figures alone. Null: the outcome has the
    /// trajectories.
    /// </param>
    /// <exception cref="CalibrationException">Lines or volume were lost.</exception>
    internal static TrajectorySet Build(
        Declarations declarations,
        TrajectorySettings settings,
        IReadOnlyDictionary<string, ProductRules> rules,
        RunSettings run,
        PartitionTaker? taker = null)
    {
        if (taker is null)
            return BuildEach(declarations, [new(settings, rules)], run)[0];
        var builder = new TrajectoryBuilder(declarations, [new(settings, rules)], run);
        builder.BuildFor(taker);
        return builder._variants[0].Set;
    }

    /// <summary>
    /// Builds all trajectories likewise, once for each meaning of a trajectory, from one reading of the lines.
    /// </summary>
    /// <returns>In the order of the meanings.</returns>
    /// <exception cref="CalibrationException">Lines or volume were lost.</exception>
    internal static IReadOnlyList<TrajectorySet> BuildEach(
        Declarations declarations, IReadOnlyList<TrajectoryMeaning> meanings, RunSettings run)
    {
        var builder = new TrajectoryBuilder(declarations, meanings, run);
        builder.BuildAll((variant, number, partition) => variant.Set.Partitions[number] = partition, run.Stop);
        return [.. builder._variants.Select(variant => variant.Set)];
    }

    private void BuildFor(PartitionTaker taker)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(_run.Stop);
        var queue = new PartitionQueue(ClientRanges.Count);
        var prepare = taker.Prepare?.Invoke(_variants[0].Set);
        var taking = Task.Factory.StartNew(
            () => Take(_variants[0].Set, queue, taker.Take, failed),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        try
        {
            BuildAll(
                (variant, number, partition) =>
                {
                    variant.Set.Partitions[number] = partition.LetGo();
                    queue.Add(number, prepare is null ? partition : prepare(partition));
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

    private static void Take(
        TrajectorySet set, PartitionQueue queue, TakePartitions take, CancellationTokenSource failed)
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

    private void BuildAll(Action<Variant, int, TrajectoryPartition> finish, CancellationToken stop)
    {
        do
        {
            BuildPass(finish, stop);
        }
        while (_declarations.ReadOn(held: _variants.Sum(variant => variant.Bytes)));
        foreach (var variant in _variants)
        {
            variant.Set.Passes = _declarations.Passes;
            RefuseLoss(variant);
        }
    }

    private void BuildPass(Action<Variant, int, TrajectoryPartition> finish, CancellationToken stop)
    {
        var lines = _declarations.Lines;
        var next = lines.First - 1;
        var options = new ParallelOptions { MaxDegreeOfParallelism = _run.Threads, CancellationToken = stop };
        // Workers, not Parallel.For over ranges: each keeps its room, and takes the next range when it is done.
        Parallel.For(0, _run.Threads, options, _ =>
        {
            var order = new ClientOrder(lines.Clients, _declarations.Clients);
            var walks = Array.ConvertAll(_variants, variant => variant.NewWalk(order));
            while (Interlocked.Increment(ref next) is var range && range < lines.End)
            {
                stop.ThrowIfCancellationRequested();
                for (var i = 0; i < walks.Length; i++)
                {
                    walks[i].Lines.Load(lines.Blocks(range), lines.Extras);
                    // What follows needs its own copy of the lines only.
                    if (i == walks.Length - 1)
                        lines.Free(range);
                    finish(_variants[i], range, walks[i].Walk.Run());
                }
            }

            for (var i = 0; i < walks.Length; i++)
                _variants[i].AddCutAway(walks[i].Lines.CutAway);
        });
    }

    private void RefuseLoss(Variant variant)
    {
        var (lines, volume) = (0L, (Int128)variant.CutAway);
        foreach (var partition in variant.Set.Partitions)
            (lines, volume) = (lines + partition.Lines, volume + partition.Volume);
        if (lines == _declarations.Ledger.Used && volume == _declarations.VolumeCarried)
            return;
        throw LedgerClosing.OurFault(
            new Wording(
                "De trajecten tellen niet op tot de gelezen regels.",
                "The trajectories do not add up to the lines that were read."),
            string.Empty);
    }

    /// <summary>The trajectories by one meaning of a trajectory.</summary>
    private sealed class Variant(TrajectorySet set, Ranks ranks, ProductRules[] rules)
    {
        private long _cutAway;

        internal static Variant Of(TrajectoryMeaning meaning, Declarations declarations)
        {
            var ranks = new Ranks(declarations.Dictionaries, meaning.CountedAs);
            ProductRules[] rules =
                [.. ranks.Products.Select(product => meaning.Rules.GetValueOrDefault(product.Code, ProductRules.None))];
            var set = new TrajectorySet(meaning.Settings, ranks, rules, declarations.Clients)
            {
                // With reference numbers equal rows are duplicates, and taken out long ago.
                CountsEqualLines = !declarations.Lines.Extras.HasFlag(LineExtras.Ids),
                Noted = declarations.Noted,
            };
            return new Variant(set, ranks, rules);
        }

        internal TrajectorySet Set { get; } = set;

        /// <summary>Volume that was cut off after the last day, in ticks of the products' units.</summary>
        internal long CutAway => _cutAway;

        internal long Bytes => Set.Partitions.Sum(partition => partition.Bytes);

        internal void AddCutAway(long ticks) => Interlocked.Add(ref _cutAway, ticks);

        /// <summary>A walk of one worker, with room of its own for lines.</summary>
        internal (ClientLines Lines, ChainWalk Walk) NewWalk(ClientOrder order)
        {
            var lines = new ClientLines(ranks, Set.Settings, order);
            return (lines, new ChainWalk(lines, Set.Settings, ranks, rules));
        }
    }
}
