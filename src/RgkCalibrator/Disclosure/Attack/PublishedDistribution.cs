using RgkCalibrator.Framework;
using RgkCalibrator.Trajectories;

namespace RgkCalibrator.Disclosure.Attack;

/// <summary>What a distribution is of.</summary>
internal enum Measure
{
    /// <summary>Volumes within the proposed duration, or of care years.</summary>
    Volume,

    /// <summary>Durations of complete trajectories.</summary>
    Duration,
}

/// <summary>All that a release says of one distribution of one line.</summary>
/// <param name="Line">The line.</param>
/// <param name="Measure">What it is of.</param>
/// <param name="Statements">What is said.</param>
/// <param name="Sizes">The sizes that it can have.</param>
internal sealed record PublishedDistribution(
    SafeLine Line, Measure Measure, IReadOnlyList<CountStatement> Statements, IReadOnlyList<int> Sizes)
{
    /// <summary>The distributions of a line that is shown.</summary>
    internal static IEnumerable<PublishedDistribution> Of(
        SafeLine line, SafeDistributions? shown, DisclosureProfile profile)
    {
        if (line.Withheld is not null)
            yield break;
        yield return new(
            line, Measure.Volume, OfVolume(line, shown, profile),
            SizesOfVolume(line, shown?.Volume, profile));
        yield return new(line, Measure.Duration, OfDuration(line, shown, profile), SizesOfLine(line, profile));
    }

    /// <summary>The values at which something is said, with minus infinity and infinity, ascending.</summary>
    internal double[] Ends =>
    [
        .. Statements.SelectMany(one => new[] { one.Above, one.UpTo })
            .Append(double.NegativeInfinity).Append(double.PositiveInfinity).Distinct().Order(),
    ];

    /// <summary>Whether each trajectory stands for itself, so that counts are whole.</summary>
    internal bool IsWhole => IsUnweighted(Line);

    /// <summary>Whether each trajectory of a line stands for itself.</summary>
    internal static bool IsUnweighted(SafeLine line) => line.Estimator == Estimator.Completed;

    private static List<CountStatement> OfVolume(SafeLine line, SafeDistributions? shown, DisclosureProfile profile)
    {
        var limit = line.Chosen.Volume!.Value;
        List<Told> own = line.SharesVolume ? [] :
        [
            .. new[] { line.Chosen, line.Compared }.Where(one => one.Volume is not null)
                .Select(one => new Told((double)one.Volume!.Value, one.Percentage.Share)),
        ];
        List<Told> placed = [.. own, .. Points(shown?.VolumeCurve)];
        return
        [
            .. placed.Concat(Points(shown?.VolumeBox)).SelectMany(point => CountStatement.Percentile(
                point.Share, point.Value, Before(point.Value))),
            .. OfShare(line, (double)limit, line.WithinVolume, profile),
            .. OfHistogram(
                shown?.Volume, HistogramClasses.OfVolume(limit),
                [
                    .. placed.Select(point => point.Value),
                    .. Proposals(line).Select(one => (double?)one?.Volume).OfType<double>(),
                ],
                (double)limit, profile),
            .. line.SharesVolume || line.IsPerCareYear ? [] : Beside(),
        ];

        double Before(double value) => (double)VolumeRounding.Before((decimal)value, line.Product.VolumeStep);

        IEnumerable<CountStatement> Beside() =>
        [
            .. new RankStatements(line, (double)limit, Before, profile).Of(
                (double?)line.Lower?.Volume, (double?)line.Upper?.Volume, isOnSteps: false),
            .. OtherStatements.Of(line, (double?)line.Other?.Volume, Before, profile),
            .. OfPair(line, (double?)line.Calibrated?.Volume),
        ];
    }

    private static List<CountStatement> OfDuration(SafeLine line, SafeDistributions? shown, DisclosureProfile profile)
    {
        var steps = line.Product.AllowedDurations;
        var isMonths = steps.All(step => step.Unit == DurationUnit.Month);
        double[] axis = [double.NegativeInfinity, .. steps.Select((step, i) => isMonths ? step.Length : i + 1.0)];
        var isOwn = !line.IsBeyondLongest && !line.SharesDuration;
        List<Told> placed =
        [
            .. new[] { line.Chosen, line.Compared }.Where(one => isOwn && one.Duration is not null)
                .Select(one => new Told(ValueOf(one.Duration)!.Value, one.Percentage.Share)),
            .. Points(shown?.DurationCurve),
        ];
        var limit = ValueOf(line.Chosen.Duration)!.Value;
        return
        [
            .. placed.SelectMany(point => CountStatement.Percentile(point.Share, point.Value, Before(point.Value))),
            .. OfShare(line, limit, line.WithinDuration, profile),
            .. OfHistogram(
                shown?.Duration, axis[1..],
                [
                    .. placed.Select(point => point.Value),
                    .. Proposals(line).Select(one => ValueOf(one?.Duration)).OfType<double>(),
                ],
                limit, profile),
            .. line.SharesDuration || !isMonths ? [] : Beside(),
        ];

        double? ValueOf(DurationStep? step) =>
            step is null ? null : axis[1 + steps.TakeWhile(one => one != step).Count()];

        double Before(double value) => axis[Array.IndexOf(axis, value) - 1];

        IEnumerable<CountStatement> Beside() =>
        [
            .. new RankStatements(line, limit, Before, profile).Of(
                ValueOf(line.Lower?.Duration), ValueOf(line.Upper?.Duration), isOnSteps: true),
            .. isOwn ? OtherStatements.Of(line, ValueOf(line.Other?.Duration), Before, profile) : [],
            .. OfPair(line, ValueOf(line.Calibrated?.Duration)),
            .. line.IsBeyondLongest ? [Fewer(limit, line.Chosen.Percentage.Share)] : Array.Empty<CountStatement>(),
        ];
    }

    // From all of them the classes of a histogram keep away.
    private static SafeProposal?[] Proposals(SafeLine line) =>
        [line.Chosen, line.Compared, line.Other, line.Lower, line.Upper];

    /// <summary>What of whole trajectories lies within both limits of the pair lies within each of them.</summary>
    private static CountStatement[] OfPair(SafeLine line, double? limit)
    {
        var share = line.Chosen.Percentage.Share;
        return limit is { } within && IsUnweighted(line)
            ? [new(double.NegativeInfinity, within, size => (share * size, size))]
            : [];
    }

    // Even the longest allowed duration holds less than the share.
    private static CountStatement Fewer(double longest, double share) =>
        new(double.NegativeInfinity, longest, size => (0, share * size));

    private static IEnumerable<CountStatement> OfShare(
        SafeLine line, double limit, SafeShare? share, DisclosureProfile profile) =>
        share is null ? [] : [CountStatement.Share(limit, share, profile, IsUnweighted(line))];

    /// <summary>
    /// What the classes say, and the edges that are missing: an edge was left out because too few lie between it and
    /// the figure before it, or the one after it. Where the next figure is an edge that was placed after it, it was
    /// the former.
    /// </summary>
    private static IEnumerable<CountStatement> OfHistogram(
        SafeHistogram? histogram, IReadOnlyList<double> wished, IReadOnlyList<double> placed, double line,
        DisclosureProfile profile)
    {
        if (histogram is null)
            yield break;
        var isWhole = IsUnweighted(histogram.Line);
        foreach (var (i, bin) in histogram.Bins.Index())
        {
            yield return CountStatement.Rounded(
                i == 0 ? double.NegativeInfinity : bin.From, bin.To ?? double.PositiveInfinity,
                CountRange.Of(bin.Count, profile, isWhole));
        }

        var edges = histogram.Bins.Select(bin => bin.From).Skip(1).ToList();
        // Without the rules on figures together a histogram keeps away from its line alone.
        List<double> before = [.. edges, .. profile.HoldsTogether ? placed : [line]];
        foreach (var missing in wished.Except(edges))
        {
            var next = before.Where(value => value > missing).DefaultIfEmpty(double.PositiveInfinity).Min();
            if (!edges.Contains(next) || (profile.HoldsTogether ? placed.Contains(next) : next == line))
                continue;
            var last = before.Where(value => value < missing).DefaultIfEmpty(double.NegativeInfinity).Max();
            yield return new(last, missing, _ => (0, profile.SmallestGroup - 1));
        }
    }

    private static IEnumerable<Told> Points(SafeBox? box) =>
        new (double? Value, double Share)[]
        {
            (box?.Low, 0.1), (box?.LowerQuartile, 0.25), (box?.Median, 0.5), (box?.UpperQuartile, 0.75),
            (box?.High, 0.9),
        }
            .Where(one => one.Value is not null).Select(one => new Told(one.Value!.Value, one.Share));

    private static IEnumerable<Told> Points(SafeCurve? curve) =>
        (curve?.Points ?? []).Select(point => new Told(point.Value, point.Percentage.Share));

    // How many care years there are only the classes tell.
    private static List<int> SizesOfVolume(SafeLine line, SafeHistogram? histogram, DisclosureProfile profile)
    {
        if (!line.IsPerCareYear)
            return SizesOfLine(line, profile);
        var bins = (histogram?.Bins ?? []).Select(bin => CountRange.Of(bin.Count, profile, isWhole: false)).ToList();
        return Between(bins.Sum(bin => bin.Least), bins.Sum(bin => bin.Most));
    }

    /// <summary>
    /// Of complete trajectories alone it is their number. Where that of all stands in its place, few may still have
    /// care; and where the number of complete ones was left out, it is not known.
    /// </summary>
    internal static List<int> SizesOfLine(SafeLine line, DisclosureProfile profile)
    {
        var isOfAll = IsUnweighted(line) && line.Complete is null && !line.LeavesRunningOut;
        var told = IsUnweighted(line) ? line.Complete ?? line.Trajectories : line.Trajectories;
        if (told.Value is not { } shown || (isOfAll && profile.HoldsTogether))
            return [];
        var range = CountRange.Of(shown, profile, isWhole: true);
        return Between(Math.Max(1, range.Least - (isOfAll ? profile.SmallestGroup - 1 : 0)), range.Most);
    }

    private static List<int> Between(double least, double most) =>
        [.. Enumerable.Range((int)Math.Ceiling(least), Math.Max(0, (int)most - (int)Math.Ceiling(least) + 1))];

    /// <summary>A percentile as it is told.</summary>
    private sealed record Told(double Value, double Share);
}
