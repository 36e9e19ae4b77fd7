using System.Runtime.InteropServices;
using RgkCalibrator.Intake.Formats;

namespace RgkCalibrator.Intake.Csv;

/// <summary>
/// What the fields of some columns look like, e.g. <c>9999-99-99</c> or <c>a 9</c>, to find rows in which they stand
/// one column too far to the right.
/// </summary>
/// <param name="first">The first column: what is taken for it may be half of the field before.</param>
/// <param name="end">The column after the last.</param>
internal sealed class FieldShapes(int first, int end)
{
    // Of so many rows all count, of the others some.
    private const int FirstRows = 1_000;
    private const int OneIn = 64;

    // So many kinds of fields and of rows are told apart.
    private const int MostKinds = 500;
    private const int Longest = 24;

    // A shape can be of a column where more than one in so many other rows has it, and is usual where half of them do.
    private const int Seldom = 5;
    private const int Half = 2;

    // Four digits stand for as many and more.
    private const int MostDigits = 4;

    private static readonly string[] DigitShapes =
        [.. Enumerable.Range(0, MostDigits + 1).Select(digits => new string('9', digits))];

    private readonly Dictionary<string, long>[] _counts =
        [.. Enumerable.Range(first, end - first).Select(_ => new Dictionary<string, long>(StringComparer.Ordinal))];

    private readonly Dictionary<string, Suspects> _suspects = new(StringComparer.Ordinal);
    private readonly char[] _room = new char[(end - first) * (Longest + 1)];
    private long _seen;
    private long _learned;

    /// <summary>Learns from a row that has a field for each column.</summary>
    /// <param name="record">The row.</param>
    /// <param name="isSuspect">Whether its fields may stand one column too far to the right.</param>
    internal void Learn(CsvBlock record, bool isSuspect)
    {
        var isLearned = _seen++ < FirstRows || _seen % OneIn == 0;
        if (isLearned)
            Learn(record);
        if (isSuspect)
            Note(record, isLearned);
    }

    private void Learn(CsvBlock record)
    {
        _learned++;
        for (var column = first; column < end; column++)
        {
            var counts = _counts[column - first].GetAlternateLookup<ReadOnlySpan<char>>();
            var shape = _room.AsSpan(0, Write(record.Field(column), _room));
            if (counts.Dictionary.Count < MostKinds || counts.ContainsKey(shape))
                CollectionsMarshal.GetValueRefOrAddDefault(counts, shape, out _)++;
        }
    }

    private void Note(CsvBlock record, bool isLearned)
    {
        var length = 0;
        for (var column = first; column < end; column++)
        {
            length += Write(record.Field(column), _room.AsSpan(length));
            _room[length++] = '\n';
        }

        var suspects = _suspects.GetAlternateLookup<ReadOnlySpan<char>>();
        var row = _room.AsSpan(0, length);
        if (suspects.Dictionary.Count >= MostKinds && !suspects.ContainsKey(row))
            return;
        ref var noted = ref CollectionsMarshal.GetValueRefOrAddDefault(suspects, row, out var isKnown);
        noted = new Suspects(isKnown ? noted.First : record.Row, noted.Learned + (isLearned ? 1 : 0));
    }

    /// <summary>The first row that is suspect and in which they do stand so; null where there is none.</summary>
    /// <param name="lackLast">
    /// Whether rows are known to lack the last column. Where it is the only one, that is needed to tell.
    /// </param>
    internal long? FirstShifted(bool lackLast) => _suspects
        .Where(suspect => IsShifted(suspect.Key.Split('\n'), suspect.Value.Learned, lackLast))
        .Min(suspect => (long?)suspect.Value.First);

    // Each field is as others are one column to the left, and one of them is not as most are where it stands. In a
    // column of digits that is one that is more: how many digits a number has says little.
    private bool IsShifted(string[] shapes, long alike, bool lackLast)
    {
        if (_counts.Length == 1)
            return lackLast && !IsIn(0, shapes[0], Seldom);
        var columns = Enumerable.Range(1, _counts.Length - 1).Where(column => shapes[column].Length > 0).ToList();
        return columns.TrueForAll(column => IsIn(column - 1, shapes[column], Seldom))
            && columns.Exists(column => !IsIn(column, shapes[column], Half)
                && (IsMoreThanDigits(shapes[column]) || !IsOfDigits(column)));

        bool IsIn(int column, string shape, int oneIn)
        {
            // Rows that are suspect themselves say nothing of what is usual.
            var others = _counts[column].GetValueOrDefault(shape) - (shapes[column] == shape ? alike : 0);
            return others > 0 && others * oneIn >= _learned - alike;
        }
    }

    // Empty fields count as digits: they say nothing of what else may stand there.
    private bool IsOfDigits(int column) =>
        DigitShapes.Sum(shape => _counts[column].GetValueOrDefault(shape)) * Half >= _learned;

    private static bool IsMoreThanDigits(string shape) => shape.AsSpan().ContainsAnyExcept('9');

    private static int Write(ReadOnlySpan<byte> field, Span<char> shape)
    {
        var (length, digits) = (0, 0);
        foreach (var letter in FieldText.Trim(field))
        {
            if (length == Longest)
                break;
            var kind = KindOf(letter);
            digits = kind == '9' ? digits + 1 : 0;
            if ((kind == 'a' && length > 0 && shape[length - 1] == 'a') || digits > MostDigits)
                continue;
            shape[length++] = kind;
        }

        return length;
    }

    private static char KindOf(byte letter) =>
        char.IsAsciiDigit((char)letter) ? '9'
        : char.IsAsciiLetter((char)letter) || letter >= 0x80 ? 'a'
        : letter == (byte)'\n' ? ' '
        : (char)letter;

    /// <summary>Rows that are suspect and look the same.</summary>
    /// <param name="First">The first.</param>
    /// <param name="Learned">How many of them were learned from.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Suspects(long First, long Learned);
}
