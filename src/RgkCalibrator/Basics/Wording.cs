namespace RgkCalibrator.Basics;

/// <summary>The language of documents and messages.</summary>
public enum Language
{
    /// <summary>Dutch, the default.</summary>
    Dutch,

    /// <summary>English.</summary>
    English,
}

/// <summary>
/// One sentence in both languages, side by side, so that neither is forgotten when the other changes.
/// </summary>
public sealed record Wording(string Dutch, string English)
{
    /// <summary>A text that is the same in both languages: a name, a code, a number.</summary>
    public static Wording Same(string text) => new(text, text);

    /// <summary>The sentence in one language.</summary>
    public string In(Language language) => language switch
    {
        Language.Dutch => Dutch,
        Language.English => English,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Unknown language."),
    };
}
