namespace RgkCalibrator.Output.Formats.Pptx;

/// <summary>A presentation: slides of 960 × 540 points, which is 13.333 × 7.5 inch.</summary>
/// <param name="Title">In the properties of the file.</param>
/// <param name="Language">In which programs check the spelling.</param>
/// <param name="Slides">At least one.</param>
internal sealed record Deck(string Title, Language Language, IReadOnlyList<Slide> Slides);

/// <summary>A slide. No text on it is smaller than <see cref="SlideText.SmallestSize"/>.</summary>
/// <param name="Title">A sentence, where the layout has its title.</param>
/// <param name="Shapes">In the order in which a screen reader tells them.</param>
/// <param name="Notes">The paragraphs for the speaker.</param>
internal sealed record Slide(string Title, IReadOnlyList<SlideShape> Shapes, IReadOnlyList<string> Notes)
{
    /// <summary>The size of the title, in points.</summary>
    internal double TitleSize { get; init; } = 24;

    /// <summary>Whether it is the first slide, which has a layout of its own.</summary>
    internal bool IsCover { get; init; }
}

/// <summary>A place on a slide or within a chart, in points.</summary>
internal sealed record Frame(double Left, double Top, double Width, double Height)
{
    internal double Right => Left + Width;

    internal double Bottom => Top + Height;
}

/// <summary>Something on a slide.</summary>
/// <param name="Frame">Where.</param>
/// <param name="Name">What programs call it.</param>
internal abstract record SlideShape(Frame Frame, string Name);

/// <summary>Paragraphs.</summary>
internal sealed record SlideText(Frame Frame, string Name, IReadOnlyList<SlideParagraph> Paragraphs)
    : SlideShape(Frame, Name)
{
    /// <summary>No text is smaller, in points.</summary>
    internal const double SmallestSize = 14;
}

/// <summary>A paragraph.</summary>
internal sealed record SlideParagraph(string Text, double Size = SlideText.SmallestSize)
{
    /// <summary>The colour that the theme has for texts, which keeps apart from its background.</summary>
    internal const string ThemeColour = "tx1";

    internal bool IsBold { get; init; }

    /// <summary>As RRGGBB, or <see cref="ThemeColour"/>.</summary>
    internal string Colour { get; init; } = ThemeColour;

    internal TextSide Side { get; init; }

    /// <summary>The room below it, in points.</summary>
    internal double Air { get; init; }
}

/// <summary>Where lines of text are flush.</summary>
internal enum TextSide
{
    Left,
    Middle,
    Right,
}

/// <summary>A table; its first row is the heading, its first column names the rows.</summary>
/// <param name="Frame">Where; the height is shared out over the rows.</param>
/// <param name="Name">What programs call it.</param>
/// <param name="AltText">What it is, for those who do not see it.</param>
/// <param name="Widths">Of the columns, in parts of the whole.</param>
/// <param name="Rows">A cell for each column.</param>
internal sealed record SlideTable(
    Frame Frame, string Name, string AltText, IReadOnlyList<double> Widths, IReadOnlyList<IReadOnlyList<string>> Rows)
    : SlideShape(Frame, Name)
{
    /// <summary>The row that stands out; 0: none.</summary>
    internal int StrongRow { get; init; }
}

/// <summary>A chart that can be edited.</summary>
/// <param name="Frame">Where.</param>
/// <param name="Name">What programs call it.</param>
/// <param name="AltText">What it shows, for those who do not see it.</param>
/// <param name="Chart">The chart.</param>
internal sealed record SlideChart(Frame Frame, string Name, string AltText, NativeChart Chart)
    : SlideShape(Frame, Name);
