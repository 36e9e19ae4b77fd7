using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;

namespace RgkCalibrator.Output.Tables;

/// <summary>What a reader of a line must know beside its numbers.</summary>
internal static class LineRemarks
{
    internal static IEnumerable<Wording> Of(SafeLine line) =>
    [
        .. NotShown(line),
        .. OnNorm(line),
        .. LineMarks.All.Where(mark => line.Marks.Contains(mark.Id)).Select(mark => mark.Text),
        .. OnCurrent(line),
    ];

    /// <summary>Why the data do not carry a line.</summary>
    internal static Wording NameOf(Lack lack, string columns) => lack switch
    {
        Lack.TooFew => new("te weinig trajecten", "too few trajectories"),
        Lack.NoColumn => new($"kolom {columns} ontbreekt in de gegevens", $"the data have no column {columns}"),
        Lack.NotReached => new("te veel trajecten lopen nog door", "too many trajectories still run"),
        _ => throw new ArgumentOutOfRangeException(nameof(lack), lack, "Unknown lack."),
    };

    private static IEnumerable<Wording> NotShown(SafeLine line)
    {
        if (line.Withheld is { } withheld && line.Lack != Lack.NoColumn && line.Basis != Basis.Norm)
            yield return NameOf(withheld);
        if (line is not { Basis: Basis.Insufficient, Lack: { } lack })
            yield break;
        var why = NameOf(lack, line.MissingColumns);
        yield return line.Current is null
            ? why
            : new Wording(why.Dutch + ": de huidige lijn blijft", why.English + ": the current line stays");
    }

    /// <summary>The norm that the line rests on, or that stands beside the data; with its source.</summary>
    private static IEnumerable<Wording> OnNorm(SafeLine line)
    {
        if (line.Norm is not { } norm)
            yield break;
        var words = NormWords.Of(norm, line.Product.Unit);
        if (line is { Basis: Basis.Norm, Lack: { } lack })
        {
            var why = NameOf(lack, line.MissingColumns);
            yield return new($"{why.Dutch}: voorgesteld is de norm van buiten, {words.Dutch}",
                $"{why.English}: proposed is the norm from outside, {words.English}");
        }
        else
        {
            yield return new($"norm van buiten: {words.Dutch}", $"norm from outside: {words.English}");
        }
    }

    private static Wording NameOf(Withheld withheld) => withheld switch
    {
        Withheld.TooFewChildren => new("te weinig kinderen om te tonen", "too few children to show"),
        Withheld.NearlyAllEqual => new("niet getoond: bijna alle trajecten zijn gelijk",
            "not shown: nearly all trajectories are equal"),
        Withheld.EqualOrSmallRemainder => new(
            "niet getoond: bijna alle trajecten zijn gelijk, of buiten deze subgroep zijn te weinig kinderen",
            "not shown: nearly all trajectories are equal, or too few children are outside this subgroup"),
        _ => throw new ArgumentOutOfRangeException(nameof(withheld), withheld, "Unknown reason."),
    };

    /// <summary>
    /// The published line, whatever the data show: <c>3,5 dagdeel × 40 weken is niet 137 dagdeel</c>.
    /// </summary>
    private static IEnumerable<Wording> OnCurrent(SafeLine line)
    {
        if (line is not { Current: { Intensity: { } intensity } current, Product.IntensityUnit: { } unit })
            yield break;
        if (LineMarks.CurrentFits(line))
            yield break;
        yield return new Wording(
            "de huidige lijn klopt niet: " + Sum(Language.Dutch, "weken is niet"),
            "the current line does not add up: " + Sum(Language.English, "weeks is not"));

        string Sum(Language language, string isNot)
        {
            var perWeek = DraftCells.Intensity(intensity, unit, language).Shown;
            var weeks = Shown(VolumePeriod.Of(current.Duration, line.IsPerCareYear).InWeeks(), language);
            var volume = Shown(current.Volume, language);
            return $"{perWeek} × {weeks} {isNot} {volume} {line.Product.Unit.Name()}";
        }

        static string Shown(decimal number, Language language) => Numbers.Shown((double)number, 2, language);
    }
}
