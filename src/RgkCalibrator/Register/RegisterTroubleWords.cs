namespace RgkCalibrator.Register;

/// <summary>What is wrong with a row, and how its provider mends it.</summary>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">How to mend it.</param>
public sealed record RegisterTroubleWords(Wording What, Wording Remedy)
{
    private static readonly Wording ChooseProduct = new(
        "Kies het product in de lijst van de cel.", "Choose the product in the list of the cell.");

    private static readonly Wording ChooseSituation = new(
        "Kies eerst het product en dan een situatie in de lijst van de cel.",
        "Choose the product first, and then a situation in the list of the cell.");

    private static readonly Wording ChooseUnit = new(
        "Kies de eenheid van de intensiteit in de lijst van de cel.",
        "Choose the unit of the intensity in the list of the cell.");

    private static readonly Wording TypeNumber = new(
        "Typ een heel getal van 1 tot en met 9999, zonder woorden erbij.",
        "Type a whole number from 1 to 9999, without words beside it.");

    private static readonly Wording TypeIntensity = new(
        "Typ een getal boven 0, zoals 90 of 1,5: zoveel als er per week nodig is, niet voor het hele traject.",
        "Type a number above 0, like 90 or 1.5: as much as a week needs, not a whole trajectory.");

    private static readonly Wording ChooseDuration = new(
        "Kies een duur in de lijst van de cel, of schrijf er een als 18 maanden of 26 weken.",
        "Choose a duration in the list of the cell, or write one like 18 months or 26 weeks.");

    private static readonly Wording ProviderCode = new(
        "Vul de code in waaronder u declareert, zoals 01234567.",
        "Fill in the code under which you declare, like 01234567.");

    /// <summary>What a trouble is in words.</summary>
    public static RegisterTroubleWords Of(RegisterTrouble trouble) => OfTable(trouble) ?? OfCare(trouble)
        ?? OfSuggestion(trouble)
        ?? throw new ArgumentOutOfRangeException(nameof(trouble), trouble, "Unknown trouble.");

    private static RegisterTroubleWords? OfTable(RegisterTrouble trouble) => trouble switch
    {
        RegisterTrouble.Example => new(
            new("Dit is het voorbeeld van de toelichting.", "This is the example of the explanation."),
            new("Haal de rij leeg, of vul haar met wat u zelf meldt.",
                "Clear the row, or fill it with what you report yourself.")),
        RegisterTrouble.Merged => new(
            new("Hier zijn cellen samengevoegd; zo is niet te zien bij welke rij de waarde hoort.",
                "Cells were merged here: it cannot be seen to which row the value belongs."),
            new("Splits de cellen en vul elke rij apart in.", "Split the cells and fill in each row by itself.")),
        RegisterTrouble.OutsideTable => new(
            new("Hier staat iets naast de kolommen van de tabel.",
                "Something stands here beside the columns of the table."),
            new("Zet het in de kolom waar het hoort, of haal het weg.",
                "Put it into the column where it belongs, or take it away.")),
        RegisterTrouble.Formula => new(
            new("In deze cel staat een formule.", "This cell holds a formula."),
            new("Typ de waarde zelf in de cel.", "Type the value itself into the cell.")),
        RegisterTrouble.MissingProvider => new(
            new("De aanbieder ontbreekt.", "The provider is missing."), ProviderCode),
        RegisterTrouble.BadProvider => new(
            new("Dit is geen code van een aanbieder.", "This is no code of a provider."), ProviderCode),
        RegisterTrouble.OtherProvider => new(
            new("Deze rij is van een andere aanbieder dan waar dit werkboek voor is.",
                "This row is of another provider than the one that this workbook is for."),
            new("Geef elke aanbieder een eigen werkboek; kijk de code na.",
                "Give each provider a workbook of its own; check the code.")),
        RegisterTrouble.Twice => new(
            new("Deze situatie is al gemeld: zelfde aanbieder, product, situatie en interventie.",
                "This situation was reported already: same provider, product, situation and intervention."),
            new("Laat één rij over, met alle trajecten samen.", "Leave one row, with all trajectories together.")),
        _ => null,
    };

    private static RegisterTroubleWords? OfCare(RegisterTrouble trouble) => trouble switch
    {
        RegisterTrouble.MissingProduct => new(new("Het product ontbreekt.", "The product is missing."), ChooseProduct),
        RegisterTrouble.UnknownProduct => new(
            new("Dit product staat niet in het kader.", "The framework does not have this product."), ChooseProduct),
        RegisterTrouble.SeveralProducts => new(
            new("Er is meer dan één product met deze naam.", "More than one product has this name."),
            new("Zet de productcode ervoor, of kies het product in de lijst van de cel.",
                "Put the product code before it, or choose the product in the list of the cell.")),
        RegisterTrouble.CodeAndName => new(
            new("De code is van een ander product dan de naam.", "The code is of another product than the name."),
            ChooseProduct),
        RegisterTrouble.MissingSituation => new(
            new("De situatie ontbreekt.", "The situation is missing."), ChooseSituation),
        RegisterTrouble.UnknownSituation => new(
            new("Deze situatie staat niet in het kader.", "The framework does not name this situation."),
            ChooseSituation),
        RegisterTrouble.SituationOfOthers => new(
            new("Het kader noemt deze situatie niet bij dit product.",
                "The framework does not name this situation of this product."),
            ChooseSituation),
        RegisterTrouble.BadIntervention => new(
            new("De interventie is langer dan 80 tekens of bevat onzichtbare tekens.",
                "The intervention is longer than 80 characters or has invisible characters."),
            new("Vul de code of korte naam in die u bij de declaratie opgeeft, of laat de cel leeg.",
                "Fill in the code or short name that you declare, or leave the cell empty.")),
        _ => null,
    };

    private static RegisterTroubleWords? OfSuggestion(RegisterTrouble trouble) => trouble switch
    {
        RegisterTrouble.MissingTrajectories => new(
            new("Het aantal trajecten ontbreekt.", "The number of trajectories is missing."), TypeNumber),
        RegisterTrouble.BadTrajectories => new(
            new("Dit is geen aantal trajecten.", "This is no number of trajectories."), TypeNumber),
        RegisterTrouble.MissingIntensity => new(
            new("De voorgestelde intensiteit ontbreekt.", "The suggested intensity is missing."), TypeIntensity),
        RegisterTrouble.BadIntensity => new(
            new("Dit is geen intensiteit die in een week past.", "This is no intensity that fits in a week."),
            TypeIntensity),
        RegisterTrouble.MissingUnit => new(new("De eenheid ontbreekt.", "The unit is missing."), ChooseUnit),
        RegisterTrouble.UnknownUnit => new(new("Deze eenheid is onbekend.", "This unit is unknown."), ChooseUnit),
        RegisterTrouble.OtherUnit => new(
            new("Deze eenheid is niet om te rekenen naar die van het product.",
                "This unit does not convert to that of the product."),
            new("Kies de eenheid waarin het product wordt gedeclareerd.",
                "Choose the unit in which the product is declared.")),
        RegisterTrouble.MissingDuration => new(
            new("De voorgestelde duur ontbreekt.", "The suggested duration is missing."), ChooseDuration),
        RegisterTrouble.BareDuration => new(
            new("Er staat niet bij of dit weken of maanden zijn.",
                "It does not say whether these are weeks or months."),
            ChooseDuration),
        RegisterTrouble.BadDuration => new(
            new("Deze duur is niet te lezen, of is langer dan tien jaar.",
                "This duration cannot be read, or is longer than ten years."),
            ChooseDuration),
        _ => null,
    };
}
