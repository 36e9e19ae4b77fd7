namespace RgkCalibrator.Disclosure.Attack;

/// <summary>A percentile as it is told.</summary>
/// <param name="Value">The value.</param>
/// <param name="Share">The share at or below it, 0 to 1.</param>
internal sealed record ToldPercentile(double Value, double Share)
{
    /// <summary>The percentiles of a line itself.</summary>
    internal static IEnumerable<ToldPercentile> Of(SafeLine line, Func<SafeProposal, double?> valueOf) =>
        from one in new[] { line.Chosen, line.Compared }
        let value = valueOf(one)
        where value is not null
        select new ToldPercentile(value.Value, one.Percentage.Share);

    /// <summary>Those of a curve.</summary>
    internal static IEnumerable<ToldPercentile> Of(SafeCurve? curve) =>
        (curve?.Points ?? []).Select(point => new ToldPercentile(point.Value, point.Percentage.Share));

    /// <summary>Those of a box.</summary>
    internal static IEnumerable<ToldPercentile> Of(SafeBox? box)
    {
        if (box is null)
            return [];
        (double? Value, double Share)[] all =
        [
            (box.Low, 0.1), (box.LowerQuartile, 0.25), (box.Median, 0.5), (box.UpperQuartile, 0.75), (box.High, 0.9),
        ];
        return all.Where(one => one.Value is not null).Select(one => new ToldPercentile(one.Value!.Value, one.Share));
    }
}
