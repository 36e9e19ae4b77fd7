using RgkCalibrator.Cli.Options;
using RgkCalibrator.Synthetic;

namespace RgkCalibrator.Cli.Commands;

/// <summary>A synthetic region into a folder.</summary>
internal static class GenerateCommand
{
    public static void Run(GenerateOptions options, Screen screen, CancellationToken stop)
    {
        var folder = Choices.Output(options.Out);
        Tell(folder, screen, Write(folder, options, screen, stop));
    }

    /// <summary>Writes a region and says what is going on.</summary>
    public static SyntheticFiles Write(string folder, RegionOptions options, Screen screen, CancellationToken stop) =>
        Watch.Work(
            screen,
            new Wording("Declaraties verzinnen…", "Making up declarations…"),
            () => SyntheticRegion.Write(folder, options.Settings(), stop));

    /// <summary>Tells where the region stands and how large it is.</summary>
    public static void Tell(string folder, Screen screen, SyntheticFiles files)
    {
        screen.Tell(new($"Geschreven: {folder}", $"Written: {folder}"));
        var (lines, children) = (screen.Number(files.Lines), screen.Number(files.Settings.Children));
        screen.Tell(new(
            $"Verzonnen: {lines} regels, van {children} kinderen die niet bestaan.",
            $"Made up: {lines} lines, of {children} children who do not exist."));
    }
}
