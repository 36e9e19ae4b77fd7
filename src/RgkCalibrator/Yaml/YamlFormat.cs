using System.Globalization;

namespace RgkCalibrator.Yaml;

/// <summary>Reads a text; false when it does not have the format.</summary>
internal delegate bool ValueReader<T>(string text, out T value);

/// <summary>A format that a value must have.</summary>
/// <param name="Description">What to write, to follow 'Write'.</param>
/// <param name="Words">All texts that are possible; empty when there are too many to list.</param>
/// <param name="TryRead">Reads it, the same on every machine.</param>
internal sealed record YamlFormat<T>(Wording Description, IReadOnlyList<string> Words, ValueReader<T> TryRead)
{
    /// <summary>A format with too many possible texts to list them.</summary>
    public YamlFormat(string dutch, string english, ValueReader<T> tryRead)
        : this(new Wording(dutch, english), [], tryRead)
    {
    }
}

/// <summary>The formats that every settings file may use.</summary>
internal static class YamlFormat
{
    /// <summary>Any text but a blank one.</summary>
    public static YamlFormat<string> Text { get; } =
        new("een tekst", "a text", static (text, out value) => !string.IsNullOrWhiteSpace(value = text));

    /// <summary>true or false.</summary>
    public static YamlFormat<bool> YesNo { get; } = Choice(("true", true), ("false", false));

    /// <summary>A date like 2023-12-31; the example in the message is the caller's.</summary>
    public static YamlFormat<DateOnly> Day(string example) => new(
        $"een datum als {example}",
        $"a date like {example}",
        static (text, out day) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day));

    /// <summary>One of some words, as it is written.</summary>
    public static YamlFormat<string> Word(params string[] words) =>
        new(OneOfTheWords, words, (text, out value) => words.Contains(value = text));

    /// <summary>One of some words, each of which stands for a value.</summary>
    public static YamlFormat<T> Choice<T>(params (string Word, T Value)[] choices)
    {
        // Not with LINQ: over pairs of any type it is compiled while the program starts.
        var words = new string[choices.Length];
        for (var i = 0; i < words.Length; i++)
            words[i] = choices[i].Word;
        return new(OneOfTheWords, words, (text, out value) =>
        {
            var at = Array.IndexOf(words, text);
            value = choices[Math.Max(at, 0)].Value;
            return at >= 0;
        });
    }

    private static Wording OneOfTheWords => new("een van de woorden", "one of the words");
}
