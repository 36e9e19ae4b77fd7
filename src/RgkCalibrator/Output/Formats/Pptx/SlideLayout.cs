namespace RgkCalibrator.Output.Formats.Pptx;

/// <summary>What a layout leaves to the slides that have it.</summary>
/// <param name="Title">Where the title stands.</param>
/// <param name="Body">The room below it.</param>
internal sealed record SlideLayout(Frame Title, Frame Body)
{
    /// <summary>Of a presentation without a template.</summary>
    internal static SlideLayout Own { get; } = new(new(36, 18, 888, 68), new(36, 92, 888, 412))
    {
        NumberIndex = 12,
        IsWhite = true,
    };

    /// <summary>Of its first slide.</summary>
    internal static SlideLayout OwnCover { get; } = new(new(72, 150, 816, 110), new(72, 276, 816, 220))
    {
        TitleKind = "ctrTitle",
        IsWhite = true,
    };

    /// <summary>Whether slides are known to be white, so that texts can have colours.</summary>
    internal bool IsWhite { get; private init; }

    /// <summary>What the format calls the title of the first slide.</summary>
    internal string TitleKind { get; init; } = "title";

    /// <summary>The number by which a slide finds where its number is to stand; null: nowhere.</summary>
    internal int? NumberIndex { get; init; }

    internal bool HasNumber => NumberIndex is not null;
}

/// <summary>The room that a presentation gives its slides.</summary>
/// <param name="Cover">On the first.</param>
/// <param name="Usual">On all others.</param>
internal sealed record DeckRoom(SlideLayout Cover, SlideLayout Usual)
{
    /// <summary>Of a presentation without a template.</summary>
    internal static DeckRoom Own { get; } = new(SlideLayout.OwnCover, SlideLayout.Own);
}
