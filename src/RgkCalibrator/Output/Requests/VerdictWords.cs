using RgkCalibrator.Requests;

namespace RgkCalibrator.Output.Requests;

/// <summary>The words of outcomes in tables.</summary>
internal static class VerdictWords
{
    internal static Wording NameOf(RequestVerdict verdict) => verdict switch
    {
        RequestVerdict.Inside => new("binnen de lijn", "inside the line"),
        RequestVerdict.BeyondVolume => new("boven het volume", "beyond the volume"),
        RequestVerdict.BeyondDuration => new("boven de duur", "beyond the duration"),
        RequestVerdict.BeyondBoth => new("boven volume en duur", "beyond volume and duration"),
        RequestVerdict.NoLine => new("geen lijn", "no line"),
        RequestVerdict.UnknownProduct => new("product onbekend", "product unknown"),
        RequestVerdict.FactMissing => new("gegeven ontbreekt", "something is missing"),
        RequestVerdict.Unreadable => new("niet te lezen", "unreadable"),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Unknown verdict."),
    };

    internal static Wording NameOf(ExtensionBasis basis) => basis switch
    {
        ExtensionBasis.Framework => new("dekking in het kader", "coverage in the framework"),
        ExtensionBasis.Packet => new("dekking in het pakket", "coverage in the packet"),
        ExtensionBasis.Percentile => new("percentiel van het kader", "percentile of the framework"),
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "Unknown basis."),
    };

    /// <summary>What can be done about a row without an outcome; null: nothing needs to be.</summary>
    internal static Wording? Remedy(CheckedRow row) => row switch
    {
        { Trouble: { } trouble } => trouble.InWords(),
        { Verdict: RequestVerdict.UnknownProduct } => new(
            "De catalogus kent deze productcode niet. Kijk de code na, of geef een andere catalogus.",
            "The catalogue does not know this product code. Check the code, or give another catalogue."),
        { Verdict: RequestVerdict.FactMissing, Answer: { } answer } => Missing(answer),
        { Verdict: RequestVerdict.NoLine } => new(
            "Het kader heeft voor deze zorg geen lijn.", "The framework has no line for this care."),
        _ => null,
    };

    private static Wording Missing(RequestAnswer answer)
    {
        var columns = string.Join(", ", answer.Deciding.Select(RequestWords.ColumnOf));
        return new(
            $"De lijn hangt af van een gegeven dat ontbreekt. Vul deze kolommen: {columns}.",
            $"The line depends on something that is missing. Fill in these columns: {columns}.");
    }
}
