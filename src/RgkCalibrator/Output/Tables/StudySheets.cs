using RgkCalibrator.Framework;
using RgkCalibrator.Framework.Studies;

namespace RgkCalibrator.Output.Tables;

/// <summary>
/// Whether groups need lines of their own, whether lines hold over the years, and where providers stand: for the
/// analyst alone.
/// </summary>
internal static class StudySheets
{
    internal static IReadOnlyList<StudySheet> From(
        DraftStudies studies, Language language, IReadOnlyList<ProviderLine>? byProvider = null) =>
    [
        DifferentiationTable.Sheet(studies.Differentiation, language),
        StabilityTable.Sheet(studies.Stability, language),
        ProviderTable.Sheet(studies.Funnels, language),
        .. byProvider is null ? [] : new[] { ProviderLineTable.Sheet(byProvider, language) },
    ];
}
