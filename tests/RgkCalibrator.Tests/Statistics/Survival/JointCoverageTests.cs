using FsCheck;
using FsCheck.Fluent;
using RgkCalibrator.Statistics.Quantiles;
using RgkCalibrator.Statistics.Survival;

namespace RgkCalibrator.Tests.Statistics.Survival;

public sealed class JointCoverageTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(1729, 1729);

    [Fact]
    public void The_pairs_are_those_of_R()
    {
        // R 4.2.2: r <- pmax(rank(V, ties = "min"), rank(D, ties = "min")) - 1; j <- sort(r)[k] + 1; sort(V)[j],
        // sort(D)[j].
        var data = Reference.Rows("joint_data.csv").ToLookup(row => row["set"]);
        var rows = Reference.Rows("joint_empirical.csv");
        Assert.Equal(16, rows.Count);
        foreach (var row in rows)
        {
            var n = row.Whole("n");
            var pair = JointCoverage.FromComplete(
                Column(data[row["set"]], "volume"), Column(data[row["set"]], "duration")).Pair(row.Percentage())!;
            Assert.Equal((row["set"], row.Whole("j") - 1), (row["set"], Whole(pair.Rank, n)));
            Assert.Equal(
                (row.Number("V_joint"), row.Number("D_joint")), (pair.Calibrated.Volume, pair.Calibrated.Duration));
            // Its marginal pair is of type 1; ours goes midway at a flat, between two values, so that it holds the
            // same.
            var (v, d) = (
                new Sample(Column(data[row["set"]], "volume")), new Sample(Column(data[row["set"]], "duration")));
            Assert.Equal(
                (row.Number("V_marg"), row.Number("D_marg")),
                (At(v, row, QuantileType.Type1), At(d, row, QuantileType.Type1)));
            Assert.Equal(
                (At(v, row, QuantileType.Type2), At(d, row, QuantileType.Type2)),
                (pair.Marginal.Volume, pair.Marginal.Duration));
            Assert.Equal(row.Whole("joint_cover_count"), Whole(pair.Calibrated.Inside, n));
            Assert.Equal(row.Whole("marg_joint_count"), Whole(pair.Marginal.Inside, n));
            Assert.Equal(row.Whole("over_V"), Whole(pair.Calibrated.OverVolume, n));
            Assert.Equal(row.Whole("over_D"), Whole(pair.Calibrated.OverDuration, n));
        }
    }

    [Fact]
    public void The_calibrated_pair_holds_enough_and_the_pair_of_the_rank_before_it_does_not() =>
        Holds((volumes, durations, percentage) =>
    {
        var joint = JointCoverage.FromComplete(volumes, durations);
        var pair = joint.Pair(percentage)!;
        var needed = percentage.Rank(volumes.Length);
        var (v, d) = (new Sample(volumes), new Sample(durations));
        var naive = 1;
        while (Count(volumes, durations, v.AtRank(naive), d.AtRank(naive)) < needed)
            naive++;
        return (v.AtRank(naive), d.AtRank(naive)) == (pair.Calibrated.Volume, pair.Calibrated.Duration);
    });

    [Fact]
    public void Censored_without_any_censoring_is_uncensored() => Holds((volumes, durations, percentage) =>
        JointCoverage.FromSample(new VolumeSample(volumes, durations, Array.ConvertAll(volumes, _ => true)))
            .Pair(percentage)
            == JointCoverage.FromComplete(volumes, durations).Pair(percentage));

    [Fact]
    public void Two_equal_measures_need_no_calibration() => Holds((volumes, _, percentage) =>
    {
        var pair = JointCoverage.FromComplete(volumes, volumes).Pair(percentage)!;
        return pair.Calibrated.Volume == Quantile.Of(new Sample(volumes), percentage, QuantileType.Type1)
            && pair.Marginal.Volume == Quantile.Of(new Sample(volumes), percentage, QuantileType.Type2);
    });

    [Fact]
    public void Running_trajectories_weigh_in_the_pair()
    {
        // Ended: days 10, 20, 30 and 50; running: 25. Weights 1, 1, 3/2, 3/2: together 5.
        var sample = new VolumeSample([4, 1, 3, 2, 9], [10, 20, 30, 50, 25], [true, true, true, true, false]);
        var pair = JointCoverage.FromSample(sample).Pair(Percentage.Of(70))!;
        // Smaller volumes weigh 4 → 4, 1 → 0, 3 → 2.5, 2 → 1; shorter durations 0, 1, 2, 3.5. Larger of both: 4, 1,
        // 2.5, 3.5. In order 1 (1), 2.5 (1.5), 3.5 (1.5), 4 (1): 3.5 of 5 is reached at 3.5.
        Assert.Equal(0.7, pair.Rank, 1e-15);
        Assert.Equal((3.0, 50.0), (pair.Calibrated.Volume, pair.Calibrated.Duration));
        Assert.Equal(0.8, pair.Calibrated.Inside, 1e-15);
        Assert.Equal(
            new Ipcw(sample).Percentile(Percentage.Of(70), SurvivalLimits.Log, 0.95).Value, pair.Marginal.Volume);
        Assert.Equal(
            new KaplanMeier(sample.Survival).Percentile(Percentage.Of(70), SurvivalLimits.Log, 0.95).Value,
            pair.Marginal.Duration);
    }

    [Fact]
    public void What_the_data_do_not_reach_has_no_pair()
    {
        Assert.Null(JointCoverage.FromComplete([], []).Pair(Percentage.Of(80)));
        Assert.Null(JointCoverage.FromSample(new VolumeSample([1], [2], [false])).Pair(Percentage.Of(80)));
        Assert.Null(JointCoverage.FromSample(new VolumeSample([1, 2, 3, 4], [1, 2, 3, 4], [true, true, true, false]))
            .Pair(Percentage.Of(80)));
    }

    [Fact]
    public void Columns_of_unequal_length_and_numbers_that_are_not_finite_are_refused()
    {
        Assert.Throws<ArgumentException>(() => JointCoverage.FromComplete([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => JointCoverage.FromComplete([1, double.NaN], [1, 2]));
    }

    private static void Holds(Func<double[], double[], Percentage, bool> law)
    {
        var cases =
            from pairs in Gen.Choose(0, 12).Zip(Gen.Choose(0, 12)).ArrayOf().Where(pairs => pairs.Length > 0)
            from halves in Gen.Choose(1, 200)
            select (pairs, Percentage.Of(halves / 2m));
        Prop.ForAll(Arb.From(cases), drawn => law(
            Array.ConvertAll(drawn.pairs, pair => pair.Item1 / 2.0),
            Array.ConvertAll(drawn.pairs, pair => (double)pair.Item2),
            drawn.Item2))
            .Check(Seeded);
    }

    private static int Count(double[] volumes, double[] durations, double volume, double duration) =>
        volumes.Zip(durations).Count(pair => pair.First <= volume && pair.Second <= duration);

    private static double At(Sample sample, IReadOnlyDictionary<string, string> row, QuantileType type) =>
        Quantile.Of(sample, row.Percentage(), type)!.Value;

    private static double[] Column(IEnumerable<IReadOnlyDictionary<string, string>> rows, string name) =>
        [.. rows.Select(row => row.Number(name))];

    private static long Whole(double share, long n)
    {
        Assert.Equal(Math.Round(share * n), share * n, 1e-9);
        return (long)Math.Round(share * n);
    }
}
