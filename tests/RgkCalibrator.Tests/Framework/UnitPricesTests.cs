using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework.Scenarios;
using RgkCalibrator.Tests.Intake;

namespace RgkCalibrator.Tests.Framework;

/// <summary>Euros are volumes at a price that is told.</summary>
public sealed class UnitPricesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Reading _reading = new();

    [Fact]
    public void Declared_amounts_price_a_unit_of_a_product_and_all_euros_with_it()
    {
        var report = Compare(WithAmounts(
            "CASE product_code WHEN '45C02' THEN 95.25 WHEN '45C05' THEN 101.5 END * volume "
            + "/ CASE WHEN unit IN ('01', 'minuut') THEN 60 ELSE 1 END"));

        Assert.Equal(EuroBasis.Amount, report.Prices.Basis);
        Assert.Equal(95.25, (double)PriceOf(report, "45C02").Euros!.Value, 2);
        Assert.Equal(101.5, (double)PriceOf(report, "45C05").Euros!.Value, 2);
        Assert.Null(PriceOf(report, "54001").Euros);
        var priced = report.Lines.Select(line => line.Base)
            .Where(line => line is { Volume: not null, Line.Group.Product.Tariff: not null }).ToList();
        Assert.Equal(2, priced.Count);
        Assert.All(priced, line => Assert.Equal(
            line.AbovePerYear!.Value * (double)PriceOf(report, line.Line.Group.Product.Code).Euros!.Value,
            line.EurosAbovePerYear!.Value, 6));
        var sums = File.ReadAllText(_folder["uit/intern/vergelijking.md"]);
        Assert.Contains("gedeclareerd bedrag", sums, StringComparison.Ordinal);
        Assert.Contains("8-10 miljoen euro", sums, StringComparison.Ordinal);
        Assert.Contains(
            "\"euros\": \"amount\"", File.ReadAllText(_folder["uit/manifest.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Amounts_change_no_line_of_the_framework()
    {
        var (with, without) = (Compare(WithAmounts("volume * 3")), Compare(SmallRegion.Declarations));

        Assert.Null(without.Prices.Basis);
        Assert.Equal(
            without.Lines.Select(line => line.Base.Line.Chosen.ToString()),
            with.Lines.Select(line => line.Base.Line.Chosen.ToString()));
    }

    [Fact]
    public void A_product_without_amounts_has_its_tariff_and_the_way_can_be_chosen()
    {
        var settings = SmallRegion.Settings with
        {
            Catalogue = SmallRegion.Settings.Catalogue.AtTariffs(_ => 50),
        };
        var declarations = WithAmounts("CASE WHEN product_code = '45C02' THEN volume * 95.25 END");

        var (amounts, tariffs) = (
            Compare(declarations, settings), Compare(declarations, settings, EuroBasis.Tariff));

        Assert.Equal(EuroBasis.Amount, PriceOf(amounts, "45C02").Basis);
        Assert.Equal(EuroBasis.Tariff, PriceOf(amounts, "45C05").Basis);
        Assert.All(tariffs.Prices.Products, price => Assert.Equal((50, EuroBasis.Tariff), (price.Euros, price.Basis)));
    }

    [Theory]
    [InlineData(EuroBasis.Amount, "--euros amount")]
    [InlineData(EuroBasis.Tariff, "Haaglanden 2025")]
    public void A_way_without_any_price_is_refused(EuroBasis basis, string where)
    {
        var refused = Assert.Throws<CalibrationException>(
            () => Compare(SmallRegion.Declarations, SmallRegion.Settings, basis));

        Assert.Equal(where, refused.Where);
        Assert.False(Directory.Exists(_folder["uit"]));
    }

    [Theory]
    [InlineData("8-10 miljoen", 8_000_000, 10_000_000, "8-10 miljoen euro")]
    [InlineData("9.5 million", 9_500_000, 9_500_000, "9,5 miljoen euro")]
    public void The_aim_of_a_region_is_read_in_millions(string text, int least, int most, string shown)
    {
        Assert.True(Saving.TryRead(text, out var saving));

        Assert.Equal(new Saving(least, most), saving);
        Assert.Equal(shown, saving.Shown().Dutch);
    }

    [Theory]
    [InlineData("10-8 miljoen")]
    [InlineData("8-10")]
    [InlineData("8-9-10 miljoen")]
    [InlineData("0 miljoen")]
    [InlineData("-8 miljoen")]
    public void What_is_no_amount_is_no_aim(string text) => Assert.False(Saving.TryRead(text, out _));

    public void Dispose()
    {
        _folder.Dispose();
        _reading.Dispose();
    }

    private static UnitPrice PriceOf(ComparisonReport report, string code) =>
        report.Prices.Products.Single(price => price.Product.Code == code);

    private string WithAmounts(string sql) => _reading.WriteQuery(
        $"SELECT *, CAST({sql} AS DECIMAL(12,2)) AS amount FROM read_parquet('{SmallRegion.Declarations}/*.parquet')");

    private ComparisonReport Compare(
        string declarations, CalibrationSettings? settings = null, EuroBasis? euros = null) => Comparison.Compare(
        [declarations], _folder["uit"], [], settings ?? SmallRegion.Settings, SmallRegion.OneThread,
        new ComparedWith { Euros = euros });
}
