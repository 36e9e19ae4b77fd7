using System.Text.Json.Nodes;
using RgkCalibrator.Framework.Studies;

namespace RgkCalibrator.Monitoring;

/// <summary>The choices of a monitor; each moves a number or a signal, and stands in its manifest.</summary>
public sealed record MonitorSettings
{
    /// <summary>
    /// The first day of the quarters that give the chart its centre and spread; null: the first that can be observed.
    /// They end with the last quarter before the framework.
    /// </summary>
    public DateOnly? BaseFrom { get; init; }

    /// <summary>
    /// A quarter counts as complete from this expected share of its declarations, above 0, at most 1.
    /// </summary>
    public double CompleteFrom { get; init; } = 0.98;

    /// <summary>
    /// Where the declarations do not say when they were declared: months at the end of what is observed that count as
    /// incomplete, 0 or more.
    /// </summary>
    public int LateMonths { get; init; } = 6;

    /// <summary>
    /// The day up to which declarations came in; null: the last day on which a line was declared.
    /// </summary>
    public DateOnly? DeclaredTo { get; init; }

    /// <summary>From how many months the curve of arrivals is learned, the latest that can tell; 1 or more.</summary>
    public int LearnedMonths { get; init; } = 36;

    /// <summary>After so many months all of a month counts as declared; 1 or more.</summary>
    public int LongestDelay { get; init; } = 18;

    /// <summary>
    /// A product has a curve of its own from this many lines in the months that are complete; else it has the region's.
    /// </summary>
    public int LinesForOwnCurve { get; init; } = 10_000;

    /// <summary>When there is a control chart, and which quarters have a point in it.</summary>
    public ChartSettings Chart { get; init; } = new();

    /// <summary>Every choice by its name in <c>manifest.json</c>, in a fixed order.</summary>
    public JsonObject Describe() => new()
    {
        ["baseFrom"] = BaseFrom is { } day ? Numbers.Date(day, Language.English) : null,
        ["completeFrom"] = CompleteFrom,
        ["lateMonths"] = LateMonths,
        ["declaredTo"] = DeclaredTo is { } last ? Numbers.Date(last, Language.English) : null,
        ["learnedMonths"] = LearnedMonths,
        ["longestDelay"] = LongestDelay,
        ["linesForOwnCurve"] = LinesForOwnCurve,
        ["leastBase"] = Chart.LeastBase,
        ["leastExpected"] = Chart.LeastExpected,
    };
}
