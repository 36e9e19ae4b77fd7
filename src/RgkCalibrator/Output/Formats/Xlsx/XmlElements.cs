using System.Xml;

namespace RgkCalibrator.Output.Formats.Xlsx;

/// <summary>Elements as spreadsheets have many of: all in attributes, or lists that say their length.</summary>
internal static class XmlElements
{
    internal static void WriteAttributes(this XmlWriter xml, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes)
            xml.WriteAttributeString(name, value);
    }

    /// <summary>An element without content.</summary>
    internal static void WriteEmpty(this XmlWriter xml, string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributes(attributes);
        xml.WriteEndElement();
    }

    /// <summary>An element that holds others and counts them.</summary>
    internal static void WriteList(this XmlWriter xml, string element, int count, Action<int> write)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("count", Numbers.Whole(count));
        for (var i = 0; i < count; i++)
            write(i);
        xml.WriteEndElement();
    }
}
