using System.Runtime.CompilerServices;

namespace RgkCalibrator.Intake.Lines;

/// <summary>
/// Lines in memory, by ranges of clients, so that all lines of a client lie in one range. Each reading thread fills
/// blocks of its own; after reading, ranges can be taken out one by one, by several threads.
/// </summary>
/// <remarks>
/// What does not fit the memory waits for another pass over the files: from the last range on, lines are let go, until
/// what is kept fits.
/// </remarks>
internal sealed class LineStore : IDisposable
{
    private readonly List<LineBlock>[] _blocks = new List<LineBlock>[ClientRanges.Count];
    private readonly long[] _bytes = new long[ClientRanges.Count];
    private readonly LineMemory _memory;
    private readonly Lock _gate = new();
    private long _budget;
    private long _taken;
    private volatile int _end = ClientRanges.Count;

    /// <summary>An empty store.</summary>
    /// <param name="extras">What lines have beside them.</param>
    /// <param name="clients">The ranges.</param>
    /// <param name="budget">Bytes that the lines may take.</param>
    internal LineStore(LineExtras extras, ClientRanges clients, long budget = long.MaxValue)
    {
        (Extras, Clients, _budget) = (extras, clients, budget);
        _memory = new LineMemory(LineBlock.Bytes(extras));
        for (var range = 0; range < _blocks.Length; range++)
            _blocks[range] = [];
    }

    internal LineExtras Extras { get; }

    internal ClientRanges Clients { get; }

    /// <summary>The first range of which lines are kept: those before it were in earlier passes.</summary>
    internal int First { get; private set; }

    /// <summary>The range from which on lines wait for another pass.</summary>
    internal int End => _end;

    /// <summary>Whether every range was in this pass or an earlier one.</summary>
    internal bool IsLastPass => _end == ClientRanges.Count;

    /// <summary>Whether the lines of a range are kept in this pass; callable while other threads read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Keeps(int range) => range >= First && range < _end;

    /// <summary>Begins another pass, with the ranges that had to wait; the lines of this one are freed.</summary>
    /// <param name="budget">Bytes that its lines may take.</param>
    internal void BeginPass(long budget)
    {
        for (var range = First; range < _end; range++)
            Free(range);
        (First, _end, _budget) = (_end, ClientRanges.Count, budget);
    }

    /// <summary>Room for more lines of a range; null where the range has to wait for another pass.</summary>
    /// <exception cref="CalibrationException">Not even one range fits.</exception>
    internal LineBlock? NewBlock(int range)
    {
        lock (_gate)
        {
            var bytes = LineBlock.Capacity * MemoryNeed.BytesWithTrajectory(Extras);
            (_bytes[range], _taken) = (_bytes[range] + bytes, _taken + bytes);
            while (_taken > _budget && _end > First)
                LetGo(--_end);
            if (_end == First)
                throw MemoryNeed.Refusal(_budget);
            return Keeps(range) ? new LineBlock(_memory.Take(), Extras) : null;
        }
    }

    /// <summary>Takes over a block that a thread has filled.</summary>
    internal void Add(int range, LineBlock block)
    {
        lock (_gate)
        {
            if (Keeps(range))
                _blocks[range].Add(block);
            else
                _memory.GiveBack(block.Memory);
        }
    }

    /// <summary>The blocks of a range, which stay the store's.</summary>
    internal IReadOnlyList<LineBlock> Blocks(int range) => _blocks[range];

    /// <summary>Frees the lines of a range.</summary>
    internal void Free(int range)
    {
        lock (_gate)
            LetGo(range);
    }

    public void Dispose()
    {
        foreach (var blocks in _blocks)
            blocks.Clear();
        _memory.Dispose();
    }

    // A block that a thread is still filling is freed when the thread hands it over.
    private void LetGo(int range)
    {
        foreach (var block in _blocks[range])
            _memory.GiveBack(block.Memory);
        _blocks[range].Clear();
        _taken -= _bytes[range];
        _bytes[range] = 0;
    }
}
