using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RgkCalibrator.Intake.Csv;

/// <summary>
/// The records of one block, one after another. Fields lie in unmanaged memory and stay where they are until the
/// receiver of the block returns; afterwards the block holds other records. Serves one thread at a time and allocates
/// nothing per record.
/// </summary>
internal sealed unsafe class CsvBlock(CsvGrammar grammar) : IDisposable
{
    private readonly Vector256<byte> _quotes = Vector256.Create(CsvGrammar.Quote);
    private readonly Vector256<byte> _delimiters = Vector256.Create(grammar.Delimiter);
    private readonly Vector256<byte> _lineEnds = Vector256.Create(grammar.LineEnd);
    private readonly FieldDecoder _decoder = new(grammar);
    private RawField[] _fields = new RawField[64];
    private byte* _next;
    private byte* _end;
    private byte* _word;
    private uint _marks;
    private bool _isDecoded;

    /// <summary>
    /// The number of the record: 1 is the first after the header. Blank lines are counted, and passed over.
    /// </summary>
    internal long Row { get; private set; }

    /// <summary>The fields of the record; at least 1.</summary>
    internal int FieldCount { get; private set; }

    /// <summary>
    /// Whether a line ends inside quotes and text follows a closing quote. That happens where a quote was opened by
    /// mistake and swallowed rows up to the opening quote of another field.
    /// </summary>
    internal bool IsTorn { get; private set; }

    /// <summary>Records handed out since the block was made.</summary>
    internal long Records { get; private set; }

    /// <summary>Where the next line begins in <see cref="Memory"/>.</summary>
    internal int Position => (int)(_next - Memory.Start);

    /// <summary>What the block is filled from; to be filled again only when all its records are done with.</summary>
    internal BlockMemory Memory { get; } = new();

    /// <summary>Begins with the first of whole records; the last may lack its line end.</summary>
    /// <param name="length">How many bytes of <see cref="Memory"/> are theirs.</param>
    /// <param name="rowsBefore">Records and blank lines between the header and this block.</param>
    /// <param name="hasQuotes">Whether a quote occurs at all.</param>
    internal void Begin(int length, long rowsBefore, bool hasQuotes)
    {
        _next = Memory.Start;
        _end = _next + length;
        // A sentinel: the loop over fields needs no other bound.
        *_end = grammar.LineEnd;
        _word = _next - Vector256<byte>.Count;
        _marks = 0;
        Row = rowsBefore;
        FieldCount = 0;
        _isDecoded = _decoder.Begin(Memory.Bytes(0, length)) || hasQuotes;
    }

    /// <summary>Goes to the next record.</summary>
    /// <returns>Whether there is one.</returns>
    internal bool MoveNext()
    {
        while (_next < _end)
        {
            Split();
            Row++;
            if (FieldCount == 1 && grammar.IsBlank(_fields[0].Bytes))
                continue;
            if (_isDecoded)
                _decoder.Decode(_fields.AsSpan(0, FieldCount));
            Records++;
            return true;
        }

        FieldCount = 0;
        return false;
    }

    /// <summary>A field of the record, from 0, as UTF-8 without its quotes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The record has no such field.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> Field(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)FieldCount, nameof(index));
        return _fields[index].Bytes;
    }

    public void Dispose()
    {
        Memory.Dispose();
        _decoder.Dispose();
    }

    /// <summary>Finds the fields of the record at <see cref="_next"/>, quotes and all.</summary>
    private void Split()
    {
        unchecked
        {
            var word = _word;
            var marks = _marks;
            var start = _next;
            var count = 0;
            var isQuoted = false;
            var (spansLines, isTorn) = (false, false);
            nint closed = 0;
            byte* at;
            do
            {
                while (marks == 0)
                {
                    word += Vector256<byte>.Count;
                    marks = Marks(word);
                }

                at = word + BitOperations.TrailingZeroCount(marks);
                marks &= marks - 1;
                if (*at == CsvGrammar.Quote)
                {
                    isTorn |= isQuoted && IsTextBehind(at);
                    (isQuoted, closed) = Meet((nint)at, IsFirst(start, at), isQuoted, closed);
                }
                else if (!isQuoted || at == _end)
                {
                    start = Add(count++, start, at);
                }
                else
                {
                    spansLines |= *at == grammar.LineEnd;
                }
            }
            while ((isQuoted || *at != grammar.LineEnd) && at != _end);
            Close(at, count);
            IsTorn = spansLines && isTorn;
            _word = word;
            _marks = marks;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Marks(byte* word)
    {
        var bytes = Vector256.Load(word);
        var lineMarks = Vector256.Equals(bytes, _delimiters) | Vector256.Equals(bytes, _lineEnds);
        return (lineMarks | Vector256.Equals(bytes, _quotes)).ExtractMostSignificantBits();
    }

    /// <summary>Whether a quote is the first of its field.</summary>
    private bool IsFirst(byte* start, byte* at)
    {
        while (at != start && grammar.IsPassedOver(at[-1]))
            at--;
        return at == start;
    }

    /// <summary>Whether the text after a quote is quoted, and where the quote stands if it closes.</summary>
    private static (bool IsQuoted, nint Closed) Meet(nint quote, bool isFirst, bool isQuoted, nint closed) =>
        isQuoted ? (false, quote)
        // Directly after a quote that closes, another opens again: the two stand for one.
        : (isFirst || quote == closed + 1, 0);

    /// <summary>
    /// Whether a quote inside quotes closes them, and is followed by something else than the end of the field.
    /// </summary>
    private bool IsTextBehind(byte* at) =>
        at[1] is not (CsvGrammar.Quote or CsvGrammar.CarriageReturn) && !grammar.EndsField(at[1])
            && !grammar.IsPassedOver(at[1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte* Add(int index, byte* start, byte* end)
    {
        if (index == _fields.Length)
            Array.Resize(ref _fields, _fields.Length * 2);
        _fields[index] = new RawField(start, (int)(end - start));
        return end + 1;
    }

    private void Close(byte* at, int count)
    {
        ref var last = ref _fields[count - 1];
        if (grammar.LineEnd == CsvGrammar.LineFeed && last.Length > 0 && at[-1] == CsvGrammar.CarriageReturn)
            last = new RawField(last.Start, last.Length - 1);
        FieldCount = count;
        _next = at == _end ? _end : at + 1;
    }
}
