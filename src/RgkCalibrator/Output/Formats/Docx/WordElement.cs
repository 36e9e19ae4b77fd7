using System.Xml;
using System.Xml.Linq;

namespace RgkCalibrator.Output.Formats.Docx;

/// <summary>
/// Elements of text documents (ECMA-376, part 1), whose attributes are in the namespace of the elements.
/// </summary>
internal static class WordElement
{
    internal static readonly XNamespace Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    internal static readonly XNamespace Relationships =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>An element; attributes and content that are null are left out.</summary>
    internal static XElement Element(
        string name, ReadOnlySpan<(string Name, object? Value)> attributes = default,
        params ReadOnlySpan<object?> content)
    {
        var element = new XElement(Main + name);
        foreach (var (attribute, value) in attributes)
            element.SetAttributeValue(Main + attribute, value);
        foreach (var item in content)
            element.Add(item);
        return element;
    }

    /// <summary>The root of a part, which declares the prefixes.</summary>
    internal static XElement Root(string name, params ReadOnlySpan<object?> content)
    {
        var root = Element(name, [], content);
        root.Add(
            new XAttribute(XNamespace.Xmlns + "w", Main.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "r", Relationships.NamespaceName));
        return root;
    }

    /// <summary>A text with nothing in it that XML cannot hold.</summary>
    internal static XElement Text(string text)
    {
        var letters = string.Concat(text.EnumerateRunes()
            .Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)));
        return Element("t", [], new XAttribute(XNamespace.Xml + "space", "preserve"), letters);
    }
}
