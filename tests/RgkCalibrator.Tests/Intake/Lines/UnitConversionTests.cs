using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Tests.Intake.Lines;

public sealed class UnitConversionTests
{
    [Theory]
    [InlineData(CareUnit.Minuut, CareUnit.Uur, 540_000, 9_000)]
    [InlineData(CareUnit.Minuut, CareUnit.Uur, 29, 0)]
    [InlineData(CareUnit.Minuut, CareUnit.Uur, 30, 1)]
    [InlineData(CareUnit.Minuut, CareUnit.Uur, -30, -1)]
    [InlineData(CareUnit.Minuut, CareUnit.Uur, -89, -1)]
    [InlineData(CareUnit.Minuut, CareUnit.Uur, 90, 2)]
    [InlineData(CareUnit.Minuut, CareUnit.Uur, 4_294_967_250, 71_582_788)]
    [InlineData(CareUnit.Minuut, CareUnit.Uur, 4_294_967_310, 71_582_789)]
    public void Minutes_and_hours_are_converted_with_or_without_the_catalogue(
        CareUnit declared, CareUnit carried, long ticks, long expected) => Assert.All(
        [true, false],
        convertsDagdelen =>
            Assert.Equal(expected, UnitConversion.Between(declared, carried, convertsDagdelen)!.Value.Convert(ticks)));

    [Theory]
    [InlineData(CareUnit.Dagdeel, CareUnit.Uur, 6_000, 24_000)]
    [InlineData(CareUnit.Uur, CareUnit.Dagdeel, 36_000, 9_000)]
    [InlineData(CareUnit.Uur, CareUnit.Dagdeel, 2, 1)]
    [InlineData(CareUnit.Minuut, CareUnit.Dagdeel, 240 * 6_000, 6_000)]
    public void A_dagdeel_is_four_hours_only_where_the_catalogue_says_so(
        CareUnit declared, CareUnit carried, long ticks, long expected)
    {
        Assert.Equal(expected, UnitConversion.Between(declared, carried, convertsDagdelen: true)!.Value.Convert(ticks));
        Assert.Null(UnitConversion.Between(declared, carried, convertsDagdelen: false));
    }

    [Fact]
    public void Days_pieces_and_money_are_nothing_else()
    {
        CareUnit[] alone = [CareUnit.Etmaal, CareUnit.StuksInspanning, CareUnit.StuksOutput];
        var pairs = from one in alone from other in Enum.GetValues<CareUnit>() where other != one select (one, other);
        foreach (var (one, other) in pairs)
        {
            Assert.Null(UnitConversion.Between(one, other, convertsDagdelen: true));
            Assert.Null(UnitConversion.Between(other, one, convertsDagdelen: true));
        }
    }

    [Fact]
    public void A_hundred_cents_are_a_euro_and_nothing_else_is()
    {
        var conversion = UnitConversion.Between(CareUnit.Eurocent, CareUnit.Euro, convertsDagdelen: false);

        Assert.Equal(12_000, conversion!.Value.Convert(1_200_000));
        Assert.All(
            Enum.GetValues<CareUnit>().Where(unit => unit is not (CareUnit.Euro or CareUnit.Eurocent)),
            unit => Assert.Null(UnitConversion.Between(unit, CareUnit.Euro, convertsDagdelen: true)));
        Assert.Null(UnitConversion.Between(CareUnit.Euro, CareUnit.Uur, convertsDagdelen: true));
    }

    [Fact]
    public void A_unit_is_itself() => Assert.All(
        Enum.GetValues<CareUnit>(),
        unit =>
            Assert.Equal(12_345, UnitConversion.Between(unit, unit, convertsDagdelen: false)!.Value.Convert(12_345)));
}
