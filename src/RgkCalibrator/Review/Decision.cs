using RgkCalibrator.Framework;

namespace RgkCalibrator.Review;

/// <summary>What can be decided on a line.</summary>
public enum DecisionKind
{
    /// <summary>The line becomes what was proposed.</summary>
    Adopt,

    /// <summary>The line gets another volume or duration.</summary>
    Adapt,

    /// <summary>The line now in force stays.</summary>
    Keep,

    /// <summary>There is no line any more.</summary>
    Drop,

    /// <summary>Nobody was asked, since there was too little to decide on: the line now in force stays.</summary>
    NotPresented,
}

/// <summary>A decision of the working group.</summary>
/// <param name="Kind">What was decided.</param>
/// <param name="Adopted">The line from now on; null where it is dropped.</param>
/// <param name="Reason">
/// Why; may be empty where the line becomes what was proposed, or stays where nothing was.
/// </param>
/// <param name="Outside">What falls outside the line, as typed; empty: what the catalogue says.</param>
/// <param name="DecidedBy">Who decided; empty where it is not said.</param>
/// <param name="Date">When; null where it is not said.</param>
public sealed record Decision(
    DecisionKind Kind, LineValue? Adopted, string Reason, string Outside, string DecidedBy, DateOnly? Date);

/// <summary>A line of a draft and what was decided on it.</summary>
public sealed record DecidedLine(DraftedLine Draft, Decision Decision);
