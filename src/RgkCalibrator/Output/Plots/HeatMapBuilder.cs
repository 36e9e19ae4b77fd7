using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Plots;

/// <summary>Builds plots of the duration and the volume of trajectories together.</summary>
internal static class HeatMapBuilder
{
    private const int MostCells = 40;

    internal static HeatMapModel Build(Group group, FrameworkSettings settings, PlotWords words)
    {
        var current = group.Product.CurrentOf(group.Subgroup);
        var frame = current is null ? null : CornerOf(group, current, words);
        var durations = new PlotSample(group, PlotMeasure.Duration, settings);
        var volumes = new PlotSample(group, PlotMeasure.Volume, settings);
        var across = FineClasses.For(durations.Complete.ToArray(), frame?.Duration ?? 0, MostCells);
        var up = FineClasses.For(volumes.Complete.ToArray(), frame?.Volume ?? 0, MostCells);
        return new HeatMapModel
        {
            Caption = words.Caption(Title(group, current, settings.Estimator, words), Special(across, up, words)),
            X = words.AxisOf(durations, across.End),
            YTitle = words.AxisTitle(PlotMeasure.Volume),
            Durations = across,
            Volumes = up,
            Counts = Counts(across, up, durations.Complete, volumes.Complete),
            Frame = frame,
        };
    }

    /// <summary>
    /// The share of trajectories, 0 to 1, that end within a duration with at most a volume: where one ends within it,
    /// its whole volume is its volume within it. Null where the duration is none of the product's.
    /// </summary>
    private static double? ShareInside(Group group, DurationStep duration, decimal volume, Estimator estimator)
    {
        var step = group.Product.AllowedDurations.ToList().IndexOf(duration);
        if (step < 0)
            return null;
        var known = Observed.VolumesWithin(group, estimator, step);
        var limit = group.Product.TicksOf(volume);
        return known.Total == 0 ? null : known.Sum(IsInside) / known.Total;

        bool IsInside(int place) => group.EndsWithin(step)[place] && group.CohortVolume[place] <= limit;
    }

    private static FrameCorner CornerOf(Group group, CurrentLine current, PlotWords words)
    {
        double? duration = (group.CountsMonths, current.Duration.Unit) switch
        {
            (true, DurationUnit.Month) => current.Duration.Length,
            (false, DurationUnit.Week) => 7 * current.Duration.Length,
            // A school year, or months on an axis of days: as long as its start makes it.
            _ => null,
        };
        var volume = words.Shown((double)current.Volume, PlotMeasure.Volume);
        var label = words.Say(new("kader nu: ", "framework now: ")) + words.Say(current.Duration.Shown());
        return new FrameCorner(duration, (double)current.Volume, $"{label}, {volume}");
    }

    private static string Title(Group group, CurrentLine? current, Estimator estimator, PlotWords words)
    {
        var name = words.Name;
        if (current is null || ShareInside(group, current.Duration, current.Volume, estimator) is not { } share)
        {
            return words.Say(new(
                $"{name}: volume en duur van de afgeronde trajecten",
                $"{name}: volume and duration of the complete trajectories"));
        }

        var (inside, duration) = (Numbers.Share(share, 1, words.Language), words.Say(current.Duration.InSentence()));
        var volume = words.Shown((double)current.Volume, PlotMeasure.Volume);
        return words.Say(new(
            $"{name}: {inside} van de trajecten blijft binnen {duration} én {volume}",
            $"{name}: {inside} of the trajectories stay within {duration} and {volume}"));
    }

    private static IEnumerable<string> Special(FineClasses across, FineClasses up, PlotWords words)
    {
        var wide = words.Shown(across.Width, PlotMeasure.Duration);
        var high = words.Shown(up.Width, PlotMeasure.Volume);
        yield return words.Say(new(
            $"Getekend zijn de afgeronde trajecten, per vak van {wide} bij {high}.",
            $"Drawn are the complete trajectories, in cells of {wide} by {high}."));
        var outermost = new Wording(
            "Wat verder ligt, staat in de buitenste vakken.", "What lies further out stands in the outermost cells.");
        if (across.IsOpen || up.IsOpen)
            yield return words.Say(outermost);
    }

    private static long[][] Counts(
        FineClasses across, FineClasses up, ReadOnlySpan<double> durations, ReadOnlySpan<double> volumes)
    {
        long[][] counts = [.. Enumerable.Range(0, up.Count).Select(_ => new long[across.Count])];
        for (var i = 0; i < durations.Length; i++)
            counts[up.PlaceOf(volumes[i])][across.PlaceOf(durations[i])]++;
        return counts;
    }
}
