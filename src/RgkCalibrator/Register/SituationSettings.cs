using System.Text.Json.Nodes;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Register;

/// <summary>The choices by which reports are laid beside trajectories.</summary>
public sealed record SituationSettings
{
    /// <summary>The percentile that is measured beside a suggestion.</summary>
    public Percentage Percentage { get; init; } = Percentage.Of(80);

    /// <summary>The definition of the percentile of intensities.</summary>
    public QuantileType Type { get; init; } = QuantileType.Type2;

    /// <summary>The confidence of the interval of a duration, which is not shown; between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Under this p-value a situation goes beyond its line more often than other trajectories.</summary>
    public double MoreUnder { get; init; } = 0.01;

    /// <summary>Fewer trajectories give no percentile and no finding.</summary>
    public int Least { get; init; } = 10;

    /// <summary>Each choice by its name in <c>manifest.json</c>.</summary>
    internal JsonObject Describe() => new()
    {
        ["percentile"] = Percentage.ToString(),
        ["percentileType"] = Type.ToString(),
        ["moreUnder"] = MoreUnder,
        ["least"] = Least,
    };
}
