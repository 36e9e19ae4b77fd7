using RgkCalibrator.Catalogue;
using RgkCalibrator.Yaml;

namespace RgkCalibrator.Tests.Catalogue;

public sealed class CatalogueErrorsTests
{
    // The numbers of its lines are part of the expected messages.
    private const string Sound = """
        trajectories: { observed: 2018-01-01..2023-12-31, gapDays: 90 }
        products:
          - code: 45C02
            name: Individuele begeleiding licht
            framework: norm
            unit: uur
            current:
              - { volume: 61, duration: 12 maand }
            subgroups:
              - { id: jong, label: 0-5 jaar, when: { age: 0-5 } }
          - code: 45C04
            name: Gezinsbegeleiding
            framework: norm
            unit: uur
        """;

    [Fact]
    public void The_sound_catalogue_is_sound() =>
        Assert.Equal(2, CatalogueFile.Parse(Sound, "proef.yaml").Products.Count);

    [Theory]
    [InlineData(
        "gapDays: 90",
        "gapDay: 90",
        1,
        "de sleutel 'gapDay' bestaat hier niet; 'gapDays' lijkt er het meest op.",
        "De sleutels hier zijn: observed, cohort, cohortRule, gapDays, splitByProvider, endKnowledge, followUpDays, "
            + "atStartDays, startedBefore, asKnownOn.")]
    [InlineData(
        "gapDays: 90",
        "gap_days: 90",
        1,
        "de sleutel 'gap_days' bestaat hier niet; 'gapDays' lijkt er het meest op.",
        "De sleutels hier zijn: observed, cohort, cohortRule, gapDays, splitByProvider, endKnowledge, followUpDays, "
            + "atStartDays, startedBefore, asKnownOn.")]
    [InlineData(
        "products:",
        "producten:",
        2,
        "de sleutel 'producten' bestaat hier niet; 'products' lijkt er het meest op.",
        "De sleutels hier zijn: name, notice, aims, trajectories, allowedDurations, products.")]
    [InlineData(
        "framework: norm",
        "framwork: norm",
        5,
        "de sleutel 'framwork' bestaat hier niet; 'framework' lijkt er het meest op.",
        "De sleutels hier zijn: code, name, framework, role, unit, formerCodes, part, observation, allowedDurations, "
            + "maximumDuration, volumeStep, intensityUnit, alternativeUnit, convertsDagdelen, existing, current, "
            + "subgroups, differentiates, exceptionGrounds, tariff.")]
    [InlineData(
        "when: { age: 0-5 }",
        "when: { withStay: true }",
        10,
        "de sleutel 'withStay' bestaat hier niet; 'with_stay' lijkt er het meest op.",
        "De sleutels hier zijn: age, location, with_stay, order, intervention, concurrent, municipality.")]
    [InlineData(
        "volume: 61",
        "volumne: 61",
        8,
        "de sleutel 'volumne' bestaat hier niet; 'volume' lijkt er het meest op.",
        "De sleutels hier zijn: subgroup, volume, duration, intensity.")]
    [InlineData(
        "volume: 61",
        "volume: 7,5",
        8,
        "de sleutel '5' bestaat hier niet; 'volume' lijkt er het meest op.",
        "Schrijf een getal met een decimale punt: 7.5.")]
    [InlineData(
        "label: 0-5 jaar",
        "lable: 0-5 jaar",
        10,
        "de sleutel 'lable' bestaat hier niet; 'label' lijkt er het meest op.",
        "De sleutels hier zijn: id, label, when, differentiates.")]
    public void An_unknown_key_names_the_nearest_known_one(
        string from, string to, int line, string what, string remedy) =>
        Check(Changed(from, to), line, what, remedy);

