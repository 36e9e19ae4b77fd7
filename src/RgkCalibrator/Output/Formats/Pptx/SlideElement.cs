using System.Xml;
using System.Xml.Linq;

namespace RgkCalibrator.Output.Formats.Pptx;

/// <summary>Elements of presentations, of drawings and of charts (ECMA-376, part 1).</summary>
internal static class SlideElement
{
    internal static readonly XNamespace Main = "http://schemas.openxmlformats.org/presentationml/2006/main";
    internal static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    internal static readonly XNamespace Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    internal static readonly XNamespace ChartDrawing = "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing";

    internal static readonly XNamespace Relationships =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const int EmuInPoint = 12_700;

    /// <summary>Of slides, masters and layouts; attributes and content that are null are left out.</summary>
    internal static XElement P(
        string name, ReadOnlySpan<(string Name, object? Value)> attributes = default,
        params ReadOnlySpan<object?> content) => Element(Main + name, attributes, content);

    /// <summary>Of shapes and their texts.</summary>
    internal static XElement A(
        string name, ReadOnlySpan<(string Name, object? Value)> attributes = default,
        params ReadOnlySpan<object?> content) => Element(Drawing + name, attributes, content);

    /// <summary>Of charts.</summary>
    internal static XElement C(
        string name, ReadOnlySpan<(string Name, object? Value)> attributes = default,
        params ReadOnlySpan<object?> content) => Element(Chart + name, attributes, content);

    /// <summary>Of a chart, with nothing but a value.</summary>
    internal static XElement Value(string name, object value) => C(name, [("val", value)]);

    /// <summary>Of what is drawn on a chart.</summary>
    internal static XElement D(
        string name, ReadOnlySpan<(string Name, object? Value)> attributes = default,
        params ReadOnlySpan<object?> content) => Element(ChartDrawing + name, attributes, content);

    /// <summary>The root of a part, which declares the prefixes.</summary>
    internal static XElement Root(XElement element)
    {
        element.Add(
            Prefix("p", Main), Prefix("a", Drawing), Prefix("c", Chart), Prefix("cdr", ChartDrawing),
            Prefix("r", Relationships));
        return element;

        static XAttribute Prefix(string name, XNamespace space) => new(XNamespace.Xmlns + name, space.NamespaceName);
    }

    /// <summary>Names the relationship of an element to another part.</summary>
    internal static XAttribute Relationship(string id) => new(Relationships + "id", id);

    /// <summary>Points in the unit of drawings.</summary>
    internal static long Emu(double points) => (long)Math.Round(points * EmuInPoint);

    /// <summary>What is left of a text when all goes that XML cannot hold.</summary>
    internal static string Clean(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)));

    private static XElement Element(
        XName name, ReadOnlySpan<(string Name, object? Value)> attributes, ReadOnlySpan<object?> content)
    {
        var element = new XElement(name);
        foreach (var (attribute, value) in attributes)
            element.SetAttributeValue(attribute, value);
        foreach (var item in content)
            element.Add(item);
        return element;
    }
}
