namespace RgkCalibrator.Output.Charts;

/// <summary>The layout that all charts share: a sheet of 1920×1080 with the title above and the source below.</summary>
internal static class ChartFrame
{
    public const double Width = 1920;
    public const double Height = 1080;

    /// <summary>White at the left and right of everything.</summary>
    public const double Margin = 80;

    /// <summary>Where the margin at the right begins.</summary>
    public const double Right = Width - Margin;

    /// <summary>The width between the margins.</summary>
    public const double Room = Right - Margin;

    /// <summary>Where the chart proper begins below a title of two lines.</summary>
    public const double Top = 176;

    private const double FirstBaseline = 84;
    private const double TitlePitch = 52;
    private const double LastBaseline = Height - 40;
    private const double FooterAir = 12;
    private const int LinesOfFooter = 3;
    private const int LinesOfTitle = 2;

    private static readonly TextStyle[] Titles = [new(44, Bold: true), new(38, Bold: true), new(34, Bold: true)];

    /// <summary>The title in the largest size in which it fits; the smallest may cut it.</summary>
    public static (TextStyle Style, IReadOnlyList<PlacedText> Lines) TitleOf(ChartCaption caption)
    {
        var style = Array.Find(Titles, size => size.Wrap(caption.Title, Room, LinesOfTitle + 1).Count <= LinesOfTitle)
            ?? Titles[^1];
        var lines = style.Balance(caption.Title, Room, LinesOfTitle);
        return (style, [.. PlacedText.Below(lines, Margin, FirstBaseline, TitlePitch)]);
    }

    /// <summary>The lines at the bottom of the sheet.</summary>
    public static IEnumerable<PlacedText> FooterOf(ChartCaption caption)
    {
        var (lines, pitch) = (FooterLines(caption), TextStyle.Normal.Pitch);
        return PlacedText.Below(lines, Margin, LastBaseline - (pitch * (lines.Count - 1)), pitch);
    }

    /// <summary>Where the chart proper begins below this title.</summary>
    public static double TopOf(ChartCaption caption) =>
        Top - ((LinesOfTitle - TitleOf(caption).Lines.Count) * TitlePitch);

    /// <summary>Where the chart proper ends, above its footer.</summary>
    public static double BottomOf(ChartCaption caption) =>
        LastBaseline - (TextStyle.Normal.Pitch * FooterLines(caption).Count) - FooterAir;

    private static IReadOnlyList<string> FooterLines(ChartCaption caption) =>
        TextStyle.Normal.Balance(caption.Footer, Room, LinesOfFooter);
}
