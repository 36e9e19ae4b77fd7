namespace RgkCalibrator.Disclosure.Attack;

/// <summary>What a distribution is of.</summary>
internal enum Measure
{
    /// <summary>Volumes within the proposed duration, or of care years.</summary>
    Volume,

    /// <summary>Durations of complete trajectories.</summary>
    Duration,

    /// <summary>Volumes of the trajectories of one start year.</summary>
    YearVolume,
}

/// <summary>All that a release says of one distribution of one line.</summary>
/// <param name="Line">The line.</param>
/// <param name="Measure">What it is of.</param>
/// <param name="Statements">What is said.</param>
/// <param name="Sizes">The sizes that it can have.</param>
internal sealed record PublishedDistribution(
    SafeLine Line, Measure Measure, IReadOnlyList<CountStatement> Statements, IReadOnlyList<int> Sizes)
{
    /// <summary>The start year that it is of; empty for all of the line.</summary>
    internal string Year { get; init; } = string.Empty;

    /// <summary>The distributions of a line that is shown.</summary>
    internal static IEnumerable<PublishedDistribution> Of(
        SafeLine line, SafeDistributions? shown, DisclosureProfile profile)
    {
        if (line.Withheld is not null)
            yield break;
        yield return new(
            line, Measure.Volume, [.. new VolumeStatements(line, shown, profile).All()],
            SizesOfVolume(line, shown?.Volume, profile));
        yield return new(
            line, Measure.Duration, [.. new DurationStatements(line, shown, profile).All()],
            SizesOfLine(line, profile));
        foreach (var year in OfYears(line, shown, profile))
            yield return year;
    }

    private static IEnumerable<PublishedDistribution> OfYears(
        SafeLine line, SafeDistributions? shown, DisclosureProfile profile)
    {
        if (shown is not { Years.Parts: { } parts, YearPercentiles: { } percentiles })
            yield break;
        foreach (var year in percentiles.Years)
        {
            var part = parts.Single(one => one.Name == year.Name);
            var statements = new YearStatements(line, percentiles, part, profile);
            yield return new(line, Measure.YearVolume, [.. statements.Of(year)], statements.Sizes())
            {
                Year = year.Name,
            };
        }
    }

    /// <summary>The values at which something is said, with minus infinity and infinity, ascending.</summary>
    internal double[] Ends =>
    [
        .. Statements.SelectMany(one => new[] { one.Above, one.UpTo })
            .Append(double.NegativeInfinity).Append(double.PositiveInfinity).Distinct().Order(),
    ];

    /// <summary>Whether each trajectory stands for itself, so that counts are whole.</summary>
    internal bool IsWhole => Measure == Measure.YearVolume || LineStatements.IsUnweighted(Line);

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
        var isOfAll = LineStatements.IsUnweighted(line) && line.Complete is null && !line.LeavesRunningOut;
        var told = LineStatements.IsUnweighted(line) ? line.Complete ?? line.Trajectories : line.Trajectories;
        if (told.Value is not { } shown || (isOfAll && profile.HoldsTogether))
            return [];
        var range = CountRange.Of(shown, profile, isWhole: true);
        return Between(Math.Max(1, range.Least - (isOfAll ? profile.SmallestGroup - 1 : 0)), range.Most);
    }

    private static List<int> Between(double least, double most) =>
        [.. Enumerable.Range((int)Math.Ceiling(least), Math.Max(0, (int)most - (int)Math.Ceiling(least) + 1))];
}
