using System.Text;
using CommandLine;
using RgkCalibrator.Catalogue;

namespace RgkCalibrator.Benchmarks.Gallery;

/// <summary>Where the gallery goes.</summary>
internal sealed record GalleryOptions
{
    [Option("document", Default = "docs/charts.md", HelpText = "The page; its charts stand in a folder of its name.")]
    public string Document { get; init; } = string.Empty;
}

/// <summary>
/// Derives a draft from made-up declarations of every kind of group, and shows each of its charts on a page.
/// </summary>
internal static class GalleryVerb
{
    internal const string Word = "gallery";

    private static readonly IReadOnlyList<(string Kind, string Heading)> Kinds =
    [
        ("volume", "Histogram of the volume"),
        ("duur", "Histogram of the duration"),
        ("verdeling-volume", "Cumulative curve of the volume"),
        ("verdeling-duur", "Cumulative curve of the duration"),
        ("samen", "Volume and duration together"),
        ("verloop", "The intensity in the course of trajectories"),
        ("jaren", "The share above the line by start year"),
        ("jaarpercentiel", "The percentile of the volume by start year"),
        ("aanbieders", "The share above the line by provider"),
        ("subgroepen", "Subgroups as boxes"),
        ("marges", "Subgroups with their intervals"),
        ("vergelijking", "Both percentiles"),
        ("kader", "The framework in force beside the proposal"),
    ];

    internal static int Run(GalleryOptions options)
    {
        var work = Directory.CreateTempSubdirectory("galerij");
        try
        {
            var (input, packet) = (
                Path.Combine(work.FullName, "galerij.csv"), Path.Combine(work.FullName, "pakket"));
            GalleryDeclarations.Write(input);
            var settings = new CalibrationSettings(CatalogueFile.Parse(Catalogue(), "galerij.yaml"));
            Calibration.Derive([input], packet, settings, RunSettings.Default);
            Write(options.Document, Path.Combine(packet, "extern", "grafieken"));
        }
        finally
        {
            work.Delete(recursive: true);
        }

        return 0;
    }

    private static string Catalogue()
    {
        using var stream = typeof(GalleryVerb).Assembly.GetManifestResourceStream("galerij.yaml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static void Write(string document, string charts)
    {
        var folder = Path.ChangeExtension(document, null);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        var files = Directory.EnumerateFiles(charts, "*.svg").Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal).ToList();
        files.ForEach(file => File.Copy(Path.Combine(charts, file), Path.Combine(folder, file)));
        File.WriteAllText(document, Page(Path.GetFileName(folder), files), new UTF8Encoding(false));
    }

    private static string Page(string folder, IReadOnlyList<string> files)
    {
        var page = new StringBuilder(
            """
            # Every chart, of every kind of group

            The charts that may leave, of made-up declarations: an ordinary group, a tiny one, a skewed one, one with
            many equal values, one that is not shown, and groups that share their duration. The command that makes this
            page stands in CONTRIBUTING.md. All texts are Dutch, as in a region.

            """.ReplaceLineEndings("\n"));
        foreach (var (kind, heading) in Kinds)
        {
            page.Append("\n## ").Append(heading).Append('\n');
            var ofKind = files.Where(file => IsOf(file, kind)).ToList();
            foreach (var group in GalleryGroup.All)
            {
                var ofGroup = ofKind.Where(file => file.Contains(group.Code, StringComparison.Ordinal));
                page.AppendJoin(string.Empty, ofGroup.Select(file => Image($"{heading}, {group.Name}", folder, file)));
            }

            var ofAll = ofKind.Where(file => GalleryGroup.All.All(group =>
                !file.Contains(group.Code, StringComparison.Ordinal)));
            page.AppendJoin(string.Empty, ofAll.Select(file => Image(heading, folder, file)));
        }

        return page.ToString();
    }

    private static string Image(string name, string folder, string file) => $"\n![{name}]({folder}/{file})\n";

    // 'volume-90A01' is of the kind volume, 'verdeling-volume-90A01' is not.
    private static bool IsOf(string file, string kind) => file.StartsWith(kind + "-", StringComparison.Ordinal);
}
