namespace RgkCalibrator.Yaml;

/// <summary>
/// The keys of one block of a settings file, all of them known, with their values in the formats that they need.
/// </summary>
internal sealed class YamlSection
{
    private readonly YamlMap _map;

    /// <summary>The block at a node; <paramref name="name"/> is what a message calls it.</summary>
    public YamlSection(YamlNode node, string name, IReadOnlyList<string> known, YamlErrors errors)
    {
        Errors = errors;
        _map = node as YamlMap
            ?? throw errors.WrongShape(node.Line, name, new("een blok met sleutels", "a block with keys"));
        foreach (var entry in _map.Entries)
        {
            if (!known.Contains(entry.Key))
                throw errors.UnknownKey(entry, known);
        }
    }

    /// <summary>The errors of its file.</summary>
    public YamlErrors Errors { get; }

    /// <summary>Where it begins.</summary>
    public int Line => _map.Line;

    /// <summary>Whether the key is given.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>The line of a key; of the block when it is not given.</summary>
    public int LineOf(string key) => Find(key)?.Line ?? Line;

    /// <summary>A value that must be given.</summary>
    public T Value<T>(string key, YamlFormat<T> format) => Read(Node(key), key, format);

    /// <summary>A value that may be left out.</summary>
    public T Value<T>(string key, YamlFormat<T> format, T whenAbsent) =>
        Find(key) is { } entry ? Read(entry.Value, key, format) : whenAbsent;

    /// <summary>One value, or a list of at least one; all in the same format.</summary>
    public IReadOnlyList<T> Values<T>(string key, YamlFormat<T> format) => Node(key) is YamlList list
        ? [.. Filled(list, key).Select(item => Read(item, key, format))]
        : [Value(key, format)];

    /// <summary>What stands under a key that must be given.</summary>
    public YamlNode Node(string key) => Find(key)?.Value ?? throw Errors.MissingKey(Line, key);

    /// <summary>The block under a key that must be given.</summary>
    public YamlSection Section(string key, IReadOnlyList<string> known) => new(Node(key), key, known, Errors);

    /// <summary>The nodes of a list of at least one; none when the key is not given.</summary>
    public IReadOnlyList<YamlNode> Items(string key) => Has(key) ? RequiredItems(key) : [];

    /// <summary>The blocks of a list of at least one; none when the key is not given.</summary>
    public IEnumerable<YamlSection> Sections(string key, IReadOnlyList<string> known) =>
        Items(key).Select(node => new YamlSection(node, key, known, Errors));

    /// <summary>The nodes of a list of at least one, which must be given.</summary>
    public IReadOnlyList<YamlNode> RequiredItems(string key) => Node(key) switch
    {
        YamlList list => Filled(list, key),
        YamlText { Text: "" } => throw Errors.NoValue(LineOf(key), key),
        var other => throw Errors.WrongShape(other.Line, key, new("een lijst", "a list")),
    };

    private IReadOnlyList<YamlNode> Filled(YamlList list, string key) =>
        list.Items.Count > 0 ? list.Items : throw Errors.NoValue(LineOf(key), key);

    private YamlEntry? Find(string key) => _map.Find(key);

    private T Read<T>(YamlNode node, string key, YamlFormat<T> format)
    {
        if (node is not YamlText { Text: var text })
            throw Errors.WrongShape(node.Line, key, new("een enkele waarde", "a single value"));
        if (text.Length == 0)
            throw Errors.NoValue(node.Line, key);
        if (format.TryRead(text, out var value))
            return value;
        throw format.Words.Count > 0
            ? Errors.WrongWord(node.Line, key, text, format.Words)
            : Errors.WrongFormat(node.Line, key, text, format.Description);
    }
}
