using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Tests.Output.Charts;

public sealed class AxisTests
{
    [Theory]
    [InlineData(0, 145, 5, "0 50 100 150")]
    [InlineData(0, 150, 5, "0 50 100 150")]
    [InlineData(0, 1000, 10, "0 100 200 300 400 500 600 700 800 900 1.000")]
    [InlineData(0, 0.7, 7, "0 0,1 0,2 0,3 0,4 0,5 0,6 0,7")]
    [InlineData(-3, 7, 5, "-4 -2 0 2 4 6 8")]
    [InlineData(52, 61, 5, "52 54 56 58 60 62")]
    [InlineData(0, 0, 5, "0 0,2 0,4 0,6 0,8 1")]
    [InlineData(52, 52, 3, "0 20 40 60")]
    [InlineData(-5, -5, 5, "-5 -4 -3 -2 -1 0")]
    [InlineData(0, 3e-9, 3, "0 1E-09 2E-09 3E-09")]
    [InlineData(0, 4e20, 2, "0 2E+20 4E+20")]
    public void Ticks_are_round_numbers_around_the_values(double from, double to, int steps, string labels) =>
        Assert.Equal(
            labels, string.Join(' ', Axis.Nice(from, to, steps, Language.Dutch).Ticks.Select(tick => tick.Label)));

    [Fact]
    public void An_axis_holds_its_values_with_few_steps_that_are_equal()
    {
        var random = new Random(1729);
        for (var trial = 0; trial < 2000; trial++)
        {
            var from = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-6, 12));
            var to = from + (random.NextDouble() * Math.Pow(10, random.Next(-6, 12)));
            var steps = random.Next(2, 21);

            var axis = Axis.Nice(from, to, steps, Language.English);

            var slack = 1e-9 * (axis.Max - axis.Min);
            Assert.True(
                axis.Min <= from + slack && to <= axis.Max + slack, $"{Numbers.Exact(from)} {Numbers.Exact(to)}");
            Assert.InRange(axis.Ticks.Count - 1, 1, steps + 2);
        }
    }

    [Fact]
    public void An_axis_can_have_the_ticks_that_a_framework_line_can_have()
    {
        var axis = Axis.At(Language.Dutch, 3, 6, 9, 12, 18, 24);

        Assert.Equal((3, 24), (axis.Min, axis.Max));
        Assert.Equal(["3", "6", "9", "12", "18", "24"], axis.Ticks.Select(tick => tick.Label));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(-1e308, 1e308)]
    public void An_axis_runs_forward_between_finite_numbers(double from, double to) =>
        Assert.Throws<ArgumentException>(() => Axis.Nice(from, to, 5, Language.Dutch));

    [Fact]
    public void Given_ticks_are_at_least_two_and_ascend()
    {
        Assert.Throws<ArgumentException>(() => Axis.At(Language.Dutch, 3));
        Assert.Throws<ArgumentException>(() => Axis.At(Language.Dutch, 3, 3));
    }
}
