using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;

namespace RgkCalibrator.Review;

/// <summary>A line of a draft as it went to the working group.</summary>
/// <param name="Product">Its product.</param>
/// <param name="Subgroup">The id of its subgroup; empty for a whole product.</param>
/// <param name="Label">What readers call the subgroup; empty for a whole product.</param>
/// <param name="Proposed">
/// What the data propose, or the norm on which the line rests; null where there is neither, or it may not be shown.
/// </param>
public sealed record DraftedLine(Product Product, string Subgroup, Wording Label, LineValue? Proposed)
{
    /// <summary>
    /// The share of trajectories inside the proposed volume and duration, 0 to 1, as it was released; null where it was
    /// not.
    /// </summary>
    public decimal? WithinBoth { get; init; }

    /// <summary>What the proposal rests on.</summary>
    public Basis Basis { get; init; }

    /// <summary>Whether the volume is for each care year.</summary>
    public bool IsPerCareYear { get; init; }

    /// <summary>
    /// Whether the working group is asked; where it is not, the line now in force stays unless somebody decides on it.
    /// </summary>
    public bool IsPresented { get; init; } = true;

    /// <summary>The line now in force; null where there is none.</summary>
    public CurrentLine? Current => Product.CurrentOf(Subgroup);
}
