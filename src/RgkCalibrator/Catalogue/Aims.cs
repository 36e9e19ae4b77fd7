namespace RgkCalibrator.Catalogue;

/// <summary>What a region wants to reach.</summary>
/// <param name="Saving">What it aims to save in a year; null: it does not say.</param>
/// <param name="Children">The year to which the number of children is to go back; null: it does not say.</param>
/// <param name="Euros">The year to which the costs are to go back; null: it does not say.</param>
public sealed record Aims(Saving? Saving, int? Children, int? Euros)
{
    /// <summary>Of a region that does not say.</summary>
    public static Aims None { get; } = new(null, null, null);
}
