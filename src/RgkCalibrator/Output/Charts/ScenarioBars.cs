namespace RgkCalibrator.Output.Charts;

/// <summary>What a scenario comes to.</summary>
/// <param name="Name">The scenario.</param>
/// <param name="Value">At least 0.</param>
/// <param name="Label">The value in words.</param>
public sealed record ScenarioBar(string Name, double Value, string Label);

/// <summary>One number of each scenario, as bars; that of the base stands out and runs on as a line.</summary>
public sealed record ScenarioBars : ChartModel
{
    /// <summary>What is counted.</summary>
    public required string XTitle { get; init; }

    /// <summary>The base first.</summary>
    public required IReadOnlyList<ScenarioBar> Bars { get; init; }

    /// <inheritdoc/>
    public override ChartTable Table =>
        new(["", XTitle], [.. Bars.Select(bar => (IReadOnlyList<string>)[bar.Name, bar.Label])]);
}
