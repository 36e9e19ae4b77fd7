using RgkCalibrator.Intake;

namespace RgkCalibrator.Trajectories;

/// <summary>From lines to trajectories.</summary>
internal static class TrajectoryBuilder
{
    /// <summary>Builds all trajectories, and takes the lines out of the declarations on the way.</summary>
    /// <param name="declarations">The lines.</param>
    /// <param name="settings">What a trajectory is.</param>
    /// <param name="steps">The durations within which volumes are wanted, ascending, by product code; a product without any is left out.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <exception cref="CalibrationException">Lines or volume were lost.</exception>
    internal static TrajectorySet Build(
        Declarations declarations, TrajectorySettings settings, IReadOnlyDictionary<string, IReadOnlyList<DurationStep>> steps, RunSettings run) =>
        Build(declarations, settings, steps.ToDictionary(pair => pair.Key, pair => new ProductRules(pair.Value), StringComparer.Ordinal), run);

    /// <summary>Builds all trajectories, and takes the lines out of the declarations on the way.</summary>
    /// <param name="declarations">The lines.</param>
    /// <param name="settings">What a trajectory is.</param>
    /// <param name="rules">What is to be known of products, by their codes; of a product without any, nothing.</param>
    /// <param name="run">How the machine may be used.</param>
    /// <exception cref="CalibrationException">Lines or volume were lost.</exception>
    internal static TrajectorySet Build(
        Declarations declarations, TrajectorySettings settings, IReadOnlyDictionary<string, ProductRules> rules, RunSettings run)
    {
        var ranks = new Ranks(declarations.Kinds, declarations.Providers, declarations.Notes);
        ProductRules[] rulesByProduct = [.. ranks.Products.Select(product => rules.GetValueOrDefault(product.Code, ProductRules.None))];
        var partitions = new TrajectoryPartition[LineStore.PartitionCount];
        var (next, equalLines, conflicts, cutAway) = (-1, 0L, 0, 0L);
        // Workers, not Parallel.For over partitions: each keeps its room, and takes the next partition when it is done.
        Parallel.For(0, run.Threads, new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.Stop }, _ =>
        {
            var lines = new ClientLines(ranks, settings, declarations.HasRemovals);
            var walk = new ChainWalk(lines, settings, ranks, rulesByProduct);
            while (Interlocked.Increment(ref next) is var partition && partition < partitions.Length)
            {
                run.Stop.ThrowIfCancellationRequested();
                lines.Load(declarations.Lines.Take(partition), declarations.Lines.Extras);
                partitions[partition] = walk.Run();
            }

            Interlocked.Add(ref equalLines, walk.EqualLines);
            Interlocked.Add(ref conflicts, walk.BirthConflicts);
            Interlocked.Add(ref cutAway, lines.CutAway);
        });
        // With reference numbers equal rows are duplicates, and taken out long ago.
        var hasIds = declarations.Lines.Extras.HasFlag(LineExtras.Ids);
        var set = new TrajectorySet(settings, ranks, rulesByProduct, partitions, declarations.Clients)
        {
            EqualLines = hasIds ? 0 : equalLines,
            BirthConflicts = conflicts,
            Noted = declarations.Noted,
        };
        RefuseLoss(declarations, set, cutAway);
        return set;
    }

    private static void RefuseLoss(Declarations declarations, TrajectorySet set, long cutAway)
    {
        var (lines, volume) = (0L, (Int128)cutAway);
        foreach (var partition in set.Partitions)
        {
            foreach (ref readonly var trajectory in partition.Trajectories.AsSpan())
            {
                lines += trajectory.Lines;
                volume += trajectory.Volume;
            }
        }

        if (lines == declarations.Ledger.Used && volume == declarations.VolumeCarried)
            return;
        throw new CalibrationException(
            ExitCode.DoesNotAddUp,
            new Wording("De trajecten tellen niet op tot de gelezen regels.", "The trajectories do not add up to the lines that were read."),
            string.Empty,
            new Wording(
                "Er is niets geschreven. Dit is een fout in dit programma: meld haar, met de versie.",
                "Nothing was written. This is a fault in this program: report it, with the version."));
    }
}
