using RgkCalibrator.Framework;

namespace RgkCalibrator.Disclosure.Attack;

/// <summary>All that is said of the volumes of a line that is shown.</summary>
internal sealed record VolumeStatements(SafeLine Line, SafeDistributions? Shown, DisclosureProfile Profile)
{
    private double Limit => (double)Line.Chosen.Volume!.Value;

    // A shared volume is a percentile of more trajectories than these.
    private IReadOnlyList<ToldPercentile> Placed =>
        [.. Line.SharesVolume ? [] : ToldPercentile.Of(Line, ValueOf), .. ToldPercentile.Of(Shown?.VolumeCurve)];

    internal IEnumerable<CountStatement> All() =>
    [
        .. Placed.Concat(ToldPercentile.Of(Shown?.VolumeBox)).SelectMany(point =>
            CountStatement.Percentile(point.Share, point.Value, Before(point.Value))),
        .. LineStatements.OfShare(Line, Limit, Line.WithinVolume, Profile),
        .. new HistogramStatements(
            HistogramClasses.OfVolume(Line.Chosen.Volume!.Value),
            [.. Placed.Select(point => point.Value), .. LineStatements.Values(Line, ValueOf)], Limit, Profile)
            .Of(Shown?.Volume),
        .. Line.SharesVolume || Line.IsPerCareYear ? [] : Beside(),
    ];

    private IEnumerable<CountStatement> Beside() =>
    [
        .. new RankStatements(Line, Limit, Before, Profile).Of(
            ValueOf(Line.Lower), ValueOf(Line.Upper), isOnSteps: false),
        .. OtherStatements.Of(Line, ValueOf(Line.Other), Before, Profile),
        .. LineStatements.OfPair(Line, ValueOf(Line.Calibrated)),
    ];

    private double Before(double value) => (double)VolumeRounding.Before((decimal)value, Line.Product.VolumeStep);

    private static double? ValueOf(SafeProposal? proposal) => (double?)proposal?.Volume;
}
