using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    /// <summary>A store whose lines have true care dates beside them, or not.</summary>
    internal LineStore(bool hasCareDates) => HasCareDates = hasCareDates;

    internal bool HasCareDates { get; }

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

/// <summary>Room for a number of lines outside the managed heap, with care dates beside them or not.</summary>
internal sealed unsafe class LineBlock : IDisposable
{
    /// <summary>Lines a block holds: 40 KB, so that 256 open blocks of a thread stay small.</summary>
    internal const int Capacity = 1024;

    private Line* _lines;
    private CareDates* _care;

    internal LineBlock(bool hasCareDates)
    {
        _lines = (Line*)NativeMemory.Alloc(Capacity, (nuint)sizeof(Line));
        if (hasCareDates)
            _care = (CareDates*)NativeMemory.Alloc(Capacity, (nuint)sizeof(CareDates));
    }

    internal int Count { get; private set; }

    internal bool IsFull => Count == Capacity;

    internal ReadOnlySpan<Line> Lines => new(_lines, Count);

    /// <summary>As many as there are lines, or none.</summary>
    internal ReadOnlySpan<CareDates> Care => new(_care, _care == null ? 0 : Count);

    /// <summary>The next free line; the caller fills every field.</summary>
    internal ref Line Next() => ref _lines[Count++];

    /// <summary>Sets the care dates of the line that was added last, where this block keeps them.</summary>
    internal void SetCare(CareDates care)
    {
        if (_care != null)
            _care[Count - 1] = care;
    }

    public void Dispose()
    {
        NativeMemory.Free(_lines);
        NativeMemory.Free(_care);
        _lines = null;
        _care = null;
        Count = 0;
    }
}

/// <summary>The blocks that one thread is filling.</summary>
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
        return _open[partition] = new LineBlock(store.HasCareDates);
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
