using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Formats;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Intake.Rows;

/// <summary>
/// Room for rows in columns outside the managed heap, for what a source does not hand over in the form that lines need.
/// </summary>
internal sealed unsafe class RowBuffer : IDisposable
{
    private readonly void*[] _columns = new void*[CanonicalColumns.All.Count];
    private readonly long[] _ticks = new long[DataChunk.Capacity];
    private readonly long[] _amounts = new long[DataChunk.Capacity];
    private readonly long[] _numbers = new long[DataChunk.Capacity];

    /// <summary>The days that were read of late.</summary>
    internal SeenDays Seen { get; } = new();

    /// <summary>Volumes in ticks.</summary>
    internal Span<long> Ticks => _ticks;

    /// <summary>
    /// Amounts in ticks of a euro; <see cref="VolumeColumn.Bad"/> for none, and undefined where no column has them.
    /// </summary>
    internal Span<long> Amounts => _amounts;

    /// <summary>Row numbers.</summary>
    internal Span<long> Numbers => _numbers;

    /// <summary>The days of a column, to be filled.</summary>
    internal Span<int> Days(CanonicalColumn column) => Room<int>(column);

    /// <summary>The texts of a column, to be filled.</summary>
    internal Span<TextHandle> Texts(CanonicalColumn column) => Room<TextHandle>(column);

    /// <summary>A filled column.</summary>
    internal Column Column(CanonicalColumn column, int count) => new(_columns[(int)column], count);

    /// <summary>Fills days from texts.</summary>
    internal Column Days(CanonicalColumn column, Column texts, int count, ValueFormat format)
    {
        var days = Days(column);
        for (var row = 0; row < count; row++)
        {
            days[row] = texts.IsNull(row) ? Line.NoDay : Seen.Read(texts.Texts[row].Bytes, format);
        }

        return Column(column, count);
    }

    /// <summary>Fills days from years: the first of July, which is wrong by half a year at most.</summary>
    internal Column DaysOfYears(Column texts, int count)
    {
        var days = Days(CanonicalColumn.BirthYear);
        for (var row = 0; row < count; row++)
            days[row] = BirthYear.MiddleOf(texts.TextOrNothing(row).Bytes);
        return Column(CanonicalColumn.BirthYear, count);
    }

    /// <summary>The ticks of a column of numbers, to be filled.</summary>
    internal Span<long> TicksOf(CanonicalColumn column) => column == CanonicalColumn.Amount ? Amounts : Ticks;

    /// <summary>Fills ticks from texts.</summary>
    internal static void ToTicks(Column texts, int count, ValueFormat format, Span<long> ticks)
    {
        for (var row = 0; row < count; row++)
            ticks[row] = texts.IsNull(row) ? VolumeColumn.Bad : NumberParser.ToTicks(texts.Texts[row].Bytes, format);
    }

    public void Dispose()
    {
        foreach (var column in _columns)
            NativeMemory.Free(column);
        Array.Clear(_columns);
    }

    private Span<T> Room<T>(CanonicalColumn column) where T : unmanaged
    {
        if (_columns[(int)column] == null)
            _columns[(int)column] = NativeMemory.Alloc(DataChunk.Capacity, (nuint)sizeof(TextHandle));
        return new Span<T>(_columns[(int)column], DataChunk.Capacity);
    }
}

/// <summary>A year of birth that stands in for a birth date.</summary>
internal static class BirthYear
{
    /// <summary>The first of July of a year of four digits; <see cref="Line.NoDay"/> of anything else.</summary>
    internal static int MiddleOf(ReadOnlySpan<byte> utf8) =>
        utf8.Length == 4
        && int.TryParse(utf8, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0
            ? DayNumber.Of(new DateOnly(year, 7, 1))
            : Line.NoDay;
}

/// <summary>The side of a line: debit or credit.</summary>
internal static class DebitCredit
{
    /// <summary>Turns the volumes of credits below zero; a mark that is neither makes the volume unusable.</summary>
    internal static void Apply(in Column marks, Span<long> ticks, int count)
    {
        if (marks.IsAbsent)
            return;
        for (var row = 0; row < count; row++)
        {
            // A hyphen alone may be a minus here.
            var mark = marks.TextAsIs(row);
            if ((mark.Length != 1 && Nothing.Is(mark.Bytes)) || ticks[row] == VolumeColumn.Bad)
                continue;
            ticks[row] = IsOneOf(in mark, "C"u8, "credit"u8) ? -Math.Abs(ticks[row])
                : IsOneOf(in mark, "D"u8, "debet"u8) || IsOneOf(in mark, "D"u8, "debit"u8) ? ticks[row]
                : VolumeColumn.Bad;
        }
    }

    private static bool IsOneOf(in TextHandle text, ReadOnlySpan<byte> letter, ReadOnlySpan<byte> word) =>
        Ascii.EqualsIgnoreCase(text.Bytes, letter) || Ascii.EqualsIgnoreCase(text.Bytes, word);
}
