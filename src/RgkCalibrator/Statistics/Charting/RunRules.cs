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

    /// <summary>All points from the first on, at least two, together beyond 3σ.</summary>
    TogetherBeyondThree,
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
/// Quality Control Handbook, pp. 25-28, and one more for a change that is too small to show in single points: their sum
/// over its standard deviation (Stouffer et al. 1949, The American Soldier I, p. 45). A point is flagged when it lies
/// on the side of the pattern and completes it.
/// </summary>
/// <remarks>
/// With known limits the four rules of the handbook flag once in 92 points by chance (Champ and Woodall 1987,
/// doi:10.1080/00401706.1987.10488266), all five once in 91 (by simulation, in the tests).
/// </remarks>
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
    /// The points in σ from the centre, in their order; null: there is no point, and no row goes across it.
    /// </param>
    /// <param name="side">The side.</param>
    /// <param name="basePeriods">
    /// The periods from which the centre was estimated, 1 or more: what it is off by chance, it is off in all points.
    /// </param>
    public static IReadOnlyList<IReadOnlyList<RunSignal>> On(
        IReadOnlyList<double?> z, ChartSide side, int basePeriods)
    {
        double[] far = [.. z.Select(point => (side == ChartSide.Above ? point : -point) ?? double.NaN)];
        return
        [
            .. far.Select((_, last) => (IReadOnlyList<RunSignal>)
            [
                .. Rows(far, last, side),
                .. IsTogetherBeyond(far.AsSpan(0, last + 1), basePeriods)
                    ? [new RunSignal(RunRule.TogetherBeyondThree, side)]
                    : Array.Empty<RunSignal>(),
            ]),
        ];
    }

    private static bool IsTogetherBeyond(ReadOnlySpan<double> far, int basePeriods)
    {
        var (sum, points) = (0.0, 0);
        foreach (var point in far)
        {
            if (double.IsNaN(point))
                continue;
            sum += point;
            points++;
        }

        var sigma = Math.Sqrt(points * (1 + ((double)points / basePeriods)));
        return points >= 2 && far[^1] > 0 && sum > OuterSigmas * sigma;
    }

    private static List<RunSignal> Rows(double[] far, int last, ChartSide side)
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
