using RgkCalibrator.Output.Charts;

namespace RgkCalibrator.Tests.Output.Charts;

public sealed class LabelRowTests
{
    [Theory]
    [InlineData(new double[] { 100, 300 }, new double[] { 100, 300 }, "room for both")]
    [InlineData(new double[] { 200, 200 }, new double[] { 150, 250 }, "the same place")]
    [InlineData(new double[] { 10, 20 }, new double[] { 50, 150 }, "at the left end")]
    [InlineData(new double[] { 995, 1000 }, new double[] { 850, 950 }, "at the right end")]
    [InlineData(new double[] { 200, 220, 600 }, new double[] { 160, 260, 600 }, "two of three are near")]
    public void Labels_stand_as_near_to_their_places_as_the_others_allow(
        double[] places, double[] centres, string situation)
    {
        var actual = LabelRow.Centres(places, [.. places.Select(_ => 100.0)], 0, 1000);

        Assert.True(centres.SequenceEqual(actual), situation);
    }

    [Fact]
    public void Labels_never_overlap_never_leave_the_row_and_keep_their_order()
    {
        var random = new Random(1729);
        for (var trial = 0; trial < 1000; trial++)
        {
            var places = Enumerable.Range(0, random.Next(1, 7)).Select(_ => random.NextDouble() * 1000)
                .Order().ToList();
            var widths = places.Select(_ => 20 + (random.NextDouble() * 140)).ToList();

            var centres = LabelRow.Centres(places, widths, 0, 1000);

            var boxes = centres.Zip(widths, (x, width) => (Left: x - (width / 2), Right: x + (width / 2))).ToList();
            Assert.All(boxes, box => Assert.True(box.Left >= -1e-9 && box.Right <= 1000 + 1e-9));
            Assert.All(boxes.Zip(boxes.Skip(1)), pair => Assert.True(pair.First.Right <= pair.Second.Left + 1e-9));
        }
    }
}
