using System.Xml;
using RgkCalibrator.Basics.Files;

namespace RgkCalibrator.Intake.Messages;

/// <summary>
/// Steps through the XML of a message and never holds more than a path of names: no DTD, nothing from outside, no deep
/// nesting, no endless text.
/// </summary>
internal sealed class MessageXml : IDisposable
{
    private const int Deepest = 64;
    private const int LongestValue = 4096;
    private const int LongestTag = 1 << 20;

    private readonly XmlReader _xml;
    private readonly List<string> _names = [];
    private readonly char[] _room = new char[LongestValue + 1];

    internal MessageXml(Stream source, string file)
    {
        File = file;
        var shortTags = new ShortTags(source, LongestTag, () => MessageMistakes.TooLong(file, LongestTag));
        _xml = XmlReader.Create(shortTags, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        });
    }

    /// <summary>The file's name, for messages.</summary>
    internal string File { get; }

    internal bool IsElement => _xml.NodeType == XmlNodeType.Element;

    internal bool IsEndOfElement =>
        _xml.NodeType == XmlNodeType.EndElement || (IsElement && _xml.IsEmptyElement);

    internal bool IsText => _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA;

    internal string Namespace => _xml.NamespaceURI;

    /// <summary>Goes to the next node.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="CalibrationException">The file is no XML, or is more than a message can be.</exception>
    internal bool Read()
    {
        try
        {
            if (!_xml.Read())
                return false;
        }
        catch (XmlException broken)
        {
            throw MessageMistakes.Broken(File, broken.LineNumber);
        }

        if (IsElement)
        {
            if (_xml.Depth >= Deepest)
                throw MessageMistakes.TooDeep(File, Deepest);
            _names.RemoveRange(_xml.Depth, _names.Count - _xml.Depth);
            _names.Add(_xml.LocalName);
        }

        return true;
    }

    /// <summary>
    /// The name of the element that begins or ends here or that the text stands in (0), of the one around it (1) and so
    /// on, without prefix; empty where there is none.
    /// </summary>
    internal string Name(int up = 0)
    {
        var place = _xml.Depth - (IsText ? 1 : 0) - up;
        return place >= 0 && place < _names.Count ? _names[place] : string.Empty;
    }

    /// <summary>The text that stands here.</summary>
    /// <exception cref="CalibrationException">It is longer than any value of a message.</exception>
    internal string Text()
    {
        try
        {
            var (length, read) = (0, 0);
            while ((read = _xml.ReadValueChunk(_room, length, _room.Length - length)) > 0)
                length += read;
            return length <= LongestValue
                ? new string(_room, 0, length)
                : throw MessageMistakes.TooLong(File, LongestValue);
        }
        catch (XmlException broken)
        {
            throw MessageMistakes.Broken(File, broken.LineNumber);
        }
    }

    public void Dispose() => _xml.Dispose();
}
