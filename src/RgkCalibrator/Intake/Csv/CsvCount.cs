namespace RgkCalibrator.Intake.Csv;

/// <summary>
/// Counts the records of a file without splitting them: what the reader must have handed over. Shares nothing with the
/// reader but the grammar: it streams through the file from quote to quote, where the reader cuts it into blocks. Of
/// the grammar it does not believe the line end: that is decided on the head, and the count is of the whole file.
/// </summary>
internal sealed class CsvCount
{
    private const int Chunk = 256 << 10;
    private readonly CsvGrammar _grammar;
    private readonly byte _other;
    private bool _isQuoted;
    private byte _previous;
    private bool _hasText;
    private long _records;
    private long _pairs;
    private long _others;

    private CsvCount(CsvGrammar grammar)
    {
        _grammar = grammar;
        _other = grammar.LineEnd == CsvGrammar.LineFeed ? CsvGrammar.CarriageReturn : CsvGrammar.LineFeed;
        _previous = grammar.LineEnd;
    }

    /// <summary>
    /// The records after the header, blank lines not counted. A record whose quote never closes counts as one.
    /// </summary>
    /// <exception cref="CalibrationException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    internal static long Records(CsvFile file, CancellationToken stop) => Records(file, Chunk, stop);

    /// <summary>As above, with chunks of another size.</summary>
    internal static long Records(CsvFile file, int chunk, CancellationToken stop) => Of(file, chunk, stop).Records();

    /// <summary>As above, of a file in which every record is one row.</summary>
    /// <param name="file">The file.</param>
    /// <param name="fewest">The fields that a row has at least.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="CalibrationException">The file cannot be read, or its rows end in several ways.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    internal static long Rows(CsvFile file, int fewest, CancellationToken stop)
    {
        var count = Of(file, Chunk, stop);
        if (count.HasOddLineEnds)
            RefuseMixedLineEnds(file, fewest, stop);
        return count.Records();
    }

    private static CsvCount Of(CsvFile file, int chunk, CancellationToken stop)
    {
        var count = new CsvCount(file.Dialect.Grammar);
        Stream(file, chunk, count.Take, stop);
        return count;
    }

    private static void RefuseMixedLineEnds(CsvFile file, int fewest, CancellationToken stop)
    {
        var ends = new OddLineEnds(file.Dialect.Grammar, fewest, file.Dialect.MostFields);
        Stream(file, Chunk, ends.Take, stop);
        ends.End();
        if (ends.MixedRow > 0)
            throw CsvMistakes.MixedLineEnds(file.Dialect.File, ends.MixedRow);
    }

    private static void Stream(CsvFile file, int chunk, TakeBytes take, CancellationToken stop)
    {
        using var source = new FileBytes(file.Path);
        var bytes = new byte[chunk];
        var offset = file.Dialect.DataStart;
        while (source.Read(bytes, offset) is > 0 and var read)
        {
            stop.ThrowIfCancellationRequested();
            take(bytes.AsSpan(0, read));
            offset += read;
        }
    }

    // In a file of line feeds every carriage return stands before one; in a file of carriage returns there is no other.
    private bool HasOddLineEnds => _others != (_grammar.LineEnd == CsvGrammar.LineFeed ? _pairs : 0);

    private long Records() => _records + (_hasText ? 1 : 0);

    private delegate void TakeBytes(ReadOnlySpan<byte> text);

    private void Take(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            var quote = text.IndexOf(CsvGrammar.Quote);
            var before = quote < 0 ? text : text[..quote];
            if (!_isQuoted)
                TakeLines(before);
            Remember(before);
            if (quote < 0)
                return;
            TakeQuote();
            text = text[(quote + 1)..];
        }
    }

    private void Remember(ReadOnlySpan<byte> text)
    {
        if (_grammar.HasSpacedQuotes)
            text = text.TrimEnd((byte)' ');
        if (!text.IsEmpty)
            _previous = text[^1];
    }

    private void TakeQuote()
    {
        _hasText = true;
        var opens = !_isQuoted && _grammar.EndsField(_previous);
        // Directly after a quote that closes, another opens again: the two stand for one.
        _previous = _isQuoted ? _grammar.Delimiter : CsvGrammar.Quote;
        _isQuoted = opens;
    }

    private void TakeLines(ReadOnlySpan<byte> text)
    {
        _others += text.Count(_other);
        while (text.IndexOf(_grammar.LineEnd) is >= 0 and var end)
        {
            _pairs += (end > 0 ? text[end - 1] : _previous) == _other ? 1 : 0;
            _previous = _grammar.LineEnd;
            if (_hasText || !_grammar.IsBlank(text[..end]))
                _records++;
            _hasText = false;
            text = text[(end + 1)..];
        }

        _hasText |= !_grammar.IsBlank(text);
    }
}
