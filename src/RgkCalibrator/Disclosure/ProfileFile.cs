using System.Globalization;
using RgkCalibrator.Yaml;

namespace RgkCalibrator.Disclosure;

/// <summary>
/// Reads a profile: a YAML file with what may be shown outside. A value that is left out keeps its default; one that
/// is looser needs an exception with a name, a reason and an end date. The first mistake is told with its line.
/// </summary>
public static class ProfileFile
{
    private const int LargestGroup = 1000;

    private static readonly DisclosureProfile Usual = new();

    // The values of a profile, and when more is shown with one than by default.
    private static readonly (string Name, Func<DisclosureProfile, bool> IsLooser)[] Settings =
    [
        ("smallestGroup", profile => profile.SmallestGroup < Usual.SmallestGroup),
        ("countRounding", profile => profile.CountRounding < Usual.CountRounding),
        ("bothPercentilesFrom", profile => profile.BothPercentilesFrom < Usual.BothPercentilesFrom),
        ("largestSameShare", profile => profile.LargestSameShare > Usual.LargestSameShare),
        ("bandFrom", profile => profile.BandFrom > Usual.BandFrom),
    ];

    private static readonly YamlFormat<int> Children = WholeFrom(3);
    private static readonly YamlFormat<int> Multiple = WholeFrom(1);

    private static readonly YamlFormat<double> Share = new(
        new("een deel van 0.5 tot en met 1, zoals 0.9", "a share from 0.5 to 1, such as 0.9"),
        [],
        static (text, out share) =>
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out share)
            && share is >= 0.5 and <= 1);

    private static readonly YamlFormat<DateOnly> Day = new(
        new("een datum als 2027-12-31", "a date like 2027-12-31"),
        [],
        static (text, out day) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day));

    private static readonly YamlFormat<string> Setting =
        YamlFormat.Choice([.. Settings.Select(setting => (setting.Name, setting.Name))]);

    /// <summary>The profile in a YAML file, in UTF-8.</summary>
    /// <exception cref="CalibrationException">The file cannot be read or holds a mistake.</exception>
    public static DisclosureProfile Read(string path) => Parse(YamlFile.Read(path, MistakesOf(path)), path);

    /// <summary>The profile in a text; <paramref name="file"/> is what messages call it.</summary>
    /// <exception cref="CalibrationException">The text holds a mistake.</exception>
    public static DisclosureProfile Parse(string text, string file)
    {
        var mistakes = MistakesOf(file);
        var root = new YamlSection(
            YamlTree.Read(text, mistakes),
            "disclosure",
            [.. Settings.Select(setting => setting.Name), "asOf", "exceptions"],
            mistakes);
        var profile = new DisclosureProfile(
            root.Value("smallestGroup", Children, Usual.SmallestGroup),
            root.Value("countRounding", Multiple, Usual.CountRounding),
            root.Value("bothPercentilesFrom", Children, Usual.BothPercentilesFrom),
            root.Value("largestSameShare", Share, Usual.LargestSameShare),
            root.Value("bandFrom", Share, Usual.BandFrom))
        {
            AsOf = root.Value("asOf", Day, DateOnly.MinValue) is var day && day > DateOnly.MinValue ? day : null,
            Exceptions = [.. root.Items("exceptions").Select(node => Exception(node, mistakes))],
        };
        Check(profile, root, mistakes);
        return profile;
    }

    private static YamlErrors MistakesOf(string file) =>
        new(
            file,
            new("onthullingsprofiel", "disclosure profile"),
            new("een sleutel als 'smallestGroup'", "a key such as 'smallestGroup'"));

    private static ProfileLoosening Exception(YamlNode node, YamlErrors mistakes)
    {
        var block = new YamlSection(node, "exceptions", ["setting", "name", "reason", "until"], mistakes);
        return new ProfileLoosening(
            block.Value("setting", Setting),
            block.Value("name", YamlFormat.Text),
            block.Value("reason", YamlFormat.Text),
            block.Value("until", Day));
    }

    private static void Check(DisclosureProfile profile, YamlSection root, YamlErrors mistakes)
    {
        // A group of the smallest size, and so every whole, must not be rounded to nothing.
        if (profile.CountRounding > profile.SmallestGroup)
            throw mistakes.RoundingTooCoarse(root.LineOf("countRounding"));
        if (profile.Exceptions.FirstOrDefault(exception => exception.Until < profile.AsOf) is { } ended)
            throw mistakes.EndedException(root.LineOf("exceptions"), ended.Setting);
        foreach (var (setting, isLooser) in Settings)
        {
            var exceptions = profile.Exceptions.Count(exception => exception.Setting == setting);
            if (isLooser(profile) && exceptions == 0)
                throw mistakes.NoException(root.LineOf(setting), setting);
            if (!isLooser(profile) && exceptions > 0)
                throw mistakes.IdleException(root.LineOf("exceptions"), setting);
            if (exceptions > 1)
                throw mistakes.SecondException(root.LineOf("exceptions"), setting);
        }
    }

    private static YamlFormat<int> WholeFrom(int least) => new(
        new("een geheel getal van " + Numbers.Whole(least) + " tot en met 1000",
            "a whole number from " + Numbers.Whole(least) + " to 1000"),
        [],
        (text, out number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && number >= least && number <= LargestGroup);
}
