using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace RgkCalibrator.Synthetic;

/// <summary>
/// Tables of quantiles as whole numbers, which are drawn from by index. Systems may differ in the last digit of Exp and
/// Log; rounding to whole numbers hides that.
/// </summary>
internal static class ModelTables
{
    /// <summary>The number of entries of a table that is drawn from; a power of two.</summary>
    internal const int Ranks = 4096;

    /// <summary>The longest care, in days (of a school year: in thousandths of the way to 31 July).</summary>
    internal const int Longest = 4000;

    /// <summary>Normal scores run from −5 to 5, in thousandths.</summary>
    internal const int ScoreLimit = 5000;

    private const int ScoreStep = 4;

    /// <summary>The standard normal quantile in thousandths, at the middle of each rank.</summary>
    internal static readonly int[] NormalScores =
        [.. Enumerable.Range(0, Ranks)
            .Select(rank => (int)Math.Round(1000 * Normal.InvCDF(0, 1, (rank + 0.5) / Ranks)))];

    /// <summary>The duration at the middle of each rank, at least 1.</summary>
    internal static int[] Durations(DurationShape shape)
    {
        var table = new int[Ranks];
        var value = 1;
        var share = Share(shape, value);
        for (var rank = 0; rank < Ranks; rank++)
        {
            while (value < Longest && share < (rank + 0.5) / Ranks)
                share = Share(shape, ++value);
            table[rank] = value;
        }

        return table;
    }

    /// <summary>Hundredths of a unit per thousand days, by normal score.</summary>
    internal static int[] Intensities(VolumeShape shape) =>
        [.. Enumerable.Range(0, 2 * ScoreLimit / ScoreStep)
            .Select(step => Intensity(shape, (step * ScoreStep) - ScoreLimit))];

    /// <summary>The entry of <see cref="Intensities"/> for a normal score in thousandths.</summary>
    internal static int IntensityIndex(int score) =>
        (Math.Clamp(score, -ScoreLimit, ScoreLimit - 1) + ScoreLimit) / ScoreStep;

    /// <summary>
    /// The day at the middle of each of <paramref name="ranks"/> ranks between two days, where the number per day grows
    /// by a fixed share a year.
    /// </summary>
    internal static int[] GrowingDays(int first, int last, double growthPerYear, int ranks)
    {
        var rate = Math.Log(1 + growthPerYear) / 365.25;
        var span = Math.Exp(rate * (last + 1 - first)) - 1;
        return [.. Enumerable.Range(0, ranks)
            .Select(rank => first + (int)(Math.Log(1 + (span * (rank + 0.5) / ranks)) / rate))];
    }

    private static int Intensity(VolumeShape shape, int score) =>
        Math.Max(1, (int)Math.Round(shape.PerWeek * 100_000 / 7 * Math.Exp(shape.Sigma * score / 1000)));

    private static double Share(DurationShape shape, int value) =>
        ((1 - shape.ShortShare) * LogNormalShare(value, shape.Median, shape.Sigma))
        + (shape.ShortShare == 0
            ? 0
            : shape.ShortShare * LogNormalShare(value, shape.Median * shape.ShortRatio, shape.ShortSigma));

    // A value stands for all that rounds to it, so the share is that up to half a day further.
    private static double LogNormalShare(int value, double median, double sigma) =>
        SpecialFunctions.Erfc(-Math.Log((value + 0.5) / median) / (sigma * Math.Sqrt(2))) / 2;
}
