using System.Xml.Linq;

namespace RgkCalibrator.Output.Formats.Xlsx;

/// <summary>Elements of spreadsheets (ECMA-376, part 1).</summary>
internal static class SpreadsheetElement
{
    internal static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    internal static readonly XNamespace Relationships =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Declares the prefix of relationships, on the root of a part that has any.</summary>
    internal static XAttribute RelationshipPrefix => new(XNamespace.Xmlns + "r", Relationships.NamespaceName);

    /// <summary>An element; attributes and content that are null are left out.</summary>
    internal static XElement Element(
        string name,
        ReadOnlySpan<(string Name, object? Value)> attributes = default,
        params ReadOnlySpan<object?> content)
    {
        var element = new XElement(Main + name);
        foreach (var (attribute, value) in attributes)
            element.SetAttributeValue(attribute, value);
        foreach (var item in content)
            element.Add(item);
        return element;
    }

    /// <summary>An element that holds others and counts them.</summary>
    internal static XElement List(string name, IReadOnlyCollection<XElement> items) =>
        Element(name, [("count", items.Count)], items);

    /// <summary>Names the relationship of an element to another part.</summary>
    internal static XAttribute Relationship(string id) => new(Relationships + "id", id);
}
