using RgkCalibrator.Statistics.Charting;

namespace RgkCalibrator.Tests.Statistics.Charting;

/// <summary>The rules of the Western Electric handbook, in examples and against a naive twin.</summary>
public sealed class RunRulesTests
{
    // So many periods that the centre is known.
    private const int Known = 1_000_000_000;

    [Theory]
    [InlineData("3.01", "OneBeyondThree")]
    [InlineData("3", "")]
    [InlineData("2.1 0 2.1", "TwoOfThreeBeyondTwo")]
    [InlineData("2.1 0 0 2.1", "")]
    [InlineData("2.1 -2.1", "")]
    [InlineData("2.1 2.1 0.5", "")]
    [InlineData("1.1 1.1 -1 1.1 1.1", "FourOfFiveBeyondOne")]
    [InlineData("1.1 1.1 1.1 - 1.1", "")]
    [InlineData("0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1", "EightOnOneSide")]
    [InlineData("0.1 0.1 0.1 0.1 0.1 0.1 0.1", "")]
    [InlineData("0.1 0.1 0.1 0.1 0 0.1 0.1 0.1", "")]
    [InlineData("2 -0.9 1.9 1.9 1.9", "FourOfFiveBeyondOne TogetherBeyondThree")]
    [InlineData("1.9 - 1.9 - 1.9", "TogetherBeyondThree")]
    [InlineData("1.9 - 1.9 - 1.3", "")]
    [InlineData("1.9 - 1.9 1.9 - -0.1", "")]
    public void The_last_point_completes(string points, string rules)
    {
        List<double?> z = [.. points.Split(' ').Select(Read)];

        Assert.Equal(rules, string.Join(' ', RunRules.On(z, ChartSide.Above, Known)[^1].Select(signal => signal.Rule)));
        Assert.Equal(
            rules, string.Join(' ', RunRules.On(z.ConvertAll(point => -point), ChartSide.Below, Known)[^1]
                .Select(signal => signal.Rule)));

        static double? Read(string text) => text == "-"
            ? null
            : double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData(8, false)]
    [InlineData(30, true)]
    public void Points_together_must_be_farther_out_where_the_centre_rests_on_few_periods(int periods, bool isFlagged)
    {
        var found = RunRules.On([1.9, 1.9, 1.9], ChartSide.Above, periods)[^1];

        Assert.Equal(isFlagged, found.Any(signal => signal.Rule == RunRule.TogetherBeyondThree));
    }

    [Fact]
    public void Chance_gives_a_signal_once_in_91_points_and_by_the_four_rules_of_the_handbook_once_in_92()
    {
        const int Rows = 2000;
        // Hardly any row is so long without a signal.
        const int Points = 700;
        var random = new Random(91);
        var (all, four) = (0.0, 0.0);
        for (var row = 0; row < Rows; row++)
        {
            List<double?> z = [.. Enumerable.Range(0, Points).Select(_ => (double?)Normal())];
            var signals = RunRules.On(z, ChartSide.Above, Known).Zip(
                RunRules.On(z, ChartSide.Below, Known), (above, below) => above.Concat(below).ToList()).ToList();
            all += First(signals, _ => true);
            four += First(signals, signal => signal.Rule != RunRule.TogetherBeyondThree);
        }

        // The mean of so many rows has a standard error of 2.
        Assert.InRange(four / Rows, 91.75 - 6, 91.75 + 6);
        Assert.InRange(all / Rows, 91 - 6, 91 + 6);
        Assert.True(all < four);

        double Normal() =>
            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

        static int First(List<List<RunSignal>> signals, Func<RunSignal, bool> counts) =>
            signals.FindIndex(here => here.Any(counts)) is >= 0 and var place ? place + 1 : Points;
    }

    [Fact]
    public void A_naive_twin_says_the_same_of_any_row()
    {
        var random = new Random(8);
        for (var round = 0; round < 300; round++)
        {
            List<double?> z =
            [
                .. Enumerable.Range(0, 30)
                    .Select(_ => random.Next(12) == 0 ? (double?)null : (7 * random.NextDouble()) - 3),
            ];
            var found = RunRules.On(z, ChartSide.Above, Known);
            for (var last = 0; last < z.Count; last++)
            {
                Assert.Equal(Naive(z, last, 3, 1, 1), Has(RunRule.OneBeyondThree));
                Assert.Equal(Naive(z, last, 2, 2, 3), Has(RunRule.TwoOfThreeBeyondTwo));
                Assert.Equal(Naive(z, last, 1, 4, 5), Has(RunRule.FourOfFiveBeyondOne));
                Assert.Equal(Naive(z, last, 0, 8, 8), Has(RunRule.EightOnOneSide));
                var all = z.Take(last + 1).OfType<double>().ToList();
                Assert.Equal(
                    all.Count >= 2 && z[last] > 0 && all.Sum() / Math.Sqrt(all.Count) > 3,
                    Has(RunRule.TogetherBeyondThree));

                bool Has(RunRule rule) => found[last].Any(signal => signal.Rule == rule);
            }
        }
    }

    private static bool Naive(List<double?> z, int last, double sigmas, int needed, int of)
    {
        var beyond = 0;
        for (var back = 0; back < of && last - back >= 0; back++)
        {
            if (z[last - back] is not { } point)
                break;
            beyond += point > sigmas ? 1 : 0;
        }

        return z[last] > sigmas && beyond >= needed;
    }
}
