using System.Xml.Linq;
using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Output.Report;

/// <summary>What several drawings of a page have in common, written once: notes, axes, patterns, dots.</summary>
internal sealed class SharedParts
{
    // Below this length a reference is hardly shorter.
    private const int Shortest = 45;

    private readonly Dictionary<string, (string Id, XElement Part)> _parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _places;

    /// <summary>Takes them out of the drawings, each of which refers to them from then on.</summary>
    internal SharedParts(IReadOnlyList<XElement> drawings)
    {
        foreach (var drawing in drawings)
            Patterns(drawing);
        _places = drawings.SelectMany(drawing => drawing.Descendants()).Select(TextOf)
            .Where(text => text.Length >= Shortest).CountBy(text => text, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        foreach (var drawing in drawings)
            Refer(drawing);
    }

    /// <summary>Writes them, unseen.</summary>
    internal void Write(MarkupWriter html)
    {
        html.Open("svg", ("class", "shared"), ("aria-hidden", "true"));
        html.Open("defs");
        foreach (var (id, part) in _parts.Values)
        {
            part.SetAttributeValue("id", id);
            MarkupOf.Write(html, part);
        }

        html.Close();
        html.Close();
    }

    private void Refer(XElement element)
    {
        foreach (var child in element.Elements().ToList())
        {
            var text = TextOf(child);
            if (_places.GetValueOrDefault(text) > 1)
                child.ReplaceWith(new XElement("use", new XAttribute("href", "#" + IdOf(text, child))));
            else
                Refer(child);
        }
    }

    private void Patterns(XElement drawing)
    {
        foreach (var pattern in drawing.Descendants("defs").Elements().ToList())
        {
            var (name, holder) = (pattern.Attribute("id")!, pattern.Parent!);
            var reference = $"url(#{name.Value})";
            name.Remove();
            var id = IdOf(TextOf(pattern), pattern);
            foreach (var user in drawing.Descendants().Attributes().Where(one => one.Value == reference))
                user.Value = $"url(#{id})";
            pattern.Remove();
            if (!holder.HasElements)
                holder.Remove();
        }
    }

    private static string TextOf(XElement element) => element.ToString(SaveOptions.DisableFormatting);

    private string IdOf(string text, XElement part)
    {
        if (!_parts.TryGetValue(text, out var known))
            _parts[text] = known = ("d" + Numbers.Whole(_parts.Count), new XElement(part));
        return known.Id;
    }
}
