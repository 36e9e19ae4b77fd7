using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RgkCalibrator.Intake.Csv;

/// <summary>The line ends outside quotes in a stretch of bytes that begins with a record.</summary>
/// <param name="Lines">How many there are.</param>
/// <param name="LastEnd">The place after the last; 0 where there is none.</param>
/// <param name="HasQuotes">Whether a quote occurs at all.</param>
/// <param name="EndsInQuotes">Whether the stretch ends inside quotes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LineScan(int Lines, int LastEnd, bool HasQuotes, bool EndsInQuotes)
{
    internal static LineScan Scan(ReadOnlySpan<byte> text, CsvGrammar grammar) => text.Contains(CsvGrammar.Quote)
        ? new QuotedScan(grammar).Scan(text)
        : new LineScan(
            text.Count(grammar.LineEnd), text.LastIndexOf(grammar.LineEnd) + 1, HasQuotes: false, EndsInQuotes: false);

    /// <summary>Walks over quotes and line ends only, found 32 bytes at a time.</summary>
    [StructLayout(LayoutKind.Auto)]
    private ref struct QuotedScan(CsvGrammar grammar)
    {
        private bool _isQuoted;
        private int _closed = -2;
        private int _lines;
        private int _lastEnd;

        internal LineScan Scan(ReadOnlySpan<byte> text)
        {
            unchecked
            {
                var (allQuotes, allLineEnds) = (Vector256.Create(CsvGrammar.Quote), Vector256.Create(grammar.LineEnd));
                var at = 0;
                for (; at <= text.Length - Vector256<byte>.Count; at += Vector256<byte>.Count)
                {
                    var bytes = Vector256.Create(text[at..]);
                    var quotes = Vector256.Equals(bytes, allQuotes).ExtractMostSignificantBits();
                    var ends = Vector256.Equals(bytes, allLineEnds).ExtractMostSignificantBits();
                    if (quotes != 0)
                        Walk(text, at, quotes | ends);
                    else if (!_isQuoted && ends != 0)
                        Pass(BitOperations.PopCount(ends), at + 32 - BitOperations.LeadingZeroCount(ends));
                }

                for (; at < text.Length; at++)
                {
                    if (text[at] == CsvGrammar.Quote || text[at] == grammar.LineEnd)
                        Walk(text, at, 1);
                }

                return new LineScan(_lines, _lastEnd, HasQuotes: true, _isQuoted);
            }
        }

        private void Pass(int lines, int lastEnd)
        {
            _lines += lines;
            _lastEnd = lastEnd;
        }

        private void Walk(ReadOnlySpan<byte> text, int from, uint marks)
        {
            unchecked
            {
                for (; marks != 0; marks &= marks - 1)
                {
                    var at = from + BitOperations.TrailingZeroCount(marks);
                    if (text[at] == CsvGrammar.Quote)
                        Meet(text, at);
                    else if (!_isQuoted)
                        Pass(1, at + 1);
                }
            }
        }

        private void Meet(ReadOnlySpan<byte> text, int at)
        {
            if (_isQuoted)
                (_isQuoted, _closed) = (false, at);
            else
                // Directly after a quote that closes, another opens again: the two stand for one.
                _isQuoted = at == _closed + 1 || grammar.OpensAfter(text[..at]);
        }
    }
}
