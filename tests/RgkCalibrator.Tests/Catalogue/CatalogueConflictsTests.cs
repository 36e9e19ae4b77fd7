namespace RgkCalibrator.Tests.Catalogue;

/// <summary>What in a catalogue does not fit together.</summary>
public sealed class CatalogueConflictsTests
{
    [Theory]
    [InlineData(
        "code: 45C04",
        "code: 45C02",
        11,
        "'code' heeft de waarde '45C02', en die staat al op regel 3.",
        "Elke waarde mag hier een keer voorkomen.")]
    [InlineData(
        "name: Gezinsbegeleiding",
        "name: Gezinsbegeleiding\n    formerCodes: [45C02]",
        13,
        "'formerCodes' heeft de waarde '45C02', en die staat al op regel 3.",
        "Elke waarde mag hier een keer voorkomen.")]
    [InlineData(
        "name: Gezinsbegeleiding",
        "name: Gezinsbegeleiding\n    formerCodes: [45A02, 45A02]",
        13,
        "'formerCodes' heeft de waarde '45A02', en die staat al op regel 13.",
        "Elke waarde mag hier een keer voorkomen.")]
    [InlineData(
        "      - { id: jong",
        "      - { id: jong, label: Jong, when: { age: 1 } }\n      - { id: jong",
        11,
        "'id' heeft de waarde 'jong', en die staat al op regel 10.",
        "Elke waarde mag hier een keer voorkomen.")]
    [InlineData(
        "12 maand }",
        "12 maand }\n      - { volume: 30, duration: 6 maand }",
        9,
        "het hele product heeft al een huidige lijn op regel 8.",
        "Geef de lijn van een subgroep de sleutel 'subgroup'.")]
    [InlineData(
        "{ volume: 61",
        "{ subgroup: jogn, volume: 61",
        8,
        "'subgroup' heeft de waarde 'jogn', en die bestaat niet; 'jong' lijkt er het meest op.",
        "Kies uit: jong.")]
    [InlineData(
        "id: jong",
        "id: rest",
        10,
        "'rest' is de naam van wat in geen subgroep valt.",
        "Kies een andere 'id'.")]
    [InlineData(
        "id: jong",
        "id: jong kind",
        10,
        "'id' heeft de waarde 'jong kind', en die kan hier niet.",
        "Schrijf een code van hoogstens 60 letters, cijfers en streepjes.")]
    [InlineData(
        "name: Gezinsbegeleiding",
        "name: Gezinsbegeleiding\n    differentiates: both",
        13,
        "'differentiates' zegt waarin subgroepen verschillen, maar het product heeft er geen.",
        "Voeg 'subgroups' toe of haal deze sleutel weg.")]
    [InlineData(
        "name: Gezinsbegeleiding",
        "name: Gezinsbegeleiding\n    exceptionGrounds: [{ id: a, summary: A }, { id: a, summary: B }]",
        13,
        "'id' heeft de waarde 'a', en die staat al op regel 13.",
        "Elke waarde mag hier een keer voorkomen.")]
    [InlineData(
        "name: Gezinsbegeleiding",
        "name: Gezinsbegeleiding\n    name: Gezin",
        13,
        "de sleutel 'name' staat hier voor de tweede keer; de eerste keer op regel 12.",
        "Laat een van de twee staan.")]
    [InlineData(
        "unit: uur",
        "unit: uur\n    allowedDurations: [12 maand, 6 maand]",
        7,
        "de duren van 'allowedDurations' lopen niet op.",
        "Zet ze van kort naar lang; een schooljaar telt hier als 40 weken.")]
    [InlineData(
        "unit: uur",
        "unit: uur\n    allowedDurations: [6 maand, 6 maand]",
        7,
        "de duren van 'allowedDurations' lopen niet op.",
        "Zet ze van kort naar lang; een schooljaar telt hier als 40 weken.")]
    [InlineData(
        "unit: uur",
        "unit: uur\n    allowedDurations: [10 maand, schooljaar]",
        7,
        "de duren van 'allowedDurations' lopen niet op.",
        "Zet ze van kort naar lang; een schooljaar telt hier als 40 weken.")]
    [InlineData(
        "unit: uur",
        "unit: uur\n    allowedDurations: []",
        7,
        "de sleutel 'allowedDurations' heeft geen waarde.",
        "Vul een waarde in of haal de sleutel weg.")]
    [InlineData(
        "unit: uur",
        "unit: uur\n    maximumDuration: 12 week",
        7,
        "'maximumDuration' is korter dan de kortste toegestane duur.",
        "Verhoog 'maximumDuration' of voeg een kortere duur toe aan 'allowedDurations'.")]
    [InlineData(
        "unit: uur",
        "unit: uur\n    intensityUnit: dagdeel/week",
        7,
        "'intensityUnit' past niet bij 'unit': het een wordt niet omgerekend in het ander.",
        "Kies bij uur: minuut/week of uur/week; bij dagdeel: dagdeel/week; bij etmaal: etmaal/week.")]
    [InlineData(
        "gapDays: 90",
        "cohort: 2017-12-31..2023-12-31",
        1,
        "'cohort' valt deels buiten 'observed'.",
        "Kies startdagen binnen de waargenomen periode.")]
    public void What_does_not_fit_together_is_refused(string from, string to, int line, string what, string remedy) =>
        BrokenCatalogue.Check(BrokenCatalogue.Changed(from, to), line, what, remedy);
}
