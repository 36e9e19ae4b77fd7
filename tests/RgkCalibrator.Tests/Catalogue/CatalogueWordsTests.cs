using RgkCalibrator.Catalogue;
using RgkCalibrator.Yaml;

namespace RgkCalibrator.Tests.Catalogue;

/// <summary>Keys and words in a catalogue that do not exist.</summary>
public sealed class CatalogueWordsTests
{
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
        "De sleutels hier zijn: name, notice, inForceSince, aims, index, trajectories, allowedDurations, products.")]
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
        BrokenCatalogue.Check(BrokenCatalogue.Changed(from, to), line, what, remedy);

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
        BrokenCatalogue.Check(BrokenCatalogue.Changed(from, to), line, what, remedy);

    [Fact]
    public void Both_languages_say_the_same()
    {
        var trouble = Assert.Throws<CalibrationException>(
            () => CatalogueFile.Parse(BrokenCatalogue.Changed("unit: uur", "unit: uren"), "proef.yaml"));
        Assert.Equal(
            "Line 6: 'unit' has the value 'uren', which does not exist; 'uur' comes nearest.", trouble.What.English);
        Assert.Equal(
            "Choose from: minuut, uur, etmaal, dagdeel, stuks-output, stuks-inspanning, euro.", trouble.Remedy.English);
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
}
