using System.Text;

namespace RgkCalibrator.Benchmarks.Figures;

/// <summary>Writes the figures.</summary>
internal static class FiguresVerb
{
    internal const string Word = "figures";

    internal static int Run(FigureOptions options)
    {
        Directory.CreateDirectory(options.Folder);
        foreach (var (figure, language) in from figure in Figure.All from language in new[] { Language.English, Language.Dutch } select (figure, language))
            File.WriteAllText(Path.Combine(options.Folder, figure.FileIn(language)), figure.Paint(language), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return 0;
    }
}
