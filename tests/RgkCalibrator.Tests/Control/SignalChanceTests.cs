using RgkCalibrator.Control;
using RgkCalibrator.Framework.Studies;
using RgkCalibrator.Tests.Groups;

namespace RgkCalibrator.Tests.Control;

/// <summary>
/// How often deviating providers are found, and others are flagged in vain. Fifty times a region is drawn as counts: 12
/// lines, 25 providers of very unequal size, of whom each has a share of its own around 20% (a spread on the arcsine
/// scale of 0.03) on each line, and two of whom have 40%. Whole regions with the same in them are drawn in
/// <see cref="FrameworkControlTests"/>.
/// </summary>
public sealed class SignalChanceTests
{
    private const int Seeds = 50;
    private const int Lines = 12;
    private const int Providers = 25;
    private const double Spread = 0.03;

    private static readonly int[] Deviating = [3, 6];

    private static readonly Lazy<List<(int Provider, bool IsTotal, bool IsFlagged)>> All = new(
        () => [.. Enumerable.Range(0, Seeds).SelectMany(Flags)]);

    [Fact]
    public void Deviating_providers_are_flagged_over_all_lines_in_nine_of_ten_regions() =>
        Assert.InRange(ShareOf(one => one.IsTotal && Deviating.Contains(one.Provider)), 0.9, 1);

    [Fact]
    public void Others_are_flagged_over_all_lines_in_at_most_one_of_a_hundred() =>
        Assert.InRange(ShareOf(one => one.IsTotal && !Deviating.Contains(one.Provider)), 0, 0.01);

    [Fact]
    public void Others_are_flagged_on_a_line_in_at_most_one_of_a_hundred() =>
        Assert.InRange(ShareOf(one => !one.IsTotal && !Deviating.Contains(one.Provider)), 0, 0.01);

    private static double ShareOf(Func<(int Provider, bool IsTotal, bool IsFlagged), bool> isMeant)
    {
        var meant = All.Value.Where(isMeant).ToList();
        return (double)meant.Count(one => one.IsFlagged) / meant.Count;
    }

    private static IEnumerable<(int Provider, bool IsTotal, bool IsFlagged)> Flags(int seed)
    {
        var random = new Random(seed);
        var lines = Enumerable.Range(0, Lines).Select(_ => MadeControl.Line(Drawn(random))).ToList();
        return
        [
            .. lines.SelectMany(line => line.Providers).Select(own => (
                NumberOf(own.Provider), false, Signals.Of(own.Volume!) == Signal.AboveSpread)),
            .. ProviderTotal.Of(lines, BeyondMeasure.VolumeWithin)
                .Select(total => (NumberOf(total.Provider), true, total.Signal == Signal.AboveSpread)),
        ];
    }

    private static IEnumerable<Care> Drawn(Random random)
    {
        for (var provider = 0; provider < Providers; provider++)
        {
            // From about 150 to 5.
            var n = 1 + random.Next((int)(300 / Math.Pow(provider + 1, 1.2)) + 8);
            var angle = Math.Asin(Math.Sqrt(Deviating.Contains(provider) ? 0.4 : 0.2)) + (Spread * Normal(random));
            var share = Math.Pow(Math.Sin(angle), 2);
            var beyond = Enumerable.Range(0, n).Count(_ => random.NextDouble() < share);
            foreach (var care in MadeControl.Of(provider, n, beyond))
                yield return care;
        }
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static int NumberOf(string name) => Array.IndexOf([.. MadeControl.Names], name);
}
