using System.Text;

namespace RgkCalibrator.Synthetic;

/// <summary>Writes rows as CSV in a dialect; nothing is allocated for a row. The stream is the caller's.</summary>
internal sealed class CsvRows
{
    // Far more than a row of these columns takes.
    private const int LongestRow = 1024;
    private const int BufferSize = 1 << 18;

    // Not in ASCII: it shows in which code page a file is.
    private const string NoNumber = "één";

    private readonly Stream _stream;
    private readonly CsvDialect _dialect;
    private readonly IReadOnlyList<RowColumn> _columns;
    private readonly byte[] _lineEnd;
    private readonly byte[] _noNumber;
    private readonly byte[] _buffer = new byte[BufferSize];
    private int _used;

    internal CsvRows(Stream stream, CsvDialect dialect, IReadOnlyList<RowColumn> columns)
    {
        (_stream, _dialect, _columns) = (stream, dialect, columns);
        _lineEnd = Encoding.ASCII.GetBytes(dialect.LineEnd);
        // Latin-1 and Windows-1252 agree on letters.
        _noNumber = (dialect.IsWindows1252 ? Encoding.Latin1 : Encoding.UTF8).GetBytes(NoNumber);
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
        }

        Flush();
    }

    private void WriteHeader()
    {
        if (_dialect.HasByteOrderMark)
            Put(Encoding.UTF8.Preamble);
        for (var column = 0; column < _columns.Count; column++)
        {
            Separate(column);
            PutText(Encoding.ASCII.GetBytes(_columns[column].Name));
        }

        Put(_lineEnd);
    }

    private void WriteRow(in RegionRow row)
    {
        if (_used > BufferSize - LongestRow)
            Flush();
        for (var index = 0; index < _columns.Count; index++)
        {
            Separate(index);
            var column = _columns[index];
            if (column.Text is { } text)
            {
                var handle = text(in row);
                PutText(handle.Bytes);
            }
            else if (column.Number!(in row) is var number && number != RowColumn.Missing)
            {
                PutNumber(number, column.IsDate, in row);
            }
        }

        Put(_lineEnd);
    }

    private void PutNumber(int number, bool isDate, in RegionRow row)
    {
        if (!isDate)
            PutHundredths(number);
        else if (number == RowColumn.Unreadable)
            PutDate(DayNumber.ToDate(row.Line.Start).Year, 2, 31);
        else
            PutDate(number);
    }

    private void PutHundredths(int hundredths)
    {
        if (hundredths == RowColumn.Unreadable)
        {
            PutText(_noNumber);
            return;
        }

        if (hundredths < 0)
            Put((byte)'-');
        var (units, rest) = Math.DivRem(Math.Abs(hundredths), 100);
        PutDigits(units, DigitsIn(units));
        Put((byte)_dialect.DecimalMark);
        PutDigits(rest, 2);
    }

    private void PutDate(int day)
    {
        var (year, month, dayOfMonth) = DayNumber.ToDate(day);
        PutDate(year, month, dayOfMonth);
    }

    private void PutDate(int year, int month, int day)
    {
        var isDayFirst = _dialect.Dates == DateForm.DayMonthYear;
        PutDigits(isDayFirst ? day : year, isDayFirst ? 2 : 4);
        PutDash();
        PutDigits(month, 2);
        PutDash();
        PutDigits(isDayFirst ? year : day, isDayFirst ? 4 : 2);
    }

    private void PutDash()
    {
        if (_dialect.Dates != DateForm.Compact)
            Put((byte)'-');
    }

    private void PutText(ReadOnlySpan<byte> text)
    {
        if (!_dialect.QuotesTexts)
        {
            Put(text);
            return;
        }

        Put((byte)'"');
        Put(text);
        Put((byte)'"');
    }

    private void Separate(int column)
    {
        if (column > 0)
            Put((byte)_dialect.Separator);
    }

    private void PutDigits(int number, int count)
    {
        for (var place = _used + count - 1; place >= _used; place--)
            (number, _buffer[place]) = (number / 10, (byte)('0' + (number % 10)));
        _used += count;
    }

    private static int DigitsIn(int number)
    {
        var count = 1;
        for (; number >= 10; number /= 10)
            count++;
        return count;
    }

    private void Put(byte value) => _buffer[_used++] = value;

    private void Put(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }

    private void Flush()
    {
        _stream.Write(_buffer, 0, _used);
        _used = 0;
    }
}
