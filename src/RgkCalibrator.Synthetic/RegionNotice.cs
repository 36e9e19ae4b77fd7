using System.Text.RegularExpressions;

namespace RgkCalibrator.Synthetic;

/// <summary>
/// The notice beside the files, which tells that nobody in them exists; the text is data/synthetic/notice.md.
/// </summary>
internal static class RegionNotice
{
    // What is said only of a region with dirt.
    private const string OfDirt = "<!-- dirt -->(?<text>.*?)<!-- /dirt -->";

    internal static string Text(SyntheticSettings settings, long lines) => Regex
        .Replace(
            RegionModel.Text("notice.md"),
            OfDirt,
            settings.Dirt is null ? "" : "${text}",
            RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)
        .Replace("{children}", Numbers.Whole(settings.Children), StringComparison.Ordinal)
        .Replace("{seed}", Numbers.Whole(settings.Seed), StringComparison.Ordinal)
        .Replace("{lines}", Numbers.Whole(lines), StringComparison.Ordinal)
        .Replace("{declarations}", Declarations(settings.Format), StringComparison.Ordinal);

    private static string Declarations(RegionFormat format) => format switch
    {
        RegionFormat.Parquet => "`declaraties-JJJJ.parquet`",
        RegionFormat.Csv => "`declaraties-JJJJ.csv`",
        RegionFormat.Mixed => "`declaraties-JJJJ`, als Parquet of als CSV, elk jaar anders",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
    };
}
