using RgkCalibrator.Cli;
using RgkCalibrator.Review;

namespace RgkCalibrator.Tests.Cli;

/// <summary>What could not be compared is counted kind by kind, in words that need no key.</summary>
public sealed class GapCountsTests
{
    [Fact]
    public void Each_kind_that_occurs_is_counted_and_no_other()
    {
        var told = GapCounts.Told([Gap(GapKind.OtherDuration), .. Many(GapKind.NoLine, 1200)], Language.Dutch);

        Assert.Equal(
            "niet alles van de kaders is te vergelijken: 1 lijn heeft een duur die de catalogus voor dat product niet "
                + "toestaat; 1.200 producten, subgroepen of aanbieders hebben wel trajecten maar geen lijn in het "
                + "kader. In intern/niet-vergeleken.csv staat om welke het gaat.",
            told.Dutch);
    }

    [Theory]
    [InlineData(GapKind.UnknownLine, "1 line is of a product", "2 lines are of a product")]
    [InlineData(GapKind.UnknownProvider, "1 line is of a provider", "2 lines are of a provider")]
    [InlineData(GapKind.OtherDuration, "1 line has a duration", "2 lines have a duration")]
    [InlineData(GapKind.NoLine, "1 product, subgroup or provider has", "2 products, subgroups or providers have")]
    public void One_is_told_otherwise_than_more(GapKind kind, string one, string two)
    {
        Assert.Contains($"compared: {one} ", Told(1), StringComparison.Ordinal);
        Assert.Contains($"compared: {two} ", Told(2), StringComparison.Ordinal);

        string Told(int count) => GapCounts.Told([.. Many(kind, count)], Language.English).English;
    }

    private static FrameworkGap Gap(GapKind kind) => new("kader.csv", kind, "45C02", string.Empty, string.Empty);

    private static IEnumerable<FrameworkGap> Many(GapKind kind, int count) => Enumerable.Repeat(Gap(kind), count);
}
