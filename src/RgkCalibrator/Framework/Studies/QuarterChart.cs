using RgkCalibrator.Statistics.Charting;
using RgkCalibrator.Statistics.Testing;

namespace RgkCalibrator.Framework.Studies;

/// <summary>When a row of quarters makes a control chart.</summary>
/// <param name="LeastBase">
/// Quarters without which there is no chart: fewer say too little of how quarters differ; 2 or more.
/// </param>
/// <param name="LeastExpected">
/// A quarter has a point from this many trajectories that are expected beyond the line, and as many within it: the
/// limits take the normal distribution for the binomial one.
/// </param>
public sealed record ChartSettings(int LeastBase = 8, int LeastExpected = 5);

/// <summary>How far a quarter of starts is known.</summary>
public enum QuarterState
{
    /// <summary>All of its trajectories could be followed, and their declarations are in.</summary>
    Complete,

    /// <summary>It lies, in part, before the first start that is known.</summary>
    BeforeObserved,

    /// <summary>Some of its trajectories could not be followed yet for as long as the line lasts.</summary>
    NotYetFollowed,

    /// <summary>Too many declarations of the months in which they are followed are still to arrive.</summary>
    DeclarationsLate,
}

/// <summary>How a quarter stands to the framework.</summary>
public enum QuarterRole
{
    /// <summary>The framework began within it, or it lies before those that a chart compares with.</summary>
    Other,

    /// <summary>It lies wholly before the framework, in the quarters that a chart compares with.</summary>
    Base,

    /// <summary>It lies wholly since the framework.</summary>
    Since,
}

/// <summary>The trajectories of a quarter that could be followed for the duration of a line.</summary>
/// <param name="Quarter">The quarter in which they started.</param>
/// <param name="Beyond">Those beyond the line by what was declared so far.</param>
/// <param name="N">All of them.</param>
public sealed record QuarterCount(Quarter Quarter, long Beyond, long N)
{
    /// <summary>
    /// Those that would be beyond the line if of all of them as much is still to be declared as is expected at most; at
    /// least <see cref="Beyond"/>.
    /// </summary>
    public long BeyondIfComplete { get; init; } = Beyond;

    /// <summary>How far it is known.</summary>
    public QuarterState State { get; init; }

    /// <summary>How it stands to the framework.</summary>
    public QuarterRole Role { get; init; }

    /// <summary>The share beyond the line, 0 to 1; null without trajectories.</summary>
    public double? Share => N == 0 ? null : (double)Beyond / N;

    /// <summary>The same if complete.</summary>
    public double? ShareIfComplete => N == 0 ? null : (double)BeyondIfComplete / N;
}

/// <summary>A quarter in a control chart.</summary>
/// <param name="Count">The trajectories.</param>
/// <param name="Z">How many σ its share lies above the centre; null where it has no point.</param>
/// <param name="Signals">
/// The patterns that it completes; only of a quarter since the framework, and none where it has no point.
/// </param>
public sealed record ChartedQuarter(QuarterCount Count, double? Z, IReadOnlyList<RunSignal> Signals);

/// <summary>
/// The share beyond a line by quarter in a control chart: a quarter that is not complete has no point in it, and so
/// gives no signal.
/// </summary>
/// <param name="Limits">The centre and the limits; null where too few quarters before the framework are known.</param>
/// <param name="Quarters">All quarters, in their order.</param>
public sealed record QuarterChart(PChart? Limits, IReadOnlyList<ChartedQuarter> Quarters)
{
    /// <summary>Whether any quarter gives a signal.</summary>
    public bool HasSignal => Quarters.Any(quarter => quarter.Signals.Count > 0);

    /// <summary>Makes the chart of a row of quarters.</summary>
    /// <remarks>
    /// Also of a quarter that counts as complete a little can be missing. A rise must show in what was declared, and a
    /// fall must remain if what is missing comes in: then neither is one of late declarations.
    /// </remarks>
    public static QuarterChart Of(IReadOnlyList<QuarterCount> quarters, ChartSettings settings)
    {
        var complete = quarters.Where(one => one.State == QuarterState.Complete && one.N > 0).ToList();
        var known = complete.Where(one => one.Role == QuarterRole.Base)
            .Select(one => new BeyondCount(one.Beyond, one.N)).ToList();
        if (known.Count < settings.LeastBase || PChart.Of(known) is not { } chart)
            return new(null, [.. quarters.Select(one => new ChartedQuarter(one, null, []))]);
        var points = complete.Where(HasPoint).ToHashSet();
        var above = RunRules.On(Since(one => chart.Z(one.Share!.Value, one.N)), ChartSide.Above, chart.Periods);
        var below = RunRules.On(
            Since(one => chart.Z(one.ShareIfComplete!.Value, one.N)), ChartSide.Below, chart.Periods);
        return new(
            chart,
            [
                .. quarters.Select((one, i) => new ChartedQuarter(
                    one, points.Contains(one) ? chart.Z(one.Share!.Value, one.N) : null, [.. above[i], .. below[i]])),
            ]);

        bool HasPoint(QuarterCount one) =>
            one.N * Math.Min(chart.Centre, 1 - chart.Centre) >= settings.LeastExpected;

        // What earlier quarters show is no effect of the framework, and no pattern goes back into them.
        List<double?> Since(Func<QuarterCount, double> z) =>
        [
            .. quarters.Select(
                one => points.Contains(one) && one.Role == QuarterRole.Since ? z(one) : (double?)null),
        ];
    }
}
