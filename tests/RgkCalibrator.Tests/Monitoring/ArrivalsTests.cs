using RgkCalibrator.Intake.Accounting;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Monitoring;

namespace RgkCalibrator.Tests.Monitoring;

public sealed class ArrivalsTests
{
    private static readonly DateOnly ObservedTo = new(2026, 12, 31);
    private static readonly int December = MonthNumber.Of(ObservedTo);

    [Fact]
    public void Without_days_of_declaration_a_number_of_months_counts_as_incomplete()
    {
        var arrivals = Arrivals.Learn(new([], null), ObservedTo, new() { LateMonths = 4 });

        Assert.Null(arrivals.Region);
        Assert.True(arrivals.IsComplete(arrivals.Of("45C02", December - 4)));
        Assert.Null(arrivals.Of("45C02", December - 3));
        Assert.False(arrivals.IsComplete(arrivals.Mean("45C02", December - 9, December - 3)));
    }

    [Fact]
    public void A_product_with_enough_lines_has_a_curve_of_its_own()
    {
        var months = Months("45C02", first: 600, second: 400).Concat(Months("45C05", first: 9, second: 1));
        var arrivals = Arrivals.Learn(
            new([.. months], DayNumber.Of(ObservedTo)), ObservedTo, new() { LongestDelay = 6 });

        Assert.Equal("45C02", Assert.Single(arrivals.ByProduct).Key);
        Assert.Equal(0.6, arrivals.Of("45C02", December)!.Share, 1e-12);
        Assert.Equal(609.0 / 1010, arrivals.Of("45C05", December)!.Share, 1e-12);
        Assert.Equal(1, arrivals.Of("45C05", December - 1)!.Share, 1e-12);
    }

    [Theory]
    [InlineData(31, 0)]
    [InlineData(28, 0)]
    [InlineData(27, 1)]
    public void A_month_of_which_more_than_three_days_are_missing_is_not_known(int last, int back)
    {
        var arrivals = Arrivals.Learn(
            new([.. Months("45C02", 600, 400)], DayNumber.Of(new DateOnly(2026, 12, last))), ObservedTo,
            new() { LongestDelay = 6 });

        Assert.Equal(December - back, arrivals.LastMonth);
    }

    private static IEnumerable<DeclaredMonth> Months(string code, int first, int second)
    {
        var product = new DeclaredProduct(code, CareUnit.Uur, IsKnown: true);
        return Enumerable.Range(December - 59, 60).SelectMany(month => new[]
        {
            new DeclaredMonth(product, month, month, first, 0, 0),
            new DeclaredMonth(product, month, month + 1, second, 0, 0),
        }.Where(one => one.Declared <= December));
    }
}
