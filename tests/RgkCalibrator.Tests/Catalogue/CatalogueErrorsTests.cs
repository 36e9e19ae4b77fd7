using RgkCalibrator.Catalogue;

namespace RgkCalibrator.Tests.Catalogue;

/// <summary>Texts that are no catalogue at all.</summary>
public sealed class CatalogueErrorsTests
{
    [Fact]
    public void The_sound_catalogue_is_sound() =>
        Assert.Equal(2, CatalogueFile.Parse(BrokenCatalogue.Sound, "proef.yaml").Products.Count);

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
        BrokenCatalogue.Check(BrokenCatalogue.Changed(from, to), line, what, remedy);

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
}
