using System.Globalization;
using RgkCalibrator.Yaml;

namespace RgkCalibrator.Disclosure;

/// <summary>
/// Reads a profile: a YAML file with what may be shown outside. What it leaves out is as by default; what it loosens needs an exception with a name,
/// a reason and an end date. The first mistake is told with its line.
/// </summary>
public static class ProfileFile
{
    private const int LargestGroup = 1000;
    private const int SmallestEver = 3;

    private static readonly DisclosureProfile Usual = new();
    private static readonly string[] Settings = ["smallestGroup", "countRounding", "bothPercentilesFrom", "largestSameShare", "bandFrom"];

    private static readonly YamlFormat<int> Children = new(
        new("een geheel getal van 3 tot en met 1000", "a whole number from 3 to 1000"),
        [],
        static (text, out number) => TryWhole(text, out number) && number is >= SmallestEver and <= LargestGroup);

    private static readonly YamlFormat<int> Multiple = new(
        new("een geheel getal van 1 tot en met 1000", "a whole number from 1 to 1000"),
        [],
        static (text, out number) => TryWhole(text, out number) && number is >= 1 and <= LargestGroup);

    private static readonly YamlFormat<double> Share = new(
        new("een deel van 0.5 tot en met 1, zoals 0.9", "a share from 0.5 to 1, such as 0.9"),
        [],
        static (text, out share) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out share) && share is >= 0.5 and <= 1);

    private static readonly YamlFormat<DateOnly> Day = YamlFormat.Day("2027-12-31");

    private static readonly YamlFormat<string> Setting = YamlFormat.Word(Settings);

    /// <summary>The profile in a YAML file, in UTF-8.</summary>
    /// <exception cref="CalibrationException">The file cannot be read or holds a mistake.</exception>
    public static DisclosureProfile Read(string path) => Parse(YamlFile.Read(path, MistakesOf(path)), path);

    /// <summary>The profile in a text; <paramref name="file"/> is what messages call it.</summary>
    /// <exception cref="CalibrationException">The text holds a mistake.</exception>
    public static DisclosureProfile Parse(string text, string file)
    {
        var mistakes = MistakesOf(file);
        var root = new YamlSection(YamlTree.Read(text, mistakes), "disclosure", [.. Settings, "exceptions"], mistakes);
        var profile = new DisclosureProfile(
            root.Value("smallestGroup", Children, Usual.SmallestGroup),
            root.Value("countRounding", Multiple, Usual.CountRounding),
            root.Value("bothPercentilesFrom", Children, Usual.BothPercentilesFrom),
            root.Value("largestSameShare", Share, Usual.LargestSameShare),
            root.Value("bandFrom", Share, Usual.BandFrom))
        {
            Exceptions = [.. root.Items("exceptions").Select(node => Exception(node, mistakes))],
        };
        Check(profile, root, mistakes);
        return profile;
    }

    private static YamlErrors MistakesOf(string file) =>
        new(file, new("onthullingsprofiel", "disclosure profile"), new("een sleutel als 'smallestGroup'", "a key such as 'smallestGroup'"));

    private static ProfileLoosening Exception(YamlNode node, YamlErrors mistakes)
    {
        var block = new YamlSection(node, "exceptions", ["setting", "name", "reason", "until"], mistakes);
        return new ProfileLoosening(
            block.Value("setting", Setting), block.Value("name", YamlFormat.Text), block.Value("reason", YamlFormat.Text), block.Value("until", Day));
    }

    private static void Check(DisclosureProfile profile, YamlSection root, YamlErrors mistakes)
    {
        // A group of the smallest size, and so every whole, must not be rounded to nothing.
        if (profile.CountRounding > profile.SmallestGroup)
            throw mistakes.RoundingTooCoarse(root.LineOf("countRounding"));
        foreach (var setting in Settings)
        {
            var exceptions = profile.Exceptions.Count(exception => exception.Setting == setting);
            if (Looser(profile).Contains(setting) ? exceptions == 0 : exceptions > 0)
                throw exceptions == 0 ? mistakes.NoException(root.LineOf(setting), setting) : mistakes.IdleException(root.LineOf("exceptions"), setting);
            if (exceptions > 1)
                throw mistakes.SecondException(root.LineOf("exceptions"), setting);
        }
    }

    /// <summary>The values with which more would be shown than by default.</summary>
    private static IEnumerable<string> Looser(DisclosureProfile profile)
    {
        bool[] isLooser =
        [
            profile.SmallestGroup < Usual.SmallestGroup,
            profile.CountRounding < Usual.CountRounding,
            profile.BothPercentilesFrom < Usual.BothPercentilesFrom,
            profile.LargestSameShare > Usual.LargestSameShare,
            profile.BandFrom > Usual.BandFrom,
        ];
        return Settings.Zip(isLooser).Where(pair => pair.Second).Select(pair => pair.First);
    }

    private static bool TryWhole(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
