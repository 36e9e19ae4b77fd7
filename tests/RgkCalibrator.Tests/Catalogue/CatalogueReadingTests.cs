using System.Globalization;
using RgkCalibrator.Catalogue;

namespace RgkCalibrator.Tests.Catalogue;

/// <summary>A catalogue reads alike on every machine, or it is said what is wrong.</summary>
public sealed class CatalogueReadingTests
{
    [Theory]
    [InlineData("")]
    [InlineData("nl-NL")]
    [InlineData("tr-TR")]
    public void The_machines_culture_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            // Turkish lower-cases I to ı; a Dutch decimal point is a comma.
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            var product = CatalogueFile.Parse(CatalogueTexts.Rich, "rijk.yaml").Products[0];
            Assert.Equal((7.5m, 0.5m), (product.CurrentOf(Subgroup.RestId)!.Volume, product.VolumeStep));
            Assert.Equal(85, CatalogueFile.Haaglanden2025().Products.Count);
            var trouble = Assert.Throws<CalibrationException>(
                () => CatalogueFile.Parse(
                    CatalogueTexts.Smallest.Replace("unit: uur", "UNIT: MINUUT", StringComparison.Ordinal),
                    "klein.yaml"));
            Assert.Equal("Line 7: the key 'UNIT' does not exist here; 'unit' comes nearest.", trouble.What.English);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_file_is_read_as_UTF_8_and_as_nothing_else()
    {
        var folder = Directory.CreateTempSubdirectory("rgk");
        try
        {
            var path = Path.Combine(folder.FullName, "eigen.yaml");
            var text = CatalogueTexts.Smallest.Replace("licht", "geïntegreerd", StringComparison.Ordinal);
            File.WriteAllText(path, text, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            Assert.Equal("Individuele begeleiding geïntegreerd", CatalogueFile.Read(path).Products[0].Name);

            File.WriteAllText(path, text, System.Text.Encoding.Latin1);
            var trouble = Assert.Throws<CalibrationException>(() => CatalogueFile.Read(path));
            Assert.Equal((ExitCode.WrongUse, path), (trouble.ExitCode, trouble.Where));
            Assert.Equal("De tekst van het catalogusbestand is geen UTF-8.", trouble.What.Dutch);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_trouble_with_files()
    {
        var path = Path.Combine(Path.GetTempPath(), "geen-catalogus-hier.yaml");
        var trouble = Assert.Throws<CalibrationException>(() => CatalogueFile.Read(path));
        Assert.Equal((ExitCode.Files, path), (trouble.ExitCode, trouble.Where));
    }

    [Fact]
    public void Whatever_is_done_to_a_catalogue_it_reads_or_says_what_is_wrong()
    {
        var random = new Random(1729);
        const string Bits = "{}[]:,-#&*!|>'\"%@`? \n\tx1é\u0000~";
        var mistakes = 0;
        for (var round = 0; round < 4000; round++)
        {
            var text = new System.Text.StringBuilder(round % 2 == 0 ? CatalogueTexts.Smallest : CatalogueTexts.Rich);
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                var at = random.Next(text.Length);
                if (random.Next(2) == 0)
                    text.Remove(at, Math.Min(random.Next(1, 4), text.Length - at));
                else
                    text.Insert(at, Bits[random.Next(Bits.Length)]);
            }

            // Anything else than a CalibrationException would end the test.
            if (Record.Exception(() => CatalogueFile.Parse(text.ToString(), "stuk.yaml")) is { } trouble)
            {
                Assert.True(trouble is CalibrationException, text + Environment.NewLine + trouble);
                mistakes++;
            }
        }

        Assert.InRange(mistakes, 1000, 3999);
    }
}
