using RgkCalibrator.Groups;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Framework.Scenarios;

/// <summary>A line of the framework in one scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Line">The line that the data propose in it.</param>
/// <param name="AtBase">
/// The volume at the duration of the base scenario, so that volumes can be compared, also where the data do not reach
/// one at the scenario's own duration. Null where the base has no line, or where the data give no volume within that
/// duration in this scenario.
/// </param>
/// <param name="Days">The days by which figures are told for a year.</param>
public sealed record ScenarioLine(Scenario Scenario, DraftLine Line, decimal? AtBase, CountedDays Days)
{
    /// <summary>The years that the trajectories of the line are of; figures for a year are divided by it.</summary>
    public double Years => Days.YearsOf(Line.Group);

    /// <summary>The line behind <see cref="AtBase"/>; null where there is none.</summary>
    public DraftLine? AtBaseLine { get; init; }

    /// <summary>The proposed duration; null where the data do not support a line.</summary>
    public DurationStep? Duration => Line.Chosen.Volume is null ? null : Line.Chosen.Duration?.Step;

    /// <summary>The proposed volume at its own duration; null where the data do not support a line.</summary>
    public decimal? Volume => Line.Chosen.Volume?.Value;

    /// <summary>The share of trajectories that lie inside both, 0 to 1; null without a line.</summary>
    public double? Inside => Line.Chosen.Coverage is { All: > 0 } coverage ? coverage.Both / coverage.All : null;

    /// <summary>
    /// Trajectories a year that lie outside, of all in the cohort: the work that exceptions make. By <see
    /// cref="Estimator.Completed"/> those that still run count by the share of the others; by <see
    /// cref="Estimator.Corrected"/> those that no known one stands for lie outside. Null without a line.
    /// </summary>
    public double? OutsidePerYear => (1 - Inside) * Line.Group.Cohort / Years;

    /// <summary>
    /// Volume a year above the line, in the unit of the product: what whole trajectories use more than the line allows.
    /// Null without a line.
    /// </summary>
    public double? AbovePerYear => Volume is { } volume && Duration is { } duration
        ? LineEffect.On(Line.Group, Line.Estimator, new LineValue(volume, duration), Years)!.Above
        : null;

    /// <summary>
    /// The same in euros, at the price that <see cref="UnitPrices"/> gives the product; null without a line or price.
    /// </summary>
    public double? EurosAbovePerYear => AbovePerYear * (double?)Line.Group.Product.Tariff;
}

/// <summary>A line of the framework in all scenarios, the base first.</summary>
public sealed record ComparedLine(IReadOnlyList<ScenarioLine> Scenarios)
{
    /// <summary>The line in the base scenario.</summary>
    public ScenarioLine Base => Scenarios[0];

    /// <summary>Its trajectories in the base scenario.</summary>
    public Group Group => Base.Line.Group;
}
