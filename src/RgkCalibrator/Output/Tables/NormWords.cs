using RgkCalibrator.Catalogue;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Output.Tables;

/// <summary>A norm from outside in words, with its source.</summary>
internal static class NormWords
{
    /// <summary>For readers: <c>40 uren in 12 maanden (Zorgstandaard 2024)</c>.</summary>
    internal static Wording Of(ExistingLine norm, CareUnit unit)
    {
        return new(In(Language.Dutch), In(Language.English));

        string In(Language language)
        {
            var volume = Numbers.Shown((double)norm.Volume, 2, language);
            var counted = norm.Volume == 1 ? unit.Name() : unit.Counted().In(language);
            return $"{volume} {counted} in {norm.Duration.InSentence().In(language)} ({norm.Source})";
        }
    }
}
