using System.Buffers;
using System.Globalization;
using System.Text;

namespace RgkCalibrator.Synthetic;

/// <summary>Writes rows as CSV in a style, without an allocation per row. The caller closes the stream.</summary>
internal sealed class CsvRows
{
    private const int LongestNumber = 32;

    // Not in ASCII, so that it shows in which code page a file is.
    private const string NoNumber = "één";

    private readonly Stream _stream;
    private readonly CsvStyle _style;
    private readonly IReadOnlyList<DeclarationColumn> _columns;
    private readonly byte[] _lineEnd;
    private readonly byte[] _noNumber;
    private readonly ArrayBufferWriter<byte> _text = new();

    internal CsvRows(Stream stream, CsvStyle style, IReadOnlyList<DeclarationColumn> columns)
    {
        (_stream, _style, _columns) = (stream, style, columns);
        _lineEnd = Encoding.ASCII.GetBytes(style.LineEnd);
        // Latin-1 and Windows-1252 agree on letters.
        _noNumber = (style.IsWindows1252 ? Encoding.Latin1 : Encoding.UTF8).GetBytes(NoNumber);
    }

    /// <summary>Writes a header and all rows.</summary>
    internal void Write(IEnumerable<RegionRow[]> blocks, CancellationToken stop)
    {
        WriteHeader();
        foreach (var block in blocks)
        {
            stop.ThrowIfCancellationRequested();
            foreach (ref readonly var row in block.AsSpan())
                WriteRow(in row);
            Flush();
        }

        Flush();
    }

    private void WriteHeader()
    {
        if (_style.HasByteOrderMark)
            _text.Write(Encoding.UTF8.Preamble);
        for (var column = 0; column < _columns.Count; column++)
        {
            Separate(column);
            PutText(Encoding.ASCII.GetBytes(_columns[column].Name));
        }

        _text.Write(_lineEnd);
    }

    private void WriteRow(in RegionRow row)
    {
        for (var index = 0; index < _columns.Count; index++)
        {
            Separate(index);
            var column = _columns[index];
            if (column.Text is { } text)
            {
                var handle = text(in row);
                PutText(handle.Bytes);
            }
            else if (column.Number!(in row) is var number && number != DeclarationColumn.Missing)
            {
                PutNumber(number, column.IsDate, in row);
            }
        }

        _text.Write(_lineEnd);
    }

    private void PutNumber(int number, bool isDate, in RegionRow row)
    {
        switch (isDate, number == DeclarationColumn.Unreadable)
        {
            case (true, true):
                _text.Write(Encoding.ASCII.GetBytes(February31(DayNumber.ToDate(row.Line.Start).Year)));
                break;
            case (true, false):
                PutFormatted(DayNumber.ToDate(number), _style.Dates);
                break;
            case (false, true):
                PutText(_noNumber);
                break;
            default:
                PutFormatted(number / 100m, "F2");
                break;
        }
    }

    private string February31(int year) => _style.Dates
        .Replace("yyyy", year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("MM", "02", StringComparison.Ordinal)
        .Replace("dd", "31", StringComparison.Ordinal);

    private void PutFormatted<T>(T value, string format)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(_text.GetSpan(LongestNumber), out var length, format, _style.Numbers);
        _text.Advance(length);
    }

    private void PutText(ReadOnlySpan<byte> text)
    {
        if (_style.QuotesTexts)
            _text.Write("\""u8);
        _text.Write(text);
        if (_style.QuotesTexts)
            _text.Write("\""u8);
    }

    private void Separate(int column)
    {
        if (column > 0)
            _text.Write([(byte)_style.Separator]);
    }

    private void Flush()
    {
        _stream.Write(_text.WrittenSpan);
        _text.ResetWrittenCount();
    }
}
