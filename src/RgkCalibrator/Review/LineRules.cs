using RgkCalibrator.Catalogue;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Review;

/// <summary>What can be wrong in the lines of one product.</summary>
internal static class LineRules
{
    private const int GuidingAnnex = 2;
    private const int LimitingAnnex = 3;

    internal static IEnumerable<LintFinding> LineTwice(PublishedFramework framework) =>
        framework.Lines.GroupBy(line => line.Place).Where(same => same.Count() > 1)
            .Select(same => Finding("line-twice", same.First(), new(
                "Deze regel staat er meer dan een keer.", "This line stands there more than once.")));

    internal static IEnumerable<LintFinding> LabelTwice(PublishedFramework framework) =>
        framework.Lines.Where(line => line.Label.Length > 0)
            .GroupBy(line => (line.Code, line.Label))
            .Where(same => same.DistinctBy(line => line.Subgroup).Count() > 1)
            .Select(same => Finding("label-twice", same.Last(), new(
                "Twee subgroepen van het product heten hetzelfde.", "Two subgroups of the product have one name.")));

    internal static IEnumerable<LintFinding> NotPositive(PublishedFramework framework) =>
        framework.Lines.Where(line => line.Volume <= 0 || line.AlternativeVolume <= 0 || line.Intensity <= 0)
            .Select(line => Finding("not-positive", line, new(
                "Een volume of intensiteit is niet groter dan 0.", "A volume or intensity is not above 0.")));

    internal static IEnumerable<LintFinding> OtherAnnex(PublishedFramework framework) =>
        framework.Lines.Where(line => line.Annex is { } annex && annex != AnnexOf(line.Kind))
            .Select(line => Finding("other-annex", line, new(
                "De bijlage hoort niet bij het soort kader: het richtinggevend kader is bijlage 2, het normenkader 3.",
                "The annex is not that of the framework: the guiding one is annex 2, the limiting one 3.")));

    internal static IEnumerable<LintFinding> OtherUnit(PublishedFramework framework) =>
        framework.Lines.GroupBy(line => line.Code).Where(lines => lines.DistinctBy(line => line.Unit).Count() > 1)
            .Select(lines => Finding("other-unit", lines.First() with { Subgroup = string.Empty }, new(
                "De regels van dit product tellen in verschillende eenheden.",
                "The lines of this product count in different units.")));

    /// <summary>A volume that is not intensity × weeks, rounded up or to the nearest step.</summary>
    internal static IEnumerable<LintFinding> Intensity(PublishedFramework framework) =>
        from line in framework.Lines
        where line.Intensity > 0
        let whole = VolumeOf(line)
        where whole is null || Math.Abs(line.Volume - whole.Value) >= VolumeRounding.StepAt(line.Volume, null)
        select Finding("intensity", line, Explained(line, whole));

    /// <summary>An alternative that stands to the volume in another ratio than at most other lines.</summary>
    internal static IEnumerable<LintFinding> Alternative(PublishedFramework framework)
    {
        var halves = framework.Lines
            .Where(line => (line.AlternativeVolume is null) != (line.AlternativeUnit is null))
            .Select(line => Finding("alternative", line, new(
                "Van het alternatieve volume ontbreekt het getal of de eenheid.",
                "Of the alternative volume the number or the unit is missing.")));
        var others = framework.Lines
            .Where(line => line is { AlternativeVolume: not null, AlternativeUnit: not null, Volume: > 0 })
            .GroupBy(line => (line.Unit, line.AlternativeUnit))
            .Select(lines => lines.GroupBy(line => line.AlternativeVolume / line.Volume).ToList())
            .Where(ratios => ratios.Count > 1)
            .SelectMany(ratios => ratios.OrderByDescending(ratio => ratio.Count()).Skip(1).SelectMany(ratio => ratio))
            .Select(line => Finding("alternative", line, new(
                "Het alternatieve volume staat in een andere verhouding tot het volume dan bij andere regels.",
                "The alternative volume has another ratio to the volume than at other lines.")));
        return halves.Concat(others);
    }

    internal static LintFinding Finding(string rule, PublishedLine line, Wording text) =>
        new(rule, line.Code, line.Subgroup, text);

    private static int AnnexOf(FrameworkKind kind) => kind == FrameworkKind.Rgk ? GuidingAnnex : LimitingAnnex;

    // In the line's unit; null where the intensity counts in a unit that is not the volume's.
    private static decimal? VolumeOf(PublishedLine line)
    {
        var volume = line.Intensity * line.VolumeWeeks;
        return (line.IntensityUnit, line.Unit) switch
        {
            (IntensityUnit.MinuutPerWeek, CareUnit.Uur) => volume / 60,
            (IntensityUnit.MinuutPerWeek, CareUnit.Minuut) => volume,
            (IntensityUnit.UurPerWeek, CareUnit.Uur) => volume,
            (IntensityUnit.DagdeelPerWeek, CareUnit.Dagdeel) => volume,
            (IntensityUnit.EtmaalPerWeek, CareUnit.Etmaal) => volume,
            _ => null,
        };
    }

    private static Wording Explained(PublishedLine line, decimal? whole)
    {
        if (whole is not { } volume)
        {
            return new(
                "De intensiteit telt in een eenheid die niet bij het volume past.",
                "The intensity counts in a unit that does not fit the volume.");
        }

        return new(In(Language.Dutch, "De intensiteit over de hele duur is", "maar het volume is"),
            In(Language.English, "The intensity over the whole duration is", "but the volume is"));

        string In(Language language, string makes, string but) =>
            $"{makes} {Numbers.Shown((double)volume, 1, language)} {line.Unit.Counted().In(language)}, "
            + $"{but} {Numbers.Shown((double)line.Volume, 1, language)}.";
    }
}
