using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Output.Report;

/// <summary>
/// A drawing as it stands in a page: without what the page says beside it, and in fewer bytes. What is to be seen stays
/// the same to half a pixel of a sheet of 1920.
/// </summary>
internal static partial class CompactDrawing
{
    // Two of them cost as much as the group around them.
    private const int FewestInGroup = 3;

    private const string Dot = "dot";

    private static readonly string[] Ends = ["marker-start", "marker-mid", "marker-end"];
    private static readonly string[] SpokenElsewhere = ["title", "desc"];
    private static readonly string[] Places = ["x", "y", "cx", "cy", "d"];
    private static readonly string[] OfGroups =
        ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight", "text-anchor"];

    private static readonly (string Name, string Value)[] Defaults = [("font-weight", "400"), ("text-anchor", "start")];

    /// <summary>The drawing without a namespace: HTML knows SVG by its name.</summary>
    internal static XElement Of(SvgDrawing drawing)
    {
        var root = XElement.Parse(drawing.Text, LoadOptions.None);
        StripedTiles.Put(root);
        return new XElement(root.Name.LocalName, root.Attribute("viewBox"), Content(root));
    }

    private static IEnumerable<object> Content(XElement element) => element.HasElements
        ? Dotted([.. Grouped(
            [.. element.Elements().Where(child => !SpokenElsewhere.Contains(child.Name.LocalName)).Select(Kept)
                .SelectMany(Bare)])])
        : [element.Value];

    private static XElement Kept(XElement element)
    {
        var attributes = element.Attributes()
            .Where(one => !one.IsNamespaceDeclaration && !IsSuperfluous(one))
            .Select(one => new XAttribute(one.Name.LocalName, Rounded(one)));
        var content = Content(element);
        return new XElement(element.Name.LocalName, attributes, content.Any(IsSomething) ? content : null);
    }

    // A group that says nothing of its look only held a word for listeners.
    private static IEnumerable<XElement> Bare(XElement element) =>
        element.Name == "g" && !element.HasAttributes ? element.Elements() : [element];

    private static bool IsSomething(object content) => content is not "";

    private static bool IsSuperfluous(XAttribute attribute)
    {
        var name = attribute.Name.LocalName;
        return name.StartsWith("data-", StringComparison.Ordinal)
            || (Defaults.Contains((name, attribute.Value))
                && !attribute.Parent!.Ancestors().Any(above => above.Attribute(name) is not null));
    }

    private static string Rounded(XAttribute attribute) => Places.Contains(attribute.Name.LocalName)
        ? Decimals().Replace(attribute.Value, match => Numbers.Whole((long)Math.Round(
            decimal.Parse(match.Value, CultureInfo.InvariantCulture), MidpointRounding.AwayFromZero)))
        : attribute.Value;

    /// <summary>Neighbours that look alike, in a group that says how.</summary>
    private static IEnumerable<XElement> Grouped(IReadOnlyList<XElement> elements)
    {
        for (var i = 0; i < elements.Count;)
        {
            var (name, look) = (elements[i].Name, LookOf(elements[i]));
            var alike = elements.Skip(i).TakeWhile(one => one.Name == name && IsMark(one) && LookOf(one) == look)
                .ToList();
            i += Math.Max(1, alike.Count);
            if (alike.Count < FewestInGroup || (look.Length == 0 && name != "path"))
            {
                foreach (var one in alike.Count == 0 ? [elements[i - 1]] : alike)
                    yield return one;
                continue;
            }

            yield return name == "path" ? Joined(alike) : GroupOf(alike);
        }
    }

    /// <summary>Shapes that look alike are one shape of several parts.</summary>
    private static XElement Joined(List<XElement> paths)
    {
        var all = new XElement(paths[0]);
        all.SetAttributeValue("d", string.Concat(paths.Select(path => path.Attribute("d")!.Value)));
        return all;
    }

    private static XElement GroupOf(List<XElement> marks)
    {
        var group = new XElement("g", marks[0].Attributes().Where(IsOfGroup));
        foreach (var mark in marks)
        {
            mark.Attributes().Where(IsOfGroup).Remove();
            group.Add(mark);
        }

        return group;
    }

    /// <summary>A curve with a dot on each of its points, as a curve that says what its dots are.</summary>
    private static IEnumerable<XElement> Dotted(IReadOnlyList<XElement> elements)
    {
        foreach (var (i, element) in elements.Index())
        {
            if (i > 0 && PointsOf(element) is { } points && elements[i - 1].Attribute("d")?.Value == points)
                continue;
            if (i + 1 == elements.Count || PointsOf(elements[i + 1]) is not { } own
                || element.Attribute("d")?.Value != own)
            {
                yield return element;
                continue;
            }

            yield return new XElement("defs", DotOf(elements[i + 1]));
            element.Add(Ends.Select(end => new XAttribute(end, $"url(#{Dot})")));
            yield return element;
        }
    }

    /// <summary>The path through the centres of circles; null of anything else.</summary>
    private static string? PointsOf(XElement group) =>
        group.Name == "g" && group.HasElements && group.Elements().All(one => one.Name == "circle")
            ? "M" + string.Join('L', group.Elements().Select(
                one => $"{one.Attribute("cx")!.Value} {one.Attribute("cy")!.Value}"))
            : null;

    private static XElement DotOf(XElement circles) => new(
        "marker", new XAttribute("id", Dot), new XAttribute("viewBox", "-12 -12 24 24"),
        new XAttribute("markerUnits", "userSpaceOnUse"), new XAttribute("markerWidth", "24"),
        new XAttribute("markerHeight", "24"),
        new XElement("circle", circles.Elements().First().Attribute("r"), circles.Attributes()));

    private static bool IsMark(XElement element) => !element.HasElements && element.Value.Length == 0;

    private static bool IsOfGroup(XAttribute attribute) => OfGroups.Contains(attribute.Name.LocalName);

    private static string LookOf(XElement element) =>
        string.Join(' ', element.Attributes().Where(IsOfGroup).Select(one => one.ToString()));

    [GeneratedRegex(@"-?\d+\.\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Decimals();
}
