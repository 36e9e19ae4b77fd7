using MathNet.Numerics.Distributions;
using RgkCalibrator.Benchmarks.Coverage;

namespace RgkCalibrator.Benchmarks.Speed;

/// <summary>
/// Made-up trajectories of one product: days, whether the end was seen, hours, and the child of each.
/// </summary>
internal sealed record MadeGroup(int[] Days, double[] Times, bool[] Ended, double[] Volumes, int[] Children)
{
    private const double TrajectoriesPerChild = 1.4;
    private const double SpreadOfSizes = 1.5;

    /// <summary>
    /// Groups as uneven in size as those of a region: the largest holds some hundred times as many as the middle one.
    /// </summary>
    public static IReadOnlyList<MadeGroup> All(SpeedOptions options)
    {
        double[] weights =
        [
            .. Enumerable.Range(0, options.Groups)
                .Select(i => Math.Exp(SpreadOfSizes * Normal.InvCDF(0, 1, (i + 0.5) / options.Groups))),
        ];
        var (sizes, sum, taken) = (new int[options.Groups], 0.0, 0);
        for (var i = 0; i < sizes.Length; i++)
        {
            sum += weights[i];
            sizes[i] = (int)Math.Round(sum / weights.Sum() * options.Trajectories) - taken;
            taken += sizes[i];
        }

        return [.. sizes.Select((size, group) => Of(size, new Draws(options.Seed, group)))];
    }

    private static MadeGroup Of(int count, Draws draws)
    {
        var seen = Observation.Of(DurationLaw.MixtureInDays, count, BiasStudy.Window, draws);
        var children = new int[count];
        for (var i = 0; i < count; i++)
            children[i] = draws.Below((int)Math.Ceiling(count / TrajectoriesPerChild));
        // Quarters of an hour, as declared.
        return new MadeGroup(
            Array.ConvertAll(seen.Times, time => (int)time),
            seen.Times,
            seen.Ended,
            Array.ConvertAll(seen.Volumes, volume => Math.Round(volume * 4) / 4),
            children);
    }
}
