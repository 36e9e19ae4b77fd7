using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace RgkCalibrator.Intake.Csv;

/// <summary>A field where it lies in memory.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct RawField(byte* start, int length)
{
    internal byte* Start { get; } = start;

    internal int Length { get; } = length;

    internal ReadOnlySpan<byte> Bytes => new(Start, Length);
}

/// <summary>
/// Removes the quotes from fields and converts them to UTF-8. A field that does not stay as it lies moves to a scratch
/// area that lives as long as the block.
/// </summary>
internal sealed unsafe class FieldDecoder(CsvGrammar grammar) : IDisposable
{
    // The most bytes of UTF-8 that a byte of Windows-1252 becomes.
    private const int LongestLetter = 3;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly BlockMemory _scratch = new();
    private char[] _letters = [];
    private int _blockLength;
    private int _used;
    private bool _isForeign;

    /// <summary>Begins with the text of a block.</summary>
    /// <returns>Whether it holds text that is not UTF-8.</returns>
    internal bool Begin(ReadOnlySpan<byte> block)
    {
        (_blockLength, _used) = (block.Length, 0);
        // Fields end at ASCII characters: those of a valid text are valid.
        _isForeign = grammar.IsUtf8 ? !Utf8.IsValid(block) : !Ascii.IsValid(block);
        return _isForeign;
    }

    internal void Decode(Span<RawField> fields)
    {
        foreach (ref var field in fields)
        {
            if (grammar.HasSpacedQuotes)
                field = WithoutSpace(field);
            if (field.Length > 0 && *field.Start == CsvGrammar.Quote)
                field = Unquoted(field);
            if (_isForeign && !(grammar.IsUtf8 ? Utf8.IsValid(field.Bytes) : Ascii.IsValid(field.Bytes)))
                field = Transcoded(field);
        }
    }

    public void Dispose() => _scratch.Dispose();

    private static RawField WithoutSpace(RawField field)
    {
        var text = field.Bytes.TrimStart((byte)' ');
        return new RawField(field.Start + field.Length - text.Length, text.Length);
    }

    private RawField Unquoted(RawField field)
    {
        var text = field.Bytes[1..];
        var quote = text.IndexOf(CsvGrammar.Quote);
        // Only the quotes around the field have to go, or the quote never closes.
        if (quote < 0 || quote == text.Length - 1)
            return new RawField(field.Start + 1, quote < 0 ? text.Length : quote);
        var start = Room();
        var room = new Span<byte>(start, text.Length);
        var (read, written) = (0, 0);
        for (; read < text.Length; read++)
        {
            // Two quotes stand for one; what follows a single one stays as it stands.
            if (text[read] == CsvGrammar.Quote && !text[++read..].StartsWith(CsvGrammar.Quote))
                break;
            room[written++] = text[read];
        }

        text[read..].CopyTo(room[written..]);
        return Taken(start, written + text.Length - read);
    }

    private RawField Transcoded(RawField field)
    {
        if (_letters.Length < field.Length)
            _letters = new char[field.Length];
        var letters = _letters.AsSpan(0, Windows1252.GetChars(field.Bytes, _letters));
        var start = Room();
        return Taken(start, Encoding.UTF8.GetBytes(letters, new Span<byte>(start, letters.Length * LongestLetter)));
    }

    // Room for all that the block can need: a field is transcoded once, perhaps after it was unquoted. So nothing moves
    // while the block lives.
    private byte* Room()
    {
        _scratch.Ensure(_blockLength * (LongestLetter + 1));
        return _scratch.Start + _used;
    }

    private RawField Taken(byte* start, int length)
    {
        _used += length;
        return new RawField(start, length);
    }
}
