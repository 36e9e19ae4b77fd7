using RgkCalibrator.Output.Plots;

namespace RgkCalibrator.Tests.Output.Plots;

public sealed class FineClassesTests
{
    [Theory]
    [InlineData(0, 0, "zero")]
    [InlineData(0.1, 0, "the end of the first class")]
    [InlineData(0.3, 2, "an edge that is no double")]
    [InlineData(0.30000000000000004, 3, "a hair beyond it")]
    [InlineData(0.35, 3, "between edges")]
    [InlineData(1, 9, "the last edge")]
    public void A_value_on_an_edge_lies_in_the_class_that_ends_there(double value, int place, string what)
    {
        var classes = FineClasses.For([1.0], 0, 10);

        Assert.Equal((10, 0.1, false), (classes.Closed, classes.Width, classes.IsOpen));
        Expect.Equal(place, classes.PlaceOf(value), what);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.7)]
    [InlineData(3.3)]
    [InlineData(0.0049)]
    [InlineData(123456)]
    public void No_edge_slips_to_the_next_class_by_rounding(double largest)
    {
        var classes = FineClasses.For([largest], 0, 90);

        for (var number = 1; number < classes.Closed; number++)
        {
            Assert.Equal(number - 1, classes.PlaceOf(classes.EdgeOf(number)));
            Assert.Equal(number, classes.PlaceOf(Math.BitIncrement(classes.EdgeOf(number))));
        }
    }

    [Fact]
    public void Every_value_is_counted_once_whatever_its_size()
    {
        var random = new Random(1729);
        for (var round = 0; round < 200; round++)
        {
            double[] values = [.. Enumerable.Range(0, 1 + random.Next(300)).Select(
                _ => Math.Round(Math.Exp(12 * (random.NextDouble() - 0.5)), random.Next(4)))];
            var classes = FineClasses.For(values, 0, 5 + random.Next(90));

            var counts = classes.Counts(values);

            Assert.Equal(values.Length, counts.Sum());
            for (var place = 0; place < classes.Closed; place++)
            {
                var (from, to) = (place == 0 ? -1 : classes.EdgeOf(place), classes.EdgeOf(place + 1));
                Assert.Equal(values.Count(value => value > from && value <= to), counts[place]);
            }
        }
    }

    [Fact]
    public void A_few_values_far_out_do_not_press_the_others_together()
    {
        double[] values = [.. Enumerable.Range(1, 995).Select(i => i / 10.0), 5000, 6000, 7000, 8000, 9000];

        var classes = FineClasses.For(values, 0, 50);

        Assert.True(classes.IsOpen);
        Assert.InRange(classes.End, 98.5, 110);
        Assert.Equal(5, classes.Counts(values)[^1]);
    }

    [Fact]
    public void What_must_be_seen_lies_within_the_classes()
    {
        Assert.True(FineClasses.For([1.0, 2, 3], 40, 50).End >= 40);
        Assert.Equal(1, FineClasses.For([], 0, 50).End);
        Assert.Equal(1, FineClasses.For([0.0, 0], 0, 50).End);
    }
}
