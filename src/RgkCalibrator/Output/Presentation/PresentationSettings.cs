using RgkCalibrator.Output.Formats.Pptx;

namespace RgkCalibrator.Output.Presentation;

/// <summary>What <c>extern/presentatie.pptx</c> looks like, and what it is of.</summary>
public sealed record PresentationSettings
{
    /// <summary>Whose look it has; null: our own.</summary>
    public DeckTemplate? Template { get; init; }

    /// <summary>The codes of the products in it; none: all.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>Whether a product is in it.</summary>
    internal bool Holds(string code) => Products.Count == 0 || Products.Contains(code);
}
