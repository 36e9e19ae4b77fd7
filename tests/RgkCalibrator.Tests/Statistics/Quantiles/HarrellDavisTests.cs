using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Tests.Statistics.Quantiles;

public sealed class HarrellDavisTests
{
    [Fact]
    public void Estimates_are_those_of_Hmisc()
    {
        // R 4.2.2, Hmisc 4.8-0: hdquantile(x, p).
        var samples = Reference.Rows("vectors.csv").GroupBy(row => row["vector"])
            .ToDictionary(rows => rows.Key, rows => new Sample(rows.Select(row => row.Number("x"))));
        var rows = Reference.Rows("harrell_davis_Hmisc.csv");
        Assert.Equal(42, rows.Count);
        foreach (var row in rows)
        {
            var sample = samples[row["vector"]];
            AssertClose(row.Number("hd"), HarrellDavis.Of(sample, row.Percentage())!.Value);
        }
    }

    [Fact]
    public void Counts_give_what_the_expanded_sample_gives()
    {
        var sample = new WeightedSample(
            Reference.Rows("frequency_weights_input.csv").Select(row => (row.Number("x"), row.Whole("count"))));
        var rows = Reference.Rows("frequency_weights.csv").Where(row => row["type"] == "HD").ToList();
        Assert.NotEmpty(rows);
        foreach (var row in rows)
            AssertClose(row.Number("value"), HarrellDavis.Of(sample, row.Percentage())!.Value);
    }

    [Fact]
    public void Little_data_have_little_to_say()
    {
        Assert.Null(HarrellDavis.Of(new Sample([]), Percentage.Of(80)));
        Assert.Equal(5, HarrellDavis.Of(new Sample([5]), Percentage.Of(80))!.Value, 1e-14);
        Assert.Equal(7, HarrellDavis.Of(new Sample([7, 7, 7]), Percentage.Of(80))!.Value, 1e-14);
    }

    [Fact]
    public void At_the_ends_it_is_the_smallest_and_the_largest()
    {
        Assert.Equal(1, HarrellDavis.Of(new Sample([3, 1, 2]), Percentage.Of(0)));
        Assert.Equal(3, HarrellDavis.Of(new Sample([3, 1, 2]), Percentage.Of(100)));
    }

    private static void AssertClose(double expected, double actual) =>
        Assert.InRange(actual, expected - (1e-9 * Math.Abs(expected)), expected + (1e-9 * Math.Abs(expected)));
}
