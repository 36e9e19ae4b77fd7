using MathNet.Numerics.LinearAlgebra;
using RgkCalibrator.Disclosure.Attack;

namespace RgkCalibrator.Tests.Disclosure.Attack;

public sealed class LinearBoundsTests
{
    [Fact]
    public void What_is_in_two_sets_follows_from_each_from_both_and_from_neither()
    {
        // In neither, in the first alone, in the second alone, in both.
        var bounds = new LinearBounds(4,
        [
            ([1, 1, 1, 1], 100, 100), ([1, 0, 1, 0], 70, 72), ([1, 1, 0, 0], 60, 60), ([1, 0, 0, 0], 35, 35),
        ]);

        var (least, most) = bounds.Of([0, 0, 0, 1])!.Value;

        Assert.Equal(3, least, 9);
        Assert.Equal(5, most, 9);
    }

    [Fact]
    public void What_nothing_limits_has_no_most_and_what_cannot_be_has_no_bounds()
    {
        Assert.Equal((2, double.PositiveInfinity), new LinearBounds(2, [([1, 0], 2, 3)]).Of([1, 1]));
        Assert.Null(new LinearBounds(1, [([1], 2, 3), ([1], 4, 5)]).Of([1]));
        Assert.Equal((0, 0), new LinearBounds(1, [([1], 0, 0)]).Of([1]));
    }

    /// <summary>Against all corners of what is known, each where as many limits meet as there are unknowns.</summary>
    [Fact]
    public void The_bounds_are_those_of_the_best_corner()
    {
        var (met, unmet) = (0, 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var unknowns = random.Next(1, 5);
            var known = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Known(random, unknowns))
                .Append((Weights: Enumerable.Repeat(1.0, unknowns).ToArray(), Least: 0.0, Most: 40.0)).ToList();
            var sought = Enumerable.Range(0, unknowns).Select(_ => (double)random.Next(-2, 3)).ToArray();

            var found = new LinearBounds(unknowns, known).Of(sought);

            var corners = Corners(unknowns, known).Select(corner => Sum(sought, corner)).ToList();
            Assert.Equal(corners.Count == 0, found is null);
            (met, unmet) = found is null ? (met, unmet + 1) : (met + 1, unmet);
            if (found is { } bounds)
            {
                Assert.Equal(corners.Min(), bounds.Least, 6);
                Assert.Equal(corners.Max(), bounds.Most, 6);
            }
        }

        Assert.InRange(met, 100, 390);
        Assert.InRange(unmet, 10, 300);
    }

    private static (double[] Weights, double Least, double Most) Known(Random random, int unknowns)
    {
        var least = random.Next(0, 30);
        return ([.. Enumerable.Range(0, unknowns).Select(_ => (double)random.Next(0, 4))],
            least, least + random.Next(0, 6));
    }

    private static IEnumerable<double[]> Corners(
        int unknowns, List<(double[] Weights, double Least, double Most)> known)
    {
        List<(double[] Weights, double At)> limits =
        [
            .. Enumerable.Range(0, unknowns).Select(one => (
                Enumerable.Range(0, unknowns).Select(other => one == other ? 1.0 : 0).ToArray(), 0.0)),
            .. known.SelectMany(sum => new[] { (sum.Weights, sum.Least), (sum.Weights, sum.Most) }),
        ];
        return
            from chosen in Chosen(limits, unknowns)
            let matrix = Matrix<double>.Build.DenseOfRows(chosen.Select(limit => limit.Weights))
            where Math.Abs(matrix.Determinant()) > 1e-9
            let corner = matrix.Solve(Vector<double>.Build.DenseOfEnumerable(chosen.Select(limit => limit.At)))
            where corner.All(value => value > -1e-7) && known.TrueForAll(sum =>
                Sum(sum.Weights, [.. corner]) > sum.Least - 1e-7 && Sum(sum.Weights, [.. corner]) < sum.Most + 1e-7)
            select corner.ToArray();
    }

    private static IEnumerable<List<T>> Chosen<T>(List<T> all, int count)
    {
        if (count == 0)
            return [[]];
        return all.SelectMany((one, place) =>
            Chosen(all[(place + 1)..], count - 1).Select(rest => rest.Prepend(one).ToList()));
    }

    private static double Sum(double[] weights, double[] values) =>
        weights.Zip(values).Sum(pair => pair.First * pair.Second);
}
