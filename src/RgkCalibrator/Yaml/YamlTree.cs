using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RgkCalibrator.Yaml;

/// <summary>
/// YAML as a tree that keeps line numbers. Of the language only what settings need: one document, text keys, no anchors,
/// so that what stands in the file is what counts.
/// </summary>
internal static class YamlTree
{
    // A catalogue has ten levels, the stream and the document included, a mapping fewer; the tree is read by recursion.
    private const int Deepest = 20;

    /// <summary>The root of the only document.</summary>
    public static YamlNode Read(string text, YamlErrors mistakes)
    {
        RefuseTabs(text, mistakes);
        return ReadDocument(Events(text, mistakes), mistakes);
    }

    private static Queue<ParsingEvent> Events(string text, YamlErrors mistakes)
    {
        var events = new Queue<ParsingEvent>();
        var (line, depth) = (1, 0);
        try
        {
            for (var parser = new Parser(new StringReader(text)); parser.MoveNext(); line = Line(parser.Current!.End))
            {
                depth += parser.Current!.NestingIncrease;
                if (depth > Deepest)
                    throw mistakes.InvalidYaml(line, null);
                events.Enqueue(parser.Current);
            }

            return events;
        }
        catch (YamlException trouble)
        {
            throw mistakes.InvalidYaml(Line(trouble.Start), trouble);
        }
        catch (InvalidOperationException trouble)
        {
            // What YamlDotNet 16.3.0 throws for a brace that is never closed, without a place: the last sound one is near.
            throw mistakes.InvalidYaml(line, trouble);
        }
    }

    // A tab looks like an indentation in an editor and is none in YAML; the parser's complaint points elsewhere.
    private static void RefuseTabs(string text, YamlErrors mistakes)
    {
        var line = 0;
        foreach (var row in text.EnumerateLines())
        {
            line++;
            if (row[..(row.Length - row.TrimStart().Length)].Contains('\t'))
                throw mistakes.Tab(line);
        }
    }

    private static YamlNode ReadDocument(Queue<ParsingEvent> events, YamlErrors mistakes)
    {
        events.Dequeue(); // the start of the stream
        if (events.Dequeue() is not DocumentStart)
            throw mistakes.Empty();
        var root = ReadNode(events, mistakes);
        events.Dequeue(); // the end of the document
        if (events.Dequeue() is DocumentStart second)
            throw mistakes.InvalidYaml(Line(second.Start), null);
        return root is YamlText { Text: "" } ? throw mistakes.Empty() : root;
    }

    private static YamlNode ReadNode(Queue<ParsingEvent> events, YamlErrors mistakes)
    {
        var begin = events.Dequeue();
        var line = Line(begin.Start);
        return begin switch
        {
            Scalar scalar => new YamlText(line, scalar.Value),
            SequenceStart => new YamlList(line, ReadItems(events, mistakes)),
            MappingStart => new YamlMap(line, ReadEntries(events, mistakes)),
            AnchorAlias => throw mistakes.Alias(line),
            _ => throw new InvalidOperationException("A node begins with another event."),
        };
    }

    private static List<YamlNode> ReadItems(Queue<ParsingEvent> events, YamlErrors mistakes)
    {
        var items = new List<YamlNode>();
        while (events.Peek() is not SequenceEnd)
            items.Add(ReadNode(events, mistakes));
        events.Dequeue();
        return items;
    }

    private static List<YamlEntry> ReadEntries(Queue<ParsingEvent> events, YamlErrors mistakes)
    {
        var entries = new List<YamlEntry>();
        while (events.Peek() is not MappingEnd)
        {
            var node = ReadNode(events, mistakes);
            var key = node as YamlText ?? throw mistakes.InvalidYaml(node.Line, null);
            if (entries.Find(entry => entry.Key == key.Text) is { } earlier)
                throw mistakes.DuplicateKey(key, earlier.Line);
            entries.Add(new YamlEntry(key.Line, key.Text, ReadNode(events, mistakes)));
        }

        events.Dequeue();
        return entries;
    }

    private static int Line(Mark mark) => (int)mark.Line;
}
