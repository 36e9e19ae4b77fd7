using RgkCalibrator.Disclosure;

namespace RgkCalibrator.Tests.Disclosure.Releases;

/// <summary>All that a release shows, as one text.</summary>
internal static class PublishedText
{
    internal static string Of(SafeDraft draft) => string.Join('\n',
    [
        .. draft.Lines.Select(line => $"{line with { Marks = [], TakenByAttack = [] }} {string.Join(' ', line.Marks)} "
            + string.Join(' ', line.TakenByAttack)),
        .. draft.Distributions.SelectMany(shown => new[]
        {
            $"{shown.Line.Product.Code} {shown.Line.SubgroupId} {shown.VolumeClassWidth} {shown.VolumeBox}",
            Of(shown.Volume), Of(shown.Duration), Of(shown.VolumeCurve), Of(shown.DurationCurve), Of(shown.Years),
            Of(shown.YearPercentiles), Of(shown.Providers),
            shown.Course is null ? string.Empty : string.Join(' ', shown.Course.Stretches),
        }),
        .. draft.Subgroups.Select(product => $"{product.Whole.Product.Code} {product.Whole.Chosen}"),
        .. draft.Verdicts.Select(verdict => verdict.ToString()),
    ]);

    private static string Of(SafeHistogram? histogram) =>
        histogram is null ? string.Empty : string.Join(' ', histogram.Bins) + histogram.IsMerged;

    private static string Of(SafeParts? parts) => parts is null ? string.Empty : string.Join(' ', parts.Parts);

    private static string Of(SafeYears? years) =>
        years is null ? string.Empty : $"{string.Join(' ', years.Ends)} {string.Join(' ', years.Years)}";

    private static string Of(SafeCurve? curve) => curve is null ? string.Empty : string.Join(' ', curve.Points);
}
