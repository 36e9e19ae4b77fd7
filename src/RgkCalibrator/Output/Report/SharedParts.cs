using System.Xml.Linq;
using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Output.Report;

/// <summary>What stands in several drawings of a page, and is written once: long notes and patterns.</summary>
internal sealed class SharedParts
{
    // Below this length the reference is no shorter.
    private const int ShortestText = 50;

    private readonly Dictionary<string, (string Id, XElement Part)> _parts = new(StringComparer.Ordinal);

    /// <summary>Takes them out of the drawings, each of which refers to them from then on.</summary>
    internal SharedParts(IReadOnlyList<XElement> drawings)
    {
        foreach (var drawing in drawings)
            Patterns(drawing);
        var texts = drawings.SelectMany(drawing => drawing.Descendants("text"))
            .Where(text => text.Value.Length >= ShortestText)
            .GroupBy(text => text.ToString(), StringComparer.Ordinal).Where(same => same.Count() > 1).ToList();
        foreach (var (key, same) in texts.Select(same => (same.Key, same.ToList())))
        {
            var id = Add(key, same[0], "t");
            same.ForEach(text => text.ReplaceWith(new XElement("use", new XAttribute("href", "#" + id))));
        }
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

    private void Patterns(XElement drawing)
    {
        foreach (var pattern in drawing.Descendants("pattern").ToList())
        {
            var (reference, holder) = ($"url(#{pattern.Attribute("id")!.Value})", pattern.Parent!);
            pattern.Attribute("id")!.Remove();
            var id = Add(pattern.ToString(), pattern, "p");
            foreach (var user in drawing.Descendants().Attributes().Where(one => one.Value == reference))
                user.Value = $"url(#{id})";
            pattern.Remove();
            if (!holder.HasElements)
                holder.Remove();
        }
    }

    private string Add(string key, XElement part, string kind)
    {
        if (!_parts.TryGetValue(key, out var known))
            _parts[key] = known = (kind + Numbers.Whole(_parts.Count), new XElement(part));
        return known.Id;
    }
}
