using RgkCalibrator.Framework;
using RgkCalibrator.Requests;

namespace RgkCalibrator.Output.Requests;

/// <summary>What is said of a request beside one line: volume, duration, intensity and outcome.</summary>
internal static class LineSentences
{
    /// <summary>The outcome in one sentence.</summary>
    internal static Wording Outcome(RequestVerdict verdict) => verdict switch
    {
        RequestVerdict.Inside => new("de aanvraag valt binnen de lijn", "the request is inside the line"),
        RequestVerdict.BeyondVolume => new(
            "de aanvraag gaat boven het volume van de lijn uit, en blijft binnen de duur",
            "the request is beyond the volume of the line, and inside its duration"),
        RequestVerdict.BeyondDuration => new(
            "de aanvraag duurt langer dan de lijn, en blijft binnen het volume",
            "the request is beyond the duration of the line, and inside its volume"),
        RequestVerdict.BeyondBoth => new(
            "de aanvraag gaat boven het volume van de lijn uit, en duurt langer",
            "the request is beyond the volume and beyond the duration of the line"),
        RequestVerdict.NoLine => new("er is geen lijn", "there is no line"),
        RequestVerdict.FactMissing => new(
            "nog niet te zeggen, want de mogelijke lijnen geven niet hetzelfde antwoord",
            "not to be told yet, since the possible lines do not give the same answer"),
        RequestVerdict.Unreadable => new(
            "niet te zeggen, want de eenheid van de aanvraag is niet die van de lijn",
            "not to be told, since the unit of the request is not that of the line"),
        RequestVerdict.UnknownProduct => new(
            "de catalogus kent dit product niet", "the catalogue does not know this product"),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Unknown verdict."),
    };

    /// <summary>The volume beside that of the line, which may be for a school year.</summary>
    internal static IEnumerable<Wording> Volume(CareRequest request, VolumeCheck volume, bool isOfSchoolYear)
    {
        var (asked, limit, beyond) = (
            RequestWords.Amount(volume.Requested, volume.Unit, volume.Limit),
            RequestWords.Amount(volume.Limit, volume.Unit), RequestWords.Amount(volume.Beyond, volume.Unit));
        if (request.Volume.Frequency != VolumeFrequency.Total)
        {
            yield return new(
                $"Volume: over de hele duur telt de aanvraag als {asked.Dutch}. Een jaar heeft daarbij 52 weken en een "
                    + $"maand 52/12{(isOfSchoolYear ? ", en van een schooljaar tellen hoogstens 40 weken" : null)}.",
                $"Volume: over the whole duration the request counts as {asked.English}. A year has 52 weeks in this, "
                    + $"and a month 52/12{(isOfSchoolYear ? "; of a school year at most 40 weeks count" : null)}.");
        }

        if (volume.IsOfOneYear)
        {
            yield return new(
                $"Volume: de lijn geldt per zorgjaar. Naar rato valt in een jaar {asked.Dutch} van de aanvraag.",
                $"Volume: the line is for a care year. Evenly spread, a year has {asked.English} of the request.");
        }

        var percent = RequestWords.Percent(volume.BeyondShare);
        yield return volume switch
        {
            { Beyond: > 0 } => new(
                $"Volume: {asked.Dutch} is {beyond.Dutch} meer dan de {limit.Dutch} van de lijn ({percent.Dutch} "
                    + "meer).",
                $"Volume: {asked.English} is {beyond.English} more than the {limit.English} of the line "
                    + $"({percent.English} more)."),
            _ when volume.Requested == volume.Limit => new(
                $"Volume: {asked.Dutch} is precies het volume van de lijn.",
                $"Volume: {asked.English} is exactly the volume of the line."),
            _ => new(
                $"Volume: {asked.Dutch} valt binnen de {limit.Dutch} van de lijn.",
                $"Volume: {asked.English} is within the {limit.English} of the line."),
        };
    }

    /// <summary>The duration beside that of the line.</summary>
    internal static IEnumerable<Wording> Duration(CareRequest request, DurationCheck duration)
    {
        var (limit, beyond, percent) = (
            RequestWords.Definite(duration.Limit), RequestWords.Excess(duration),
            RequestWords.Percent(duration.BeyondShare));
        if (duration.LastDay is { } last)
        {
            limit = duration.Limit.InSentence();
            var (dutch, english) = (Numbers.Date(last, Language.Dutch), Numbers.Date(last, Language.English));
            yield return duration.Beyond > 0
                ? new($"Duur: vanaf de eerste dag loopt de lijn ({limit.Dutch}) tot en met {dutch}; de aanvraag gaat "
                        + $"{beyond.Dutch} langer door ({percent.Dutch} langer).",
                    $"Duration: from the first day the line ({limit.English}) runs to {english}; the request goes on "
                        + $"for {beyond.English} more ({percent.English} longer).")
                : new($"Duur: vanaf de eerste dag loopt de lijn ({limit.Dutch}) tot en met {dutch}; de aanvraag valt "
                        + "daarbinnen.",
                    $"Duration: from the first day the line ({limit.English}) runs to {english}; the request is within "
                        + "that.");
            yield break;
        }

        var asked = request.Duration.Step!;
        var shown = asked.InSentence();
        yield return duration.Beyond > 0
            ? new($"Duur: {shown.Dutch} is {beyond.Dutch} langer dan {limit.Dutch} van de lijn ({percent.Dutch} "
                    + "langer).",
                $"Duration: {shown.English} is {beyond.English} longer than {limit.English} of the line "
                    + $"({percent.English} longer).")
            : asked.IsAlsoCalled(duration.Limit)
                ? new($"Duur: {shown.Dutch} is precies de duur van de lijn.",
                    $"Duration: {shown.English} is exactly the duration of the line.")
                : new($"Duur: {shown.Dutch} valt binnen {limit.Dutch} van de lijn.",
                    $"Duration: {shown.English} is within {limit.English} of the line.");
        if (asked.Unit != duration.Limit.Unit && !asked.IsAlsoCalled(duration.Limit))
            yield return RequestWords.UnlikeUnits;
    }

    /// <summary>What both come to a week.</summary>
    internal static Wording Intensity(VolumeCheck volume)
    {
        var (asked, limit) = (
            RequestWords.PerWeek(volume.PerWeek, volume.IntensityUnit),
            RequestWords.PerWeek(volume.LimitPerWeek, volume.IntensityUnit));
        var excess = (volume.PerWeek / volume.LimitPerWeek) - 1;
        var percent = RequestWords.Percent(excess);
        var says = volume.IsLimitPublished ? new Wording("noemt", "names") : new("komt neer op", "comes to");
        return excess > 0
            ? new($"Intensiteit: gemiddeld {asked.Dutch}, en dat is {percent.Dutch} meer dan de {limit.Dutch} van de "
                    + "lijn. De uitkomst volgt uit volume en duur.",
                $"Intensity: {asked.English} on average, which is {percent.English} more than the {limit.English} of "
                    + "the line. The outcome follows from volume and duration.")
            : new($"Intensiteit: gemiddeld {asked.Dutch}; de lijn {says.Dutch} {limit.Dutch}.",
                $"Intensity: {asked.English} on average; the line {says.English} {limit.English}.");
    }
}
