using RgkCalibrator.Framework;

namespace RgkCalibrator.Review;

/// <summary>A line that is not the same in two frameworks.</summary>
/// <param name="Before">In the first; null where it is new.</param>
/// <param name="After">In the second; null where it is gone.</param>
public sealed record FrameworkDifference(PublishedLine? Before, PublishedLine? After)
{
    /// <summary>The line in either of them.</summary>
    public PublishedLine Line => After ?? Before!;

    /// <summary>
    /// The change of the volume; null at different units or durations, from which it could not be told apart, and where
    /// there is no line to compare.
    /// </summary>
    public decimal? Volume =>
        Before is not null && After is not null && Before.Unit == After.Unit
        && Before.Duration.IsAlsoCalled(After.Duration)
            ? After.Volume - Before.Volume
            : null;

    /// <summary>What differs between two frameworks, in the order of the second, what is gone at the end.</summary>
    public static IReadOnlyList<FrameworkDifference> Between(PublishedFramework before, PublishedFramework after)
    {
        var (old, young) = (before.ByPlace(), after.ByPlace());
        return
        [
            .. young.Select(pair => new FrameworkDifference(old.GetValueOrDefault(pair.Key), pair.Value))
                .Where(one => one.Before is null || IsOther(one.Before, one.After!)),
            .. old.Where(pair => !young.ContainsKey(pair.Key))
                .Select(pair => new FrameworkDifference(pair.Value, null)),
        ];
    }

    private static bool IsOther(PublishedLine one, PublishedLine other) =>
        (one.Kind, one.Volume, one.Unit) != (other.Kind, other.Volume, other.Unit)
            || !one.Duration.IsAlsoCalled(other.Duration);
}
