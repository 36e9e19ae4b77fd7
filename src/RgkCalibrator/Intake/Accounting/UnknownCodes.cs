namespace RgkCalibrator.Intake.Accounting;

/// <summary>
/// Product codes that the catalogue does not have. A code is no personal data; but where columns are mixed up anything
/// can stand in its place. So only what looks like a code of the iJw list is named, and nothing where there are many.
/// </summary>
/// <param name="Named">Codes that can be shown, in ordinal order.</param>
/// <param name="Left">How many others there are.</param>
public sealed record UnknownCodes(IReadOnlyList<string> Named, int Left)
{
    // A code of the iJw list of products has five letters and digits.
    private const int CodeLength = 5;

    // The list of products has about as many codes in one category of care; more are no slips of a catalogue.
    private const int MostCodes = 20;

    /// <summary>No such codes.</summary>
    public static UnknownCodes None { get; } = new([], 0);

    /// <summary>How many there are.</summary>
    public int Count => Named.Count + Left;

    /// <summary>The codes, and how many others there are: <c>99X99, 99Y01 en nog 3</c>; empty without codes.</summary>
    public Wording Words()
    {
        var codes = string.Join(", ", Named);
        var left = Numbers.Whole(Left);
        return (Named.Count, Left) switch
        {
            (_, 0) => Wording.Same(codes),
            (0, _) => new($"{left}, niet genoemd", $"{left}, not named"),
            _ => new($"{codes} en nog {left}", $"{codes} and {left} more"),
        };
    }

    /// <summary>Parts codes by whether they can be shown.</summary>
    internal static UnknownCodes Of(IEnumerable<string> codes)
    {
        var all = codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        List<string> named = all.Count > MostCodes ? [] : [.. all.Where(IsLikeCode)];
        return new(named, all.Count - named.Count);
    }

    // As iJw codes are: 45C02. Names, initials and postcodes are not.
    private static bool IsLikeCode(string code) => code.Length == CodeLength && code.All(char.IsAsciiLetterOrDigit)
        && char.IsAsciiDigit(code[0]) && char.IsAsciiDigit(code[1]);
}
