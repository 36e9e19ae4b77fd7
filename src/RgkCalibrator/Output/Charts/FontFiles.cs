using SkiaSharp;

namespace RgkCalibrator.Output.Charts;

/// <summary>
/// The files of Arial, or else of Liberation Sans, whose letters are as wide: the font by which texts are measured.
/// Pictures are painted with it from its files, since Skia finds no installed fonts on Linux.
/// </summary>
/// <param name="Family">Its name.</param>
/// <param name="Regular">The file of its regular letters.</param>
/// <param name="Bold">The file of its bold letters.</param>
internal sealed record FontFiles(string Family, string Regular, string Bold)
{
    private static readonly (string Family, string[] Regular, string[] Bold)[] Known =
    [
        ("Arial", ["Arial.ttf"], ["Arialbd.ttf", "Arial Bold.ttf", "Arial_Bold.ttf"]),
        ("Liberation Sans", ["LiberationSans-Regular.ttf"], ["LiberationSans-Bold.ttf"]),
    ];

    // Deeper than any system puts fonts, and an end to folders that are linked in a circle.
    private static readonly EnumerationOptions Everywhere =
        new() { RecurseSubdirectories = true, MaxRecursionDepth = 5, IgnoreInaccessible = true };

    /// <summary>The folders in which the system and its user keep fonts.</summary>
    internal static IReadOnlyList<string> Folders()
    {
        var home = Folder(Environment.SpecialFolder.UserProfile);
        var local = Folder(Environment.SpecialFolder.LocalApplicationData);
        if (OperatingSystem.IsWindows())
            return [Folder(Environment.SpecialFolder.Fonts), Path.Combine(local, "Microsoft", "Windows", "Fonts")];
        if (OperatingSystem.IsMacOS())
            return ["/System/Library/Fonts", "/Library/Fonts", Path.Combine(home, "Library", "Fonts")];
        string[] own = [Path.Combine(local, "fonts"), Path.Combine(home, ".fonts")];
        return ["/usr/share/fonts", "/usr/local/share/fonts", .. own];
    }

    /// <summary>The font in these folders.</summary>
    /// <param name="folders">Where to look.</param>
    /// <param name="without">What the user can do instead of installing a font: "choose …".</param>
    /// <exception cref="CalibrationException">None of the two is there, regular and bold.</exception>
    internal static FontFiles In(IReadOnlyList<string> folders, Wording without)
    {
        var files = folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.ttf", Everywhere).Order(StringComparer.Ordinal))
            .ToLookup(file => Path.GetFileName(file), StringComparer.OrdinalIgnoreCase);
        foreach (var (family, regular, bold) in Known)
        {
            if (FileOf(family, regular, files) is { } light && FileOf(family, bold, files) is { } heavy)
                return new FontFiles(family, light, heavy);
        }

        throw Missing(folders, without);
    }

    private static string Folder(Environment.SpecialFolder folder) => Environment.GetFolderPath(folder);

    private static string? FileOf(string family, string[] names, ILookup<string, string> files) =>
        names.SelectMany(name => files[name]).FirstOrDefault(file => Holds(file, family));

    /// <summary>A file may bear the name of a font and hold another, or none.</summary>
    private static bool Holds(string file, string family)
    {
        using var face = SKTypeface.FromFile(file);
        return face?.FamilyName == family;
    }

    private static CalibrationException Missing(IReadOnlyList<string> folders, Wording without) => new(
        ExitCode.Files,
        new Wording(
            "Voor deze grafieken is het lettertype Arial of Liberation Sans nodig; geen van beide is gevonden.",
            "These charts need the font Arial or Liberation Sans; neither was found."),
        string.Join(", ", folders),
        new Wording(
            $"Installeer er een (op Debian en Ubuntu: apt-get install fonts-liberation), of {without.Dutch}",
            $"Install one (on Debian and Ubuntu: apt-get install fonts-liberation), or {without.English}"));
}
