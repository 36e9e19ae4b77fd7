namespace RgkCalibrator.Disclosure;

/// <summary>Scenarios beside each other, as they may be shown. All in it is worked out of safe values.</summary>
public sealed record SafeComparison
{
    private SafeComparison(IReadOnlyList<SafeScenario> scenarios) => Scenarios = scenarios;

    /// <summary>The scenarios, the base first.</summary>
    public IReadOnlyList<SafeScenario> Scenarios { get; }

    /// <summary>The lines of the base, each with what the scenarios show of it.</summary>
    public IReadOnlyList<SafeComparedLine> Lines =>
        [.. Scenarios[0].Lines.Select(line => new SafeComparedLine([.. Scenarios.Select(one => one.Of(line.Line))]))];

    /// <summary>Whether the base shows a line, and so anything can be compared.</summary>
    public bool IsShown => Scenarios[0].Lines.Any(one => one.Line.Withheld is null);

    internal static SafeComparison Of(IReadOnlyList<SafeScenario> scenarios) => new(scenarios);
}

/// <summary>A line in all scenarios, the base first; null where a scenario has no such line.</summary>
public sealed record SafeComparedLine
{
    internal SafeComparedLine(IReadOnlyList<SafeScenarioLine?> scenarios) => Scenarios = scenarios;

    /// <summary>In the order of the scenarios.</summary>
    public IReadOnlyList<SafeScenarioLine?> Scenarios { get; }

    /// <summary>The line in the base.</summary>
    public SafeScenarioLine Base => Scenarios[0]!;
}
