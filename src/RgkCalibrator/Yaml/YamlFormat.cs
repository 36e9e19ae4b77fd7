namespace RgkCalibrator.Yaml;

/// <summary>Reads a text; false when it does not have the form.</summary>
internal delegate bool FormReader<T>(string text, out T value);

/// <summary>A form that a value must have.</summary>
/// <param name="Form">What to write, to follow 'Write'.</param>
/// <param name="Words">All texts that are possible; empty when there are too many to list.</param>
/// <param name="TryRead">Reads it, the same on every machine.</param>
internal sealed record YamlFormat<T>(Wording Form, IReadOnlyList<string> Words, FormReader<T> TryRead);

/// <summary>The forms that every settings file may use.</summary>
internal static class YamlFormat
{
    /// <summary>Any text but a blank one.</summary>
    public static YamlFormat<string> Text { get; } = new(new("een tekst", "a text"), [], TryText);

    /// <summary>true or false.</summary>
    public static YamlFormat<bool> YesNo { get; } = Choice(("true", true), ("false", false));

    /// <summary>One of some words.</summary>
    public static YamlFormat<T> Choice<T>(params (string Word, T Value)[] choices) => new(
        new("een van de woorden", "one of the words"),
        [.. choices.Select(choice => choice.Word)],
        (text, out value) =>
        {
            var at = Array.FindIndex(choices, choice => choice.Word == text);
            value = choices[Math.Max(at, 0)].Value;
            return at >= 0;
        });

    private static bool TryText(string text, out string value)
    {
        value = text;
        return !string.IsNullOrWhiteSpace(text);
    }
}
