namespace RgkCalibrator.Statistics.Testing;

/// <summary>The number of a group that lies beyond a line.</summary>
/// <param name="Beyond">0 to n.</param>
/// <param name="N">The size of the group, 0 or more.</param>
public sealed record BeyondCount(long Beyond, long N);

/// <summary>The p-value of group × beyond.</summary>
/// <param name="P">0 to 1.</param>
/// <param name="IsExact">False when the table was too large: then P is that of χ².</param>
public sealed record FisherResult(double P, bool IsExact);

/// <summary>
/// The exact test of an r × 2 table: the chance, with all margins fixed, of every table that is no more likely than the
/// one seen. Fisher (1935); Freeman and Halton (1951), Biometrika 38, doi:10.1093/biomet/38.1-2.141, by the network of
/// Mehta and Patel (1983), JASA 78, doi:10.1080/01621459.1983.10477989.
/// </summary>
/// <remarks>
/// The network takes the groups one by one and merges ways with the same number beyond so far and the same chance so
/// far; a way of which every continuation counts, or none, is closed at once. Two groups are always exact. Larger
/// tables, with more than <see cref="MostSteps"/> steps in the network or more than <see cref="MostMembers"/> members,
/// get the answer of χ² and say so: four groups of a hundred with a fifth beyond are still exact, and in what is larger
/// the two hardly differ.
/// </remarks>
public static class FisherExact
{
    /// <summary>The most steps that are taken in the network: a second or two.</summary>
    public const int MostSteps = 20_000_000;

    /// <summary>The most members of all groups together.</summary>
    public const int MostMembers = 10_000_000;

    // As R's fisher.test: tables that are equally likely but for rounding count as equal.
    private const double AsLikely = 1e-7;

    // Ways whose logarithms of chance agree to this are one; far under what counts as equally likely.
    private const double Merged = 1e-9;

    /// <summary>
    /// Tests the groups; P = 1 when fewer than two groups have members, or nothing or all lies beyond.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A number beyond lies outside 0 to n.</exception>
    public static FisherResult Test(IReadOnlyList<BeyondCount> groups)
    {
        foreach (var group in groups)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(group.Beyond, nameof(groups));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(group.Beyond, group.N, nameof(groups));
        }

