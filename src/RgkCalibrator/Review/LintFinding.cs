using RgkCalibrator.Catalogue;

namespace RgkCalibrator.Review;

/// <summary>Something in a framework that does not fit together.</summary>
/// <param name="Rule">The name of the rule that found it.</param>
/// <param name="Code">The product that it is about.</param>
/// <param name="Subgroup">The subgroup that it is about; empty for the whole product.</param>
/// <param name="Text">What does not fit, in a sentence.</param>
public sealed record LintFinding(string Rule, string Code, string Subgroup, Wording Text)
{
    /// <summary>What it is about, as commands and messages call it.</summary>
    public string Line => LineName.Of(Code, Subgroup);
}
