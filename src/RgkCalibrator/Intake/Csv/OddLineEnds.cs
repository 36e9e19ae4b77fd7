namespace RgkCalibrator.Intake.Csv;

/// <summary>
/// Looks, byte by byte, at line ends outside quotes that are not those of the file: a carriage return alone where line
/// feeds end records, or a line feed where carriage returns do. Within a field such a sign is text; where a whole row
/// stands behind it, the file mixes line ends and its rows cannot be told.
/// </summary>
/// <param name="grammar">Which line end is the file's.</param>
/// <param name="fewest">The fields that a row has at least.</param>
/// <param name="most">The fields that a row has at most.</param>
internal sealed class OddLineEnds(CsvGrammar grammar, int fewest, int most)
{
    private readonly byte _odd =
        grammar.LineEnd == CsvGrammar.LineFeed ? CsvGrammar.CarriageReturn : CsvGrammar.LineFeed;

    private byte _previous = grammar.LineEnd;
    private bool _isQuoted;
    private bool _isPending;
    private bool _hasEndedTwice;
    private int _fields = 1;
    private int _fieldsOfPart = 1;
    private bool _hasText;
    private int _parts;
    private bool _isMixed;
    private long _row = 1;

    /// <summary>The first record that is more than one row, from 1; 0 where there is none.</summary>
    internal long MixedRow { get; private set; }

    /// <summary>The parts with text of one record.</summary>
    internal static int Parts(ReadOnlySpan<byte> record, CsvGrammar grammar)
    {
        var odd = grammar.LineEnd == CsvGrammar.LineFeed ? CsvGrammar.CarriageReturn : CsvGrammar.LineFeed;
        if (!record.Trim("\r\n"u8).Contains(odd))
            return 1;
        var ends = new OddLineEnds(grammar, fewest: 1, most: int.MaxValue);
        ends.Take(record.Trim("\r\n"u8));
        ends.EndPart();
        return ends._parts;
    }

    /// <summary>Looks at the next bytes.</summary>
    internal void Take(ReadOnlySpan<byte> text)
    {
        foreach (var letter in text)
        {
            if (letter == CsvGrammar.Quote)
                TakeQuote();
            else if (_isQuoted)
                continue;
            else if (letter == grammar.LineEnd)
                EndRecord();
            else if (letter == _odd)
                TakeOdd();
            else
                TakeText(letter);
        }
    }

    /// <summary>Ends the last record, which may lack its line end.</summary>
    internal void End()
    {
        _isPending = false;
        EndRecord();
    }

    private void TakeQuote()
    {
        TakePending();
        _hasText = true;
        var opens = !_isQuoted && grammar.EndsField(_previous);
        // Directly after a quote that closes, another opens again: the two stand for one.
        _previous = _isQuoted ? grammar.Delimiter : CsvGrammar.Quote;
        _isQuoted = opens;
    }

    // Carriage returns before a line feed go with it; a line feed after a carriage return belongs to a file of another
    // kind, once a row follows.
    private void TakeOdd()
    {
        _hasEndedTwice |= _odd == CsvGrammar.LineFeed && _previous == CsvGrammar.CarriageReturn && _row > 1;
        _isPending = true;
        _previous = _odd;
    }

    private void TakeText(byte letter)
    {
        if (!grammar.IsWhite(letter))
        {
            TakePending();
            _hasText = true;
        }

        if (letter == grammar.Delimiter)
        {
            _fields++;
            _fieldsOfPart++;
        }

        _previous = grammar.IsPassedOver(letter) ? _previous : letter;
    }

    private void TakePending()
    {
        if (!_isPending)
            return;
        _isPending = false;
        _isMixed |= _hasEndedTwice;
        EndPart();
    }

    // A text goes on in parts that are shorter than a row; a part that is a row has nothing to do with what is before.
    private void EndPart()
    {
        _isMixed |= _parts > 0 && _hasText && _fieldsOfPart >= fewest;
        _parts += _hasText ? 1 : 0;
        (_fieldsOfPart, _hasText) = (1, false);
    }

    private void EndRecord()
    {
        _isPending = false;
        EndPart();
        if (MixedRow == 0 && (_isMixed || (_parts > 1 && _fields > most)))
            MixedRow = _row;
        (_fields, _parts, _isMixed, _hasEndedTwice) = (1, 0, false, false);
        _previous = grammar.LineEnd;
        _row++;
    }
}
