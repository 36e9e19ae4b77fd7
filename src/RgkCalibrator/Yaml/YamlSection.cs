namespace RgkCalibrator.Yaml;

/// <summary>The keys of one block, all of them known, with their values in the forms that they need.</summary>
internal sealed class YamlSection
{
    private readonly YamlMap _map;
    private readonly YamlErrors _mistakes;

    /// <summary>The block at a node; <paramref name="name"/> is what a message calls it.</summary>
    public YamlSection(YamlNode node, string name, IReadOnlyList<string> known, YamlErrors mistakes)
    {
        _mistakes = mistakes;
        _map = node as YamlMap
            ?? throw mistakes.WrongShape(node.Line, name, new("een blok met sleutels", "a block with keys"));
        if (_map.Entries.FirstOrDefault(entry => !known.Contains(entry.Key)) is { } stranger)
            throw mistakes.UnknownKey(stranger, known);
    }

    /// <summary>Where it begins.</summary>
    public int Line => _map.Line;

    /// <summary>Whether the key is given.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>The line of a key; of the block when it is not given.</summary>
    public int LineOf(string key) => Find(key)?.Line ?? Line;

    /// <summary>A value that must be given.</summary>
    public T Value<T>(string key, YamlFormat<T> form) => Read(Required(key).Value, key, form);

    /// <summary>A value that may be left out.</summary>
    public T Value<T>(string key, YamlFormat<T> form, T whenAbsent) =>
        Find(key) is { } entry ? Read(entry.Value, key, form) : whenAbsent;

    /// <summary>One value, or a list of at least one; all in the same form.</summary>
    public IReadOnlyList<T> Values<T>(string key, YamlFormat<T> form) => Required(key).Value is YamlList list
        ? [.. Filled(list, key).Select(item => Read(item, key, form))]
        : [Value(key, form)];

    /// <summary>What stands under a key that must be given.</summary>
    public YamlNode Node(string key) => Required(key).Value;

    /// <summary>The nodes of a list of at least one; none when the key is not given.</summary>
    public IReadOnlyList<YamlNode> Items(string key) => Has(key) ? RequiredItems(key) : [];

    /// <summary>The nodes of a list of at least one, which must be given.</summary>
    public IReadOnlyList<YamlNode> RequiredItems(string key) => Required(key).Value switch
    {
        YamlList list => Filled(list, key),
        YamlText { Text: "" } => throw _mistakes.NoValue(LineOf(key), key),
        var other => throw _mistakes.WrongShape(other.Line, key, new("een lijst", "a list")),
    };

    private IReadOnlyList<YamlNode> Filled(YamlList list, string key) =>
        list.Items.Count > 0 ? list.Items : throw _mistakes.NoValue(LineOf(key), key);

    private YamlEntry? Find(string key) => _map.Entries.FirstOrDefault(entry => entry.Key == key);

    private YamlEntry Required(string key) => Find(key) ?? throw _mistakes.MissingKey(Line, key);

    private T Read<T>(YamlNode node, string key, YamlFormat<T> form)
    {
        if (node is not YamlText { Text: var text })
            throw _mistakes.WrongShape(node.Line, key, new("een enkele waarde", "a single value"));
        if (text.Length == 0)
            throw _mistakes.NoValue(node.Line, key);
        if (form.TryRead(text, out var value))
            return value;
        throw form.Words.Count > 0
            ? _mistakes.WrongWord(node.Line, key, text, form.Words)
            : _mistakes.WrongForm(node.Line, key, text, form.Form);
    }
}
