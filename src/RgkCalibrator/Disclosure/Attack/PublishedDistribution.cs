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
            line, Measure.Volume, [.. OfVolume(line, shown, profile)],
            SizesOfVolume(line, shown?.Volume, profile));
        yield return new(line, Measure.Duration, [.. OfDuration(line, shown, profile)], SizesOfLine(line, profile));
    }

    /// <summary>Whether each trajectory stands for itself.</summary>
    private static bool IsWhole(SafeLine line) => line.Estimator == Estimator.Completed;

    private static IEnumerable<CountStatement> OfVolume(
        SafeLine line, SafeDistributions? shown, DisclosureProfile profile)
    {
        var own = line.SharesVolume ? [] : new[] { line.Chosen, line.Compared }.Where(one => one.Volume is not null)
            .Select(one => new SafePoint((double)one.Volume!.Value, one.Percentage));
        var box = shown?.VolumeBox is { } marks ? Points(marks) : [];
        foreach (var point in own.Concat(shown?.VolumeCurve?.Points ?? []).Concat(box))
        {
            var before = VolumeRounding.Before((decimal)point.Value, line.Product.VolumeStep);
            foreach (var statement in CountStatement.Percentile(
                point.Percentage.Share, point.Value, (double)before))
            {
                yield return statement;
            }
        }

        if (line.WithinVolume is { } share)
            yield return CountStatement.Share((double)line.Chosen.Volume!.Value, share, profile, IsWhole(line));
        foreach (var statement in OfHistogram(line, shown?.Volume, profile))
            yield return statement;
    }

    private static IEnumerable<CountStatement> OfDuration(
        SafeLine line, SafeDistributions? shown, DisclosureProfile profile)
    {
        var steps = line.Product.AllowedDurations;
        var isMonths = steps.All(step => step.Unit == DurationUnit.Month);
        double[] axis = [double.NegativeInfinity, .. steps.Select((step, i) => isMonths ? step.Length : i + 1.0)];
        var own = new[] { line.Chosen, line.Compared }
            .Where(one => one.Duration is not null && !line.IsBeyondLongest && !line.SharesDuration)
            .Select(one => new SafePoint(ValueOf(one.Duration!), one.Percentage));
        foreach (var point in own.Concat(shown?.DurationCurve?.Points ?? []))
        {
            var before = axis[Array.IndexOf(axis, point.Value) - 1];
            foreach (var statement in CountStatement.Percentile(point.Percentage.Share, point.Value, before))
                yield return statement;
        }

        if (line.WithinDuration is { } share)
            yield return CountStatement.Share(ValueOf(line.Chosen.Duration!), share, profile, IsWhole(line));
        foreach (var statement in OfHistogram(line, shown?.Duration, profile))
            yield return statement;

        double ValueOf(DurationStep step) => axis[1 + steps.TakeWhile(one => one != step).Count()];
    }

    private static IEnumerable<CountStatement> OfHistogram(
        SafeLine line, SafeHistogram? histogram, DisclosureProfile profile) =>
        (histogram?.Bins ?? []).Select((bin, i) => CountStatement.Rounded(
            i == 0 ? double.NegativeInfinity : bin.From,
            bin.To ?? double.PositiveInfinity,
            CountRange.Of(bin.Count, profile, IsWhole(line))));

    private static IEnumerable<SafePoint> Points(SafeBox box) =>
        new (double? Value, int Percent)[]
        {
            (box.Low, 10), (box.LowerQuartile, 25), (box.Median, 50), (box.UpperQuartile, 75), (box.High, 90),
        }
            .Where(one => one.Value is not null)
            .Select(one => new SafePoint(one.Value!.Value, Statistics.Quantiles.Percentage.Of(one.Percent)));

    // How many care years there are only the classes tell.
    private static List<int> SizesOfVolume(SafeLine line, SafeHistogram? histogram, DisclosureProfile profile)
    {
        if (!line.IsPerCareYear)
            return SizesOfLine(line, profile);
        var bins = (histogram?.Bins ?? []).Select(bin => CountRange.Of(bin.Count, profile, isWhole: false)).ToList();
        return Between(bins.Sum(bin => bin.Least), bins.Sum(bin => bin.Most));
    }

    /// <summary>
    /// Of complete trajectories alone it is their number, and where that is not told few may still have care.
    /// </summary>
    private static List<int> SizesOfLine(SafeLine line, DisclosureProfile profile)
    {
        var told = IsWhole(line) ? line.Complete ?? line.Trajectories : line.Trajectories;
        if (told.Value is not { } shown)
            return [];
        var range = CountRange.Of(shown, profile, isWhole: true);
        var fewer = IsWhole(line) && line.Complete is null ? profile.SmallestGroup - 1 : 0;
        return Between(Math.Max(1, range.Least - fewer), range.Most);
    }

    private static List<int> Between(double least, double most) =>
        [.. Enumerable.Range((int)Math.Ceiling(least), Math.Max(0, (int)most - (int)Math.Ceiling(least) + 1))];
}
