using System.Buffers;

namespace RgkCalibrator.Intake.Copies.Workbooks;

/// <summary>Writes fields as CSV, with the delimiter named on the first line.</summary>
internal sealed class CsvRowWriter(Stream target)
{
    private const int Full = 1 << 16;
    private const byte Delimiter = (byte)';';
    private const byte Quote = (byte)'"';
    private const byte LineEnd = (byte)'\n';

    private static readonly SearchValues<byte> Special = SearchValues.Create([Delimiter, Quote, LineEnd, (byte)'\r']);

    private readonly ArrayBufferWriter<byte> _text = new(Full);
    private bool _isInRow;

    /// <summary>Writes what stands above the header.</summary>
    internal void BeginFile() => _text.Write("sep=;\n"u8);

    internal void Field(ReadOnlySpan<byte> utf8)
    {
        if (_isInRow)
            _text.Write([Delimiter]);
        _isInRow = true;
        if (utf8.ContainsAny(Special))
            Quoted(utf8);
        else
            _text.Write(utf8);
    }

    internal void EndRow()
    {
        _text.Write([LineEnd]);
        _isInRow = false;
        if (_text.WrittenCount >= Full)
            Flush();
    }

    /// <summary>Hands everything so far to the file.</summary>
    internal void Flush()
    {
        target.Write(_text.WrittenSpan);
        _text.ResetWrittenCount();
    }

    private void Quoted(ReadOnlySpan<byte> utf8)
    {
        _text.Write([Quote]);
        while (utf8.IndexOf(Quote) is >= 0 and var quote)
        {
            _text.Write(utf8[..(quote + 1)]);
            _text.Write([Quote]);
            utf8 = utf8[(quote + 1)..];
        }

        _text.Write(utf8);
        _text.Write([Quote]);
    }
}
