using System.Text.RegularExpressions;

namespace RgkCalibrator.Synthetic;

/// <summary>The notice beside the files, of data/synthetic/notice.md: that nobody in them exists.</summary>
internal static class RegionNotice
{
    // What is said only of a region with dirt.
    private const string OfDirt = "<!-- dirt -->(.*?)<!-- /dirt -->";

    internal static string Text(SyntheticSettings settings, long lines) => Regex
        .Replace(
            RegionModel.Text("notice.md"),
            OfDirt,
            settings.Dirt is null ? "" : "$1",
            RegexOptions.Singleline | RegexOptions.NonBacktracking)
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
