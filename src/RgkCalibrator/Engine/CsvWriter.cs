using System.Buffers;
using System.Globalization;
using System.Text;

namespace RgkCalibrator.Engine;

/// <summary>
/// CSV for programs (RFC 4180): UTF-8 without a byte order mark, comma, decimal point, ISO dates, booleans 1 and 0,
/// lines end in LF. A field is quoted where it must be, and no text is a formula to a spreadsheet.
/// </summary>
/// <remarks>The stream is the caller's, and stays open.</remarks>
internal sealed class CsvWriter(Stream stream)
{
    private const int FlushAt = 1 << 16;
    private static readonly SearchValues<byte> NeedQuotes = SearchValues.Create(",\"\r\n"u8);
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt * 2);
    private bool _isFirstField = true;

    internal void Header(IEnumerable<string> names)
    {
        foreach (var name in names)
            Text(Encoding.UTF8.GetBytes(name));
        EndLine();
    }

    internal void Text(ReadOnlySpan<byte> utf8)
    {
        Separate();
        var isLive = FormulaText.IsLive(utf8);
        if (utf8.ContainsAny(NeedQuotes))
        {
            Quote(utf8, isLive);
            return;
        }

        if (isLive)
            _buffer.Write("'"u8);
        _buffer.Write(utf8);
    }

    internal void Text(string text) => Text(Encoding.UTF8.GetBytes(text));

    internal void Empty() => Separate();

    /// <summary>A number or a date; a double in as few digits as give it back.</summary>
    internal void Value<T>(T value)
        where T : struct, IUtf8SpanFormattable => Write(value, default);

    internal void Date(int day) => Write(DayNumber.ToDate(day), "O");

    internal void Flag(bool value) => Text(value ? "1"u8 : "0"u8);

    /// <summary>Ends the line, and hands what has gathered to the stream now and then.</summary>
    internal void EndLine()
    {
        _buffer.Write("\n"u8);
        _isFirstField = true;
        if (_buffer.WrittenCount >= FlushAt)
            Flush();
    }

    /// <summary>Hands all that was written to the stream.</summary>
    internal void Flush()
    {
        stream.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }

    private void Write<T>(T value, ReadOnlySpan<char> format)
        where T : struct, IUtf8SpanFormattable
    {
        const int longest = 32;
        Separate();
        if (!value.TryFormat(_buffer.GetSpan(longest), out var written, format, CultureInfo.InvariantCulture))
            throw new InvalidOperationException("A number is longer than any number is.");
        _buffer.Advance(written);
    }

    private void Separate()
    {
        if (!_isFirstField)
            _buffer.Write(","u8);
        _isFirstField = false;
    }

    private void Quote(ReadOnlySpan<byte> utf8, bool isLive)
    {
        _buffer.Write(isLive ? "\"'"u8 : "\""u8);
        foreach (var b in utf8)
        {
            if (b == (byte)'"')
                _buffer.Write("\""u8);
            _buffer.Write([b]);
        }

        _buffer.Write("\""u8);
    }
}
