using RgkCalibrator.Catalogue;

namespace RgkCalibrator.Tests.Monitoring;

public sealed class PriceIndexTests
{
    private static readonly PriceIndex Index = new(new Dictionary<int, decimal> { [2023] = 4m, [2024] = 5m });

    [Fact]
    public void Prices_go_up_by_each_year_between()
    {
        Assert.Equal(1.04m * 1.05m, Index.Factor(2022, 2024));
        Assert.Equal(1m, Index.Factor(2030, 2030));
        Assert.Equal(1 / (1.04m * 1.05m), Index.Factor(2024, 2022));
        Assert.Null(Index.Factor(2022, 2025));
        Assert.Null(Index.Factor(2021, 2023));
    }

    [Fact]
    public void The_catalogue_tells_it_with_the_aims()
    {
        const string Text = """
            aims: { children: 2022, euros: 2021, saving: 8-10 miljoen }
            index: { 2023: 4.5, 2024: -1 }
            trajectories: { observed: 2018-01-01..2023-12-31 }
            products:
              - code: 45C02
                name: Begeleiding
                framework: norm
                unit: uur
            """;

        var catalogue = CatalogueFile.Parse(Text, "klein.yaml");

        Assert.Equal((2022, 2021), (catalogue.Aims.Children, catalogue.Aims.Euros));
        Assert.Equal(8_000_000m, catalogue.With(catalogue.Trajectories).Saving!.Least);
        Assert.Equal(1.045m * 0.99m, catalogue.With(catalogue.Products).Index.Factor(2022, 2024));
        var shipped = CatalogueFile.Haaglanden2025().Aims;
        Assert.Equal((2022, 2022), (shipped.Children, shipped.Euros));
    }

    [Theory]
    [InlineData("index: { 1999: 4 }")]
    [InlineData("index: { 2023: veel }")]
    [InlineData("aims: { children: 22 }")]
    public void What_cannot_be_is_refused(string line) => Assert.Throws<CalibrationException>(() =>
        CatalogueFile.Parse(line + "\ntrajectories: { observed: 2018-01-01..2023-12-31 }\nproducts: []", "klein.yaml"));
}
