using System.Globalization;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Tests.Intake.Lines;

public sealed class CareUnitsTests
{
    // The list 'eenheid' of the iJw standard; a name is also accepted without what stands in parentheses, except
    // 'stuks', of which there are two.
    [Theory]
    [InlineData("01", "minuut", CareUnit.Minuut)]
    [InlineData("04", "uur", CareUnit.Uur)]
    [InlineData("14", "etmaal", CareUnit.Etmaal)]
    [InlineData("16", "dagdeel (4 uur)", CareUnit.Dagdeel)]
    [InlineData("16", "dagdeel", CareUnit.Dagdeel)]
    [InlineData("82", "stuks (output)", CareUnit.StuksOutput)]
    [InlineData("84", "stuks (inspanning)", CareUnit.StuksInspanning)]
    public void A_unit_is_read_by_its_code_and_its_name_in_any_case(string code, string name, CareUnit unit)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            // In Turkish the capital of i is another letter.
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.All(
                [code, code.TrimStart('0'), name, name.ToUpperInvariant(), $" {name} ", unit.Name()],
                text => Assert.Equal(unit, CareUnits.Read(text)));
            Assert.Equal((int)unit, int.Parse(code, CultureInfo.InvariantCulture));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("83", CareUnit.Eurocent, "iJw declares eurocents with the code of euros")]
    [InlineData("eurocent", CareUnit.Eurocent, "its name")]
    [InlineData("euro", CareUnit.Euro, "the name of a euro is a euro")]
    public void Money_is_in_cents_by_its_code_and_in_euros_by_its_name(string text, CareUnit unit, string why) =>
        Assert.True(unit == CareUnits.Read(text), why);

    [Theory]
    [InlineData("stuks")]
    [InlineData("")]
    [InlineData("uren")]
    [InlineData("004")]
    [InlineData("2")]
    public void Anything_else_is_no_unit(string text) => Assert.Null(CareUnits.Read(text));

    [Fact]
    public void Every_unit_has_a_name() =>
        Assert.Equal(8, Enum.GetValues<CareUnit>().Select(CareUnits.Name).Distinct().Count());
}
