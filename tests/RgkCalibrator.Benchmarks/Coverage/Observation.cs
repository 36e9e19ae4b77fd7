using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Benchmarks.Coverage;

/// <summary>
/// Trajectories as they are seen at the end of a window: how long, whether the end was seen, and the volume so far.
/// </summary>
internal sealed record Observation(double[] Times, bool[] Ended, double[] Volumes)
{
    // Hours a day, and the standard deviation of the logarithm: about 73 hours a year, one in six over 120.
    private const double Intensity = 0.2;
    private const double Spread = 0.5;
    private const int Slices = 4000;

    private static readonly double[] Intensities =
        [
            .. Enumerable.Range(0, Slices).Select(i =>
                Intensity * Math.Exp(Spread * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (i + 0.5) / Slices))),
        ];

    /// <summary>
    /// Draws trajectories whose starts spread evenly over the window; with an infinite window every end is seen.
    /// </summary>
    public static Observation Of(DurationLaw law, int count, double window, Draws draws)
    {
        var (times, ended, volumes) = (new double[count], new bool[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            var (duration, perDay) = (law.Draw(draws), draws.LogNormal(Intensity, Spread));
            var followed = draws.Uniform() * window;
            followed = law.IsWhole ? Math.Ceiling(followed) : followed;
            (times[i], ended[i]) = (Math.Min(duration, followed), duration <= followed);
            volumes[i] = times[i] * perDay;
        }

        return new Observation(times, ended, volumes);
    }

    /// <summary>The exact percentile of the volume: duration times intensity, which do not hang together.</summary>
    public static double VolumePercentile(DurationLaw law, Percentage percentage) =>
        DurationLaw.First(
            volume => Intensities.Average(intensity => law.ShareAt(volume / intensity)) >= percentage.Share);

    /// <summary>What a spreadsheet would take.</summary>
    public double[] Completed(double[] column) => [.. column.Where((_, i) => Ended[i])];
}
