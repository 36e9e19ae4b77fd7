using System.Runtime.InteropServices;

namespace RgkCalibrator.Intake.Csv;

/// <summary>
/// The rules that divide the bytes of a file into records and fields.
/// <list type="bullet">
/// <item>A quote opens a quoted field only as its first byte; after a space, or further on, it is plain text. So one
/// stray quote swallows no rows. In a file that puts a space before its quotes, spaces before them are passed
/// over.</item>
/// <item>Inside quotes two quotes stand for one, and delimiters and line ends are text. What follows the closing quote
/// belongs to the field, as it stands.</item>
/// <item>A record ends at a line feed (a carriage return before it goes with it), or at a carriage return, all over the
/// file. See <see cref="OddLineEnds"/> for a file with both.</item>
/// <item>A line of nothing but white space is blank; a line of delimiters is a record.</item>
/// </list>
/// </summary>
/// <param name="Delimiter">The byte between fields.</param>
/// <param name="LineEnd">The byte that ends a record: a line feed or a carriage return.</param>
/// <param name="IsUtf8">UTF-8, or else Windows-1252.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CsvGrammar(byte Delimiter, byte LineEnd, bool IsUtf8)
{
    internal const byte Quote = (byte)'"';
    internal const byte LineFeed = (byte)'\n';
    internal const byte CarriageReturn = (byte)'\r';

    /// <summary>Whether a byte leaves a line blank; a tab that delimits does not.</summary>
    internal bool IsWhite(byte letter) =>
        letter is (byte)' ' or (>= (byte)'\t' and <= CarriageReturn) && letter != Delimiter && letter != LineEnd;

    /// <summary>Whether all bytes are white.</summary>
    internal bool IsBlank(ReadOnlySpan<byte> line)
    {
        foreach (var letter in line)
        {
            if (!IsWhite(letter))
                return false;
        }

        return true;
    }

    /// <summary>Whether quotes come after a space: <c>; "text"</c>.</summary>
    internal bool HasSpacedQuotes { get; init; }

    /// <summary>Whether a field can begin after a byte that stands outside quotes.</summary>
    internal bool EndsField(byte letter) => letter == Delimiter || letter == LineEnd;

    /// <summary>Whether a byte before a quote does not keep it from being the first of its field.</summary>
    internal bool IsPassedOver(byte letter) => HasSpacedQuotes && letter == (byte)' ';

    /// <summary>Whether a quote opens a field behind a stretch of its record.</summary>
    internal bool OpensAfter(ReadOnlySpan<byte> text)
    {
        while (HasSpacedQuotes && text is [.., (byte)' '])
            text = text[..^1];
        return text.IsEmpty || EndsField(text[^1]);
    }
}
