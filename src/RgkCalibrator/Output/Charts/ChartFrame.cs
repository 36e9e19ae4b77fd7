namespace RgkCalibrator.Output.Charts;

/// <summary>The layout that all charts share: a sheet of 1920×1080 with the title above and the notes below.</summary>
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
    public const double Top = 186;

    private const double FirstBaseline = 92;
    private const double TitlePitch = 50;
    private const double LastNote = Height - 42;
    private const double NotePitch = 28;
    private const int LinesOfNote = 2;
    private const int LinesOfTitle = 2;

    private static readonly TextStyle[] Titles = [new(40, Bold: true), new(34, Bold: true)];

    /// <summary>The title in the largest size in which it fits; the smallest may cut it.</summary>
    public static (TextStyle Style, IReadOnlyList<PlacedText> Lines) TitleOf(ChartCaption caption)
    {
        var style = Array.Find(Titles, size => size.Wrap(caption.Title, Room, LinesOfTitle + 1).Count <= LinesOfTitle)
            ?? Titles[^1];
        var lines = style.Balance(caption.Title, Room, LinesOfTitle);
        return (style, [.. PlacedText.Below(lines, Margin, FirstBaseline, TitlePitch)]);
    }

    /// <summary>The notes, the last one at the bottom of the sheet.</summary>
    public static IEnumerable<PlacedText> NotesOf(ChartCaption caption)
    {
        var lines = NoteLines(caption);
        return PlacedText.Below(lines, Margin, LastNote - (NotePitch * (lines.Count - 1)), NotePitch);
    }

    /// <summary>Where the chart proper begins below this title.</summary>
    public static double TopOf(ChartCaption caption) =>
        Top - ((LinesOfTitle - TitleOf(caption).Lines.Count) * TitlePitch);

    /// <summary>Where the chart proper ends, above these notes.</summary>
    public static double BottomOf(ChartCaption caption) => LastNote - (NotePitch * NoteLines(caption).Count) - 14;

    private static List<string> NoteLines(ChartCaption caption) =>
        [.. caption.Notes.SelectMany(note => TextStyle.Small.Wrap(note, Room, LinesOfNote))];
}
