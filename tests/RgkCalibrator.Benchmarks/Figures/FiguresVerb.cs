using System.Text;

namespace RgkCalibrator.Benchmarks.Figures;

/// <summary>Writes the figures.</summary>
internal static class FiguresVerb
{
    internal const string Word = "figures";

    internal static int Run(FigureOptions options)
    {
        Directory.CreateDirectory(options.Folder);
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var figures = Figure.All.SelectMany(_ => Enum.GetValues<Language>(), (figure, language) => (figure, language));
        foreach (var (figure, language) in figures)
        {
            var file = Path.Combine(options.Folder, figure.FileIn(language));
            File.WriteAllText(file, figure.Paint(language), encoding);
        }

        return 0;
    }
}
