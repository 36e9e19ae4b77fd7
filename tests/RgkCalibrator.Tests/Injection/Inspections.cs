using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using CsvHelper;
using RgkCalibrator.Output.Packets;
using RgkCalibrator.Output.Report;

namespace RgkCalibrator.Tests.Injection;

/// <summary>What a file holds that the program that opens it would obey, and that no file of ours has.</summary>
internal static partial class Inspections
{
    // All that our own pages and pictures are made of.
    private static readonly HashSet<string> Elements =
    [
        "html", "head", "meta", "title", "style", "body", "main", "header", "footer", "section", "nav", "div",
        "span", "p",
        "h1", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th",
        "td",
        "details", "summary", "strong", "code", "svg", "desc", "g", "rect", "line", "path", "polyline", "polygon",
        "circle",
        "text", "tspan", "defs", "clipPath", "pattern", "marker", "use",
        "article", "figure", "template", "label", "input", "select", "option", "output", "a", "b", "sup", "img",
    ];

    // A page of ours leads to nothing but itself and the charts beside it, and reacts to nothing but its own script.
    private static readonly HashSet<string> LivingAttributes =
        ["href", "src", "srcdoc", "action", "formaction", "data", "background", "poster", "ping", "manifest", "srcset"];

    private static readonly HashSet<string> ActiveElements =
        ["f", "hyperlink", "oleObject", "ddeLink", "instrText", "altChunk", "object"];

    private static readonly Dictionary<string, Func<byte[], IEnumerable<string>>> ByEnding = new()
    {
        [".html"] = Markup,
        [".svg"] = Markup,
        [".png"] = Picture,
        [".xlsx"] = Package,
        [".docx"] = Package,
        [".pptx"] = Package,
        [".csv"] = Table,
        [".md"] = Markdown,
        [".json"] = Document,
        [".txt"] = Terminal,
        // Columns of bytes with their lengths: nothing in them is obeyed.
        [".parquet"] = _ => [],
    };

    /// <summary>What is active in a file; nothing where all is well.</summary>
    /// <param name="ending">Its format, as the ending of a file: <c>.html</c>.</param>
    /// <param name="bytes">The file.</param>
    /// <exception cref="KeyNotFoundException">No one knows how to look at this format.</exception>
    public static IReadOnlyList<string> Of(string ending, byte[] bytes) => [.. ByEnding[ending](bytes)];

