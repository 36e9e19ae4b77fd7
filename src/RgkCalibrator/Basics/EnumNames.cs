using System.Text.Json;

namespace RgkCalibrator.Basics;

/// <summary>The names of enum members in files: those of the code in lower case, with hyphens between words.</summary>
public static class EnumNames
{
    /// <summary>One member: <c>too-few</c> for <c>TooFew</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The enum has no such member.</exception>
    public static string NameInFiles<T>(this T member)
        where T : struct, Enum => Known<T>.Names.TryGetValue(member, out var name)
        ? name
        : throw new ArgumentOutOfRangeException(nameof(member), member, "Unknown member.");

    /// <summary>The flags that are set, in the given order and with spaces between.</summary>
    internal static string NamesInFiles<T>(this T flags, params IEnumerable<T> order)
        where T : struct, Enum => string.Join(' ', order.Where(flag => flags.HasFlag(flag)).Select(NameInFiles));

    private static class Known<T>
        where T : struct, Enum
    {
        // A rejected row asks for a name each: it is not made anew.
        internal static Dictionary<T, string> Names { get; } = Enum.GetValues<T>().Distinct()
            .ToDictionary(member => member, member => JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString()));
    }
}
