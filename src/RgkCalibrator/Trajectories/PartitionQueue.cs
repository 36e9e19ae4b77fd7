namespace RgkCalibrator.Trajectories;

/// <summary>Hands partitions over in their order, in whatever order several threads finish them.</summary>
internal sealed class PartitionQueue
{
    private readonly TaskCompletionSource<TrajectoryPartition>?[] _partitions;
    private int _next;

    internal PartitionQueue(int count)
    {
        _partitions = new TaskCompletionSource<TrajectoryPartition>[count];
        for (var number = 0; number < count; number++)
            _partitions[number] = new TaskCompletionSource<TrajectoryPartition>();
    }

    /// <summary>Adds a finished partition.</summary>
    internal void Add(int number, TrajectoryPartition partition) => _partitions[number]!.SetResult(partition);

    /// <summary>Says that no more partitions will be finished.</summary>
    internal void Break()
    {
        foreach (var partition in _partitions)
            partition?.TrySetCanceled();
    }

    /// <summary>The next partition, as soon as it is finished; null after the last.</summary>
    /// <exception cref="OperationCanceledException">It will not be finished.</exception>
    internal TrajectoryPartition? Take()
    {
        if (_next == _partitions.Length)
            return null;
        var partition = _partitions[_next]!.Task.GetAwaiter().GetResult();
        // Taken is gone: the queue does not keep it in memory.
        _partitions[_next++] = null;
        return partition;
    }
}
