using RgkCalibrator.Disclosure;
using RgkCalibrator.Framework;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Statistics.Shares;

namespace RgkCalibrator.Output.Tables;

/// <summary>What a reader of a line must know beside its numbers.</summary>
internal static class LineRemarks
{
    internal static IEnumerable<Wording> Of(SafeLine line) => [.. NotShown(line), .. line.Withheld is null ? Shown(line) : [], .. OnCurrent(line)];

    /// <summary>Why the data do not carry a line.</summary>
    internal static Wording NameOf(Lack lack, string columns) => lack switch
    {
        Lack.TooFew => new("te weinig trajecten", "too few trajectories"),
        Lack.NoColumn => new($"kolom {columns} ontbreekt in de gegevens", $"the data have no column {columns}"),
        Lack.NotReached => new("te veel trajecten lopen nog", "too many trajectories still run"),
        _ => throw new ArgumentOutOfRangeException(nameof(lack), lack, "Unknown lack."),
    };

    private static IEnumerable<Wording> NotShown(SafeLine line)
    {
        if (line.Withheld is { } withheld && line.Lack != Lack.NoColumn)
            yield return NameOf(withheld);
        if (line is not { Basis: Basis.Insufficient, Lack: { } lack })
            yield break;
        var why = NameOf(lack, line.MissingColumns);
        yield return line.Current is null ? why : new Wording(why.Dutch + ": de huidige lijn blijft", why.English + ": the current line stays");
    }

    private static Wording NameOf(Withheld withheld) => withheld switch
    {
        Withheld.TooFewChildren => new("te weinig kinderen om te tonen", "too few children to show"),
        Withheld.NearlyAllEqual => new("niet getoond: bijna alle trajecten zijn gelijk", "not shown: nearly all trajectories are equal"),
        Withheld.SmallRemainder => new("niet getoond: te weinig kinderen buiten deze subgroep", "not shown: too few children outside this subgroup"),
        _ => throw new ArgumentOutOfRangeException(nameof(withheld), withheld, "Unknown reason."),
    };

    private static IEnumerable<Wording> Shown(SafeLine line)
    {
        (bool Holds, Wording Remark)[] remarks =
        [
            (line.IsPerCareYear, new("volume per zorgjaar", "volume per care year")),
            (line.SharesVolume, new("volume gedeeld met andere lijnen", "volume shared with other lines")),
            (line.SharesDuration, new("duur gedeeld met andere lijnen", "duration shared with other lines")),
            (line.Tier == Tier.Indicative, new("indicatief", "indicative")),
            (line.Tier == Tier.Provisional, new("voorlopig", "provisional")),
            (line.IsStepUnstable, new("duur niet stevig: het interval raakt een andere stap", "duration not firm: the interval reaches another step")),
            (line.IsBeyondLongest, new("ook de langste toegestane duur is te kort", "even the longest allowed duration is too short")),
            (line.HasSmallEarlyRiskSet, new("korte duren rusten op weinig trajecten", "short durations rest on few trajectories")),
            (line.IsMuchCensored, new("meer dan een kwart loopt nog", "more than a quarter still runs")),
            (LineFlags.LeavesManyOut(line), new("meer dan een kwart loopt nog en telt niet mee", "more than a quarter still runs and is left out")),
            (line.HasDrift, new("verandert over de startjaren", "changes over the start years")),
            (line.LeansOnOneProvider, new("de helft of meer is van één aanbieder", "half or more is of one provider")),
            (line.Advice == PartitionAdvice.OneLine, new("advies: één lijn voor het product volstaat", "advice: one line for the product serves")),
            (line.Advice == PartitionAdvice.Judgement, new("advies: of een eigen lijn nodig is, is een oordeel", "advice: whether own lines are needed is a judgement")),
            (LineFlags.HasWideInterval(line), new("volume niet scherp: ruim interval", "volume not sharp: wide interval")),
            (LineFlags.HoldsFewTogether(line), new("samen houden duur en volume weinig", "duration and volume together hold few")),
            (!LineFlags.IntensityFits(line), new("per week geldt niet over de hele duur", "per week does not hold for the whole duration")),
        ];
        return remarks.Where(remark => remark.Holds).Select(remark => remark.Remark);
    }

    /// <summary>Of the published line, which holds whatever the data show: <c>3,5 dagdeel × 40 weken is niet 137 dagdeel</c>.</summary>
    private static IEnumerable<Wording> OnCurrent(SafeLine line)
    {
        if (LineFlags.CurrentFits(line) || line is not { Current: { Intensity: { } intensity } current, Product.IntensityUnit: { } unit })
            return [];
        return [new Wording("de huidige lijn klopt niet: " + Sum(Language.Dutch, "weken is niet"), "the current line does not add up: " + Sum(Language.English, "weeks is not"))];

        string Sum(Language language, string isNot) =>
            $"{DraftCells.Intensity(intensity, unit, language).Shown} × {Shown(current.Duration.InWeeks(), language)} {isNot} {Shown(current.Volume, language)} {line.Product.Unit.Name()}";

        static string Shown(decimal number, Language language) => Numbers.Shown((double)number, 2, language);
    }
}
