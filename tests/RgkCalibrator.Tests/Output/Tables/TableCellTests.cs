using RgkCalibrator.Output.Tables;

namespace RgkCalibrator.Tests.Output.Tables;

public sealed class TableCellTests
{
    [Theory]
    [InlineData("0.125", "0.13")]
    [InlineData("0.135", "0.14")]
    [InlineData("-0.125", "-0.13")]
    [InlineData("0.1249", "0.12")]
    public void A_half_is_rounded_away_from_zero_for_readers_and_programs(string value, string rounded)
    {
        var cell = TableCell.Decimal(
            decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), 2, Language.English);

        Assert.Equal((rounded, rounded), (cell.Shown, cell.Plain));
    }
}
