namespace RgkCalibrator.Intake.Csv;

/// <summary>
/// Takes the records of one block. Called by several threads at once; the block holds other records when the call has
/// ended.
/// </summary>
internal delegate void ReceiveBlock(CsvBlock block);

/// <summary>A file of text in columns, whose head has been understood.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Dialect">How it is written.</param>
internal sealed record CsvFile(string Path, CsvDialect Dialect)
{
    /// <summary>Opens a file whose header can be told by its names.</summary>
    /// <param name="path">The file.</param>
    /// <param name="lookedFor">What the header must have, for the message that it is not there: "the columns
    /// …".</param>
    /// <param name="isHeader">Whether these are the names of the header.</param>
    /// <param name="mayBeEmpty">Whether a header without rows will do.</param>
    /// <param name="remedy">What to do where the header is not there; null: as with declarations, which can have a
    /// mapping.</param>
    /// <exception cref="CalibrationException">It is no text, has no such header, or no data below it.</exception>
    internal static CsvFile Open(
        string path, Wording lookedFor, Func<IReadOnlyList<string>, bool> isHeader, bool mayBeEmpty = false,
        Wording? remedy = null)
    {
        var file = new CsvFile(path, HeaderSearch.Find(CsvHead.Read(path), lookedFor, isHeader, remedy));
        return mayBeEmpty || file.Dialect.HasRows ? file : throw CsvMistakes.NoRows(file.Dialect.File);
    }

    /// <summary>Opens a file of which nothing is known; the header is the first record that looks like one.</summary>
    /// <exception cref="CalibrationException">It is no text, or no record looks like a header.</exception>
    internal static CsvFile Open(string path) => new(path, HeaderSearch.Guess(CsvHead.Read(path)));

    /// <summary>Hands every record after the header over, in blocks, in no order.</summary>
    /// <param name="threads">How many blocks are split at the same time; at least 1.</param>
    /// <param name="receive">Takes the blocks.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <returns>The number of records handed over, blank lines not counted.</returns>
    /// <exception cref="CalibrationException">The file cannot be read, a quote never closes, a record is too long, or
    /// the receiver refused a record.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    internal long Read(int threads, ReceiveBlock receive, CancellationToken stop) =>
        Read(threads, receive, BlockSizes.Usual, stop);

    /// <summary>As above, in blocks of another size.</summary>
    internal long Read(int threads, ReceiveBlock receive, BlockSizes sizes, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        using var file = new FileBytes(Path);
        var source = new BlockReader(file, Dialect, sizes);
        var records = 0L;
        var hasFailed = false;
        var workers = new Task[threads];
        for (var i = 0; i < threads; i++)
        {
            workers[i] = Task.Factory.StartNew(
                Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        // A worker checks the token itself: the file must stay open until all workers have ended.
        Task.WhenAll(workers).GetAwaiter().GetResult();
        return records;

        void Work()
        {
            using var block = new CsvBlock(Dialect.Grammar);
            try
            {
                while (!Volatile.Read(ref hasFailed) && source.Fill(block))
                {
                    stop.ThrowIfCancellationRequested();
                    receive(block);
                }

                Interlocked.Add(ref records, block.Records);
            }
            catch
            {
                // One failure stops all.
                Volatile.Write(ref hasFailed, true);
                throw;
            }
        }
    }

    /// <summary>Hands the first records over, one by one and in their order.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="receive">Takes the block with the next record.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="CalibrationException">The file cannot be read, a quote never closes, or a record is too
    /// long.</exception>
    internal void ReadFirst(long most, ReceiveBlock receive, CancellationToken stop)
    {
        using var file = new FileBytes(Path);
        using var block = new CsvBlock(Dialect.Grammar);
        var source = new BlockReader(file, Dialect, BlockSizes.Usual);
        while (block.Records < most && source.Fill(block))
        {
            stop.ThrowIfCancellationRequested();
            while (block.Records < most && block.MoveNext())
                receive(block);
        }
    }
}
