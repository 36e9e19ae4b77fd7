using System.Collections.Concurrent;

namespace RgkCalibrator.Intake.Rows;

/// <summary>Readers, each lent to one thread at a time.</summary>
internal sealed class ReaderPool(Func<RowReader> make)
{
    private readonly ConcurrentBag<RowReader> _rested = [];
    private readonly ConcurrentBag<RowReader> _all = [];

    /// <summary>Every reader that was lent; to be asked when none is at work.</summary>
    internal IReadOnlyList<RowReader> Readers => [.. _all];

    /// <summary>Lends a reader to the calling thread.</summary>
    internal RowReader Lend()
    {
        if (_rested.TryTake(out var rested))
            return rested;
        var reader = make();
        _all.Add(reader);
        return reader;
    }

    /// <summary>Takes a reader back; one that failed stays away.</summary>
    internal void Return(RowReader reader) => _rested.Add(reader);
}
