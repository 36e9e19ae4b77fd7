using RgkCalibrator.Catalogue;

namespace RgkCalibrator.Tests.Catalogue;

/// <summary>Values in a catalogue that are none, and what is missing from it.</summary>
public sealed class CatalogueValuesTests
{
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
        BrokenCatalogue.Check(BrokenCatalogue.Changed(from, to), line, what, remedy);

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
        BrokenCatalogue.Check(BrokenCatalogue.Changed(from, to), line, what, remedy);

    [Fact]
    public void A_long_value_is_shown_in_part()
    {
        var trouble = Assert.Throws<CalibrationException>(
            () => CatalogueFile.Parse(
                BrokenCatalogue.Changed("age: 0-5", "age: " + new string('x', 500)), "proef.yaml"));
        Assert.InRange(trouble.What.Dutch.Length, 60, 150);
    }
}
