namespace RgkCalibrator.Output.Charts;

/// <summary>What a page of a comparison shows, in a sentence: it says nothing of rows on other pages.</summary>
internal static class ComparisonTitle
{
    /// <summary>How the volumes of a page change.</summary>
    /// <param name="rows">The rows of the page; at least one, of which every one changes.</param>
    /// <param name="language">Of the sentence.</param>
    internal static Wording OfVolumes(IReadOnlyList<DumbbellRow> rows, Language language)
    {
        var (rising, falling) = Counts(rows);
        var (up, down, range) = (Numbers.Whole(rising), Numbers.Whole(falling), Range(rows, language));
        var (these, all) = (These(rows.Count), Numbers.Whole(rows.Count));
        return (rising, falling) switch
        {
            (_, 0) => new(
                $"het volume stijgt bij {these.Dutch} met {range.Dutch}",
                $"the volume rises for {these.English} by {range.English}"),
            (0, _) => new(
                $"het volume daalt bij {these.Dutch} met {range.Dutch}",
                $"the volume falls for {these.English} by {range.English}"),
            _ => new(
                $"het volume stijgt bij {up} en daalt bij {down} van deze {all} lijnen",
                $"the volume rises for {up} and falls for {down} of these {all} lines"),
        };
    }

    /// <summary>How the durations of a page change.</summary>
    /// <param name="rows">As with volumes.</param>
    internal static Wording OfDurations(IReadOnlyList<DumbbellRow> rows)
    {
        var (rising, falling) = Counts(rows);
        var (up, down, these) = (Numbers.Whole(rising), Numbers.Whole(falling), These(rows.Count));
        return (rising, falling) switch
        {
            (_, 0) => new(
                $"de duur wordt bij {these.Dutch} langer", $"the duration becomes longer for {these.English}"),
            (0, _) => new(
                $"de duur wordt bij {these.Dutch} korter", $"the duration becomes shorter for {these.English}"),
            _ => new(
                $"de duur wordt bij {up} van deze lijnen langer en bij {down} korter",
                $"the duration becomes longer for {up} of these lines and shorter for {down}"),
        };
    }

    private static (int Rising, int Falling) Counts(IReadOnlyList<DumbbellRow> rows) => (
        rows.Count(row => row.Chosen.Value > row.Compared.Value),
        rows.Count(row => row.Chosen.Value < row.Compared.Value));

    private static Wording These(int count) => count == 1
        ? new("1 lijn", "1 line")
        : new($"deze {Numbers.Whole(count)} lijnen", $"these {Numbers.Whole(count)} lines");

    private static Wording Range(IReadOnlyList<DumbbellRow> rows, Language language)
    {
        var sizes = rows.Select(row => Math.Abs((row.Chosen.Value / row.Compared.Value) - 1)).ToList();
        var (least, most) = (Percent(sizes.Min()), Percent(sizes.Max()));
        return least == most ? Wording.Same(most) : new($"{least} tot {most}", $"{least} to {most}");

        string Percent(double share) => Numbers.Share(share, 0, language);
    }
}
