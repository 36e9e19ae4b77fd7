using System.Collections.Concurrent;

namespace RgkCalibrator.Intake.Rows;

/// <summary>Readers, each lent to one thread at a time.</summary>
internal sealed class ReaderPool(Func<RowReader> make, Action<long>? progress)
{
    private readonly ConcurrentBag<RowReader> _rested = [];
    private readonly ConcurrentBag<RowReader> _all = [];

    /// <summary>Every reader that was lent; to be asked when none is at work.</summary>
    internal IReadOnlyList<RowReader> Readers => [.. _all];

    /// <summary>Lends a reader to the calling thread; given back when the loan is disposed of.</summary>
    internal Loan Lend()
    {
        if (_rested.TryTake(out var rested))
            return new Loan(this, rested);
        var reader = make();
        _all.Add(reader);
        return new Loan(this, reader);
    }

    /// <summary>A reader for a while.</summary>
    internal readonly ref struct Loan(ReaderPool pool, RowReader reader)
    {
        internal RowReader Reader { get; } = reader;

        /// <summary>Tells whoever watches of rows that were read.</summary>
        internal void Tell(long rows) => pool.Report(rows);

        public void Dispose() => pool.Return(Reader);
    }

    private void Report(long rows) => progress?.Invoke(rows);

    private void Return(RowReader reader) => _rested.Add(reader);
}
