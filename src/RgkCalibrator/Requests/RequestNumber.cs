using System.Globalization;
using System.Text.RegularExpressions;
using RgkCalibrator.Catalogue;

namespace RgkCalibrator.Requests;

/// <summary>A volume as people write it.</summary>
public static partial class RequestNumber
{
    private const int MostMilliseconds = 1000;

    /// <summary>
    /// Reads <c>60</c>, <c>60,5</c>, <c>60.5</c>, <c>1.234,5</c> and <c>1,234.5</c>. Of <c>1.234</c> nobody can tell
    /// whether it is more than a thousand: it is not read.
    /// </summary>
    /// <returns>False for anything else, for 0, and for more than a million.</returns>
    public static bool TryRead(string text, out decimal number)
    {
        var bare = text.Trim();
        number = 0;
        return Form().IsMatch(bare) && !IsDoubtful(bare)
            && decimal.TryParse(
                WithPoint(bare), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
            && number is > 0 and <= CatalogueFormats.LargestVolume;
    }

    /// <summary>Whether a text is a number that can be read in two ways: 1.234.</summary>
    public static bool IsDoubtful(string text) => Doubtful().IsMatch(text.Trim());

    // The last of the marks is that of the decimals.
    private static string WithPoint(string text)
    {
        var mark = text.LastIndexOfAny([',', '.']);
        return mark < 0
            ? text
            : text[..mark].Replace(",", null, StringComparison.Ordinal).Replace(".", null, StringComparison.Ordinal)
                + "." + text[(mark + 1)..];
    }

    [GeneratedRegex(
        @"^([0-9]{1,9}([,.][0-9]{1,15})?|[0-9]{1,3}(\.[0-9]{3})+,[0-9]{1,6}|[0-9]{1,3}(,[0-9]{3})+\.[0-9]{1,6})$",
        RegexOptions.ExplicitCapture, MostMilliseconds)]
    private static partial Regex Form();

    [GeneratedRegex(@"^[1-9][0-9]{0,2}[,.][0-9]{3}$", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Doubtful();
}
