using System.Text;
using System.Text.Unicode;

namespace RgkCalibrator.Intake.Csv;

/// <summary>The first megabyte of a file, taken for text: everything about it that needs no header.</summary>
/// <param name="File">The file's name, for messages.</param>
/// <param name="Bytes">The head itself.</param>
/// <param name="IsWhole">Whether it is the whole file.</param>
internal sealed record CsvHead(string File, byte[] Bytes, bool IsWhole)
{
    private const int Longest = 1 << 20;

    private static readonly (byte[] Begin, Wording Name)[] OtherFormats =
    [
        ([.. "PK\u0003\u0004"u8], new("een Excel- of zipbestand", "an Excel or zip file")),
        ([0xD0, 0xCF, 0x11, 0xE0], new("een oud Excel-bestand (xls)", "an old Excel file (xls)")),
        ([.. "PAR1"u8], new("een Parquet-bestand", "a Parquet file")),
        ([.. "%PDF"u8], new("een PDF", "a PDF")),
        ([0x1F, 0x8B], new("een gzip-bestand", "a gzip file")),
    ];

    /// <summary>Whether it begins with the mark of UTF-8.</summary>
    internal bool HasByteOrderMark { get; } = MarksOf(Bytes) > 0;

    /// <summary>What Excel's line <c>sep=;</c> names, where the file begins with one.</summary>
    internal byte? NamedDelimiter { get; private init; }

    /// <summary>Where the first line begins that is not such a line.</summary>
    internal int TextStart { get; private init; } = MarksOf(Bytes);

    /// <summary>
    /// The bytes that may end records: carriage returns too where some stand alone, and they alone where there is no
    /// line feed.
    /// </summary>
    internal IReadOnlyList<byte> LineEnds { get; } = LineEndsOf(Bytes);

    /// <summary>UTF-8, or else Windows-1252.</summary>
    internal bool IsUtf8 => HasByteOrderMark || Utf8.IsValid(WholeCharacters);

    /// <summary>Why the encoding is what it is.</summary>
    internal Wording EncodingEvidence =>
        HasByteOrderMark ? new(
            "UTF-8: het bestand begint met het merkteken daarvan.", "UTF-8: the file begins with its mark.")
        : Ascii.IsValid(Bytes) ? new(
            "UTF-8: het begin van het bestand heeft alleen ASCII-tekens.",
            "UTF-8: the head of the file has ASCII characters only.")
        : IsUtf8 ? new(
            "UTF-8: alle letters met accenten in het begin van het bestand zijn het.",
            "UTF-8: all accented letters in the head of the file are.")
        : new(
            "Windows-1252: het begin van het bestand heeft letters die geen UTF-8 zijn.",
            "Windows-1252: the head of the file has letters that are not UTF-8.");

    // A head that is not the whole file can end in the middle of a character.
    private ReadOnlySpan<byte> WholeCharacters
    {
        get
        {
            var end = Bytes.Length;
            while (!IsWhole && end > 0 && Bytes.Length - end < 4 && Bytes[end - 1] >= 0x80)
                end--;
            return Bytes.AsSpan(0, end);
        }
    }

    /// <summary>Reads the head of a file.</summary>
    /// <exception cref="CalibrationException">The file cannot be read, is empty, or is no text of one byte per ASCII
    /// character.</exception>
    internal static CsvHead Read(string path)
    {
        using var file = new FileBytes(path);
        var bytes = new byte[Longest];
        var length = file.Read(bytes, 0);
        return Of(file.Name, bytes[..length], length < Longest);
    }

    /// <summary>The head in bytes that were read.</summary>
    /// <exception cref="CalibrationException">They are empty, or no text of one byte per ASCII character.</exception>
    internal static CsvHead Of(string file, byte[] bytes, bool isWhole)
    {
        var head = new CsvHead(file, bytes, isWhole);
        head.Refuse();
        return head.WithoutSeparatorLine();
    }

    /// <summary>The head of a file that this program wrote: UTF-8, and known to be text.</summary>
    /// <param name="file">The name of the file that it was made of.</param>
    /// <param name="bytes">The head, which ends with a record.</param>
    internal static CsvHead Of(string file, byte[] bytes) =>
        new CsvHead(file, bytes, IsWhole: true).WithoutSeparatorLine();

    /// <summary>What a file that begins like this is, where it is known to be no text; else null.</summary>
    internal static Wording? OtherFormatOf(ReadOnlySpan<byte> head)
    {
        foreach (var (begin, name) in OtherFormats)
        {
            if (head.StartsWith(begin))
                return name;
        }

        return null;
    }

    private void Refuse()
    {
        if (OtherFormatOf(Bytes) is { } name)
            throw CsvMistakes.OtherFormat(File, name);
        if (IsUtf16())
            throw CsvMistakes.Utf16(File);
        if (IsBinary())
            throw CsvMistakes.Binary(File);
        if (string.IsNullOrWhiteSpace(Encoding.Latin1.GetString(Bytes.AsSpan(TextStart))))
            throw CsvMistakes.Empty(File);
    }

    /// <summary>Its mark, or a zero in one of the two bytes of many characters, and never in the other.</summary>
    private bool IsUtf16()
    {
        if (Bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return true;
        Span<int> zeros = [0, 0];
        for (var i = 0; i < Bytes.Length; i++)
            zeros[i & 1] += Bytes[i] == 0 ? 1 : 0;
        return zeros[0] + zeros[1] >= Math.Max(1, Bytes.Length / 5) && (zeros[0] == 0 || zeros[1] == 0);
    }

    // No text has a zero byte; of other control characters an old export can hold a few.
    private bool IsBinary() =>
        Bytes.Contains((byte)0)
            || Bytes.Count(letter => letter is < (byte)'\t' or (> (byte)'\r' and < (byte)' ')) > Bytes.Length / 100;

    private static bool IsDelimiter(byte letter) =>
        letter is > (byte)' ' and < 0x7F && !char.IsAsciiLetterOrDigit((char)letter);

    /// <summary>The bytes of the marks of UTF-8; a program that adds one does not always look for one.</summary>
    private static int MarksOf(ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (text[length..].StartsWith("\uFEFF"u8))
            length += "\uFEFF"u8.Length;
        return length;
    }

    private static byte[] LineEndsOf(ReadOnlySpan<byte> text)
    {
        var (feeds, returns) = (text.Count(CsvGrammar.LineFeed), text.Count(CsvGrammar.CarriageReturn));
        return returns == 0 || returns == text.Count("\r\n"u8) ? [CsvGrammar.LineFeed]
            : feeds == 0 ? [CsvGrammar.CarriageReturn]
            : [CsvGrammar.LineFeed, CsvGrammar.CarriageReturn];
    }

    private CsvHead WithoutSeparatorLine()
    {
        var text = Bytes.AsSpan(TextStart);
        var end = Math.Max(0, text.IndexOfAny(CsvGrammar.LineFeed, CsvGrammar.CarriageReturn));
        var line = text[..end].Trim(" \t\""u8);
        // A tab is trimmed as white space is.
        var isTab = line.Length == 4 && text[..end].Contains((byte)'\t');
        var isNamed = isTab || (line.Length == 5 && IsDelimiter(line[4]));
        var next = end + (text[end..].StartsWith("\r\n"u8) ? 2 : 1);
        return isNamed && Ascii.EqualsIgnoreCase(line[..4], "sep="u8)
            ? this with { NamedDelimiter = isTab ? (byte)'\t' : line[4], TextStart = TextStart + next }
            : this;
    }
}
