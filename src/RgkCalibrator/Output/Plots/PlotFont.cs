using RgkCalibrator.Output.Charts;
using ScottPlot;

namespace RgkCalibrator.Output.Plots;

/// <summary>The font of restricted plots, handed to ScottPlot from its files.</summary>
internal static class PlotFont
{
    private static readonly Lazy<string> Loaded = new(() => Load(FontFiles.Folders()));

    /// <summary>The family, ready to be painted with.</summary>
    /// <exception cref="CalibrationException">Neither Arial nor Liberation Sans is there, regular and bold.</exception>
    internal static string Name => Loaded.Value;

    /// <summary>Loads the font from these folders.</summary>
    /// <exception cref="CalibrationException">Neither Arial nor Liberation Sans is there, regular and bold.</exception>
    internal static string Load(IReadOnlyList<string> folders)
    {
        var files = FontFiles.In(folders, new Wording("laat --plots weg.", "leave --plots out."));
        Fonts.AddFontFile(files.Family, files.Regular, bold: false, italic: false);
        Fonts.AddFontFile(files.Family, files.Bold, bold: true, italic: false);
        return files.Family;
    }
}
