using System.Buffers;
using System.Xml;

namespace RgkCalibrator.Intake.Copies.Workbooks;

/// <summary>
/// The texts of a workbook, to which cells point by number, as UTF-8 in one piece: a million of them take little more
/// than their letters.
/// </summary>
internal sealed class SharedStrings
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly List<int> _ends = [];

    /// <summary>A workbook without texts.</summary>
    internal static SharedStrings None { get; } = new();

    /// <summary>A text, by its number.</summary>
    /// <exception cref="InvalidDataException">There is no such text.</exception>
    internal ReadOnlySpan<byte> this[int number]
    {
        get
        {
            if (number < 0 || number >= _ends.Count)
                throw new InvalidDataException("A cell points to a text that is not there.");
            var start = number == 0 ? 0 : _ends[number - 1];
            return _bytes.WrittenSpan[start.._ends[number]];
        }
    }

    /// <summary>Reads all texts.</summary>
    internal static SharedStrings Read(XmlReader reader)
    {
        var strings = new SharedStrings();
        var text = new ArrayBufferWriter<char>();
        while (reader.MoveOn())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "si")
                strings.Add(reader, text);
        }

        return strings;
    }

    private void Add(XmlReader reader, ArrayBufferWriter<char> text)
    {
        text.ResetWrittenCount();
        XmlText.AppendRich(reader, text);
        XmlText.WriteUtf8(text.WrittenSpan, _bytes);
        _ends.Add(_bytes.WrittenCount);
    }
}
