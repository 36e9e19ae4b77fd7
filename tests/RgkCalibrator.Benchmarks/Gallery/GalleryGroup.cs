namespace RgkCalibrator.Benchmarks.Gallery;

/// <summary>A kind of group of which the gallery shows every chart.</summary>
/// <param name="Code">Its product in the catalogue of the gallery.</param>
/// <param name="Name">For readers.</param>
/// <param name="Children">How many have care.</param>
/// <param name="Volume">The volume of a month in units, by a number between 0 and 1.</param>
/// <param name="Months">The length by a number between 0 and 1.</param>
internal sealed record GalleryGroup(
    string Code, string Name, int Children, Func<double, double> Volume, Func<double, int> Months)
{
    /// <summary>The unit of volumes in declarations.</summary>
    internal string Unit { get; init; } = "uur";

    /// <summary>Whether every child has a second trajectory a year later.</summary>
    internal bool HasFollowUps { get; init; }

    internal static IReadOnlyList<GalleryGroup> All { get; } =
    [
        new("90A01", "ordinary", 900, at => 2 + (6 * at), Spread) { HasFollowUps = true },
        new("90A02", "tiny", 62, at => 1 + (4 * at), at => 1 + (int)(8 * at)),
        new("90A03", "skewed", 1_500, at => 3 / (1.02 - at), Spread) { Unit = "dagdeel" },
        new("90A04", "tied", 800, at => 4 + (2 * (int)(3 * at)), at => 3 * (1 + (int)(4 * at))),
        new("90A05", "suppressed", 30, at => 3 + (3 * at), Spread),
        new("90A06", "shared", 1_200, at => 10 + (20 * at), Spread) { Unit = "dagdeel" },
    ];

    // A month to two years, mostly under one.
    private static int Spread(double at) => 1 + (int)(23 * at * at);
}
