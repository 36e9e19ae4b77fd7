using RgkCalibrator.Requests;
using RgkCalibrator.Review;

namespace RgkCalibrator.Output.Requests;

/// <summary>What a reader must know of a list that was laid beside a framework.</summary>
public static class RequestNotes
{
    /// <summary>The notes, a sentence or two each.</summary>
    /// <param name="isSynthetic">Whether the requests are made up.</param>
    /// <param name="framework">The framework.</param>
    public static IReadOnlyList<Wording> Of(bool isSynthetic, PublishedFramework framework)
    {
        var percentile = RequestSummary.PercentileOf(framework);
        var (dutch, english) = (
            Numbers.Shown((double)(100 - percentile), 1, Language.Dutch),
            Numbers.Shown((double)(100 - percentile), 1, Language.English));
        Wording[] notes =
        [
            new("Dit is geen besluit: elke aanvraag is naast het kader gelegd, en van de jeugdige is niets bekend.",
                "This is no decision: each request was laid beside the framework, and nothing is known of the child."),
            new("Van een volume per week, maand of dag telt het totaal over de aangevraagde duur: een jaar heeft 52 "
                    + "weken, een maand 52/12, en van een schooljaar tellen hoogstens 40 weken.",
                "Of a volume a week, month or day the total over the requested duration counts: a year has 52 weeks, a "
                    + "month 52/12, and of a school year at most 40 weeks count."),
            new("Met een eerste dag telt de kalender: een lijn van 12 maanden loopt tot en met de dag voor dezelfde "
                    + "datum een jaar later. Zonder eerste dag zijn ongelijke eenheden in weken vergeleken.",
                "With a first day the calendar counts: a line of 12 months runs to the day before the same date a year "
                    + "later. Without a first day unlike units are compared in weeks."),
            new("Verwachte verlengingen zijn alle aanvragen voor de lijn maal het deel van de trajecten dat boven de "
                    + "lijn uitkomt. Dat deel komt uit de vrijgegeven dekking (een dekking boven 90% telt als 90%), en "
                    + $"anders uit het percentiel van het kader: {dutch}%.",
                "Expected extensions are all requests for the line times the share of trajectories that go beyond it. "
                    + "That share is from the released coverage (a coverage above 90% counts as 90%), and else from "
                    + $"the percentile of the framework: {english}%."),
        ];
        return [.. OfMadeUp(isSynthetic, framework), .. notes];
    }

    /// <summary>What is said of a framework that rests on made-up data.</summary>
    public static Wording MadeUpFramework { get; } = new(
        "Dit kader rust op verzonnen gegevens: het zegt niets over echte zorg.",
        "This framework rests on made-up data: it tells nothing of real care.");

    private static IEnumerable<Wording> OfMadeUp(bool isSynthetic, PublishedFramework framework)
    {
        if (framework.IsSynthetic)
            yield return MadeUpFramework;
        if (isSynthetic)
        {
            yield return new(
                "Deze aanvragen zijn verzonnen: ze zeggen niets over echte zorg.",
                "These requests are made up: they tell nothing of real care.");
        }
    }
}