    [Theory]
    [InlineData(
        "framework: norm",
        "framework: Normen",
        5,
        "'framework' heeft de waarde 'Normen', en die bestaat niet; 'norm' lijkt er het meest op.",
        "Kies uit: rgk, norm, none.")]
    [InlineData(
        "unit: uur",
        "unit: uren",
        6,
        "'unit' heeft de waarde 'uren', en die bestaat niet; 'uur' lijkt er het meest op.",
        "Kies uit: minuut, uur, etmaal, dagdeel, stuks-output, stuks-inspanning, euro.")]
    [InlineData(
        "unit: uur",
        "unit: DAGDEEL",
        6,
        "'unit' heeft de waarde 'DAGDEEL', en die bestaat niet; 'dagdeel' lijkt er het meest op.",
        "Kies uit: minuut, uur, etmaal, dagdeel, stuks-output, stuks-inspanning, euro.")]
    [InlineData(
        "unit: uur",
        "unit: uur\n    role: verblijf",
        7,
        "'role' heeft de waarde 'verblijf', en die bestaat niet; 'stay' lijkt er het meest op.",
        "Kies uit: ambulatory, stay, surcharge.")]
    [InlineData(
        "unit: uur",
        "unit: uur\n    part: assigment",
        7,
        "'part' heeft de waarde 'assigment', en die bestaat niet; 'assignment' lijkt er het meest op.",
        "Kies uit: none, assignment.")]
    [InlineData(
        "unit: uur",
        "unit: uur\n    observation: careyear",
        7,
        "'observation' heeft de waarde 'careyear', en die bestaat niet; 'care-year' lijkt er het meest op.",
        "Kies uit: trajectory, care-year.")]
    [InlineData(
        "unit: uur",
        "unit: uur\n    intensityUnit: minuten/week",
        7,
        "'intensityUnit' heeft de waarde 'minuten/week', en die bestaat niet; 'minuut/week' lijkt er het meest op.",
        "Kies uit: minuut/week, uur/week, dagdeel/week, etmaal/week.")]
    [InlineData(
        "gapDays: 90",
        "splitByProvider: ja",
        1,
        "'splitByProvider' heeft de waarde 'ja', en die bestaat niet; 'true' lijkt er het meest op.",
        "Kies uit: true, false.")]
    [InlineData(
        "age: 0-5",
        "order: second",
        10,
        "'order' heeft de waarde 'second', en die bestaat niet; 'first' lijkt er het meest op.",
        "Kies uit: first, follow-up.")]
    public void A_word_that_does_not_exist_names_the_nearest_and_all_others(
        string from, string to, int line, string what, string remedy) =>
        Check(Changed(from, to), line, what, remedy);

    [Theory]
    [InlineData(
        "observed: 2018-01-01..2023-12-31",
        "observed: 2018..2023",
        1,
        "'observed' heeft de waarde '2018..2023', en die kan hier niet.",
        "Schrijf een periode als 2018-01-01..2023-12-31, met de eerste dag niet na de laatste.")]
    [InlineData(
        "2018-01-01..2023-12-31",
        "2023-12-31..2018-01-01",
        1,
        "'observed' heeft de waarde '2023-12-31..2018-01-01', en die kan hier niet.",
        "Schrijf een periode als 2018-01-01..2023-12-31, met de eerste dag niet na de laatste.")]
    [InlineData(
        "2018-01-01..2023-12-31",
        "2018-01-01..2023-02-29",
        1,
        "'observed' heeft de waarde '2018-01-01..2023-02-29', en die kan hier niet.",
        "Schrijf een periode als 2018-01-01..2023-12-31, met de eerste dag niet na de laatste.")]
    [InlineData(
        "gapDays: 90",
        "gapDays: -1",
        1,
        "'gapDays' heeft de waarde '-1', en die kan hier niet.",
        "Schrijf een geheel aantal dagen van 0 tot en met 3660.")]
    [InlineData(
        "gapDays: 90",
        "gapDays: 3661",
        1,
        "'gapDays' heeft de waarde '3661', en die kan hier niet.",
        "Schrijf een geheel aantal dagen van 0 tot en met 3660.")]
    [InlineData(
        "volume: 61",
        "volume: 0",
        8,
        "'volume' heeft de waarde '0', en die kan hier niet.",
        "Schrijf een getal van 0.001 tot en met een miljoen, met een decimale punt zoals 7.5.")]
    [InlineData(
        "volume: 61",
        "volume: '7,5'",
        8,
        "'volume' heeft de waarde '7,5', en die kan hier niet.",
        "Schrijf een getal van 0.001 tot en met een miljoen, met een decimale punt zoals 7.5.")]
    [InlineData(
        "volume: 61",
        "volume: 1e3",
        8,
        "'volume' heeft de waarde '1e3', en die kan hier niet.",
        "Schrijf een getal van 0.001 tot en met een miljoen, met een decimale punt zoals 7.5.")]
    [InlineData(
        "12 maand",
        "12 months",
        8,
        "'duration' heeft de waarde '12 months', en die kan hier niet.",
        "Schrijf een duur als '12 maand', '26 week' of 'schooljaar'.")]
    [InlineData(
        "12 maand",
        "0 maand",
        8,
        "'duration' heeft de waarde '0 maand', en die kan hier niet.",
        "Schrijf een duur als '12 maand', '26 week' of 'schooljaar'.")]
    [InlineData(
        "12 maand",
        "1 schooljaar",
        8,
        "'duration' heeft de waarde '1 schooljaar', en die kan hier niet.",
        "Schrijf een duur als '12 maand', '26 week' of 'schooljaar'.")]
    [InlineData(
        "age: 0-5",
        "age: 5-0",
        10,
        "'age' heeft de waarde '5-0', en die kan hier niet.",
        "Schrijf een leeftijd als '5' of '3-4', van 0 tot en met 120 jaar.")]
    [InlineData(
        "age: 0-5",
        "age: jong",
        10,
        "'age' heeft de waarde 'jong', en die kan hier niet.",
        "Schrijf een leeftijd als '5' of '3-4', van 0 tot en met 120 jaar.")]
    [InlineData(
        "unit: uur",
        "unit: uur\n    formerCodes: [{ code: 45A02, until: 31-12-2020 }]",
        7,
        "'until' heeft de waarde '31-12-2020', en die kan hier niet.",
        "Schrijf een datum als 2023-12-31.")]
    public void A_value_in_the_wrong_form_says_which_form_is_needed(
        string from, string to, int line, string what, string remedy) =>
        Check(Changed(from, to), line, what, remedy);

