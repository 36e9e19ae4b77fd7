using System.Runtime.CompilerServices;

namespace RgkCalibrator.Intake;

/// <summary>
/// Lines in memory, spread over partitions by a hash of the client, so that all lines of a client lie in one partition. Each reading thread fills
/// blocks of its own; after reading, partitions can be taken out one by one, by several threads.
/// </summary>
internal sealed class LineStore : IDisposable
{
    /// <summary>A partition of 32 million lines is 5 MB: about what the cache of a core holds.</summary>
    internal const int PartitionCount = 256;

    private readonly List<LineBlock>[] _partitions = [.. Enumerable.Range(0, PartitionCount).Select(_ => new List<LineBlock>())];
    private readonly Lock _gate = new();
    private long _count;

    /// <summary>A store whose lines have these things beside them.</summary>
    internal LineStore(LineExtras extras) => Extras = extras;

    internal LineExtras Extras { get; }

    internal bool HasCareDates => Extras.HasFlag(LineExtras.CareDates);

    internal bool HasNotes => Extras.HasFlag(LineExtras.Notes);

    internal long Count => _count;

    internal static int PartitionOf(TextKey client) => (int)(client.Mix() >> 56);

    /// <summary>Adds what a thread still holds.</summary>
    internal void Add(int partition, LineBlock block)
    {
        lock (_gate)
        {
            _partitions[partition].Add(block);
            _count += block.Count;
        }
    }

    /// <summary>The blocks of a partition, which stay the store's.</summary>
    internal IReadOnlyList<LineBlock> Blocks(int partition) => _partitions[partition];

    /// <summary>The blocks of a partition, which are the caller's from then on.</summary>
    internal IReadOnlyList<LineBlock> Take(int partition)
    {
        var blocks = _partitions[partition];
        _partitions[partition] = [];
        return blocks;
    }

    public void Dispose()
    {
        foreach (var block in _partitions.SelectMany(blocks => blocks))
            block.Dispose();
        foreach (var partition in _partitions)
            partition.Clear();
    }
}

/// <summary>The lines that one thread is filling.</summary>
internal sealed class LineWriter(LineStore store)
{
    private readonly LineBlock?[] _open = new LineBlock?[LineStore.PartitionCount];

    /// <summary>The block with room for the next line of a client.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LineBlock BlockOf(TextKey client)
    {
        var partition = LineStore.PartitionOf(client);
        var block = _open[partition];
        if (block is { IsFull: false })
            return block;
        if (block is not null)
            store.Add(partition, block);
        return _open[partition] = new LineBlock(store.Extras);
    }

    /// <summary>Hands the open blocks to the store.</summary>
    internal void Close()
    {
        for (var partition = 0; partition < _open.Length; partition++)
        {
            if (_open[partition] is { } block)
                store.Add(partition, block);
            _open[partition] = null;
        }
    }
}
