using System.Text.RegularExpressions;

namespace RgkCalibrator.Synthetic;

/// <summary>
/// The notice beside the files, which tells that nobody in them exists; the text is data/synthetic/notice.md.
/// </summary>
internal static class RegionNotice
{
    internal static string Text(SyntheticSettings settings, long lines) =>
        Parted("after", settings.LastYear > SyntheticSettings.UsualLastYear, Parted(
            "dirt", settings.Dirt is not null, RegionModel.Text("notice.md")))
        .Replace("{children}", Numbers.Whole(settings.Children), StringComparison.Ordinal)
        .Replace("{seed}", Numbers.Whole(settings.Seed), StringComparison.Ordinal)
        .Replace("{lines}", Numbers.Whole(lines), StringComparison.Ordinal)
        .Replace("{last}", Numbers.Whole(settings.LastYear), StringComparison.Ordinal)
        .Replace("{declarations}", Declarations(settings.Format), StringComparison.Ordinal);

    // What is said only of some regions stands between marks.
    private static string Parted(string part, bool isSaid, string text) => Regex.Replace(
        text,
        $"<!-- {part} -->(?<text>.*?)<!-- /{part} -->",
        isSaid ? "${text}" : "",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    private static string Declarations(RegionFormat format) => format switch
    {
        RegionFormat.Parquet => "`declaraties-JJJJ.parquet`",
        RegionFormat.Csv => "`declaraties-JJJJ.csv`",
        RegionFormat.Mixed => "`declaraties-JJJJ`, als Parquet of als CSV, elk jaar anders",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
    };
}