    [Theory]
    [InlineData(
        "    unit: uur\n    current",
        "    current",
        3,
        "in dit blok ontbreekt de sleutel 'unit'.",
        "Voeg een regel 'unit: …' toe.")]
    [InlineData(
        "code: 45C04\n    name",
        "name",
        11,
        "in dit blok ontbreekt de sleutel 'code'.",
        "Voeg een regel 'code: …' toe.")]
    [InlineData(
        "observed: 2018-01-01..2023-12-31, ",
        "",
        1,
        "in dit blok ontbreekt de sleutel 'observed'.",
        "Voeg een regel 'observed: …' toe.")]
    [InlineData(
        "trajectories: { observed: 2018-01-01..2023-12-31, gapDays: 90 }",
        "name: Proef",
        1,
        "in dit blok ontbreekt de sleutel 'trajectories'.",
        "Voeg een regel 'trajectories: …' toe.")]
    [InlineData(
        "name: Gezinsbegeleiding",
        "name:",
        12,
        "de sleutel 'name' heeft geen waarde.",
        "Vul een waarde in of haal de sleutel weg.")]
    [InlineData(
        "name: Gezinsbegeleiding",
        "name: ' '",
        12,
        "'name' heeft de waarde ' ', en die kan hier niet.",
        "Schrijf een tekst.")]
    [InlineData(
        "when: { age: 0-5 }",
        "when: {}",
        10,
        "de sleutel 'when' heeft geen waarde.",
        "Vul een waarde in of haal de sleutel weg.")]
    [InlineData(
        "name: Gezinsbegeleiding",
        "name: [Gezin, Begeleiding]",
        12,
        "'name' moet een enkele waarde zijn.",
        "Vergelijk met een ander blok in het bestand.")]
    [InlineData(
        "  - code: 45C04",
        "  - 45C04\n  - code: 45C04",
        11,
        "'products' moet een blok met sleutels zijn.",
        "Vergelijk met een ander blok in het bestand.")]
    [InlineData(
        "      - { volume: 61, duration: 12 maand }",
        "      volume: 61",
        8,
        "'current' moet een lijst zijn.",
        "Vergelijk met een ander blok in het bestand.")]
    public void What_is_missing_or_misplaced_is_named(string from, string to, int line, string what, string remedy) =>
        Check(Changed(from, to), line, what, remedy);

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
        Check(Changed(from, to), line, what, remedy);

