using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RgkCalibrator.Yaml;

/// <summary>
/// YAML as a tree that keeps line numbers. It knows no more of the language than settings need: one document, text keys
/// and no anchors, so that what stands in the file is what counts.
/// </summary>
internal static class YamlTree
{
    // A catalogue has eight levels, a mapping fewer; the tree is read by recursion.
    private const int Deepest = 18;

    /// <summary>The root of the only document.</summary>
    public static YamlNode Read(string text, YamlErrors errors)
    {
        RefuseTabs(text, errors);
        var parser = new Parser(new StringReader(text));
        try
        {
            return ReadDocument(parser, errors);
        }
        catch (YamlException trouble)
        {
            throw errors.InvalidYaml(Line(trouble.Start), trouble);
        }
        catch (Exception trouble) when (trouble is InvalidOperationException or ArgumentOutOfRangeException)
        {
            // YamlDotNet 18.1.0 throws these, without a place, for a brace that is never closed and for an escaped
            // letter that there is not: the last sound event is near.
            throw errors.InvalidYaml(Line(parser.Current?.End ?? Mark.Empty), trouble);
        }
    }

    // A tab looks like an indentation in an editor and is none in YAML; the parser's complaint points elsewhere.
    private static void RefuseTabs(string text, YamlErrors errors)
    {
        var line = 0;
        foreach (var row in text.EnumerateLines())
        {
            line++;
            if (row[..(row.Length - row.TrimStart().Length)].Contains('\t'))
                throw errors.Tab(line);
        }
    }

    private static YamlNode ReadDocument(Parser parser, YamlErrors errors)
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
            throw errors.Empty();
        var root = ReadNode(parser, errors, depth: 1);
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
            throw errors.InvalidYaml(Line(second.Start), null);
        return root is YamlText { Text: "" } ? throw errors.Empty() : root;
    }

    private static YamlNode ReadNode(Parser parser, YamlErrors errors, int depth)
    {
        var begin = parser.Consume<ParsingEvent>();
        var line = Line(begin.Start);
        if (depth > Deepest)
            throw errors.InvalidYaml(line, null);
        switch (begin)
        {
            case Scalar scalar:
                return new YamlText(line, scalar.Value);
            case SequenceStart:
                var items = new List<YamlNode>();
                while (!parser.TryConsume<SequenceEnd>(out _))
                    items.Add(ReadNode(parser, errors, depth + 1));
                return new YamlList(line, items);
            case MappingStart:
                var map = new YamlMap(line, []);
                while (!parser.TryConsume<MappingEnd>(out _))
                    map.Add(ReadEntry(parser, map, errors, depth + 1));
                return map;
            case AnchorAlias:
                throw errors.Alias(line);
            default:
                throw new InvalidOperationException("A node begins with another event.");
        }
    }

    private static YamlEntry ReadEntry(Parser parser, YamlMap map, YamlErrors errors, int depth)
    {
        var node = ReadNode(parser, errors, depth);
        var key = node as YamlText ?? throw errors.InvalidYaml(node.Line, null);
        return map.Find(key.Text) is { } earlier
            ? throw errors.DuplicateKey(key, earlier.Line)
            : new YamlEntry(key.Line, key.Text, ReadNode(parser, errors, depth));
    }

    private static int Line(Mark mark) => (int)mark.Line;
}
