using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Disclosure.Attack;

/// <summary>All that is said of the durations of a line that is shown.</summary>
internal sealed record DurationStatements(SafeLine Line, SafeDistributions? Shown, DisclosureProfile Profile)
{
    private IReadOnlyList<DurationStep> Steps => Line.Product.AllowedDurations;

    private bool IsMonths => Steps.All(step => step.Unit == DurationUnit.Month);

    private double[] Axis => field ??=
        [double.NegativeInfinity, .. Steps.Select((step, i) => IsMonths ? step.Length : i + 1.0)];

    private double Limit => ValueOf(Line.Chosen)!.Value;

    // Beyond the longest allowed duration the line is no percentile, and a shared one is that of more trajectories.
    private bool IsOwn => !Line.IsBeyondLongest && !Line.SharesDuration;

    private IReadOnlyList<ToldPercentile> Placed =>
        [.. IsOwn ? ToldPercentile.Of(Line, ValueOf) : [], .. ToldPercentile.Of(Shown?.DurationCurve)];

    internal IEnumerable<CountStatement> All() =>
    [
        .. Placed.SelectMany(point => CountStatement.Percentile(point.Share, point.Value, Before(point.Value))),
        .. LineStatements.OfShare(Line, Limit, Line.WithinDuration, Profile),
        .. new HistogramStatements(
            Axis[1..], [.. Placed.Select(point => point.Value), .. LineStatements.Values(Line, ValueOf)], Limit,
            Profile).Of(Shown?.Duration),
        .. Line.SharesDuration || !IsMonths ? [] : Beside(),
    ];

    private IEnumerable<CountStatement> Beside() =>
    [
        .. new RankStatements(Line, Limit, Before, Profile).Of(
            ValueOf(Line.Lower), ValueOf(Line.Upper), isOnSteps: true),
        .. IsOwn ? OtherStatements.Of(Line, ValueOf(Line.Other), Before, Profile) : [],
        .. LineStatements.OfPair(Line, ValueOf(Line.Calibrated)),
        .. OfLongest(),
    ];

    // Even the longest allowed duration holds less than the share.
    private CountStatement[] OfLongest()
    {
        var share = Line.Chosen.Percentage.Share;
        return Line.IsBeyondLongest ? [new(double.NegativeInfinity, Limit, size => (0, share * size))] : [];
    }

    private double? ValueOf(SafeProposal? proposal) => proposal?.Duration is { } duration
        ? Axis[1 + Steps.TakeWhile(step => step != duration).Count()]
        : null;

    private double Before(double value) => Axis[Array.IndexOf(Axis, value) - 1];
}