    private static string Utf8(byte[] bytes) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);

    private static XDocument Parsed(string text)
    {
        // Pages begin with <!DOCTYPE html>.
        using var reader = XmlReader.Create(
            new StringReader(text),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        return XDocument.Load(reader);
    }

    private static IEnumerable<string> Markup(byte[] bytes)
    {
        foreach (var element in Parsed(Utf8(bytes)).Descendants())
        {
            if (!Elements.Contains(element.Name.LocalName) && !IsOwnScript(element))
                yield return "element " + element.Name.LocalName;
            foreach (var trouble in element.Attributes().SelectMany(InAttribute))
                yield return trouble;
        }
    }

    private static IEnumerable<string> InAttribute(XAttribute attribute)
    {
        var (name, value) = (attribute.Name.LocalName, attribute.Value);
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || (LivingAttributes.Contains(name) && !OwnPlace().IsMatch(value)))
        {
            yield return $"attribute {name} of {attribute.Parent!.Name.LocalName}";
        }

        // A class, and the words for a listener, are texts.
        if (name is not ("class" or "aria-label") && value.Contains("url(", StringComparison.Ordinal)
            && !value.Contains("url(#", StringComparison.Ordinal))
        {
            yield return "link in " + name;
        }
    }

    private static bool IsOwnScript(XElement element) => element.Name.LocalName == "script"
        && element.Value == $"//{PageFrame.Resource("report.js")}//";

    [GeneratedRegex(@"^(#[\w-]+|[\w-]+\.(svg|png))$", RegexOptions.ExplicitCapture)]
    private static partial Regex OwnPlace();

    [GeneratedRegex(@"^'?\w+'?!\$[A-Z]+\$\d+(:\$[A-Z]+\$\d+)?$")]
    private static partial Regex OwnCells();

    // The bytes of pixels, and what says how to read them; no texts.
    private static IEnumerable<string> Picture(byte[] bytes) => PngChunk.In(bytes).Select(chunk => chunk.Type)
        .Except(["IHDR", "IDAT", "IEND", "sBIT"]).Select(type => "chunk " + type);

    private static IEnumerable<string> Package(byte[] bytes)
    {
        using var package = new ZipArchive(new MemoryStream(bytes));
        List<string> troubles = [];
        foreach (var part in package.Entries)
        {
            // The workbook of a chart is a package of its own.
            troubles.AddRange((part.FullName.EndsWith(".xlsx", StringComparison.Ordinal)
                ? Package(BytesOf(part))
                : XDocument.Load(new MemoryStream(BytesOf(part))).Descendants().SelectMany(InPart)).Select(trouble =>
                    $"{part.FullName}: {trouble}"));
            if (part.FullName.Contains("external", StringComparison.OrdinalIgnoreCase)
                || part.FullName.Contains("vba", StringComparison.OrdinalIgnoreCase))
            {
                troubles.Add("part " + part.FullName);
            }
        }

        return troubles;
    }

    private static byte[] BytesOf(ZipArchiveEntry part)
    {
        using var content = part.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static IEnumerable<string> InPart(XElement element)
    {
        if (IsActive(element))
            yield return "element " + element.Name.LocalName;
        if (element.Attribute("TargetMode")?.Value == "External")
            yield return "link outside";
        if (element.Name.LocalName == "c" && element.Attribute("t")?.Value is not (null or "s" or "inlineStr"))
            yield return $"cell of type {element.Attribute("t")!.Value}";
    }

    private static bool IsActive(XElement element) => element.Name.LocalName switch
    {
        // Print titles are names that Excel itself gives.
        "definedName" => !element.Attribute("name")!.Value.StartsWith("_xlnm.", StringComparison.Ordinal),
        // The number of the page is the one field that we write.
        "fldSimple" => element.Attributes().Single().Value != "PAGE",
        // In a chart it names the cells of its own workbook.
        "f" when element.Name.NamespaceName.EndsWith("/chart", StringComparison.Ordinal) =>
            !OwnCells().IsMatch(element.Value),
        var name => ActiveElements.Contains(name),
    };

    // OWASP, CSV Injection: a cell of text may not begin with one of these.
    private static IEnumerable<string> Table(byte[] bytes)
    {
        var text = Utf8(bytes).TrimStart('\uFEFF');
        var header = text[..Math.Max(0, text.IndexOf('\n', StringComparison.Ordinal))];
        using var reader = CsvReader.Create(
            new StringReader(text),
            new CsvReaderOptions
            {
                Separator = header.Contains(';', StringComparison.Ordinal) ? ';' : ',',
                HasHeader = false,
                IncludeValuesInExceptions = false,
            },
            false);
        var columns = 0;
        while (reader.Read())
        {
            var cells = reader.Current.ToArray();
            columns = columns == 0 ? cells.Length : columns;
            if (cells.Length != columns)
                yield return $"a row of {Numbers.Whole(cells.Length)} cells among rows of {Numbers.Whole(columns)}";
            foreach (var cell in cells.Where(IsFormula))
                yield return "formula " + Shown(cell);
        }
    }

    private static bool IsFormula(string cell) =>
        cell.TrimStart(' ') is [
            '=' or '+' or '-' or '@' or '\t' or '\r' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..]
            && !Number().IsMatch(cell);

    private static IEnumerable<string> Markdown(byte[] bytes)
    {
        var text = Utf8(bytes);
        foreach (Match live in LiveMarkdown().Matches(text))
            yield return "live " + Shown(live.Value);
        foreach (var control in Controls(text))
            yield return control;
        // Every row of a table has the cells of its header.
        foreach (var table in text.Split("\n\n").Where(block => block.StartsWith("| ", StringComparison.Ordinal)))
        {
            var rows = table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row =>
                Pipe().Count(row)).ToList();
            if (rows.Distinct().Count() > 1)
                yield return "a table whose rows differ";
        }
    }

    // The strict parser takes no bare quote or control sign; no page of ours holds JSON.
    private static IEnumerable<string> Document(byte[] bytes)
    {
        using var document = JsonDocument.Parse(Utf8(bytes));
        return document.RootElement.ValueKind == JsonValueKind.Object ? [] : ["no object"];
    }

    private static IEnumerable<string> Terminal(byte[] bytes) =>
        Controls(Utf8(bytes).Replace("\r\n", "\n", StringComparison.Ordinal));

    private static IEnumerable<string> Controls(string text) =>
        text.Where(letter =>
            (char.IsControl(letter) && letter != '\n') || Turning().IsMatch(letter.ToString())).Distinct()
            .Select(letter => "sign " + Shown(letter.ToString()));

    private static string Shown(string text) => JsonSerializer.Serialize(text.Length > 40 ? text[..40] : text);

    [GeneratedRegex(@"^([+-]?[\d.,\u00A0]+( ?%)?( [a-z]+)?|-+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    // Elements, links, images and code whose first sign is not escaped.
    [GeneratedRegex(
        @"(?<!\\)(<[A-Za-z/!?][^\n]{0,20}|!?\[[^\]\n]*(?<!\\)\]\([^\n]{0,20}|`)", RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex LiveMarkdown();

    [GeneratedRegex(@"(?<!\\)(\\\\)*\|", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pipe();

    [GeneratedRegex("[\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]", RegexOptions.None, 1000)]
    private static partial Regex Turning();
}
