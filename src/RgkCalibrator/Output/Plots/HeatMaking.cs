using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Output.Plots;

/// <summary>From trajectories to their duration and volume together.</summary>
internal static class HeatMaking
{
    internal static HeatPicture Of(Group group, FrameworkSettings settings, PictureWords words, int mostCells)
    {
        var current = group.Product.CurrentOf(group.Subgroup);
        var frame = current is null ? null : CornerOf(group, current, words);
        var (durations, volumes) = (WholeSample.Of(group, PlotMeasure.Duration, settings), WholeSample.Of(group, PlotMeasure.Volume, settings));
        var across = FineClasses.Of(durations.Complete.ToArray(), frame?.Duration ?? 0, mostCells);
        var up = FineClasses.Of(volumes.Complete.ToArray(), frame?.Volume ?? 0, mostCells);
        return new HeatPicture
        {
            Caption = words.Caption(Title(group, current, settings.Estimator, words), Special(across, up, words)),
            XTitle = words.AxisOf(PlotMeasure.Duration),
            CountsMonths = durations.CountsMonths,
            YTitle = words.AxisOf(PlotMeasure.Volume),
            Durations = across,
            Volumes = up,
            Counts = Counted(across, up, durations.Complete, volumes.Complete),
            Frame = frame,
        };
    }

    /// <summary>
    /// The share that ends within a duration with at most a volume, 0 to 1: of whom ends within it the whole volume is
    /// that within it. Null where the duration is none of the product's.
    /// </summary>
    internal static double? ShareInside(Group group, DurationStep duration, decimal volume, Estimator estimator)
    {
        var step = group.Product.AllowedDurations.ToList().IndexOf(duration);
        if (step < 0)
            return null;
        var known = KnownTrajectories.Within(group, estimator, step);
        var limit = group.Product.TicksOf(volume);
        return known.Total == 0 ? null : known.Sum(place => group.EndsWithin(step)[place] && group.CohortVolume[place] <= limit) / known.Total;
    }

    private static FrameCorner CornerOf(Group group, CurrentLine current, PictureWords words)
    {
        double? duration = (group.CountsMonths, current.Duration.Unit) switch
        {
            (true, DurationUnit.Month) => current.Duration.Length,
            (false, DurationUnit.Week) => 7 * current.Duration.Length,
            // A school year, or months on an axis of days: as long as its start makes it.
            _ => null,
        };
        var (shown, volume) = (current.Duration.Shown(), words.Shown((double)current.Volume, PlotMeasure.Volume));
        return new FrameCorner(
            duration,
            (double)current.Volume,
            new Wording($"kader nu: {shown.Dutch}, {volume}", $"framework now: {shown.English}, {volume}").In(words.Language));
    }

    private static string Title(Group group, CurrentLine? current, Estimator estimator, PictureWords words)
    {
        if (current is null || ShareInside(group, current.Duration, current.Volume, estimator) is not { } share)
            return new Wording($"{words.Name}: volume en duur van de afgeronde trajecten", $"{words.Name}: volume and duration of the complete trajectories").In(words.Language);
        var (inside, duration, volume) = (Numbers.Share(share, 1, words.Language), current.Duration.InSentence(), words.Shown((double)current.Volume, PlotMeasure.Volume));
        return new Wording(
            $"{words.Name}: {inside} van de trajecten blijft binnen {duration.Dutch} én {volume}",
            $"{words.Name}: {inside} of the trajectories stay within {duration.English} and {volume}").In(words.Language);
    }

    private static IReadOnlyList<Wording> Special(FineClasses across, FineClasses up, PictureWords words)
    {
        var (wide, high) = (words.Shown(across.Width, PlotMeasure.Duration), words.Shown(up.Width, PlotMeasure.Volume));
        return
        [
            new($"Getekend zijn de afgeronde trajecten, per vak van {wide} bij {high}.", $"Drawn are the complete trajectories, in cells of {wide} by {high}."),
            .. across.IsOpen || up.IsOpen
                ? [new("Wat verder ligt, staat in de buitenste vakken.", "What lies further out stands in the outermost cells.")]
                : Array.Empty<Wording>(),
        ];
    }

    private static long[][] Counted(FineClasses across, FineClasses up, ReadOnlySpan<double> durations, ReadOnlySpan<double> volumes)
    {
        long[][] counts = [.. Enumerable.Range(0, up.Count).Select(_ => new long[across.Count])];
        for (var i = 0; i < durations.Length; i++)
            counts[up.PlaceOf(volumes[i])][across.PlaceOf(durations[i])]++;
        return counts;
    }
}
