using System.Globalization;
using MathNet.Numerics.Statistics;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Tests.Statistics.Quantiles;

public sealed class QuantileTests
{
    [Fact]
    public void All_types_give_what_R_gives()
    {
        // R 4.2.2: quantile(x, p, type = ...). Type 3 is left out: it is not offered, since implementations differ.
        var samples = Reference.Rows("vectors.csv").GroupBy(row => row["vector"])
            .ToDictionary(rows => rows.Key, rows => new Sample(rows.Select(row => row.Number("x"))));
        var compared = 0;
        foreach (var row in Reference.Rows("quantile_types.csv").Where(row => row["type"] != "3"))
        {
            AssertSame(row, samples[row["vector"]]);
            compared++;
        }

        Assert.Equal(7 * 9 * 8, compared);
    }

    [Fact]
    public void Counts_as_weights_give_what_R_gives_for_the_expanded_sample()
    {
        // R 4.2.2: quantile(rep(x, count), p, type = ...). HD, the estimator of Harrell and Davis, is no type; type 3
        // is not offered.
        var sample = new WeightedSample(
            Reference.Rows("frequency_weights_input.csv").Select(row => (row.Number("x"), row.Whole("count"))));
        var rows = Reference.Rows("frequency_weights.csv").Where(row => row["type"] is not ("3" or "HD")).ToList();
        Assert.Equal(4 * 8, rows.Count);
        foreach (var row in rows)
            AssertSame(row, sample);
    }

    [Fact]
    public void Every_percentage_is_exact_where_floating_ranks_slip()
    {
        // MathNet 5.0.0, R1 and R2, gives 56 for P55 of 1..100: n * tau is 55.000000000000007.
        var sample = new Sample(Enumerable.Range(1, 100).Select(i => (double)i));
        for (var percent = 1; percent < 100; percent++)
        {
            Assert.Equal(percent, Quantile.Of(sample, Percentage.Of(percent), QuantileType.Type1));
            Assert.Equal(percent + 0.5, Quantile.Of(sample, Percentage.Of(percent), QuantileType.Type2));
            Assert.Equal(percent + 1, Quantile.Of(sample, Percentage.Of(percent + 0.5m), QuantileType.Type2));
        }
    }

    [Theory]
    [InlineData(4, 7, "P80 of 5 is an exact flat: midway between the 4th and the 5th")]
    [InlineData(6, 10, "P80 of 6 is the 5th")]
    public void Only_at_an_exact_flat_the_definition_of_this_program_goes_midway(
        int others, double expected, string because)
    {
        Assert.NotEmpty(because);
        double[] values = others == 4 ? [1, 2, 3, 4, 10] : [1, 2, 3, 4, 10, 11];
        Assert.Equal(expected, Quantile.Of(new Sample(values), Percentage.Of(80), QuantileType.Type2));
    }

    [Theory]
    [InlineData(QuantileType.Type1)]
    [InlineData(QuantileType.Type2)]
    [InlineData(QuantileType.Type7)]
    [InlineData(QuantileType.Type8)]
    public void An_empty_sample_has_no_percentile(QuantileType type)
    {
        Assert.Null(Quantile.Of(new Sample([]), Percentage.Of(0), type));
        Assert.Null(Quantile.Of(new Sample([]), Percentage.Of(100), type));
    }

    [Fact]
    public void An_unknown_type_is_refused_also_for_an_empty_sample() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Quantile.Of(new Sample([]), Percentage.Of(80), (QuantileType)99));

    [Theory]
    [InlineData(QuantileType.Type4, QuantileDefinition.R4)]
    [InlineData(QuantileType.Type5, QuantileDefinition.R5)]
    [InlineData(QuantileType.Type6, QuantileDefinition.R6)]
    [InlineData(QuantileType.Type7, QuantileDefinition.R7)]
    [InlineData(QuantileType.Type8, QuantileDefinition.R8)]
    [InlineData(QuantileType.Type9, QuantileDefinition.R9)]
    public void The_interpolating_types_agree_with_MathNet(QuantileType type, QuantileDefinition definition)
    {
        var random = new Random(1729);
        for (var n = 1; n <= 120; n++)
        {
            var values = Enumerable.Range(0, n).Select(_ => Math.Exp(3 * random.NextDouble())).Order().ToArray();
            var sample = new Sample(values);
            for (var halves = 0; halves <= 200; halves++)
            {
                var theirs = SortedArrayStatistics.QuantileCustom(values, halves / 200.0, definition);
                var ours = Quantile.Of(sample, Percentage.Of(halves / 2m), type)!.Value;
                Assert.InRange(ours, theirs - 1e-11, theirs + 1e-11);
            }
        }
    }

    private static void AssertSame(IReadOnlyDictionary<string, string> row, IOrderedValues sample)
    {
        var type = Enum.Parse<QuantileType>("Type" + row["type"]);
        var expected = row.Number("value");
        var actual = Quantile.Of(sample, row.Percentage(), type)!.Value;
        var tolerance = type is QuantileType.Type1 or QuantileType.Type2 ? 0 : 1e-12 * Math.Abs(expected);
        Assert.True(
            Math.Abs(actual - expected) <= tolerance,
            string.Create(CultureInfo.InvariantCulture, $"{row["p"]} {type}: {actual} for {expected}"));
    }
}
