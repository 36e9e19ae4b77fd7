using System.Text.RegularExpressions;

namespace RgkCalibrator.Output.Plots;

/// <summary>
/// Numbers the ids of a drawing anew, from 1 in the order in which they appear: Skia counts them over all that a
/// program draws, so that the second drawing of the same picture would be another text.
/// </summary>
internal static partial class SvgIds
{
    internal static string Renumbered(string svg)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        return Ids().Replace(svg, match =>
        {
            var id = match.Groups["id"].Value;
            if (!numbers.TryGetValue(id, out var renamed))
                numbers.Add(id, renamed = "n" + Numbers.Whole(numbers.Count + 1));
            return match.Groups["before"].Value + renamed;
        });
    }

    // In texts a quotation mark is escaped, so that none of them looks like an attribute.
    [GeneratedRegex(
        """(?<before>\bid="|url\(#|href="#)(?<id>\w+)""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Ids();
}
