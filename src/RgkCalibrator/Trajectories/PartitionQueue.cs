namespace RgkCalibrator.Trajectories;

/// <summary>Hands partitions over in their order, in whatever order several threads finish them.</summary>
internal sealed class PartitionQueue(int count)
{
    private readonly object _gate = new();
    private readonly TrajectoryPartition?[] _finished = new TrajectoryPartition?[count];
    private int _next;
    private bool _isBroken;

    /// <summary>Adds a finished partition.</summary>
    internal void Add(int number, TrajectoryPartition partition)
    {
        lock (_gate)
        {
            _finished[number] = partition;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Says that no more partitions will be finished.</summary>
    internal void Break()
    {
        lock (_gate)
        {
            _isBroken = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>The next partition, as soon as it is finished; null after the last.</summary>
    /// <exception cref="OperationCanceledException">It will not be finished.</exception>
    internal TrajectoryPartition? Take()
    {
        lock (_gate)
        {
            if (_next == count)
                return null;
            while (_finished[_next] is null && !_isBroken)
                Monitor.Wait(_gate);
            var partition = _finished[_next] ?? throw new OperationCanceledException("The trajectories before this one are all there are.");
            _finished[_next++] = null;
            return partition;
        }
    }
}
