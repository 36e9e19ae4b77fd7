using FsCheck;
using FsCheck.Fluent;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Tests.Statistics;

public sealed class QuantileLawTests
{
    private static readonly QuantileType[] Types = Enum.GetValues<QuantileType>();
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(1729, 1729);

    // Quarters up to 100, few of them, so that ties abound and shifts and scales by powers of two are exact.
    private static readonly Gen<double[]> Quarters =
        Gen.Choose(0, 400).Select(quarters => quarters / 4.0).ArrayOf().Where(values => values.Length > 0);

    private static readonly Gen<(double[] Values, Percentage Percentage, QuantileType Type)> Cases =
        from values in Quarters
        from halves in Gen.Choose(0, 200)
        from type in Gen.Elements(Types)
        select (values, Percentage.Of(halves / 2m), type);

    [Fact]
    public void The_order_of_the_values_changes_nothing() => Holds((values, percentage, type) =>
        At(values, percentage, type) == At([.. values.Reverse<double>()], percentage, type)
        && At(values, percentage, type) == At([.. values.OrderBy(value => value % 7)], percentage, type));

    [Fact]
    public void A_shift_moves_every_percentile_along() => Holds((values, percentage, type) =>
        Math.Abs(At(values, percentage, type)
            + 1024 - At([.. values.Select(value => value + 1024)], percentage, type)) <= 1e-11);

    [Fact]
    public void A_scale_of_a_power_of_two_moves_every_percentile_along_exactly() => Holds((values, percentage, type) =>
        At(values, percentage, type) * 8 == At([.. values.Select(value => value * 8)], percentage, type));

    [Fact]
    public void Writing_every_value_twice_leaves_types_1_and_2_where_they_are() => Holds((values, percentage, type) =>
        type is not (QuantileType.Type1 or QuantileType.Type2)
        || At(values, percentage, type) == At([.. values, .. values], percentage, type));

    [Fact]
    public void Every_percentile_lies_between_the_smallest_and_the_largest_value() =>
        Holds((values, percentage, type) =>
            At(values, percentage, type) >= values.Min() && At(values, percentage, type) <= values.Max());

    [Fact]
    public void Types_1_and_2_are_the_inverse_of_the_distribution_function() => Holds((values, percentage, type) =>
        type is not (QuantileType.Type1 or QuantileType.Type2)
        || At(values, percentage, type) == Naive(values, percentage, type));

    [Fact]
    public void Percentiles_do_not_cross_not_even_in_the_last_digit()
    {
        var random = new Random(1729);
        for (var round = 0; round < 200; round++)
        {
            // Every other round neighbouring doubles: 1 and the three that follow it.
            var values = Enumerable.Range(0, 1 + random.Next(12))
                .Select(_ => round % 2 == 0 ? 1 + (random.Next(4) * Math.ScaleB(1, -52)) : 1000 * random.NextDouble())
                .ToArray();
            foreach (var type in Types)
            {
                var percentiles = Enumerable.Range(0, 201)
                    .Select(halves => At(values, Percentage.Of(halves / 2m), type)).ToArray();
                Assert.Equal(percentiles.Order(), percentiles);
            }
        }
    }

    [Fact]
    public void Counts_give_what_the_expanded_sample_gives()
    {
        var cases =
            from counted in Gen.Choose(0, 40).Zip(Gen.Choose(0, 9)).ArrayOf()
                .Where(pairs => pairs.Any(pair => pair.Item2 > 0))
            from halves in Gen.Choose(0, 200)
            from type in Gen.Elements(Types)
            select (counted, Percentage.Of(halves / 2m), type);
        Prop.ForAll(Arb.From(cases), triple =>
        {
            var (counted, percentage, type) = triple;
            var weighted = new WeightedSample(counted.Select(pair => (pair.Item1 / 8.0, (long)pair.Item2)));
            var expanded = new Sample(counted.SelectMany(pair => Enumerable.Repeat(pair.Item1 / 8.0, pair.Item2)));
            return Estimate.FromComplete(weighted, percentage, type, 0.95)
                == Estimate.FromComplete(expanded, percentage, type, 0.95);
        }).Check(Seeded);
    }

    private static void Holds(Func<double[], Percentage, QuantileType, bool> law) =>
        Prop.ForAll(Arb.From(Cases), triple => law(triple.Values, triple.Percentage, triple.Type)).Check(Seeded);

    private static double At(double[] values, Percentage percentage, QuantileType type) =>
        Quantile.Of(new Sample(values), percentage, type)!.Value;

    // Counts, for each value, how many lie at or below it; no ranks.
    private static double Naive(double[] values, Percentage percentage, QuantileType type)
    {
        long AtOrBelow(double value) => 200L * values.Count(other => other <= value);
        var needed = (long)percentage.Halves * values.Length;
        var smallest = values.Where(value => AtOrBelow(value) >= needed).Min();
        var isFlat = AtOrBelow(smallest) == needed && values.Any(value => value > smallest);
        return type == QuantileType.Type2 && isFlat
            ? (smallest + values.Where(value => value > smallest).Min()) / 2
            : smallest;
    }
}
