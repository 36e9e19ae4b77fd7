using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Xml;

namespace RgkCalibrator.Intake.Copies.Workbooks;

/// <summary>Reads texts from XML of workbooks.</summary>
internal static class XmlText
{
    // Excel allows 32,767 characters in a cell.
    private const int Longest = 1 << 20;

    // Elements of a workbook lie less deep.
    private const int Deepest = 64;

    private const int Chunk = 1024;

    /// <summary>Reads the next node.</summary>
    /// <returns>Whether there is one.</returns>
    internal static bool MoveOn(this XmlReader reader)
    {
        var isThere = reader.Read();
        return reader.Depth <= Deepest ? isThere : throw new InvalidDataException("Elements lie too deep.");
    }

    /// <summary>Appends the text in an element, and moves to the element's end.</summary>
    internal static void Append(XmlReader reader, ArrayBufferWriter<char> text)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.MoveOn() && reader.Depth > depth)
            AppendNode(reader, text);
    }

    /// <summary>
    /// Appends the texts <c>t</c> in an element, whatever their fonts, but not how they are pronounced, and moves to
    /// the element's end.
    /// </summary>
    internal static void AppendRich(XmlReader reader, ArrayBufferWriter<char> text)
    {
        if (reader.IsEmptyElement)
            return;
        var (depth, spoken) = (reader.Depth, 0);
        while (reader.MoveOn() && reader.Depth > depth)
        {
            if (reader.LocalName == "rPh" && !reader.IsEmptyElement)
                spoken += reader.NodeType == XmlNodeType.Element ? 1 : -1;
            else if (spoken == 0 && reader.NodeType == XmlNodeType.Element && reader.LocalName == "t")
                Append(reader, text);
        }
    }

    /// <summary>
    /// Writes a text as UTF-8, with the characters that Excel writes by their number (<c>_x000D_</c>) in their place,
    /// and line feeds for all ends of lines. Of control characters the number stays. A text of nothing but white space
    /// is empty.
    /// </summary>
    internal static void WriteUtf8(ReadOnlySpan<char> text, ArrayBufferWriter<byte> utf8)
    {
        if (text.IsWhiteSpace())
            return;
        if (text.Contains("_x", StringComparison.Ordinal))
            text = Decoded(text);
        if (text.Contains('\r'))
            text = text.ToString().ReplaceLineEndings("\n");
        var room = utf8.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        utf8.Advance(Encoding.UTF8.GetBytes(text, room));
    }

    private static void AppendNode(XmlReader reader, ArrayBufferWriter<char> text)
    {
        if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA
            or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace))
        {
            return;
        }

        ArraySegment<char> room;
        int read;
        do
        {
            if (text.WrittenCount > Longest || !MemoryMarshal.TryGetArray(text.GetMemory(Chunk), out room))
                throw new InvalidDataException("A text is longer than a cell can hold.");
            read = reader.ReadValueChunk(room.Array!, room.Offset, room.Count);
            text.Advance(read);
        }
        while (read > 0);
    }

    private static string Decoded(ReadOnlySpan<char> text)
    {
        // _x and four hexadecimal digits and _
        const int length = 7;
        var decoded = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            if (text.Length >= length && text.StartsWith("_x") && text[length - 1] == '_'
                && ushort.TryParse(text[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
                && IsPlain((char)code))
            {
                decoded.Append((char)code);
                text = text[length..];
            }
            else
            {
                decoded.Append(text[0]);
                text = text[1..];
            }
        }

        return decoded.ToString();
    }

    private static bool IsPlain(char letter) =>
        letter is '\t' or '\n' or '\r' || (!char.IsControl(letter) && !char.IsSurrogate(letter));
}
