namespace RgkCalibrator.Intake.Csv;

/// <summary>How a file is cut into blocks. Only tests have a reason to differ from <see cref="Usual"/>.</summary>
/// <param name="Size">Bytes that are read at a time; a block ends after the last record that is whole.</param>
/// <param name="LongestRecord">The most bytes that a record may have: a quote that never closes must not fill the
/// memory.</param>
internal sealed record BlockSizes(int Size, int LongestRecord)
{
    // With a megabyte per thread a block is still in the second-level cache when it is split.
    internal static BlockSizes Usual { get; } = new(1 << 20, 16 << 20);
}

/// <summary>Cuts a file into blocks of whole records, one thread at a time.</summary>
internal sealed class BlockReader(FileBytes file, CsvDialect dialect, BlockSizes sizes)
{
    private readonly Lock _turn = new();
    private long _offset = dialect.DataStart;
    private long _rows;
    private bool _isDone;

    /// <summary>Puts the next records of the file into a block.</summary>
    /// <returns>Whether there were any bytes left.</returns>
    /// <exception cref="CalibrationException">A quote never closes, or a record is longer than is believed.</exception>
    internal bool Fill(CsvBlock block)
    {
        Cutting cut;
        long rowsBefore;
        lock (_turn)
        {
            cut = _isDone ? default : Cut(block.Memory);
            rowsBefore = _rows;
            _offset += cut.Length;
            _rows += cut.Rows;
        }

        // Begin looks at every byte again: other threads can read meanwhile.
        if (cut.Length > 0)
            block.Begin(cut.Length, rowsBefore, cut.HasQuotes);
        return cut.Length > 0;
    }

    /// <summary>
    /// Reads until a record ends, as a rule once: what follows the last record is read again with the next block.
    /// </summary>
    private Cutting Cut(BlockMemory memory)
    {
        var length = 0;
        for (var size = sizes.Size; ; size = Math.Min(size * 2, sizes.LongestRecord))
        {
            memory.Ensure(size);
            length += file.Read(memory.Bytes(length, size - length), _offset + length);
            var scan = LineScan.Scan(memory.Bytes(0, length), dialect.Grammar);
            if (length < size)
                return Last(scan, length);
            if (scan.LastEnd > 0)
                return new Cutting(scan.LastEnd, scan.Lines, scan.HasQuotes);
            if (size < sizes.LongestRecord)
                continue;
            throw scan.EndsInQuotes
                ? CsvMistakes.UnclosedQuote(dialect.File, _rows + 1)
                : CsvMistakes.LongRecord(dialect.File, _rows + 1, sizes.LongestRecord);
        }
    }

    private Cutting Last(LineScan scan, int length)
    {
        if (scan.EndsInQuotes)
            throw CsvMistakes.UnclosedQuote(dialect.File, _rows + scan.Lines + 1);
        _isDone = true;
        return new Cutting(length, scan.Lines, scan.HasQuotes);
    }

    private readonly record struct Cutting(int Length, int Rows, bool HasQuotes);
}
