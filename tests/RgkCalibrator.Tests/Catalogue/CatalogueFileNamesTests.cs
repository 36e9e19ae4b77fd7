using System.Diagnostics;
using System.Globalization;
using RgkCalibrator.Catalogue;

namespace RgkCalibrator.Tests.Catalogue;

public sealed class CatalogueFileNamesTests
{
    private const string Head = "trajectories: { observed: 2018-01-01..2023-12-31 }\nproducts:\n";

    [Theory]
    [InlineData("45c02", null, "45C02", null, 3, 4, "45C02")]
    [InlineData("45HBO", "ambulant-eerste", "45HBO-ambulant", "eerste", 3, 4, "45HBO-ambulant-eerste")]
    [InlineData("45HBO", "Ambulant", "45HBO-ambulant", null, 3, 4, "45HBO-ambulant")]
    [InlineData("45HBO", "eerste", "45HBO-rest", null, 3, 4, "45HBO-rest")]
    public void Names_that_would_be_of_one_file_are_refused_with_both_lines(
        string one, string? oneSubgroup, string other, string? otherSubgroup, int line, int otherLine, string name)
    {
        var refused = Refused(Product(one, oneSubgroup) + Product(other, otherSubgroup));

        Assert.Equal(
            $"Regel {Numbers.Whole(otherLine)}: de bestanden hiervan zouden '{name}' heten, net als die van regel "
                + $"{Numbers.Whole(line)}.",
            refused.What.Dutch);
        Assert.Equal(ExitCode.WrongUse, refused.ExitCode);
    }

    [Theory]
    [InlineData("CON")]
    [InlineData("nul")]
    [InlineData("Com1")]
    public void A_name_that_windows_keeps_is_refused(string code) =>
        Assert.StartsWith(
            $"Regel 3: '{code}' kan op Windows geen", Refused(Product(code, null)).What.Dutch,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("volumeStep: 0.0000000000000000000000000001")]
    [InlineData("tariff: 0.0009")]
    public void An_amount_that_is_next_to_nothing_is_refused(string amount) =>
        Assert.Contains(
            "0.001", Refused($"  - {{ code: A, name: N, framework: norm, unit: uur, {amount} }}\n").Remedy.Dutch,
            StringComparison.Ordinal);

    [Fact]
    public void A_catalogue_of_five_thousand_products_reads_in_seconds()
    {
        var text = Head + string.Concat(Enumerable.Range(0, 5_000).Select(
            i => Product("P" + i.ToString("00000", CultureInfo.InvariantCulture), "eerste")));
        var clock = Stopwatch.StartNew();

        var catalogue = CatalogueFile.Parse(text, "groot.yaml");

        Assert.Equal(5_000, catalogue.Products.Count);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), clock.Elapsed.ToString());
    }

    private static string Product(string code, string? subgroup) =>
        $"  - {{ code: {code}, name: N, framework: norm, unit: uur"
        + (subgroup is null ? "" : $", subgroups: [{{ id: {subgroup}, label: L, when: {{ order: first }} }}]") + " }\n";

    private static CalibrationException Refused(string products) =>
        Assert.Throws<CalibrationException>(() => CatalogueFile.Parse(Head + products, "proef.yaml"));
}
