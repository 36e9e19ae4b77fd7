using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Tests.Statistics.Quantiles;

public sealed class TukeyFencesTests
{
    [Fact]
    public void Fences_stand_one_and_a_half_times_the_spread_of_the_middle_beyond_it()
    {
        // Quartiles 4 and 16 of seven values: the ratio 4 to the power 1.5 is 8, so 1/2 and 128.
        var fences = TukeyFences.FromValues([0.25, 4, 8, 8, 8, 16, 129], Percentage.Of(80), 0.95);
        Assert.Equal((0.5, 128.0), (fences.Lower!.Value, fences.Upper!.Value));
        Assert.Equal((1, 1, 0), (fences.Below, fences.Above, fences.WithoutLogarithm));
        Assert.Equal((16.0, 12.0), (fences.With.Value!.Value, fences.Without.Value!.Value));
        Assert.Equal((7, 5), (fences.With.N, fences.Without.N));
    }

    [Fact]
    public void What_stands_on_a_fence_is_no_outlier() =>
        Assert.Equal((0, 0), Flagged([0.5, 4, 8, 8, 8, 16, 128]));

    [Fact]
    public void Zeros_have_no_logarithm_and_stay()
    {
        var fences = TukeyFences.FromValues([0, 0, 4, 4, 8, 16, 16], Percentage.Of(80), 0.95);
        Assert.Equal((2, 0, 0), (fences.WithoutLogarithm, fences.Below, fences.Above));
        Assert.Equal(7, fences.Without.N);
    }

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { 0.0, 0 })]
    public void Without_values_above_zero_there_are_no_fences(double[] values)
    {
        var fences = TukeyFences.FromValues(values, Percentage.Of(80), 0.95);
        Assert.Equal((null, null), (fences.Lower, fences.Upper));
        Assert.Equal((0, 0), (fences.Below, fences.Above));
    }

    [Theory]
    [InlineData(new[] { 7.3 })]
    [InlineData(new[] { 7.3, 9.1 })]
    [InlineData(new[] { 0.1, 0.1, 0.1, 0.1, 0.1 })]
    public void Little_or_equal_data_have_no_outliers(double[] values) => Assert.Equal((0, 0), Flagged(values));

    [Fact]
    public void A_value_that_is_not_finite_is_refused() =>
        Assert.Throws<ArgumentException>(() => TukeyFences.FromValues([double.NaN], Percentage.Of(80), 0.95));

    private static (long Below, long Above) Flagged(double[] values)
    {
        var fences = TukeyFences.FromValues(values, Percentage.Of(80), 0.95);
        return (fences.Below, fences.Above);
    }
}
