namespace RgkCalibrator.Requests;

/// <summary>Why a request of a list cannot be read or compared.</summary>
public enum RequestTrouble
{
    /// <summary>There is no product code.</summary>
    MissingProduct,

    /// <summary>There is no volume.</summary>
    MissingVolume,

    /// <summary>The volume is no number above 0 and up to a million.</summary>
    BadVolume,

    /// <summary>The volume can be read in two ways: 1.234.</summary>
    DoubtfulVolume,

    /// <summary>The unit is none of the iJw standard.</summary>
    UnknownUnit,

    /// <summary>The unit is not that of the line and does not convert to it.</summary>
    UnitNotConvertible,

    /// <summary>The frequency is none of the iJw standard.</summary>
    UnknownFrequency,

    /// <summary>There is no duration, and not both a first and a last day.</summary>
    MissingDuration,

    /// <summary>The duration cannot be read.</summary>
    BadDuration,

    /// <summary>A day cannot be read, or is not of 2000 to 2099.</summary>
    BadDate,

    /// <summary>The last day comes before the first.</summary>
    EndBeforeStart,

    /// <summary>A duration and a last day were given, and they differ.</summary>
    TwoDurations,

    /// <summary>The age cannot be one of a child.</summary>
    BadAge,

    /// <summary>Neither yes nor no.</summary>
    NotYesOrNo,

    /// <summary>Neither first nor follow-up.</summary>
    BadOrder,

    /// <summary>The row has more fields than the header has columns.</summary>
    TooManyFields,

    /// <summary>A quote swallowed other rows.</summary>
    TornRow,
}

/// <summary>What such trouble is in words.</summary>
public static class RequestTroubles
{
    private const string Iso = "2025-09-01";

    /// <summary>What is wrong, and how it is mended.</summary>
    public static Wording InWords(this RequestTrouble trouble) => trouble switch
    {
        RequestTrouble.MissingProduct => new(
            "De productcode ontbreekt. Vul haar in.", "The product code is missing. Fill it in."),
        RequestTrouble.MissingVolume => new(
            "Het volume ontbreekt. Vul het in.", "The volume is missing. Fill it in."),
        RequestTrouble.BadVolume => new(
            "Het volume is geen getal boven 0 en tot een miljoen. Schrijf het als 60 of 60,5.",
            "The volume is no number above 0 and up to a million. Write it like 60 or 60.5."),
        RequestTrouble.DoubtfulVolume => new(
            "Het volume is op twee manieren te lezen. Schrijf 1234 of 1,23, zonder punt voor duizendtallen.",
            "The volume can be read in two ways. Write 1234 or 1.23, without a mark for thousands."),
        RequestTrouble.UnknownUnit => new(
            "De eenheid is onbekend. Schrijf minuut, uur, dagdeel, etmaal of een iJw-code.",
            "The unit is unknown. Write minuut, uur, dagdeel, etmaal or an iJw code."),
        RequestTrouble.UnitNotConvertible => new(
            "De eenheid is niet om te rekenen naar die van de lijn. Geef het volume in de eenheid van de lijn.",
            "The unit does not convert to that of the line. Give the volume in the unit of the line."),
        RequestTrouble.UnknownFrequency => new(
            "De frequentie is onbekend. Schrijf 1 (per dag), 2 (per week), 4 (per maand) of 6 (totaal).",
            "The frequency is unknown. Write 1 (a day), 2 (a week), 4 (a month) or 6 (total)."),
        RequestTrouble.MissingDuration => new(
            "De duur ontbreekt. Vul een duur in, of een eerste en een laatste dag.",
            "The duration is missing. Fill in a duration, or a first and a last day."),
        RequestTrouble.BadDuration => new(
            $"De duur is niet te lezen. {DurationWords.Forms.Dutch}",
            $"The duration cannot be read. {DurationWords.Forms.English}"),
        RequestTrouble.BadDate => new(
            $"Dit is geen dag van 2000 tot en met 2099. Schrijf hem als {Iso} of 01-09-2025.",
            $"This is no day from 2000 to 2099. Write it as {Iso} or 01-09-2025."),
        RequestTrouble.EndBeforeStart => new(
            "De laatste dag komt voor de eerste. Verbeter een van beide.",
            "The last day comes before the first. Correct one of them."),
        RequestTrouble.TwoDurations => new(
            "De duur in woorden en de laatste dag spreken elkaar tegen. Laat een van beide weg.",
            "The duration in words and the last day contradict each other. Leave one of them out."),
        RequestTrouble.BadAge => new(
            "De leeftijd kan niet. Schrijf hele jaren van 0 tot en met 30, of een geboortedatum voor de eerste dag.",
            "The age cannot be. Write full years from 0 to 30, or a birth date before the first day."),
        RequestTrouble.NotYesOrNo => new("Schrijf hier ja of nee.", "Write yes or no here."),
        RequestTrouble.BadOrder => new("Schrijf hier eerste of vervolg.", "Write first or follow-up here."),
        RequestTrouble.TooManyFields => new(
            "De rij heeft meer velden dan de kopregel. Zet aanhalingstekens om een tekst met een scheidingsteken.",
            "The row has more fields than the header. Put quotes around a text with a delimiter."),
        RequestTrouble.TornRow => new(
            "Een los aanhalingsteken trekt rijen samen. Haal het weg.",
            "A stray quote joins rows. Take it away."),
        _ => throw new ArgumentOutOfRangeException(nameof(trouble), trouble, "Unknown trouble."),
    };
}
