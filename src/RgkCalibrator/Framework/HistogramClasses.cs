using RgkCalibrator.Groups;

namespace RgkCalibrator.Framework;

/// <summary>
/// The classes of the histograms of a line: round numbers on the policy's steps, with the line itself as an edge.
/// </summary>
public static class HistogramClasses
{
    private const int ClassesBelowLine = 8;
    private const int ClassesAboveLine = 8;

    /// <summary>Upper edges for volumes in units: multiples of a round width, and the line.</summary>
    /// <param name="line">The proposed volume, above 0.</param>
    public static IReadOnlyList<double> OfVolume(decimal line)
    {
        var width = WidthOf(line);
        var next = decimal.Ceiling((line + (width / 2)) / width) * width;
        List<decimal> edges = [line, .. Enumerable.Range(0, ClassesAboveLine).Select(i => next + (i * width))];
        // A class of less than half the width would be a splinter beside the line.
        for (var edge = width; edge <= line - (width / 2); edge += width)
            edges.Add(edge);
        return [.. edges.Order().Select(edge => (double)edge)];
    }

    /// <summary>The commonest width of the classes for volumes.</summary>
    public static decimal WidthOf(decimal line)
    {
        decimal[] round = [0.5m, 1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000];
        return round.First(width => width * ClassesBelowLine >= line || width == round[^1]);
    }

    /// <summary>
    /// Durations of complete trajectories on an axis, with the product's allowed durations as upper edges: months as
    /// they are; where durations are counted in other units, each allowed duration is one place on the axis.
    /// </summary>
    /// <param name="group">The trajectories.</param>
    /// <param name="line">
    /// The place of the proposed duration among the allowed ones: exactly what ends within it lies at or below it.
    /// </param>
    public static (double[] Values, IReadOnlyList<double> Edges) OfDuration(Group group, int line)
    {
        var steps = group.Product.AllowedDurations;
        if (group.CountsMonths)
            return (group.Months.ToArray(), [.. steps.Select(step => (double)step.Length)]);
        return (PlacesOf(group, line), [.. steps.Select((_, i) => i + 1.0)]);
    }

    /// <summary>
    /// The durations of complete trajectories by their places among the allowed ones, counted from 1; what is beyond
    /// all has the place behind the last.
    /// </summary>
    /// <param name="group">The trajectories.</param>
    /// <param name="line">As above.</param>
    internal static double[] PlacesOf(Group group, int line) =>
        [.. Enumerable.Range(0, group.Count).Select(trajectory => Place(group, trajectory, line) + 1.0)];

    // Twelve weeks from June are short, and yet beyond a school year: they take the first step after the line that
    // holds them, or the place beyond all.
    private static int Place(Group group, int trajectory, int line)
    {
        if (group.EndsWithin(line)[trajectory])
            return Math.Min(group.Step[trajectory], line);
        var place = line + 1;
        while (place < group.Product.AllowedDurations.Count && !group.EndsWithin(place)[trajectory])
            place++;
        return place;
    }
}