    [Theory]
    [InlineData(
        "    name: Gezinsbegeleiding",
        "\tname: Gezinsbegeleiding",
        12,
        "de regel springt in met een tab.",
        "Spring in met spaties.")]
    [InlineData(
        "name: Gezinsbegeleiding",
        "name: *gezin",
        12,
        "een verwijzing met '*' kan hier niet.",
        "Schrijf de waarde voluit; staat de '*' in een tekst, zet die dan tussen aanhalingstekens.")]
    [InlineData(
        "gapDays: 90 }",
        "gapDays: 90",
        1,
        "hier houdt het bestand op geldige YAML te zijn.",
        "Kijk op deze regel en die ernaast naar de inspringing, een spatie na de dubbele punt, "
            + "aanhalingstekens en haakjes.")]
    [InlineData(
        "name: Gezinsbegeleiding",
        "name: Gezin: begeleiding",
        12,
        "hier houdt het bestand op geldige YAML te zijn.",
        "Kijk op deze regel en die ernaast naar de inspringing, een spatie na de dubbele punt, "
            + "aanhalingstekens en haakjes.")]
    [InlineData(
        "products:",
        "---\nproducts:",
        2,
        "hier houdt het bestand op geldige YAML te zijn.",
        "Kijk op deze regel en die ernaast naar de inspringing, een spatie na de dubbele punt, "
            + "aanhalingstekens en haakjes.")]
    public void What_is_no_YAML_of_a_catalogue_is_refused_at_its_line(
        string from, string to, int line, string what, string remedy) =>
        Check(Changed(from, to), line, what, remedy);

    [Theory]
    [InlineData("")]
    [InlineData("\n  \n")]
    [InlineData("# niets dan commentaar\n")]
    [InlineData("---\n")]
    public void An_empty_file_says_where_to_begin(string text)
    {
        var trouble = Assert.Throws<CalibrationException>(() => CatalogueFile.Parse(text, "leeg.yaml"));
        Assert.Equal((ExitCode.WrongUse, "leeg.yaml"), (trouble.ExitCode, trouble.Where));
        Assert.Equal(new Wording("Het catalogusbestand is leeg.", "The catalogue file is empty."), trouble.What);
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        var deep = new string('[', 50_000);
        Assert.StartsWith(
            "Regel 1: ",
            Assert.Throws<CalibrationException>(() => CatalogueFile.Parse(deep, "diep.yaml")).What.Dutch,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Both_languages_say_the_same()
    {
        var trouble = Assert.Throws<CalibrationException>(
            () => CatalogueFile.Parse(Changed("unit: uur", "unit: uren"), "proef.yaml"));
        Assert.Equal(
            "Line 6: 'unit' has the value 'uren', which does not exist; 'uur' comes nearest.", trouble.What.English);
        Assert.Equal(
            "Choose from: minuut, uur, etmaal, dagdeel, stuks-output, stuks-inspanning, euro.", trouble.Remedy.English);
    }

    [Fact]
    public void A_long_value_is_shown_in_part()
    {
        var trouble = Assert.Throws<CalibrationException>(
            () => CatalogueFile.Parse(Changed("age: 0-5", "age: " + new string('x', 500)), "proef.yaml"));
        Assert.InRange(trouble.What.Dutch.Length, 60, 150);
    }

    [Theory]
    [InlineData("unit", "unit", 0)]
    [InlineData("", "unit", 4)]
    [InlineData("untis", "units", 1)]
    [InlineData("UNIT", "unit", 0)]
    [InlineData("ca", "abc", 3)] // restricted: no edit between the two of a swap
    [InlineData("kitten", "sitting", 3)]
    public void The_distance_counts_edits_and_swaps(string one, string other, int expected)
    {
        Assert.Equal(expected, EditDistance.Between(one, other));
        Assert.Equal(expected, EditDistance.Between(other, one));
    }

    private static string Changed(string from, string to)
    {
        var at = Sound.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, from);
        return string.Concat(Sound.AsSpan(0, at), to, Sound.AsSpan(at + from.Length));
    }

    private static void Check(string text, int line, string what, string remedy)
    {
        var trouble = Assert.Throws<CalibrationException>(() => CatalogueFile.Parse(text, "proef.yaml"));
        Expect.Equal($"Regel {Numbers.Whole(line)}: {what}", trouble.What.Dutch, $"from {trouble.InnerException}");
        Assert.StartsWith($"Line {Numbers.Whole(line)}: ", trouble.What.English, StringComparison.Ordinal);
        Assert.Equal(remedy, trouble.Remedy.Dutch);
        Assert.Equal((ExitCode.WrongUse, "proef.yaml"), (trouble.ExitCode, trouble.Where));
    }
}
