namespace RgkCalibrator.Output.Plots;

/// <summary>What a plot of raw trajectories shows.</summary>
public enum PlotKind
{
    /// <summary>Counts in fine classes, with the lines at both percentiles.</summary>
    Histogram,

    /// <summary>The share that still runs, over the duration, with its band.</summary>
    Survival,

    /// <summary>The share at or below each value, with its band.</summary>
    Cumulative,

    /// <summary>Counts by volume and duration, with the rectangle of the current framework.</summary>
    Heatmap,

    /// <summary>Percentiles of parts side by side: providers, start years or the levels of a factor.</summary>
    Box,

    /// <summary>The cumulative share of complete trajectories alone, and of all.</summary>
    Correction,
}

/// <summary>What of a trajectory is shown.</summary>
public enum PlotMeasure
{
    /// <summary>The volume of the whole trajectory, in the product's unit.</summary>
    Volume,

    /// <summary>The length, in months where all allowed durations of the product are months, else in days.</summary>
    Duration,
}

/// <summary>What boxes part the trajectories by.</summary>
public enum PlotParts
{
    /// <summary>The main provider.</summary>
    Provider,

    /// <summary>The year of the first day.</summary>
    Year,

    /// <summary>Age at the start, in the classes of the study of differentiation.</summary>
    Age,

    /// <summary>Whether a stay touches the start.</summary>
    WithStay,

    /// <summary>First or follow-up.</summary>
    Order,

    /// <summary>Whether other ambulatory care touches the start.</summary>
    Concurrent,
}

/// <summary>The names of plots, on the command line and in the names of their files.</summary>
public static class PlotNames
{
    private static readonly Dictionary<Enum, Wording> Names = new()
    {
        [PlotKind.Histogram] = Wording.Same("histogram"),
        [PlotKind.Survival] = new("overleving", "survival"),
        [PlotKind.Cumulative] = new("cumulatief", "cumulative"),
        [PlotKind.Heatmap] = Wording.Same("heatmap"),
        [PlotKind.Box] = new("boxplot", "box"),
        [PlotKind.Correction] = new("correctie", "correction"),
        [PlotMeasure.Volume] = Wording.Same("volume"),
        [PlotMeasure.Duration] = new("duur", "duration"),
        [PlotParts.Provider] = new("aanbieder", "provider"),
        [PlotParts.Year] = new("jaar", "year"),
        [PlotParts.Age] = new("leeftijd", "age"),
        [PlotParts.WithStay] = new("verblijf", "with_stay"),
        [PlotParts.Order] = new("volgorde", "order"),
        [PlotParts.Concurrent] = new("gelijktijdig", "concurrent"),
    };

    /// <summary>The name of a kind.</summary>
    public static Wording Name(this PlotKind kind) => Names[kind];

    /// <summary>The name of a measure.</summary>
    public static Wording Name(this PlotMeasure measure) => Names[measure];

    /// <summary>The name of what parts are by.</summary>
    public static Wording Name(this PlotParts parts) => Names[parts];
}

/// <summary>Which plot is asked for.</summary>
/// <param name="Kind">What it shows.</param>
/// <param name="Measure">
/// Of what; a survival curve is of durations and a heat map of both, whatever stands here.
/// </param>
/// <param name="Parts">What boxes part the trajectories by; other kinds take no notice.</param>
public sealed record PlotChoice(
    PlotKind Kind, PlotMeasure Measure = PlotMeasure.Volume, PlotParts Parts = PlotParts.Year)
{
    /// <summary>The plots that a packet has of each line.</summary>
    public static IReadOnlyList<PlotChoice> Usual { get; } =
    [
        new(PlotKind.Histogram),
        new(PlotKind.Histogram, PlotMeasure.Duration),
        new(PlotKind.Survival, PlotMeasure.Duration),
        new(PlotKind.Cumulative),
        new(PlotKind.Heatmap),
        new(PlotKind.Box, PlotMeasure.Volume, PlotParts.Provider),
        new(PlotKind.Box, PlotMeasure.Volume, PlotParts.Year),
        new(PlotKind.Correction),
        new(PlotKind.Correction, PlotMeasure.Duration),
    ];

    /// <summary>
    /// The file of the plot of a line, without its ending: <c>volume-45C02</c>,
    /// <c>boxplot-jaar-volume-45C10-eerste</c>.
    /// </summary>
    public string FileStem(string product, string subgroup)
    {
        var (kind, measure) = (Kind.Name().Dutch, Measure.Name().Dutch);
        var stem = Kind switch
        {
            PlotKind.Histogram => measure,
            PlotKind.Survival or PlotKind.Heatmap => kind,
            PlotKind.Cumulative or PlotKind.Correction => $"{kind}-{measure}",
            PlotKind.Box => $"{kind}-{Parts.Name().Dutch}-{measure}",
            _ => throw new InvalidOperationException($"Unknown kind {Kind}."),
        };
        return subgroup.Length == 0 ? $"{stem}-{product}" : $"{stem}-{product}-{subgroup}";
    }
}
