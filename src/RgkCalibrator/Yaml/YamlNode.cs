namespace RgkCalibrator.Yaml;

/// <summary>A piece of a YAML file; Line is where it begins, from 1.</summary>
internal abstract record YamlNode(int Line);

/// <summary>A single value, as it is written.</summary>
internal sealed record YamlText(int Line, string Text) : YamlNode(Line);

/// <summary>Values in order.</summary>
internal sealed record YamlList(int Line, IReadOnlyList<YamlNode> Items) : YamlNode(Line);

/// <summary>Keys with values; no key stands twice.</summary>
internal sealed record YamlMap(int Line, List<YamlEntry> Entries) : YamlNode(Line)
{
    private readonly Dictionary<string, YamlEntry> _byKey = new(StringComparer.Ordinal);

    /// <summary>The entry of a key; null where the key is not given.</summary>
    public YamlEntry? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>Adds an entry of a key that is not there yet.</summary>
    public void Add(YamlEntry entry)
    {
        _byKey.Add(entry.Key, entry);
        Entries.Add(entry);
    }
}

/// <summary>One key with its value; Line is the key's.</summary>
internal sealed record YamlEntry(int Line, string Key, YamlNode Value);
