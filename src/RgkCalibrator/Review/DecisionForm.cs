namespace RgkCalibrator.Review;

/// <summary>The columns in which the working group decides, as they stand in the workbook.</summary>
internal static class DecisionForm
{
    internal static readonly Wording Code = new("Code", "Code");
    internal static readonly Wording Subgroup = new("Subgroep", "Subgroup");
    internal static readonly Wording Volume = new("Volume", "Volume");
    internal static readonly Wording Duration = new("Duur", "Duration");
    internal static readonly Wording Decision = new("Besluit", "Decision");
    internal static readonly Wording AdoptedVolume = new("Vastgesteld volume", "Adopted volume");
    internal static readonly Wording AdoptedDuration = new("Vastgestelde duur", "Adopted duration");
    internal static readonly Wording Reason = new("Motivering", "Reason");
    internal static readonly Wording Outside = new("Buiten het kader", "Outside the framework");
    internal static readonly Wording DecidedBy = new("Besloten door", "Decided by");
    internal static readonly Wording Date = new("Datum", "Date");

    /// <summary>The columns to fill in.</summary>
    internal static readonly Wording[] Inputs =
        [Decision, AdoptedVolume, AdoptedDuration, Reason, Outside, DecidedBy, Date];

    /// <summary>What a reviewer can choose.</summary>
    internal static readonly DecisionKind[] Choices =
        [DecisionKind.Adopt, DecisionKind.Adapt, DecisionKind.Keep, DecisionKind.Drop];

    /// <summary>The longest text that a cell takes.</summary>
    internal const int LongestText = 1000;

    /// <summary>What a decision is called.</summary>
    internal static Wording Shown(this DecisionKind kind) => kind switch
    {
        DecisionKind.Adopt => new("overnemen", "adopt"),
        DecisionKind.Adapt => new("aanpassen", "adapt"),
        DecisionKind.Keep => new("bestaand houden", "keep current"),
        DecisionKind.Drop => new("vervallen", "drop"),
        DecisionKind.NotPresented => new("niet voorgelegd, bestaand blijft", "not presented, current stays"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown decision."),
    };
}
