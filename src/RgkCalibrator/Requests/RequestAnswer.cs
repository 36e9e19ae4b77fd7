using RgkCalibrator.Catalogue;
using RgkCalibrator.Review;

namespace RgkCalibrator.Requests;

/// <summary>A request beside one line that it may fall under.</summary>
/// <param name="Subgroup">The id of the subgroup; empty for a whole product.</param>
/// <param name="Label">What readers call it; empty for a whole product.</param>
/// <param name="Line">The line; null where there is none.</param>
/// <param name="Absence">Why there is none; null where there is one.</param>
public sealed record PossibleLine(string Subgroup, Wording Label, PublishedLine? Line, LineAbsence? Absence)
{
    /// <summary>The volume; null without a line, and where its unit is another one.</summary>
    public VolumeCheck? Volume { get; init; }

    /// <summary>The duration; null without a line.</summary>
    public DurationCheck? Duration { get; init; }

    /// <summary>What this line says of the request.</summary>
    public RequestVerdict Verdict => this switch
    {
        { Line: null } => RequestVerdict.NoLine,
        { Volume: null } => RequestVerdict.Unreadable,
        { Volume.Beyond: > 0, Duration.Beyond: > 0 } => RequestVerdict.BeyondBoth,
        { Volume.Beyond: > 0 } => RequestVerdict.BeyondVolume,
        { Duration.Beyond: > 0 } => RequestVerdict.BeyondDuration,
        _ => RequestVerdict.Inside,
    };
}

/// <summary>What a framework says of a request.</summary>
/// <param name="Request">The request.</param>
/// <param name="Product">Its product; null where the catalogue does not know it.</param>
/// <param name="Lines">The lines that it may fall under; empty for an unknown product.</param>
/// <param name="Deciding">What was not told and makes the difference between them.</param>
public sealed record RequestAnswer(
    CareRequest Request, Product? Product, IReadOnlyList<PossibleLine> Lines, IReadOnlyList<ConditionKind> Deciding)
{
    /// <summary>What all lines that it may fall under say alike; else what is in the way.</summary>
    public RequestVerdict Verdict
    {
        get
        {
            if (Product is null)
                return RequestVerdict.UnknownProduct;
            var verdicts = Lines.Select(line => line.Verdict).Distinct().ToList();
            return verdicts.Count == 1 ? verdicts[0] : RequestVerdict.FactMissing;
        }
    }

    /// <summary>The line; null where several are possible.</summary>
    public PossibleLine? Only => Lines.Count == 1 ? Lines[0] : null;
}
