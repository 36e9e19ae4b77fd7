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

    /// <summary>Whether each trajectory stands for itself, so that counts are whole.</summary>
    internal bool IsWhole => IsUnweighted(Line);

    private static bool IsUnweighted(SafeLine line) => line.Estimator == Estimator.Completed;

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
            yield return CountStatement.Share((double)line.Chosen.Volume!.Value, share, profile, IsUnweighted(line));
        if (shown?.Volume is not { } histogram)
            yield break;
        var limit = line.Chosen.Volume!.Value;
        var placed = own.Concat(shown.VolumeCurve?.Points ?? []).Select(point => point.Value).Append((double)limit);
        foreach (var statement in OfHistogram(histogram, HistogramClasses.OfVolume(limit), [.. placed], profile))
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
            yield return CountStatement.Share(ValueOf(line.Chosen.Duration!), share, profile, IsUnweighted(line));
        if (shown?.Duration is not { } histogram)
            yield break;
        var placed = own.Concat(shown.DurationCurve?.Points ?? []).Select(point => point.Value)
            .Append(ValueOf(line.Chosen.Duration!));
        foreach (var statement in OfHistogram(histogram, axis[1..], [.. placed], profile))
            yield return statement;

        double ValueOf(DurationStep step) => axis[1 + steps.TakeWhile(one => one != step).Count()];
    }

    /// <summary>
    /// What the classes say, and the edges that are missing: an edge was left out because too few lie between it and the
    /// figure before it, or the one after it. Where the next figure is an edge that was placed after it, it was the
    /// former.
    /// </summary>
    private static IEnumerable<CountStatement> OfHistogram(
        SafeHistogram histogram, IReadOnlyList<double> wished, IReadOnlyList<double> placed, DisclosureProfile profile)
    {
        var isWhole = IsUnweighted(histogram.Line);
        foreach (var (i, bin) in histogram.Bins.Index())
        {
            yield return CountStatement.Rounded(
                i == 0 ? double.NegativeInfinity : bin.From, bin.To ?? double.PositiveInfinity,
                CountRange.Of(bin.Count, profile, isWhole));
        }

        var edges = histogram.Bins.Select(bin => bin.From).Skip(1).ToList();
        var line = placed[^1];
        // Without the rules on figures together a histogram keeps away from its line alone.
        List<double> before = [.. edges, .. profile.HoldsTogether ? placed : [line]];
        foreach (var missing in wished.Except(edges))
        {
            var next = before.Where(value => value > missing).DefaultIfEmpty(double.PositiveInfinity).Min();
            if (!edges.Contains(next) || next == line || (profile.HoldsTogether && placed.Contains(next)))
                continue;
            var last = before.Where(value => value < missing).DefaultIfEmpty(double.NegativeInfinity).Max();
            yield return new(last, missing, _ => (0, profile.SmallestGroup - 1));
        }
    }

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
        var told = IsUnweighted(line) ? line.Complete ?? line.Trajectories : line.Trajectories;
        if (told.Value is not { } shown)
            return [];
        var range = CountRange.Of(shown, profile, isWhole: true);
        var fewer = IsUnweighted(line) && line.Complete is null ? profile.SmallestGroup - 1 : 0;
        return Between(Math.Max(1, range.Least - fewer), range.Most);
    }

    private static List<int> Between(double least, double most) =>
        [.. Enumerable.Range((int)Math.Ceiling(least), Math.Max(0, (int)most - (int)Math.Ceiling(least) + 1))];
}
