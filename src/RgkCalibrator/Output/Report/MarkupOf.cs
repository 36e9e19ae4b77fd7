using System.Xml.Linq;
using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Output.Report;

/// <summary>Writes elements that were read, with their texts escaped anew.</summary>
internal static class MarkupOf
{
    /// <summary>An element with all that is in it.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="element">Texts stand alone in it, not between elements.</param>
    /// <param name="more">Attributes beside those that it has.</param>
    internal static void Write(MarkupWriter html, XElement element, params ReadOnlySpan<MarkupAttribute> more)
    {
        MarkupAttribute[] attributes =
            [.. element.Attributes().Select(one => new MarkupAttribute(one.Name.LocalName, one.Value)), .. more];
        var name = element.Name.LocalName;
        if (!element.HasElements && element.Value.Length > 0)
        {
            html.Words(name, element.Value, attributes);
            return;
        }

        if (!element.HasElements)
        {
            html.Empty(name, attributes);
            return;
        }

        html.Open(name, attributes);
        foreach (var child in element.Elements())
            Write(html, child);
        html.Close();
    }
}
