using ScottPlot;

namespace RgkCalibrator.Plots;

/// <summary>
/// Arial, or else Liberation Sans, whose letters are as wide: the font by which texts are measured. It is taken from its files, since ScottPlot's painter finds no
/// installed fonts on Linux and would paint no letters.
/// </summary>
internal static class PlotFont
{
    private static readonly (string Family, string[] Regular, string[] Bold)[] Known =
    [
        ("Arial", ["arial.ttf"], ["arialbd.ttf", "arial bold.ttf", "arial_bold.ttf"]),
        ("Liberation Sans", ["liberationsans-regular.ttf"], ["liberationsans-bold.ttf"]),
    ];

    // Deeper than any system puts fonts, and an end to folders that are linked in a circle.
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, MaxRecursionDepth = 5, IgnoreInaccessible = true };

    private static readonly Lazy<string> Loaded = new(() => Load(Folders()));

    /// <summary>The family, ready to be painted with.</summary>
    /// <exception cref="CalibrationException">Neither font is there, regular and bold.</exception>
    internal static string Name => Loaded.Value;

    /// <summary>Loads the font from these folders.</summary>
    /// <exception cref="CalibrationException">Neither font is there, regular and bold.</exception>
    internal static string Load(IReadOnlyList<string> folders)
    {
        var files = folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.ttf", Everywhere).Order(StringComparer.Ordinal))
            .ToLookup(file => Path.GetFileName(file), StringComparer.OrdinalIgnoreCase);
        foreach (var (family, regular, bold) in Known)
        {
            if (regular.SelectMany(name => files[name]).FirstOrDefault() is not { } light || bold.SelectMany(name => files[name]).FirstOrDefault() is not { } heavy)
                continue;
            Fonts.AddFontFile(family, light, bold: false, italic: false);
            Fonts.AddFontFile(family, heavy, bold: true, italic: false);
            return family;
        }

        throw Missing(folders);
    }

    private static IReadOnlyList<string> Folders()
    {
        var (home, local) = (Folder(Environment.SpecialFolder.UserProfile), Folder(Environment.SpecialFolder.LocalApplicationData));
        if (OperatingSystem.IsWindows())
            return [Folder(Environment.SpecialFolder.Fonts), Path.Combine(local, "Microsoft", "Windows", "Fonts")];
        if (OperatingSystem.IsMacOS())
            return ["/System/Library/Fonts", "/Library/Fonts", Path.Combine(home, "Library", "Fonts")];
        return ["/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(local, "fonts"), Path.Combine(home, ".fonts")];
    }

    private static string Folder(Environment.SpecialFolder folder) => Environment.GetFolderPath(folder);

    private static CalibrationException Missing(IReadOnlyList<string> folders) => new(
        ExitCode.Files,
        new Wording(
            "Voor vertrouwelijke grafieken is het lettertype Arial of Liberation Sans nodig; geen van beide is gevonden.",
            "Restricted pictures need the font Arial or Liberation Sans; neither was found."),
        string.Join(", ", folders),
        new Wording(
            "Installeer er een (op Debian en Ubuntu: apt-get install fonts-liberation), of laat --plots weg.",
            "Install one (on Debian and Ubuntu: apt-get install fonts-liberation), or leave --plots out."));
}
