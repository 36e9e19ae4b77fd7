namespace RgkCalibrator.Output.Control;

/// <summary>Names files after providers, whose ids can be any text.</summary>
internal static class MirrorNames
{
    private const int Longest = 60;

    /// <summary>
    /// A name for each provider, without an ending: its id where that can be a name on every system, and no two differ
    /// by capitals alone; else what can be of it, with its number.
    /// </summary>
    internal static IReadOnlyList<string> Of(IReadOnlyList<string> providers)
    {
        var shared = providers.CountBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(one => one.Value > 1).Select(one => one.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. providers.Select((provider, i) => IsName(provider) && !shared.Contains(provider)
                ? $"spiegel-{provider}"
                : $"spiegel-{Kept(provider)}_{Numbers.Whole(i + 1)}"),
        ];
    }

    private static bool IsName(string provider) => provider.Length <= Longest && provider.All(IsKept);

    private static string Kept(string provider) =>
        string.Concat(provider.Take(Longest).Select(letter => IsKept(letter) ? letter : '-'));

    private static bool IsKept(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '-';
}