        BeyondCount[] present = [.. groups.Where(group => group.N > 0).OrderBy(group => group.N)];
        var total = new BeyondCount(present.Sum(group => group.Beyond), present.Sum(group => group.N));
        if (present.Length < 2 || total.Beyond == 0 || total.Beyond == total.N)
            return new FisherResult(1, IsExact: true);
        if (present.Length == 2)
            return new FisherResult(TwoGroups(present[0], total), IsExact: true);
        return Exact(present, total) is { } p
            ? new FisherResult(Math.Min(1, p), IsExact: true)
            : new FisherResult(Homogeneity.Test(groups).P, IsExact: false);
    }

    // Chances relative to the likeliest number, each from its neighbour, until nothing is left of them.
    private static double TwoGroups(BeyondCount first, BeyondCount total)
    {
        var others = total.N - first.N;
        var mode = (long)((Int128)(first.N + 1) * (total.Beyond + 1) / (total.N + 2));
        var chances = new List<(long K, double Chance)> { (mode, 1) };
        var chance = 1.0;
        for (var k = mode; chance > 0 && k < Math.Min(first.N, total.Beyond); k++)
        {
            chance *= (double)(first.N - k) / (k + 1) * ((double)(total.Beyond - k) / (others - total.Beyond + k + 1));
            chances.Add((k + 1, chance));
        }

        chance = 1;
        for (var k = mode; chance > 0 && k > Math.Max(0, total.Beyond - others); k--)
        {
            chance *= (double)k / (first.N - k + 1) * ((double)(others - total.Beyond + k) / (total.Beyond - k + 1));
            chances.Add((k - 1, chance));
        }

        var seen = chances.Find(one => one.K == first.Beyond).Chance * (1 + AsLikely);
        var noLikelier = chances.Where(one => one.Chance <= seen).Sum(one => one.Chance);
        return Math.Min(1, noLikelier / chances.Sum(one => one.Chance));
    }

    private static double? Exact(BeyondCount[] groups, BeyondCount total)
    {
        if (total.N > MostMembers || Network.Work(groups, total) > MostSteps)
            return null;
        var network = new Network(groups, total);
        var limit = groups.Sum(group => network.LogChoose(group.N, group.Beyond)) + Math.Log(1 + AsLikely);
        var (open, p, steps) = (new Dictionary<(long Beyond, long Key), double> { [(0, 0)] = 0 }, 0.0, 0L);
        var whole = network.LogChoose(total.N, total.Beyond);
        for (var stage = 0; stage < groups.Length; stage++)
        {
            var next = new Dictionary<(long Beyond, long Key), double>();
            foreach (var ((beyond, key), weight) in open)
            {
                steps += network.Most(stage, beyond) - network.Least(stage, beyond) + 1;
                if (steps > MostSteps)
                    return null;
                for (var k = network.Least(stage, beyond); k <= network.Most(stage, beyond); k++)
                {
                    var way = (key * Merged) + network.LogChoose(groups[stage].N, k);
                    var chance = weight + network.LogChoose(groups[stage].N, k);
                    if (way + network.Largest(stage + 1, beyond + k) <= limit)
                        p += Math.Exp(chance + network.LogWays(stage + 1, beyond + k) - whole);
                    else if (way + network.Smallest(stage + 1, beyond + k) <= limit)
                        Add(next, (beyond + k, (long)Math.Round(way / Merged)), chance);
                }
            }

            open = next;
        }

        return p;
    }

    private static void Add(
        Dictionary<(long Beyond, long Key), double> ways, (long Beyond, long Key) way, double chance)
    {
        var known = ways.GetValueOrDefault(way, double.NegativeInfinity);
        var larger = Math.Max(known, chance);
        ways[way] = larger + Math.Log(Math.Exp(known - larger) + Math.Exp(chance - larger));
    }

    /// <summary>
    /// The continuations after each stage of the network: the most and the least likely one, and all of them together.
    /// </summary>
    private sealed class Network
    {
        private const int StirlingFrom = 256;

        private readonly BeyondCount[] _groups;
        private readonly BeyondCount _total;
        private readonly long[] _left;
        private readonly double[] _logFactorial;
        private readonly double[][] _largest;
        private readonly double[][] _smallest;

        public Network(BeyondCount[] groups, BeyondCount total)
        {
            (_groups, _total, _left) = (groups, total, new long[groups.Length + 1]);
            for (var stage = groups.Length - 1; stage >= 0; stage--)
                _left[stage] = _left[stage + 1] + groups[stage].N;
            _logFactorial = new double[total.N + 1];
            for (var n = 2; n < _logFactorial.Length; n++)
                _logFactorial[n] = n < StirlingFrom ? _logFactorial[n - 1] + Math.Log(n) : Stirling(n);
            (_largest, _smallest) = (new double[groups.Length + 1][], new double[groups.Length + 1][]);
            for (var stage = groups.Length; stage >= 0; stage--)
            {
                _largest[stage] = Best(stage, _largest, larger: true);
                _smallest[stage] = Best(stage, _smallest, larger: false);
            }
        }

        // The work of the bounds: every number still to come × every number of a group.
        public static long Work(BeyondCount[] groups, BeyondCount total) =>
            total.Beyond * groups.Sum(group => Math.Min(group.N, total.Beyond));

        public double LogChoose(long n, long k) => _logFactorial[n] - _logFactorial[k] - _logFactorial[n - k];

        public double LogWays(int stage, long beyond) => LogChoose(_left[stage], _total.Beyond - beyond);

        public double Largest(int stage, long beyond) => _largest[stage][_total.Beyond - beyond];

        public double Smallest(int stage, long beyond) => _smallest[stage][_total.Beyond - beyond];

        public long Least(int stage, long beyond) => Math.Max(0, _total.Beyond - beyond - _left[stage + 1]);

        public long Most(int stage, long beyond) => Math.Min(_groups[stage].N, _total.Beyond - beyond);

        // A sum of millions of logarithms would lose the digits by which equally likely tables are told.
        private static double Stirling(double n) =>
            ((n + 0.5) * Math.Log(n)) - n + (Math.Log(2 * Math.PI) / 2) + (1 / (12 * n)) - (1 / (360 * n * n * n));

        // For every number that must still come; what cannot be reached is never asked for.
        private double[] Best(int stage, double[][] after, bool larger)
        {
            var best = new double[_total.Beyond + 1];
            if (stage == _groups.Length)
                return best;
            for (var open = 0L; open <= Math.Min(_total.Beyond, _left[stage]); open++)
            {
                var found = larger ? double.NegativeInfinity : double.PositiveInfinity;
                for (var k = Math.Max(0, open - _left[stage + 1]); k <= Math.Min(_groups[stage].N, open); k++)
                {
                    var value = LogChoose(_groups[stage].N, k) + after[stage + 1][open - k];
                    found = larger ? Math.Max(found, value) : Math.Min(found, value);
                }

                best[open] = found;
            }

            return best;
        }
    }
}
