namespace RgkCalibrator.Output.Charts;

/// <summary>What all charts of a run say below.</summary>
/// <param name="Language">The language of all texts.</param>
/// <param name="Window">Which trajectories are counted: the cohort and the gap.</param>
/// <param name="Method">How the percentiles were computed.</param>
/// <param name="Source">Where the data come from.</param>
/// <param name="SmallestGroup">Each class stands for at least so many children.</param>
public sealed record ChartContext(
    Language Language, Wording Window, Wording Method, Wording Source, int SmallestGroup)
{
    /// <summary>The cohort in a few words, for below a chart: <c>begonnen 2018 t/m 2023</c>.</summary>
    public Wording Period { get; init; } = Wording.Same(string.Empty);

    /// <summary>The confidence of intervals, between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The note that names the source.</summary>
    internal string SourceNote => Say(new($"Bron: {Source.Dutch}.", $"Source: {Source.English}."));

    /// <summary>The sentence in the language of the charts.</summary>
    internal string Say(Wording wording) => wording.In(Language);

    /// <summary>A number with at most two decimals.</summary>
    internal string Number(decimal number) => Numbers.Shown((double)number, 2, Language);
}
