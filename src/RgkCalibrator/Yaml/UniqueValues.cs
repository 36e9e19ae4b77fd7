namespace RgkCalibrator.Yaml;

/// <summary>The values so far of a key whose values may not repeat, with the lines on which they stand.</summary>
internal sealed class UniqueValues(YamlErrors errors)
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <summary>Refuses a value that stood on an earlier line.</summary>
    /// <param name="key">The key, as the message calls it.</param>
    /// <param name="text">The value, as the message shows it.</param>
    /// <param name="line">Its line.</param>
    /// <param name="distinction">What makes it another value than an earlier one with the same text.</param>
    public void Add(string key, string text, int line, string distinction = "")
    {
        var value = text + distinction;
        if (!_lines.TryAdd(value, line))
            throw errors.Duplicate(key, line, text, _lines[value]);
    }

    /// <summary>The line on which a value stands; null: it does not occur.</summary>
    public int? LineOf(string text) => _lines.TryGetValue(text, out var line) ? line : null;
}
