namespace RgkCalibrator.Statistics.Charting;

/// <summary>A pattern on a control chart that chance seldom gives.</summary>
public enum RunRule
{
    /// <summary>One point beyond 3σ.</summary>
    OneBeyondThree,

    /// <summary>Two of three points in a row beyond 2σ, on the same side.</summary>
    TwoOfThreeBeyondTwo,

    /// <summary>Four of five points in a row beyond 1σ, on the same side.</summary>
    FourOfFiveBeyondOne,

    /// <summary>Eight points in a row on the same side of the centre.</summary>
    EightOnOneSide,
}

/// <summary>A side of the centre of a control chart.</summary>
public enum ChartSide
{
    /// <summary>Under it.</summary>
    Below,

    /// <summary>Over it.</summary>
    Above,
}

/// <summary>A pattern that a point completes.</summary>
public sealed record RunSignal(RunRule Rule, ChartSide Side);

/// <summary>
/// The rules by which a row of points on a control chart is more than chance: Western Electric (1956), Statistical
/// Quality Control Handbook, pp. 25-28. A point is flagged when it lies on the side of the pattern and completes it.
/// </summary>
public static class RunRules
{
    /// <summary>The σ of the outer limits.</summary>
    public const double OuterSigmas = 3;

    private static readonly (RunRule Rule, int Needed, int Of, double Sigmas)[] Patterns =
    [
        (RunRule.OneBeyondThree, 1, 1, OuterSigmas),
        (RunRule.TwoOfThreeBeyondTwo, 2, 3, 2),
        (RunRule.FourOfFiveBeyondOne, 4, 5, 1),
        (RunRule.EightOnOneSide, 8, 8, 0),
    ];

    /// <summary>The patterns that each point completes on one side.</summary>
    /// <param name="z">
    /// The points in σ from the centre, in their order; null: there is no point, and no pattern goes across it.
    /// </param>
    /// <param name="side">The side.</param>
    public static IReadOnlyList<IReadOnlyList<RunSignal>> On(IReadOnlyList<double?> z, ChartSide side)
    {
        double[] far = [.. z.Select(point => (side == ChartSide.Above ? point : -point) ?? double.NaN)];
        return [.. far.Select((_, last) => At(far, last, side))];
    }

    private static List<RunSignal> At(double[] far, int last, ChartSide side)
    {
        var first = last;
        while (first >= 0 && !double.IsNaN(far[first]))
            first--;
        return
        [
            .. from pattern in Patterns
               let start = Math.Max(first + 1, last - pattern.Of + 1)
               where far[last] > pattern.Sigmas
                   && far[start..(last + 1)].Count(point => point > pattern.Sigmas) >= pattern.Needed
               select new RunSignal(pattern.Rule, side),
        ];
    }
}
