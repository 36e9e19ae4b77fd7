namespace RgkCalibrator.Intake.Csv;

/// <summary>
/// Counts the records of a file without splitting them: what the reader must have handed over. Shares nothing with the
/// reader but the grammar: it streams through the file from quote to quote, where the reader cuts it into blocks.
/// </summary>
internal sealed class CsvCount
{
    private const int Chunk = 256 << 10;
    private readonly CsvGrammar _grammar;
    private bool _isQuoted;
    private byte _previous;
    private bool _hasText;
    private long _records;

    private CsvCount(CsvGrammar grammar)
    {
        _grammar = grammar;
        _previous = grammar.LineEnd;
    }

    /// <summary>
    /// The records after the header, blank lines not counted. A record whose quote never closes counts as one.
    /// </summary>
    /// <exception cref="CalibrationException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    internal static long Records(CsvFile file, CancellationToken stop) => Records(file, Chunk, stop);

    /// <summary>As above, with chunks of another size.</summary>
    internal static long Records(CsvFile file, int chunk, CancellationToken stop)
    {
        using var source = new FileBytes(file.Path);
        var count = new CsvCount(file.Dialect.Grammar);
        var bytes = new byte[chunk];
        var offset = file.Dialect.DataStart;
        while (source.Read(bytes, offset) is > 0 and var read)
        {
            stop.ThrowIfCancellationRequested();
            count.Take(bytes.AsSpan(0, read));
            offset += read;
        }

        return count._records + (count._hasText ? 1 : 0);
    }

    private void Take(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            var quote = text.IndexOf(CsvGrammar.Quote);
            var before = quote < 0 ? text : text[..quote];
            if (!_isQuoted)
                TakeLines(before);
            if (!before.IsEmpty)
                _previous = before[^1];
            if (quote < 0)
                return;
            TakeQuote();
            text = text[(quote + 1)..];
        }
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
        while (text.IndexOf(_grammar.LineEnd) is >= 0 and var end)
        {
            if (_hasText || !_grammar.IsBlank(text[..end]))
                _records++;
            _hasText = false;
            text = text[(end + 1)..];
        }

        _hasText |= !_grammar.IsBlank(text);
    }
}
